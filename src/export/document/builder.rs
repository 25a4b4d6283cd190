//! The types of an export document, and the methods that fill it in.

use std::rc::Rc;

use crate::domain::time::format_utc;
use crate::domain::{IncidentInput, Timestamp};
use crate::report::{AnswerKind, LabeledValue, Ladder, Matrix, Metric, Source, Statement, labels};

/// The content of a page, from which the texts, tables, data and cards are made. Times are in UTC, because the time zone of the readers
/// is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportDocument {
    /// Subject: "PostgreSQL Business".
    pub title: String,
    /// The answer in one sentence.
    pub headline: String,
    /// Text after the headline; may be empty.
    pub lead: String,
    /// Sentences without which the answer would be wrong or of no use: its conditions, and until when to restore.
    pub notes: Vec<String>,
    /// The facts to know first, four at most.
    pub facts: Vec<Fact>,
    /// Year and month of the policy, as YYYY-MM.
    pub edition: String,
    /// Name and edition of the policy, with the time of the answer if it depends on one.
    pub source_line: String,
    /// URL of the page; empty if it is unknown.
    pub url: String,
    /// The rows by section. No section is empty.
    pub sections: Vec<DocumentSection>,
    /// Kind of the answer; `None` if the page is not about one service and plan.
    pub kind: Option<AnswerKind>,
    /// The ladder; `None` without backups that the user can restore.
    pub ladder: Option<Rc<Ladder>>,
    /// The matrix, if the page is about all of it.
    pub matrix: Option<Rc<Matrix>>,
}

/// A fact in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The fact.
    pub value: String,
    /// Kind of the answer that it is; `None` if it is none.
    pub kind: Option<AnswerKind>,
}

/// How the texts show a section. Data has all of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionLayout {
    /// As a list.
    List,
    /// In one line.
    Line,
    /// Not at all.
    Omitted,
}

/// Section of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSection {
    /// The title.
    pub title: String,
    /// How the texts show it.
    pub layout: SectionLayout,
    /// The rows.
    pub rows: Vec<DocumentRow>,
}

/// Row of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Subject; empty if it is that of the row before, or of the section.
    pub label: String,
    /// The text.
    pub text: String,
    /// Source of the text; `None` for input and for values whose sources are in the rows after them.
    pub source: Option<Source>,
    /// Whether the text is a command, which keeps its line breaks.
    pub is_command: bool,
}

impl ExportDocument {
    /// Creates a document without facts and rows.
    pub fn of_words(title: &str, headline: &str, lead: &str) -> Self {
        Self {
            title: title.to_owned(),
            headline: headline.to_owned(),
            lead: lead.to_owned(),
            ..Self::default()
        }
    }

    /// Starts a section.
    pub(in crate::export) fn begin_section(&mut self, title: &str, layout: SectionLayout) {
        self.sections.push(DocumentSection {
            title: title.to_owned(),
            layout,
            rows: Vec::new(),
        });
    }

    /// Adds a row to the current section.
    pub(in crate::export) fn push_row(&mut self, label: &str, text: &str, source: Option<Source>) {
        self.push(DocumentRow {
            label: label.to_owned(),
            text: text.to_owned(),
            source,
            is_command: false,
        });
    }

    /// Adds a command to the current section.
    pub(super) fn push_command(&mut self, label: &str, command: &str, source: Option<Source>) {
        self.push(DocumentRow {
            label: label.to_owned(),
            text: command.to_owned(),
            source,
            is_command: true,
        });
    }

    fn push(&mut self, row: DocumentRow) {
        if let Some(section) = self.sections.last_mut() {
            section.rows.push(row);
        }
    }

    /// Starts the section on an incident with the times that were entered, and names it in the title.
    pub(super) fn push_incident_section(
        &mut self,
        incident: &IncidentInput,
        now: Option<Timestamp>,
    ) {
        self.begin_section(labels::INCIDENT, SectionLayout::List);
        let restore_at = incident.restore_time(now);
        for (label, time) in [("Went wrong", incident.at), ("Restore at", restore_at)] {
            if let Some(time) = time {
                self.push_row(label, &format_utc(time), None);
            }
        }
        if let Some(at) = incident.at {
            self.title += &format!(", incident of {}", format_utc(at));
        }
    }

    /// Adds the conditions of an answer, as rows and to the notes.
    pub(super) fn push_conditions(&mut self, label: &str, conditions: &[Statement]) {
        self.push_statements(label, conditions);
        let texts = conditions.iter().map(|condition| condition.text.clone());
        self.notes.extend(texts);
    }

    /// Adds the answer to an incident. It becomes the headline, before what holds without the incident.
    pub(super) fn push_incident(&mut self, headline: &str) {
        self.lead = format!("{}. {}", self.headline, self.lead);
        self.headline = headline.to_owned();
        self.push_row("Can you restore?", headline, None);
    }

    /// Adds values of an incident.
    pub(super) fn push_values<'a>(&mut self, values: impl IntoIterator<Item = &'a LabeledValue>) {
        for LabeledValue { label, value } in values {
            self.push_row(label, value, None);
        }
    }

    /// Adds values of an incident, as rows and to the notes.
    pub(super) fn push_noted_values<'a>(
        &mut self,
        values: impl IntoIterator<Item = &'a LabeledValue>,
    ) {
        for value in values {
            self.push_values([value]);
            let LabeledValue { label, value } = value;
            self.notes.push(format!("{label}: {value}"));
        }
    }

    /// Adds statements with the same subject, which only the first row names.
    pub(super) fn push_statements(&mut self, label: &str, statements: &[Statement]) {
        let labels = std::iter::once(label).chain(std::iter::repeat(""));
        for (label, statement) in labels.zip(statements) {
            self.push_row(label, &statement.text, Some(statement.source.clone()));
        }
    }

    /// Adds metrics with their notes.
    pub(super) fn push_metrics(&mut self, metrics: &[Metric]) {
        for metric in metrics {
            self.push_row(metric.label, &metric.value, None);
            self.push_statements("", &metric.notes);
        }
    }

    /// Adds metrics to the facts.
    pub(super) fn push_facts(&mut self, metrics: &[Metric]) {
        let facts = metrics.iter().map(|metric| Fact {
            label: metric.label.to_owned(),
            value: metric.value.clone(),
            kind: None,
        });
        self.facts.extend(facts);
    }
}
