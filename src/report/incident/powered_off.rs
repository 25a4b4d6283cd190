//! A service that is powered off at the time of the restore.

use chrono::TimeDelta;

use crate::domain::recovery::Bounds;
use crate::domain::{Policy, Scenario, Timestamp};
use crate::report::time_context::TimeContext;

/// A power-off before the restore. While a service is off no backup is made, so that a rule by count drops none: what exists at the
/// power-off exists at the restore. The policy does not say whether a rule by age goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct PoweredOff {
    /// Time of the power-off: any time of the day, but not before the incident.
    pub time: Bounds<Timestamp>,
    /// Whether the service is off for so long at the restore that it may have been deleted.
    pub is_overdue: bool,
}

impl PoweredOff {
    /// Returns the power-off of a scenario, whose day is in the time zone of the reader; `None` if there is none before the restore.
    pub fn before_restore(policy: &Policy, scenario: &Scenario, time: TimeContext) -> Option<Self> {
        let day = scenario.service.powered_off_on?;
        let restore_at = scenario.incident.restore_time(time.now)?;
        let zone = time.zone;
        let [start, end] = [day, day + TimeDelta::days(1)].map(|day| time.start_of_day(day));
        let start = start.filter(|start| *start < restore_at)?;
        // The service was on at the incident.
        let earliest = scenario
            .incident
            .at
            .map_or(start, |at| start.max(at.min(restore_at)));
        let days = (zone.to_local(restore_at).date() - day).num_days();
        Some(Self {
            time: Bounds {
                min: earliest,
                max: end?.min(restore_at).max(earliest),
            },
            is_overdue: days > policy.power_off.review_after_days.into(),
        })
    }
}
