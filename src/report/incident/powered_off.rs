//! A service that is powered off at the time of the restore.

use chrono::TimeDelta;

use crate::domain::power_off::LongPowerOffResult;
use crate::domain::recovery::Bounds;
use crate::domain::{Policy, Scenario, Timestamp};
use crate::report::time_context::TimeContext;

/// A power-off before the restore. While a service is off no backup is made, so that a rule by count drops none: what exists at the
/// power-off exists at the restore. The policy does not say whether a rule by age goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct PoweredOff {
    /// Time of the power-off: any time of the day, but not before the incident.
    pub time: Bounds<Timestamp>,
    /// What the policy says of a service that is off for so long at the restore; `None` before.
    pub overdue: Option<LongPowerOffResult>,
    /// Whether the service was deleted, and its backups, too.
    pub is_gone: bool,
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
        let rule = &policy.power_off;
        let after_days = i64::from(rule.after_days);
        Some(Self {
            time: Bounds {
                min: earliest,
                max: end?.min(restore_at).max(earliest),
            },
            overdue: (days > after_days).then_some(rule.then),
            is_gone: rule.then == LongPowerOffResult::Deletion
                && policy
                    .days_after_deletion
                    .is_some_and(|more_days| days > after_days + i64::from(more_days)),
        })
    }
}
