//! A service that is powered off or deleted at the time of the restore.

use chrono::NaiveDate;

use crate::domain::power_off::LongPowerOffResult;
use crate::domain::recovery::Bounds;
use crate::domain::time::add_days;
use crate::domain::{Policy, Scenario, ServiceOptions, Timestamp};
use crate::report::time_context::TimeContext;

/// A power-off or a deletion before the restore. While a service is off no backup is made, so that a rule by count drops none: what
/// exists at the power-off exists at the restore. The policy does not say whether a rule by age goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct OutOfService {
    /// Time of the power-off or the deletion: any time of the day, but not before the incident.
    pub time: Bounds<Timestamp>,
    /// What the policy says of a service that is off for so long at the restore; `None` before.
    pub overdue: Option<LongPowerOffResult>,
    /// Whether somebody deleted the service by the restore.
    pub is_deleted: bool,
    /// Whether the service was deleted, by somebody or for the power-off, and its backups, too.
    pub is_gone: bool,
}

impl OutOfService {
    /// Returns the power-off or deletion of a scenario, whose day is in the time zone of the reader; `None` if there is none before the
    /// restore.
    pub fn before_restore(policy: &Policy, scenario: &Scenario, time: TimeContext) -> Option<Self> {
        let ServiceOptions {
            powered_off_on,
            deleted_on,
            ..
        } = scenario.service;
        let day = powered_off_on.into_iter().chain(deleted_on).min()?;
        let restore_at = scenario.incident.restore_time(time.now)?;
        let zone = time.zone;
        let [start, end] = [day, add_days(day, 1)].map(|day| time.start_of_day(day));
        let start = start.filter(|start| *start < restore_at)?;
        // The service was on at the incident.
        let earliest = scenario
            .incident
            .at
            .map_or(start, |at| start.max(at.min(restore_at)));
        let restored_on = zone.to_local(restore_at).date();
        let days_since = |day: Option<NaiveDate>| Some((restored_on - day?).num_days());
        let days_off = days_since(powered_off_on).unwrap_or_default();
        let days_deleted = days_since(deleted_on);
        let rule = &policy.power_off;
        let after_days = i64::from(rule.after_days);
        Some(Self {
            time: Bounds {
                min: earliest,
                max: end?.min(restore_at).max(earliest),
            },
            overdue: (days_off > after_days).then_some(rule.then),
            is_deleted: days_deleted.is_some_and(|days| days >= 0),
            is_gone: policy.days_after_deletion.is_some_and(|keep_days| {
                let keep_days = i64::from(keep_days);
                days_deleted.is_some_and(|days| days > keep_days)
                    || rule.then == LongPowerOffResult::Deletion
                        && days_off > after_days + keep_days
            }),
        })
    }
}
