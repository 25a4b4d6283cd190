//! What the fields show.

use chrono::NaiveDate;

use super::form_field::{Draft, FormField};
use crate::domain::time::{LocalResult, format_date, format_datetime_local, format_utc};
use crate::domain::{Minutes, Scenario, Timestamp};
use crate::report::{TimeContext, format};

/// What a field shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldState {
    /// Text of the field.
    pub text: String,
    /// Value of the browser's date or time picker beside it.
    pub picker_value: String,
    /// How the text was read, or what is wrong with it.
    pub message: String,
    /// Whether the text cannot be read.
    pub is_invalid: bool,
    /// Whether the visitor typed the text.
    pub is_typed: bool,
}

/// What all fields show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormState {
    /// One for each of [`FormField::ALL`].
    fields: [FieldState; FormField::ALL.len()],
    /// Whether point-in-time recovery is required.
    pub pitr_required: bool,
    /// Whether the advanced fields of the incident are in use.
    pub has_advanced_incident: bool,
}

impl FormState {
    /// Builds the state of all fields for a scenario and for what was typed last.
    pub fn new(scenario: &Scenario, drafts: &[Draft], time: TimeContext) -> Self {
        let incident = &scenario.incident;
        let is_typing = |field| drafts.iter().any(|draft| draft.field == field);
        Self {
            fields: FormField::ALL.map(|field| FieldState::new(field, scenario, drafts, time)),
            pitr_required: scenario.requirements.pitr_required,
            has_advanced_incident: incident.restore_at.is_some()
                || incident.backup_time.is_some()
                || is_typing(FormField::RestoreAt)
                || is_typing(FormField::BackupTime),
        }
    }

    /// Returns the state of a field.
    pub fn get(&self, field: FormField) -> &FieldState {
        &self.fields[field as usize]
    }
}

impl FieldState {
    /// Builds the state of a field for a scenario and for what was typed last.
    pub fn new(field: FormField, scenario: &Scenario, drafts: &[Draft], time: TimeContext) -> Self {
        let draft = drafts.iter().find(|draft| draft.field == field);
        let value = DisplayValue::new(field, scenario, time).unwrap_or_default();
        let message = match draft.map(|draft| &draft.feedback) {
            Some(Err(problem)) => problem.clone(),
            Some(Ok(remark)) if !remark.is_empty() => format!("{}. {remark}", value.description),
            _ => value.description,
        };
        Self {
            text: draft.map_or(value.text, |draft| draft.text.clone()),
            picker_value: value.picker_value,
            message,
            is_invalid: draft.is_some_and(|draft| draft.feedback.is_err()),
            is_typed: draft.is_some(),
        }
    }
}

/// Value of a field in the forms in which it is shown.
#[derive(Default)]
struct DisplayValue {
    /// For the message below the field.
    description: String,
    /// For the field itself, which reads it as the same value.
    text: String,
    /// For the browser's picker.
    picker_value: String,
}

impl DisplayValue {
    /// Formats the value of a field; `None` if the scenario has none.
    fn new(field: FormField, scenario: &Scenario, time: TimeContext) -> Option<Self> {
        let Scenario {
            incident,
            requirements,
            service,
            ..
        } = scenario;
        Some(match field {
            FormField::IncidentAt => Self::timestamp(incident.at?, time),
            FormField::RestoreAt => Self::timestamp(incident.restore_at?, time),
            FormField::BackupTime => {
                let time_of_day = incident.backup_time?;
                Self {
                    description: format!("{time_of_day} UTC"),
                    text: time_of_day.to_string(),
                    picker_value: time_of_day.to_string(),
                }
            }
            FormField::MinWindow => Self::duration(requirements.min_window?),
            FormField::MaxLoss => Self::duration(requirements.max_loss?),
            FormField::PoweredOffOn => Self::date(service.powered_off_on?, time),
            FormField::DeletedOn => Self::date(service.deleted_on?, time),
        })
    }

    fn timestamp(timestamp: Timestamp, time: TimeContext) -> Self {
        let local = time.zone.to_local(timestamp);
        let is_ambiguous = !matches!(time.zone.resolve_local(local), LocalResult::Single(_));
        let formatted = time.zone.format_timestamp(timestamp);
        // The picker reads a time that the clocks show twice as the earlier one; UTC tells them apart.
        let is_utc = local == timestamp.to_utc_datetime() && !is_ambiguous;
        let picker_value = format_datetime_local(local);
        Self {
            description: match is_utc {
                true => formatted,
                false => format!("{formatted} ({})", format_utc(timestamp)),
            },
            text: match is_ambiguous {
                true => format_utc(timestamp),
                false => picker_value.replace('T', " "),
            },
            picker_value,
        }
    }

    fn date(date: NaiveDate, time: TimeContext) -> Self {
        Self {
            description: time.zone.format_date(date),
            text: format_date(date),
            picker_value: format_date(date),
        }
    }

    fn duration(duration: Minutes) -> Self {
        Self {
            description: format::minutes(duration),
            // The field's text must be readable; "no time" is not.
            text: match duration.get() {
                0 => "0 minutes".to_owned(),
                _ => format::minutes(duration),
            },
            picker_value: String::new(),
        }
    }
}
