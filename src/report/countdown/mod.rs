//! Countdowns to a day on which data is lost: after a power-off to the review or deletion of the service, and after the deletion of the
//! service to that of its backups.

mod days;
mod deletion;
mod power_off;
mod report;

pub(super) use deletion::{DELETION_NOT_STATED, last_day};
pub use report::{CountdownEvent, CountdownReport, Reminder};

use super::context::PlanContext;
use super::time_context::TimeContext;
use crate::domain::{BackupSettings, PlanId, Policy, ServiceId, ServiceOptions};

impl CountdownReport {
    /// Builds the reports on a power-off, if the plan is offered, and on the deletion of the service, if the policy states how long its
    /// backups outlive it, or somebody asks.
    pub fn all(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        options: &ServiceOptions,
        time: TimeContext,
    ) -> Vec<Self> {
        let settings = BackupSettings {
            persistence_disabled: options.persistence_disabled,
            ..BackupSettings::default()
        };
        let context = PlanContext::with_settings(policy, service, plan, settings);
        let is_deleted = options
            .deleted_on
            .zip(time.today())
            .is_some_and(|(deleted_on, today)| deleted_on <= today);
        let power_off = match is_deleted {
            // A deleted service cannot be powered on.
            true => None,
            false => power_off::report(&context, options.powered_off_on, time),
        };
        let deletion = deletion::report(&context, options.deleted_on, time);
        power_off.into_iter().chain(deletion).collect()
    }
}
