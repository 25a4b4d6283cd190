//! A service that is powered off at the time of the restore.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::recovery::Bounds;
use crate::domain::time::{LocalResult, TimeZone};
use crate::domain::{Policy, Scenario, Timestamp};
use crate::report::time_context::TimeContext;

/// A power-off before the restore. While a service is off no backup is made, so that a rule by count drops none: what exists at the
/// power-off exists at the restore. The policy does not say whether a rule by age goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct PoweredOff {
    /// Time of the power-off: any time of the day.
    pub time: Bounds<Timestamp>,
    /// Whether the service is off for so long at the restore that it may have been deleted.
    pub is_overdue: bool,
}

impl PoweredOff {
    /// Returns the power-off of a scenario; `None` if there is none before the restore.
    pub fn before_restore(policy: &Policy, scenario: &Scenario, time: TimeContext) -> Option<Self> {
        let day = scenario.service.powered_off_on?;
        let restore_at = scenario.incident.restore_time(time.now)?;
        Self::new(
            day,
            policy.power_off.review_after_days,
            restore_at,
            time.zone,
        )
    }

    /// Creates the power-off of a day in the time zone of the reader; `None` if the day is not before the restore. The service comes
    /// under review after `review_after_days`.
    fn new(
        day: NaiveDate,
        review_after_days: u16,
        restore_at: Timestamp,
        zone: &dyn TimeZone,
    ) -> Option<Self> {
        let start_of = |day: NaiveDate| match zone.resolve_local(day.into()) {
            LocalResult::Single(start) | LocalResult::Ambiguous(start, _) => Some(start),
            LocalResult::None => Timestamp::from_utc_datetime(day.into()),
        };
        let days = (zone.to_local(restore_at).date() - day).num_days();
        let [start, end] = [day, day + TimeDelta::days(1)].map(start_of);
        let min = start.filter(|start| *start < restore_at)?;
        let max = end?.min(restore_at);
        Some(Self {
            time: Bounds { min, max },
            is_overdue: days > review_after_days.into(),
        })
    }

    /// Returns the power-off without the times before an incident: the service was on then.
    pub(super) fn not_before(mut self, incident_at: Timestamp) -> Self {
        self.time.min = self.time.min.max(incident_at);
        self.time.max = self.time.max.max(incident_at);
        self
    }
}
