//! Report on an incident of a service that is deleted at the restore.

use super::{IncidentContext, IncidentReport, IncidentVerdict, advice};
use crate::report::countdown::{DELETION_NOT_STATED, last_day};

impl IncidentContext<'_> {
    /// Builds the report for a service that is deleted at the restore, so that the user cannot restore the backups; `None` if it exists.
    pub(super) fn with_deleted_service(&self) -> Option<IncidentReport> {
        let out_of_service = self.out_of_service?;
        let deleted_on = out_of_service.deleted_on?;
        let restore_before = "Restore before the deletion.".to_owned();
        let is_to_come = self.time.today().is_some_and(|today| today < deleted_on);
        let support = match self.policy.days_after_deletion {
            None => DELETION_NOT_STATED.to_owned(),
            Some(days) => format!(
                "Ask Aiven support to recover the service, by {}.",
                self.time.zone.format_date(last_day(deleted_on, days))
            ),
        };
        let (verdict, headline, further) = match (out_of_service.is_gone, is_to_come) {
            (true, _) => (
                IncidentVerdict::Impossible,
                "No. The service is deleted by then, and its backups, too.".to_owned(),
                is_to_come.then_some(restore_before),
            ),
            (false, true) => (IncidentVerdict::NotStated, restore_before, Some(support)),
            (false, false) => (IncidentVerdict::NotStated, support, None),
        };
        let mut report = self.new_report(verdict, headline);
        report.advice.extend(further.map(advice));
        Some(report)
    }
}
