//! The report of a countdown.

use chrono::NaiveDate;

use crate::domain::Timestamp;
use crate::report::statement::{Statement, StatementGroup};

/// The event from which the days of a countdown count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountdownEvent {
    /// The power-off of the service.
    PowerOff,
    /// The deletion of the service.
    Deletion,
}

impl CountdownEvent {
    /// Returns the heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::PowerOff => "Power-off deadline",
            Self::Deletion => "Deletion deadline",
        }
    }

    /// Returns the name in ids and in names of files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::PowerOff => "power-off",
            Self::Deletion => "deletion",
        }
    }
}

/// Countdown to a day on which data is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountdownReport {
    /// The event from which the days count.
    pub event: CountdownEvent,
    /// The remaining days in one sentence; empty if the day from which they count is not entered.
    pub headline: String,
    /// Whether the days are over.
    pub is_overdue: bool,
    /// How the days are counted.
    pub statements: Vec<Statement>,
    /// Further statements; empty if the day from which the days count is not entered.
    pub groups: Vec<StatementGroup>,
    /// Calendar entry for the last day; `None` if the day from which the days count is not entered, if the current time is unknown,
    /// and once the days are over.
    pub reminder: Option<Reminder>,
}

/// A calendar entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Name with the slugs of service and plan, for the file and the identifier of the entry.
    pub name: String,
    /// Day from which the days count.
    pub counted_from: NaiveDate,
    /// Last day on which to act.
    pub last_day: NaiveDate,
    /// Title of the entry.
    pub summary: String,
    /// Text of the entry, in lines.
    pub description: String,
    /// Creation time of the entry.
    pub created_at: Timestamp,
}

impl CountdownReport {
    /// Creates the report on an event whose day is not entered, or after which no days count.
    pub(super) fn without_days(
        event: CountdownEvent,
        headline: &str,
        statements: Vec<Statement>,
    ) -> Self {
        Self {
            event,
            headline: headline.to_owned(),
            is_overdue: false,
            statements,
            groups: Vec::new(),
            reminder: None,
        }
    }
}
