//! The text fields of the forms, and how their text is read.

use crate::domain::Scenario;
use crate::domain::natural_time::{self, Direction, TimeParseError};
use crate::domain::query::{self, Parameter};
use crate::domain::time::format_utc;
use crate::report::{TimeContext, labels};

/// A text field for a part of the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// Time of the incident.
    IncidentAt,
    /// Time of the restore.
    RestoreAt,
    /// Time of day of the backups, in UTC.
    BackupTime,
    /// Required window of restore points.
    MinWindow,
    /// Largest acceptable loss.
    MaxLoss,
    /// Day of the power-off.
    PoweredOffOn,
    /// Day of the deletion of the service.
    DeletedOn,
}

/// Last text typed into a field, with how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The field.
    pub field: FormField,
    /// The text, untrimmed: the visitor may go on typing after a space.
    pub text: String,
    /// What to know about the value, often nothing; or an error message.
    pub feedback: Result<String, String>,
}

impl FormField {
    /// All fields.
    pub const ALL: [FormField; 7] = [
        FormField::IncidentAt,
        FormField::RestoreAt,
        FormField::BackupTime,
        FormField::MinWindow,
        FormField::MaxLoss,
        FormField::PoweredOffOn,
        FormField::DeletedOn,
    ];

    /// Returns the URL parameter of the field.
    pub fn parameter(self) -> &'static Parameter {
        match self {
            FormField::IncidentAt => &query::INCIDENT_AT,
            FormField::RestoreAt => &query::RESTORE_AT,
            FormField::BackupTime => &query::BACKUP_TIME,
            FormField::MinWindow => &query::MIN_WINDOW,
            FormField::MaxLoss => &query::MAX_LOSS,
            FormField::PoweredOffOn => &query::POWERED_OFF_ON,
            FormField::DeletedOn => &query::DELETED_ON,
        }
    }

    /// Returns the id of the field's element: the name of its parameter.
    pub fn id(self) -> &'static str {
        self.parameter().name
    }

    /// Returns the label.
    pub fn label(self) -> &'static str {
        match self {
            FormField::IncidentAt => "Incident time",
            FormField::RestoreAt => "Restore time",
            FormField::BackupTime => "Daily backup time (UTC)",
            FormField::MinWindow => labels::MIN_WINDOW,
            FormField::MaxLoss => labels::MAX_LOSS,
            FormField::PoweredOffOn => "Powered off on",
            FormField::DeletedOn => "Deleted on",
        }
    }

    /// Returns an example of a text.
    pub fn placeholder(self) -> &'static str {
        match self {
            FormField::IncidentAt => "2 h ago, yesterday 14:37",
            FormField::RestoreAt => "now",
            FormField::BackupTime => "02:30",
            FormField::MinWindow => "14 d",
            FormField::MaxLoss => "12 h",
            FormField::PoweredOffOn | FormField::DeletedOn => "2026-11-22 or yesterday",
        }
    }

    /// Returns the type of the browser's picker beside the field; `None` if the browser has none that fits.
    pub fn picker_type(self) -> Option<&'static str> {
        match self {
            FormField::IncidentAt | FormField::RestoreAt => Some("datetime-local"),
            FormField::PoweredOffOn | FormField::DeletedOn => Some("date"),
            FormField::BackupTime | FormField::MinWindow | FormField::MaxLoss => None,
        }
    }

    /// Reads a text into the scenario. Clears the field's value if the text is empty or cannot be read.
    pub fn apply_text(self, scenario: &mut Scenario, text: &str, time: TimeContext) -> Draft {
        self.clear(scenario);
        let feedback = match text.trim() {
            "" => Ok(String::new()),
            words => self
                .parse(scenario, words, time)
                .map_err(|unread| self.error_message(unread).to_owned()),
        };
        Draft {
            field: self,
            text: text.to_owned(),
            feedback,
        }
    }

    fn clear(self, scenario: &mut Scenario) {
        match self {
            FormField::IncidentAt => scenario.incident.at = None,
            FormField::RestoreAt => scenario.incident.restore_at = None,
            FormField::BackupTime => scenario.incident.backup_time = None,
            FormField::MinWindow => scenario.requirements.min_window = None,
            FormField::MaxLoss => scenario.requirements.max_loss = None,
            FormField::PoweredOffOn => scenario.service.powered_off_on = None,
            FormField::DeletedOn => scenario.service.deleted_on = None,
        }
    }

    /// Reads a text into the scenario, and returns what the visitor should know about the value; often nothing.
    fn parse(
        self,
        scenario: &mut Scenario,
        text: &str,
        time: TimeContext,
    ) -> Result<String, TimeParseError> {
        let timestamp = |direction| {
            let parsed = natural_time::parse_timestamp(text, time.now, time.zone, direction)?;
            let remark = parsed.later_candidate.map(|later_candidate| {
                format!(
                    "This time occurred twice. The earlier one is used. The later one is {}.",
                    format_utc(later_candidate)
                )
            });
            Ok((parsed.timestamp, remark.unwrap_or_default()))
        };
        match self {
            FormField::IncidentAt => {
                let (at, remark) = timestamp(Direction::Past)?;
                scenario.incident.at = Some(at);
                return Ok(remark);
            }
            // An empty field means now, at any time.
            FormField::RestoreAt if text.eq_ignore_ascii_case("now") => {
                scenario.incident.restore_at = None
            }
            FormField::RestoreAt => {
                let (restore, remark) = timestamp(Direction::Future)?;
                scenario.incident.restore_at = Some(restore);
                return Ok(remark);
            }
            FormField::BackupTime => {
                scenario.incident.backup_time = Some(natural_time::parse_time_of_day(text)?)
            }
            FormField::MinWindow => {
                scenario.requirements.min_window = Some(natural_time::parse_duration(text)?)
            }
            FormField::MaxLoss => {
                scenario.requirements.max_loss = Some(natural_time::parse_duration(text)?)
            }
            FormField::PoweredOffOn | FormField::DeletedOn => {
                let day = natural_time::parse_date(text, time.now, time.zone)?;
                let service = &mut scenario.service;
                match self {
                    FormField::DeletedOn => service.deleted_on = Some(day),
                    _ => service.powered_off_on = Some(day),
                }
            }
        }
        Ok(String::new())
    }

    /// Returns what is wrong with the text of this field, and what to type.
    fn error_message(self, error: TimeParseError) -> &'static str {
        match (error, self) {
            // A duration or a time of day cannot be ambiguous.
            (
                TimeParseError::Ambiguous,
                FormField::IncidentAt
                | FormField::RestoreAt
                | FormField::PoweredOffOn
                | FormField::DeletedOn,
            ) => "This date is ambiguous. Write the month as a word, for example 21 Nov 14:37.",
            (TimeParseError::CurrentTimeUnknown, _) => {
                "Your device clock isn’t set. Enter the full date and time, for example 2026-11-21 14:37."
            }
            (TimeParseError::Unrecognized | TimeParseError::Ambiguous, FormField::BackupTime) => {
                "Enter a time, for example 02:30."
            }
            (
                TimeParseError::Unrecognized | TimeParseError::Ambiguous,
                FormField::MinWindow | FormField::MaxLoss,
            ) => "Enter a duration, for example 14 days, 36 h, or 90 min.",
            (TimeParseError::Unrecognized, FormField::PoweredOffOn | FormField::DeletedOn) => {
                "Enter a date, for example 2026-11-21 or yesterday."
            }
            (TimeParseError::Unrecognized, _) => {
                "Enter a date and time, for example 2 h ago or 2026-11-21 14:37."
            }
            (TimeParseError::TimeZoneName, _) => {
                "A word is not known. Write a zone as UTC or as an offset, like 14:37 +02:00."
            }
            (TimeParseError::MissingTimeOfDay, _) => "Add a time, for example 14:37.",
            (TimeParseError::DoesNotExist, _) => "This date or time doesn’t exist.",
            (TimeParseError::SkippedByDst, _) => {
                "This time doesn’t exist because clocks went forward. Enter a time one hour earlier or later."
            }
            (TimeParseError::OutOfRange, FormField::MinWindow | FormField::MaxLoss) => {
                "Enter 100 years or less."
            }
            (TimeParseError::OutOfRange, _) => "Enter a year from 1970 to 2100.",
        }
    }
}
