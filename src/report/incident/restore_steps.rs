//! What to do after a positive answer: the way in the console, and the command with the time filled in.

use super::{IncidentContext, IncidentReport, advice};
use crate::domain::restore_guide::DocPage;
use crate::domain::{Minutes, RecoveryMode, Schedule};

/// Steps of a restore, from the platform's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoreSteps {
    /// What the steps are based on.
    pub basis: String,
    /// The way in the console, and what to know, in order.
    pub steps: Vec<String>,
    /// The command; `None` if it cannot choose the backup.
    pub command: Option<String>,
    /// The page of the documentation.
    pub source: DocPage,
}

impl IncidentContext<'_> {
    /// Returns the point in time to restore to, in RFC 3339. The incident is given to the minute and may have begun with it, so
    /// that it is a minute earlier.
    pub(super) fn recovery_target_time(&self) -> String {
        let before = self.incident.at - Minutes::new(1);
        before.to_string().replace('Z', ":00+00:00")
    }

    /// Adds the steps of a restore, or that none are documented. An edition without a guide says nothing.
    pub(super) fn add_restore_steps(&self, report: &mut IncidentReport, schedule: &Schedule) {
        let Some(guide) = &self.policy.restore else {
            return;
        };
        let service = self.policy.service(self.report.service.id);
        let month = self.policy.edition.date().to_words();
        if !service.can_be_forked {
            report.advice.push(advice(format!(
                "Aiven’s documentation of {month} doesn’t describe a restore of {}.",
                service.short_name
            )));
            return;
        }
        let (steps, command) = match schedule.mode() {
            RecoveryMode::Pitr => {
                let command = format!(
                    "{} \\\n  --service-type {} \\\n  --recovery-target-time \"{}\"",
                    guide.command,
                    service.service_type,
                    self.recovery_target_time()
                );
                (&guide.pitr_steps, Some(command))
            }
            RecoveryMode::Basic => (&guide.backup_steps, None),
        };
        report.restore_steps = Some(Box::new(RestoreSteps {
            basis: format!("From Aiven’s documentation, not the {month} policy"),
            steps: steps.clone(),
            command,
            source: guide.source.clone(),
        }));
    }
}
