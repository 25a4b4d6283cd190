//! The schedule as a table: every restore point that exists at a moment, with the rule that keeps it.

use super::format;
use super::time_context::TimeContext;
use crate::domain::recovery::Bounds;
use crate::domain::{IncidentInput, Minutes, Schedule};

/// All restore points at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePointTable {
    /// What the table shows, and when.
    pub caption: String,
    /// Newest first.
    pub rows: Vec<RestorePointRow>,
    /// The rules, finest interval first.
    pub rules: Vec<String>,
}

/// A restore point in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePointRow {
    /// When it was taken.
    pub taken: String,
    /// When it disappears.
    pub expires: String,
    /// Which of the rules keeps it.
    pub rule_index: usize,
}

impl RestorePointTable {
    /// Whether the table is the same for two incidents at the same time: it depends on the time of the restore and of the
    /// backups, but only on whether there is an incident, not on its time.
    pub fn depends_equally(one: &IncidentInput, other: &IncidentInput) -> bool {
        one.at.is_some() == other.at.is_some()
            && one.restore_at == other.restore_at
            && one.backup_time == other.backup_time
    }

    /// The table for the moment of the restore. On pages as they are written no moment is known: it speaks of ages.
    pub fn new(schedule: &Schedule, incident: &IncidentInput, time: TimeContext) -> Self {
        // While nothing is asked, ages say the same at any moment, and the same as the written page.
        let has_incident_input = incident.at.is_some() || incident.backup_time.is_some();
        let moment = incident.restore_time(time.now.filter(|_| has_incident_input));
        let hour = incident.backup_time.filter(|_| moment.is_some());
        let listed =
            schedule.restore_points_at(moment.unwrap_or(crate::domain::Timestamp::MIN), hour);
        let caption = match moment {
            None => "What exists at any moment, newest first".to_owned(),
            Some(moment) => format!(
                "What exists on {}, newest first",
                time.zone.format_timestamp(moment)
            ),
        };
        let rows = listed.iter().map(|point| RestorePointRow {
            taken: match moment {
                None => format!(
                    "{} old",
                    format_age_range(point.age.min.get(), point.age.max.get() + 1)
                ),
                Some(moment) => format_bounds(
                    Bounds {
                        min: moment - point.age.max,
                        max: moment - point.age.min,
                    },
                    time,
                ),
            },
            expires: match moment {
                None if point.expires_in.min.get() == 1 => {
                    format!("within {}", format::minutes(point.expires_in.max))
                }
                None => format!(
                    "in {}",
                    format_age_range(point.expires_in.min.get() - 1, point.expires_in.max.get())
                ),
                Some(moment) => format_bounds(
                    Bounds {
                        min: moment + point.expires_in.min,
                        max: moment + point.expires_in.max,
                    },
                    time,
                ),
            },
            rule_index: point.tier_index,
        });
        Self {
            caption,
            rows: rows.collect(),
            rules: schedule
                .tiers()
                .iter()
                .map(format::retention_rule)
                .collect(),
        }
    }
}

fn format_bounds(bounds: Bounds<crate::domain::Timestamp>, time: TimeContext) -> String {
    let words = |moment| time.zone.format_timestamp(moment);
    match bounds.is_exact() {
        true => words(bounds.min),
        false => format!("{} to {}", words(bounds.min), words(bounds.max)),
    }
}

/// Lengths that fill the time from one backup to the next, which come out in whole hours.
fn format_age_range(from: u32, to: u32) -> String {
    let words = |length| format::minutes(Minutes::new(length));
    match from {
        0 => format!("up to {}", words(to)),
        _ => format!("{} to {}", words(from), words(to)),
    }
}
