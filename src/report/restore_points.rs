//! The table of restore points: when each was taken, when it expires, and the retention rule that keeps it.

use super::format;
use super::time_context::TimeContext;
use crate::domain::recovery::Bounds;
use crate::domain::restore_points::RestorePointBounds;
use crate::domain::{IncidentInput, Minutes, Retention, Schedule, Tier, TimeOfDay, Timestamp};

/// All restore points at a time; or, if the time is unknown, their ages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePointTable {
    /// Caption with the time of the table.
    pub caption: String,
    /// Restore points, newest first; those between the newest and the oldest of a tier stand in one row.
    pub rows: Vec<RestorePointRow>,
}

/// A row of the table, as text: one restore point, or several of one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePointRow {
    /// When the restore point was taken.
    pub taken: String,
    /// When the restore point expires.
    pub expires: String,
    /// The retention rule that keeps the restore point.
    pub rule: String,
}

/// The times on which a table of restore points depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestorePointTimes {
    /// Time at which the restore points exist; `None` for a table of ages, which is the same at any time.
    at: Option<Bounds<Timestamp>>,
    /// Time of day in UTC at which backups are taken; `None` if unknown.
    backup_time: Option<TimeOfDay>,
    /// Whether that is the time of a power-off.
    is_off: bool,
}

impl RestorePointTimes {
    /// Returns the times of the table for an incident: those of the restore, or of the power-off before it. While neither an incident
    /// nor the time of day of the backups is entered, the current time does not matter, so that the table is the same as on the
    /// prerendered page.
    pub fn new(
        incident: &IncidentInput,
        out_of_service: Option<Bounds<Timestamp>>,
        now: Option<Timestamp>,
    ) -> Self {
        let has_input = incident.at.is_some() || incident.backup_time.is_some();
        let restore_at = incident.restore_time(now.filter(|_| has_input));
        let at = out_of_service.or(restore_at.map(Bounds::exact));
        Self {
            at,
            backup_time: incident
                .backup_time
                .filter(|_| restore_at.is_some() && out_of_service.is_none()),
            is_off: out_of_service.is_some(),
        }
    }
}

impl RestorePointTable {
    /// Builds the table for a time.
    pub fn new(schedule: &Schedule, times: RestorePointTimes, time: TimeContext) -> Self {
        let caption = match times.at {
            None => "Restore points, latest first".to_owned(),
            Some(_) if times.is_off => "Restore points at the power-off, latest first".to_owned(),
            Some(at) => format!(
                "Restore points on {}, latest first",
                time.zone.format_timestamp(at.max)
            ),
        };
        // Without a time of day the bounds are the same at any time.
        let at = times.at.map_or(Timestamp::MIN, |at| at.max);
        let points = schedule.restore_points_at(at, times.backup_time);
        let row = |point: &RestorePointBounds, tier: Option<&Tier>| {
            let (taken, expires) = match times.at {
                None => (format_age(point), format_remaining(point)),
                Some(at) if times.is_off => (format_taken(point, at, time), expiry_while_off(tier)),
                Some(at) => (
                    format_taken(point, at, time),
                    format_expiry(point, at.max, time),
                ),
            };
            RestorePointRow {
                taken,
                expires,
                rule: tier.map(format::retention_rule).unwrap_or_default(),
            }
        };
        let mut rows = Vec::new();
        for of_tier in points.chunk_by(|one, next| one.tier_index == next.tier_index) {
            let tier_index = of_tier.first().map(|point| point.tier_index);
            let tier = tier_index.and_then(|index| schedule.tiers().get(index));
            match of_tier {
                [newest, between @ .., oldest] if between.len() > 1 => {
                    let every = tier.map(|tier| format::every(tier.interval()));
                    let mut more = row(newest, tier);
                    more.taken = format!("{} more, {}", between.len(), every.unwrap_or_default());
                    if !times.is_off {
                        more.expires = "one after the other".to_owned();
                    }
                    rows.extend([row(newest, tier), more, row(oldest, tier)]);
                }
                _ => rows.extend(of_tier.iter().map(|point| row(point, tier))),
            }
        }
        Self { caption, rows }
    }
}

/// Returns when a restore point of a tier expires while the service is powered off, when no backup is made.
fn expiry_while_off(tier: Option<&Tier>) -> String {
    match tier.map(Tier::retention) {
        Some(Retention::Age(_)) => "at no stated time while it is off".to_owned(),
        _ => "never while it is off".to_owned(),
    }
}

/// Formats when a restore point was taken, relative to the time of the table.
fn format_age(point: &RestorePointBounds) -> String {
    let age = format_range(point.age.min.get(), point.age.max.get() + 1);
    format!("{age} old")
}

/// Formats when a restore point expires, relative to the time of the table.
fn format_remaining(point: &RestorePointBounds) -> String {
    let remaining = point.expires_in;
    match remaining.min.get() {
        1 => format!("within {}", format::minutes(remaining.max)),
        min => format!("in {}", format_range(min - 1, remaining.max.get())),
    }
}

/// Formats when a restore point was taken that exists at `at`.
fn format_taken(point: &RestorePointBounds, at: Bounds<Timestamp>, time: TimeContext) -> String {
    let taken = Bounds {
        min: at.min - point.age.max,
        max: at.max - point.age.min,
    };
    format_bounds(taken, time)
}

/// Formats when a restore point expires that exists at `at`.
fn format_expiry(point: &RestorePointBounds, at: Timestamp, time: TimeContext) -> String {
    let expiry = Bounds {
        min: at + point.expires_in.min,
        max: at + point.expires_in.max,
    };
    format_bounds(expiry, time)
}

/// Formats an exact time, or both ends of a span.
fn format_bounds(bounds: Bounds<Timestamp>, time: TimeContext) -> String {
    let format = |timestamp| time.zone.format_timestamp(timestamp);
    if bounds.is_exact() {
        format(bounds.min)
    } else {
        format!("{} to {}", format(bounds.min), format(bounds.max))
    }
}

/// Formats a span of durations in minutes: the limits of intervals, which are whole hours.
fn format_range(from: u32, to: u32) -> String {
    let format = |minutes| format::minutes(Minutes::new(minutes));
    match from {
        0 => format!("up to {}", format(to)),
        _ => format!("{} to {}", format(from), format(to)),
    }
}
