//! A service that is powered off at the time of the restore.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::Timestamp;
use crate::domain::recovery::{Bounds, Incident};
use crate::domain::time::{LocalResult, TimeZone};

/// A power-off before the restore. While a service is off no backup is made, so that a rule by count drops none: what exists at the
/// power-off exists at the restore. The policy does not say whether a rule by age goes on.
pub(super) struct PoweredOff {
    /// Time of the power-off: any time of the day, but not before the incident.
    pub time: Bounds<Timestamp>,
    /// Whether the service is off for so long at the restore that it may have been deleted.
    pub is_overdue: bool,
}

impl PoweredOff {
    /// Creates the power-off of a day in the time zone of the reader; `None` if the day is not before the restore. The service comes
    /// under review after `review_after_days`.
    pub fn new(
        day: NaiveDate,
        review_after_days: u16,
        incident: &Incident,
        zone: &dyn TimeZone,
    ) -> Option<Self> {
        let start_of = |day: NaiveDate| match zone.resolve_local(day.into()) {
            LocalResult::Single(start) | LocalResult::Ambiguous(start, _) => Some(start),
            LocalResult::None => Timestamp::from_utc_datetime(day.into()),
        };
        let (at, restore_at) = (incident.at, incident.restore_at);
        let days = (zone.to_local(restore_at).date() - day).num_days();
        let [start, end] = [day, day + TimeDelta::days(1)].map(start_of);
        let start = start.filter(|start| *start < restore_at)?;
        Some(Self {
            time: Bounds {
                min: start.max(at),
                max: end?.min(restore_at).max(at),
            },
            is_overdue: days > review_after_days.into(),
        })
    }
}
