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
    /// Whether the service is off for so long at the restore that a review may have deleted it.
    pub is_under_review: bool,
    /// Day on which somebody deleted the service, or Aiven did because it was off for too long; `None` if it exists at the restore.
    pub deleted_on: Option<NaiveDate>,
    /// Whether the policy no longer keeps the backups of the deleted service.
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
        let rule = &policy.power_off;
        // It has been off for as many days as it may on this day, at the time of day of the power-off.
        let off_for_too_long = powered_off_on
            .map(|day| add_days(day, rule.after_days.into()))
            .filter(|day| *day < restored_on);
        let (is_under_review, deleted_for_power_off) = match rule.then {
            LongPowerOffResult::Review => (off_for_too_long.is_some(), None),
            LongPowerOffResult::Deletion => (false, off_for_too_long),
        };
        let deleted_on = deleted_on
            .filter(|day| *day <= restored_on)
            .into_iter()
            .chain(deleted_for_power_off)
            .min();
        Some(Self {
            time: Bounds {
                min: earliest,
                max: end?.min(restore_at).max(earliest),
            },
            is_under_review,
            deleted_on,
            is_gone: deleted_on
                .zip(policy.days_after_deletion)
                .is_some_and(|(day, days)| add_days(day, days.into()) < restored_on),
        })
    }
}
