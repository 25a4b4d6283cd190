//! What a report is made of: sentences with what they rest on, figures, sections and tools.

use crate::domain::{Clause, Tool};

/// One sentence, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// What it rests on.
    pub source: Source,
}

/// What a sentence rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The document says so.
    Policy(Clause),
    /// The document says nothing of it.
    NotStated,
    /// The calculator's own reading or arithmetic.
    Interpretation,
}

impl Statement {
    pub(super) fn from_policy(text: impl Into<String>, clause: Clause) -> Self {
        Self {
            text: text.into(),
            source: Source::Policy(clause),
        }
    }

    pub(super) fn not_stated(on: &str) -> Self {
        Self {
            text: format!("The policy is silent on {on}."),
            source: Source::NotStated,
        }
    }

    pub(super) fn interpretation(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            source: Source::Interpretation,
        }
    }

    /// The clause, where the document says so.
    pub fn clause(&self) -> Option<&Clause> {
        match &self.source {
            Source::Policy(clause) => Some(clause),
            _ => None,
        }
    }
}

/// A figure of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// What it measures.
    pub label: &'static str,
    /// Its value, in a few words.
    pub value: String,
    /// What to know about it.
    pub notes: Vec<Statement>,
}

/// Facts under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its parts.
    pub groups: Vec<StatementGroup>,
}

/// What is said on one matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementGroup {
    /// The matter; empty where the section's heading says it.
    pub heading: &'static str,
    /// What is said on it; never empty.
    pub statements: Vec<Statement>,
}

/// An export tool with the clause that recommends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendedTool {
    /// The tool.
    pub tool: Tool,
    /// The clause that recommends it.
    pub clause: Option<Clause>,
}
