//! What a view shows, as titled rows: the form in which an answer leaves the page, for tickets, tables and programs.
//! Times are in UTC, since nobody knows who will read it where.

mod answer;
mod table;

use super::{Clock, Kind, Panel, Said, Screen, Source, Timeline, words};
use crate::domain::moment::{Utc, utc_text};
use crate::domain::text::join;
use crate::domain::{Hours, Moment, Page, Policy, Selection, WhatIf};

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
    /// What sort of answer it is, where it is one.
    pub kind: Option<Kind>,
    /// What a card says of it, a line each.
    pub brief: Vec<Brief>,
    /// The picture of an answer, with the visitor’s case in it.
    pub picture: Option<Timeline>,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What it says.
    pub text: String,
    /// How far back what it is about surely goes, for a bar; none where that is not compared.
    pub reach: Hours,
    /// Whether it is the answer to what was asked.
    pub answer: bool,
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

/// The reach of a line that compares none.
const NO_BAR: Hours = Hours::new(0);

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
        kind: None,
        brief: Vec::new(),
        picture: None,
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

    /// Puts a line on the card.
    fn brief(&mut self, term: &str, text: &str, reach: Hours) {
        let text = match term {
            "" => text.to_owned(),
            term => join(&[term, text], ": "),
        };
        self.brief.push(Brief {
            text,
            reach,
            answer: false,
        });
    }

    /// A row that the card says, too.
    fn asked_for(&mut self, term: &str, text: &str) {
        self.row(term, text, None);
        self.brief(term, text, NO_BAR);
    }

    /// What must hold for the answer to be true: a card without it would be wrong.
    fn conditions(&mut self, term: &str, conditions: &[Said]) {
        self.said(term, conditions);
        for condition in conditions {
            self.brief("", &condition.text, NO_BAR);
        }
    }

    /// The answer to an incident.
    fn incident(&mut self, headline: &str, facts: &[(&'static str, String)]) {
        self.row("Can you get back?", headline, None);
        self.facts(facts);
        self.brief.push(Brief {
            text: headline.to_owned(),
            reach: NO_BAR,
            answer: true,
        });
        for (term, text) in facts {
            self.brief(term, text, NO_BAR);
        }
    }

    /// Says what bars are, where there are some.
    fn bars(&mut self) {
        if self.brief.iter().any(|one| one.reach > NO_BAR) {
            self.brief(
                "Bars",
                "how far back there surely is a restore point",
                NO_BAR,
            );
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
