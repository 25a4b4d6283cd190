//! What a view shows, as titled rows: the form in which an answer leaves the page, for tickets, tables and programs.
//! Times are in UTC, since nobody knows who will read it where.

mod answer;
mod table;

use super::{Clock, Panel, Said, Screen, Source, words};
use crate::domain::moment::{Utc, utc_text};
use crate::domain::{Moment, Page, Policy, Selection, WhatIf};

/// A view as titled rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about: "PostgreSQL Business".
    pub title: String,
    /// The answer in one sentence.
    pub headline: String,
    /// What follows the headline.
    pub lead: String,
    /// Year and month of the policy, as YYYY-MM.
    pub edition: String,
    /// The policy and its edition in words, with the moment of the answer where it depends on one.
    pub basis: String,
    /// The address of the view.
    pub address: String,
    /// The rows under their titles; none of the parts is empty.
    pub parts: Vec<Part>,
}

/// Rows under a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The title.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about; empty where it is about the same as the row before, or about the title.
    pub term: String,
    /// What is said.
    pub text: String,
    /// What it rests on; nothing for what is typed, chosen, or a value whose reasons follow.
    pub source: Option<Source>,
    /// Whether the text is a command, to be copied as it is.
    pub command: bool,
}

impl Sheet {
    /// The sheet of a view. `now` is the moment at which it is made, and `address` where it is shown.
    pub fn new(policy: &Policy, selection: &Selection, now: Option<Moment>, address: &str) -> Self {
        let screen = Screen::new(policy, selection);
        let clock = Clock { now, zone: &Utc };
        let mut sheet = match &screen.panel {
            Panel::Answer(report) => answer::answer(policy, report, selection, clock),
            Panel::Service(report) => table::service(report),
            Panel::Stack => table::stack(policy, &selection.case, clock),
            _ => table::matrix(policy, &selection.case),
        };
        sheet.address = address.to_owned();
        sheet.edition = policy.edition.to_string();
        sheet.basis = words::edition(policy.edition);
        let timed = selection.case.at.is_some() || selection.case.off.is_some();
        let timed = timed && matches!(selection.page, Page::Answer(..) | Page::Stack);
        if let Some(now) = now.filter(|_| timed) {
            let moment = utc_text(now);
            sheet.basis = format!("{}; the answer as of {moment}", sheet.basis);
        }
        sheet.parts.retain(|part| !part.rows.is_empty());
        sheet
    }
}

/// A sheet without parts.
fn sheet(title: String, headline: &str, lead: &str) -> Sheet {
    Sheet {
        title,
        headline: headline.to_owned(),
        lead: lead.to_owned(),
        edition: String::new(),
        basis: String::new(),
        address: String::new(),
        parts: Vec::new(),
    }
}

impl Sheet {
    /// Begins a part.
    fn part(&mut self, title: &str) {
        self.parts.push(Part {
            title: title.to_owned(),
            rows: Vec::new(),
        });
    }

    /// Adds to the part that was begun last.
    fn row(&mut self, term: &str, text: &str, source: Option<Source>) {
        let row = Row {
            term: term.to_owned(),
            text: text.to_owned(),
            source,
            command: false,
        };
        if let Some(part) = self.parts.last_mut() {
            part.rows.push(row);
        }
    }

    /// Begins the part on an incident with what was asked, where one is.
    fn asked(&mut self, case: &WhatIf, clock: Clock) {
        self.part("Did something go wrong?");
        let moments = [
            ("Went wrong", case.at),
            ("Restore at", case.restore.or(clock.now)),
        ];
        for (term, moment) in moments {
            if let Some(moment) = moment {
                self.row(term, &utc_text(moment), None);
            }
        }
    }

    /// Sentences on one matter, which is named once.
    fn said(&mut self, term: &str, said: &[Said]) {
        let mut term = term;
        for one in said {
            self.row(term, &one.text, Some(one.source.clone()));
            term = "";
        }
    }

    /// Terms with what is said of them.
    fn facts(&mut self, facts: &[(&'static str, String)]) {
        for (term, text) in facts {
            self.row(term, text, None);
        }
    }
}
