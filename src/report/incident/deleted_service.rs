//! Report on an incident of a service that is deleted at the restore.

use super::{IncidentContext, IncidentReport, IncidentVerdict, advice};
use crate::report::countdown::{DELETION_NOT_STATED, last_day};

impl IncidentContext<'_> {
    /// Builds the report for a service that is deleted at the restore, so that the user cannot restore the backups; `None` if it exists.
    pub(super) fn with_deleted_service(&self) -> Option<IncidentReport> {
        let out_of_service = self.out_of_service?;
        let deleted_on = out_of_service.deleted_on?;
        let (verdict, headline) = match (out_of_service.is_gone, self.policy.days_after_deletion) {
            (true, _) => (
                IncidentVerdict::Impossible,
                "No. The service is deleted by then, and its backups, too.".to_owned(),
            ),
            (false, None) => (IncidentVerdict::NotStated, DELETION_NOT_STATED.to_owned()),
            (false, Some(days)) => (
                IncidentVerdict::NotStated,
                format!(
                    "Ask Aiven support to recover the service, by {}.",
                    self.time.zone.format_date(last_day(deleted_on, days))
                ),
            ),
        };
        let mut report = self.new_report(verdict, headline);
        if self.time.today().is_some_and(|today| today < deleted_on) {
            report.advice.push(advice("Restore before the deletion."));
        }
        Some(report)
    }
}
