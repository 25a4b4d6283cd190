//! The fields of the forms: what is typed goes into the case, and how it was read is shown beside it.

use super::{TimeContext, format};
use crate::domain::natural_time::{self, Direction, TimeParseError};
use crate::domain::time::{LocalResult, format_date, format_datetime_local, format_utc};
use crate::domain::{Minutes, Scenario, Timestamp};

/// A field of a form. Its id in the page is also its name in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// When it went wrong.
    IncidentAt,
    /// When the restore is made.
    RestoreAt,
    /// When backups are taken.
    BackupTime,
    /// How far back there must be a restore point.
    MinWindow,
    /// How much may be lost.
    MaxLoss,
    /// Whether any second must be restorable: any text, or none.
    PitrRequired,
    /// When the service is powered off.
    PoweredOffOn,
}

/// The id of the slider that moves the incident along the picture.
pub const SLIDER: &str = "at-slider";

/// What a field shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldState {
    /// The text in it.
    pub text: String,
    /// The value as the browser's own fields for dates and times want it.
    pub picker_value: String,
    /// How the text was read, or what is wrong with it.
    pub message: String,
    /// Whether the text could not be read.
    pub is_invalid: bool,
}

/// What was typed last into a field, and why it could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The field.
    pub field: FormField,
    /// What was typed, with the blanks at its end: the field must not lose them while somebody types on.
    pub text: String,
    /// What to say of it.
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
        FormField::PitrRequired,
        FormField::PoweredOffOn,
    ];

    /// Its id in the page.
    pub fn id(self) -> &'static str {
        match self {
            FormField::IncidentAt => "at",
            FormField::RestoreAt => "restore",
            FormField::BackupTime => "hour",
            FormField::MinWindow => "back",
            FormField::MaxLoss => "lose",
            FormField::PitrRequired => "pitr",
            FormField::PoweredOffOn => "off",
        }
    }

    /// Puts what was typed into the case; what cannot be read leaves the field's value empty.
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

    /// Puts the incident where it was moved to along the picture: so many minutes after the restore, that is, before it.
    pub fn apply_slider(scenario: &mut Scenario, minutes: &str, time: TimeContext) {
        let restore = scenario.incident.restore_at.or(time.now);
        if let (Some(restore), Ok(minutes)) = (restore, minutes.parse::<i32>()) {
            scenario.incident.at =
                Timestamp::from_minutes(restore.to_minutes() + i64::from(minutes));
        }
    }

    fn clear(self, scenario: &mut Scenario) {
        match self {
            FormField::IncidentAt => scenario.incident.at = None,
            FormField::RestoreAt => scenario.incident.restore_at = None,
            FormField::BackupTime => scenario.incident.backup_time = None,
            FormField::MinWindow => scenario.requirements.min_window = None,
            FormField::MaxLoss => scenario.requirements.max_loss = None,
            FormField::PitrRequired => scenario.requirements.pitr_required = false,
            FormField::PoweredOffOn => scenario.service.powered_off_on = None,
        }
    }

    /// The remark on a value that was read, where there is something to know.
    fn parse(
        self,
        scenario: &mut Scenario,
        text: &str,
        time: TimeContext,
    ) -> Result<String, TimeParseError> {
        let moment = |toward| {
            let reading = natural_time::parse_timestamp(text, time.now, time.zone, toward)?;
            let remark = reading.later_candidate.map(|later_candidate| {
                format!(
                    "The clocks showed this time twice; this is the earlier one. The later one is {}.",
                    format_utc(later_candidate)
                )
            });
            Ok((reading.timestamp, remark.unwrap_or_default()))
        };
        match self {
            FormField::IncidentAt => {
                let (at, remark) = moment(Direction::Past)?;
                scenario.incident.at = Some(at);
                return Ok(remark);
            }
            // Now is what is meant where nothing is said, and goes on.
            FormField::RestoreAt if text.eq_ignore_ascii_case("now") => {
                scenario.incident.restore_at = None
            }
            FormField::RestoreAt => {
                let (restore, remark) = moment(Direction::Future)?;
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
            FormField::PitrRequired => scenario.requirements.pitr_required = true,
            FormField::PoweredOffOn => {
                scenario.service.powered_off_on =
                    Some(natural_time::parse_date(text, time.now, time.zone)?)
            }
        }
        Ok(String::new())
    }

    fn error_message(self, error: TimeParseError) -> &'static str {
        match (error, self) {
            // Only a moment needs the two told apart.
            (
                TimeParseError::Ambiguous,
                FormField::IncidentAt | FormField::RestoreAt | FormField::PoweredOffOn,
            ) => {
                "That can be read in two ways. Write the month as a word and the time with a colon, like 21 Nov 14:37."
            }
            (TimeParseError::CurrentTimeUnknown, _) => {
                "The clock of this device is not set. Write the whole date and time, like 2026-11-21 14:37."
            }
            (TimeParseError::Unrecognised | TimeParseError::Ambiguous, FormField::BackupTime) => {
                "Not a time of day yet: write it like 02:30."
            }
            (
                TimeParseError::Unrecognised | TimeParseError::Ambiguous,
                FormField::MinWindow | FormField::MaxLoss,
            ) => "Not a length of time yet: write it like 14 days, 36 h or 90 min.",
            (TimeParseError::Unrecognised, FormField::PoweredOffOn) => {
                "Not a day yet: write it like 2026-11-21 or yesterday."
            }
            (TimeParseError::Unrecognised | TimeParseError::Ambiguous, _) => {
                "Not a time yet: write it like 2 h ago, yesterday 14:37 or 2026-11-21 14:37."
            }
            (TimeParseError::MissingTimeOfDay, _) => "At what time that day? Add it, like 14:37.",
            (TimeParseError::DoesNotExist, _) => "There is no such day or time. Check the digits.",
            (TimeParseError::SkippedByDst, _) => {
                "That time never was: the clocks were put forward over it. Choose one an hour earlier or later."
            }
            (TimeParseError::OutOfRange, FormField::MinWindow | FormField::MaxLoss) => {
                "That is more than a hundred years. Choose a shorter time."
            }
            (TimeParseError::OutOfRange, _) => {
                "The calculator knows the years from 1970 to 2100 only."
            }
        }
    }

    /// What the field shows for a case, and for what was typed into it last.
    pub fn state(self, scenario: &Scenario, drafts: &[Draft], time: TimeContext) -> FieldState {
        let draft = drafts.iter().find(|draft| draft.field == self);
        let feedback = draft.map(|draft| draft.feedback.clone());
        let (display_value, value, picker_value) = self.display_value(scenario, time);
        let text = draft.map_or(value, |draft| draft.text.clone());
        let is_invalid = matches!(feedback, Some(Err(_)));
        let message = match feedback {
            Some(Err(problem)) => problem,
            Some(Ok(remark)) if !remark.is_empty() => format!("{display_value}. {remark}"),
            _ => display_value,
        };
        FieldState {
            text,
            picker_value,
            message,
            is_invalid,
        }
    }

    /// The value in words, as text for the field, and for the browser's own field.
    fn display_value(self, scenario: &Scenario, time: TimeContext) -> (String, String, String) {
        let moment = |moment: Timestamp| {
            let local = time.zone.to_local(moment);
            // A time that is shown twice goes back into the field as the earlier one; UTC says which.
            let doubtful = !matches!(time.zone.resolve_local(local), LocalResult::Single(_));
            let utc = format_utc(moment);
            let words = time.zone.format_timestamp(moment);
            let shown = if local == moment.to_utc_datetime() && !doubtful {
                words
            } else {
                format!("{words} ({utc})")
            };
            (shown, String::new(), format_datetime_local(local))
        };
        let length = |length: Minutes| {
            // What stands in the field must be read as it is; "no time" is not.
            let text = match length.get() {
                0 => "0 minutes".to_owned(),
                _ => format::minutes(length),
            };
            (format::minutes(length), text, String::new())
        };
        let shown = match self {
            FormField::IncidentAt => scenario.incident.at.map(moment),
            FormField::RestoreAt => scenario.incident.restore_at.map(moment),
            FormField::BackupTime => scenario
                .incident
                .backup_time
                .map(|hour| (format!("{hour} UTC"), hour.to_string(), hour.to_string())),
            FormField::MinWindow => scenario.requirements.min_window.map(length),
            FormField::MaxLoss => scenario.requirements.max_loss.map(length),
            FormField::PitrRequired => None,
            FormField::PoweredOffOn => scenario.service.powered_off_on.map(|day| {
                (
                    time.zone.format_date(day),
                    format_date(day),
                    format_date(day),
                )
            }),
        };
        shown.unwrap_or_default()
    }
}
