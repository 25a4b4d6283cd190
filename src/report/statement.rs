//! The parts that reports consist of: statements with their sources, metrics, sections and tools.

use super::format;
use std::rc::Rc;

use crate::domain::{Clause, Tool};

/// A sentence with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// The source of the sentence.
    pub source: Source,
}

/// Source of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A clause of the policy.
    Policy(Rc<Clause>),
    /// None: the policy does not state it.
    NotStated,
    /// The calculator's own interpretation or arithmetic.
    Interpretation,
}

impl Source {
    /// Returns the mark of the source on the page.
    pub fn mark(&self) -> &'static str {
        match self {
            Source::Policy(_) => "Policy",
            Source::NotStated => "Not stated",
            Source::Interpretation => "Calculated",
        }
    }

    /// Returns the name of the source in `data-source` and in exports.
    pub fn as_str(&self) -> &'static str {
        match self {
            Source::Policy(_) => "policy",
            Source::NotStated => "silent",
            Source::Interpretation => "reading",
        }
    }
}

impl Statement {
    /// Creates a statement of the policy.
    pub(super) fn from_policy(text: impl Into<String>, clause: Rc<Clause>) -> Self {
        Self {
            text: text.into(),
            source: Source::Policy(clause),
        }
    }

    /// Creates the statement that the policy does not state `subject`.
    pub(super) fn not_stated(subject: &str) -> Self {
        Self {
            text: format!("Not stated: {subject}."),
            source: Source::NotStated,
        }
    }

    /// Creates a statement of the calculator's own.
    pub(super) fn interpretation(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            source: Source::Interpretation,
        }
    }

    /// Returns whether it says that the policy does not state something.
    pub fn is_not_stated(&self) -> bool {
        self.source == Source::NotStated
    }

    /// Returns the clause; `None` if the source is not the policy.
    pub fn clause(&self) -> Option<&Rc<Clause>> {
        match &self.source {
            Source::Policy(clause) => Some(clause),
            Source::NotStated | Source::Interpretation => None,
        }
    }
}

/// A metric of the backups, with notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// Name of the metric.
    pub label: &'static str,
    /// Value in a few words.
    pub value: String,
    /// Explanations of the value.
    pub notes: Vec<Statement>,
}

/// A value with its label, as in a definition list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabeledValue {
    /// The label.
    pub label: &'static str,
    /// The value.
    pub value: String,
}

impl LabeledValue {
    /// Creates a value with its label.
    pub(super) fn new(label: &'static str, value: impl Into<String>) -> Self {
        Self {
            label,
            value: value.into(),
        }
    }
}

/// A section of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Id of the section in the page.
    pub id: &'static str,
    /// Heading of the section.
    pub title: &'static str,
    /// Groups of statements, each with a heading of its own.
    pub groups: Vec<StatementGroup>,
}

impl Section {
    /// Id of the section on failures and power-offs.
    pub const FAILURES: &'static str = "failures";
    /// Id of the section on what the policy does not state.
    pub const NOT_STATED: &'static str = "not-stated";

    /// Returns its answer in a few words: its first statement, or the number of things that are not stated.
    pub fn summary(&self) -> String {
        let mut statements = self.groups.iter().flat_map(|group| &group.statements);
        if self.id == Self::NOT_STATED {
            return format::pluralize(statements.count() as u32, "item");
        }
        statements
            .next()
            .map(|statement| statement.text.clone())
            .unwrap_or_default()
    }
}

/// Statements on one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementGroup {
    /// Heading; `None` if the title of the section is enough.
    pub heading: Option<&'static str>,
    /// The statements; never empty.
    pub statements: Vec<Statement>,
}

/// An export tool with the clause that recommends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendedTool {
    /// The tool.
    pub tool: Rc<Tool>,
    /// Note on the command; `None` if there is none.
    pub note: Option<Statement>,
    /// The clause that recommends it.
    pub clause: Option<Rc<Clause>>,
}
