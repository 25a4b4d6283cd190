//! What a view shows, as titled rows: the form in which an answer leaves the page, for tickets, tables and programs.
//! Times are in UTC, since nobody knows who will read it where.

mod overview;
mod plan;

use super::{AnswerKind, PageContent, Panel, Source, Statement, TimeContext, Timeline, format};
use crate::domain::time::{Utc, format_utc};
use crate::domain::{Hours, Page, Policy, Scenario, Selection, Timestamp};

/// A view as titled rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportDocument {
    /// What it is about: "PostgreSQL Business".
    pub title: String,
    /// The answer in one sentence.
    pub headline: String,
    /// What follows the headline.
    pub lead: String,
    /// Year and month of the policy, as YYYY-MM.
    pub edition: String,
    /// The policy and its edition in words, with the moment of the answer where it depends on one.
    pub source_line: String,
    /// The address of the view.
    pub url: String,
    /// The rows under their titles; none of the parts is empty.
    pub sections: Vec<DocumentSection>,
    /// What sort of answer it is, where it is one.
    pub kind: Option<AnswerKind>,
    /// What a card says of it, a line each.
    pub card_lines: Vec<CardLine>,
    /// The picture of an answer, with the visitor’s case in it.
    pub picture: Option<Timeline>,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardLine {
    /// What it says.
    pub text: String,
    /// How far back what it is about surely goes, for a bar; none where that is not compared.
    pub bar_length: Hours,
    /// Whether it is the answer to what was asked.
    pub is_answer: bool,
}

/// Rows under a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSection {
    /// The title.
    pub title: String,
    /// The rows.
    pub rows: Vec<DocumentRow>,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// What it is about; empty where it is about the same as the row before, or about the title.
    pub label: String,
    /// What is said.
    pub text: String,
    /// What it rests on; nothing for what is typed, chosen, or a value whose reasons follow.
    pub source: Option<Source>,
    /// Whether the text is a command, to be copied as it is.
    pub is_command: bool,
}

impl ExportDocument {
    /// The sheet of a view. `now` is the moment at which it is made, and `address` where it is shown.
    pub fn new(policy: &Policy, selection: &Selection, now: Option<Timestamp>, url: &str) -> Self {
        let content = PageContent::new(policy, selection);
        let time = TimeContext { now, zone: &Utc };
        let mut document = match &content.panel {
            Panel::Answer(report) => plan::document(policy, report, selection, time),
            Panel::Service(report) => overview::service(report),
            Panel::Stack => overview::stack(policy, &selection.scenario, time),
            _ => overview::matrix(policy, &selection.scenario),
        };
        document.url = url.to_owned();
        document.edition = policy.edition.to_string();
        document.source_line = format::edition_source(policy.edition);
        let timed =
            selection.scenario.incident.at.is_some() || selection.scenario.service.powered_off_on.is_some();
        let timed = timed && matches!(selection.page, Page::Answer(..) | Page::Stack);
        if let Some(now) = now.filter(|_| timed) {
            let moment = format_utc(now);
            document.source_line = format!("{}; the answer as of {moment}", document.source_line);
        }
        document.sections.retain(|section| !section.rows.is_empty());
        document
    }
}

/// The reach of a line that compares none.
const NO_BAR: Hours = Hours::new(0);

/// A sheet without parts.
fn empty_document(title: String, headline: &str, lead: &str) -> ExportDocument {
    ExportDocument {
        title,
        headline: headline.to_owned(),
        lead: lead.to_owned(),
        edition: String::new(),
        source_line: String::new(),
        url: String::new(),
        sections: Vec::new(),
        kind: None,
        card_lines: Vec::new(),
        picture: None,
    }
}

impl ExportDocument {
    /// Begins a part.
    fn begin_section(&mut self, title: &str) {
        self.sections.push(DocumentSection {
            title: title.to_owned(),
            rows: Vec::new(),
        });
    }

    /// Adds to the part that was begun last.
    fn push_row(&mut self, label: &str, text: &str, source: Option<Source>) {
        let row = DocumentRow {
            label: label.to_owned(),
            text: text.to_owned(),
            source,
            is_command: false,
        };
        if let Some(section) = self.sections.last_mut() {
            section.rows.push(row);
        }
    }

    /// Begins the part on an incident with what was asked, where one is.
    fn push_incident_section(&mut self, scenario: &Scenario, time: TimeContext) {
        self.begin_section("Did something go wrong?");
        let moments = [
            ("Went wrong", scenario.incident.at),
            ("Restore at", scenario.incident.restore_at.or(time.now)),
        ];
        for (label, moment) in moments {
            if let Some(moment) = moment {
                self.push_row(label, &format_utc(moment), None);
            }
        }
    }

    /// Puts a line on the card.
    fn push_card_line(&mut self, label: &str, text: &str, bar_length: Hours) {
        let text = match label {
            "" => text.to_owned(),
            term => format!("{term}: {text}"),
        };
        self.card_lines.push(CardLine {
            text,
            bar_length,
            is_answer: false,
        });
    }

    /// A row that the card says, too.
    fn push_requirement(&mut self, label: &str, text: &str) {
        self.push_row(label, text, None);
        self.push_card_line(label, text, NO_BAR);
    }

    /// What must hold for the answer to be true: a card without it would be wrong.
    fn push_conditions(&mut self, label: &str, conditions: &[Statement]) {
        self.push_statements(label, conditions);
        for condition in conditions {
            self.push_card_line("", &condition.text, NO_BAR);
        }
    }

    /// The answer to an incident.
    fn push_incident(&mut self, headline: &str, details: &[(&'static str, String)]) {
        self.push_row("Can you get back?", headline, None);
        self.push_details(details);
        self.card_lines.push(CardLine {
            text: headline.to_owned(),
            bar_length: NO_BAR,
            is_answer: true,
        });
        for (term, text) in details {
            self.push_card_line(term, text, NO_BAR);
        }
    }

    /// Says what bars are, where there are some.
    fn push_bar_legend(&mut self) {
        if self.card_lines.iter().any(|line| line.bar_length > NO_BAR) {
            self.push_card_line(
                "Bars",
                "how far back there surely is a restore point",
                NO_BAR,
            );
        }
    }

    /// Sentences on one matter, which is named once.
    fn push_statements(&mut self, label: &str, statements: &[Statement]) {
        let mut label = label;
        for statement in statements {
            self.push_row(label, &statement.text, Some(statement.source.clone()));
            label = "";
        }
    }

    /// Terms with what is said of them.
    fn push_details(&mut self, details: &[(&'static str, String)]) {
        for (term, text) in details {
            self.push_row(term, text, None);
        }
    }
}
