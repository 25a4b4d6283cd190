//! What an answer on an incident rests on beside the schedule.

use super::{IncidentContext, IncidentReport};
use crate::domain::recovery::Recoverability;
use crate::domain::{Minutes, Retention, Schedule, Timestamp};

/// Time before the restore for which the log may not have been archived: our caution, since the policy does not say how late the
/// archived log may be.
const LOG_DELAY: Minutes = Minutes::new(15);

/// Returns the headline of an incident whose log may not have been archived at the time of the restore; `log_lag` is what the policy
/// states of it.
pub(in crate::report) fn late_log_headline(log_lag: Option<&str>) -> String {
    let lag = log_lag.unwrap_or("The policy doesn’t state how far the log archive can lag.");
    format!("Maybe. It is only minutes ago. {lag}")
}

/// Returns whether the log of an incident may not have been archived at the time of the restore.
pub(in crate::report) fn is_log_late(at: Timestamp, restore_at: Timestamp) -> bool {
    let age = restore_at.checked_duration_since(at);
    age.is_some_and(|age| age < LOG_DELAY)
}

/// How the verdict depends on the reading of the retention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Reading {
    /// Both readings agree, or the policy leaves no room for another one.
    Agreed,
    /// By the other reading the answer would be another one.
    Disputed,
}

impl Reading {
    /// Compares an assessment with that of the other reading.
    pub(in crate::report) fn new<T>(
        assessed: &Recoverability<T>,
        other: &Recoverability<T>,
    ) -> Self {
        let is_same = match assessed {
            Recoverability::Certain(_) => other.is_certain(),
            Recoverability::Impossible => other.outcome().is_none(),
            _ => true,
        };
        if is_same {
            Self::Agreed
        } else {
            Self::Disputed
        }
    }

    /// Returns the start of a positive headline.
    pub(in crate::report) fn yes(self) -> &'static str {
        match self {
            Self::Agreed => "Yes",
            Self::Disputed => "Yes, by one interpretation",
        }
    }
}

impl IncidentContext<'_> {
    /// Adds what would break a positive answer.
    pub(super) fn add_caveats(&self, report: &mut IncidentReport, schedule: &Schedule) {
        let mut caveats = vec![
            "The service or fork is younger than the incident.",
            "A backup failed, or a major version upgrade came in between.",
            match self.policy.days_after_deletion {
                Some(_) => "The service was deleted or moved to another region.",
                None => {
                    "The service was deleted or moved to another region. Not stated: what happens then."
                }
            },
        ];
        let is_count = |retention| matches!(retention, Retention::Count(_));
        if schedule
            .tiers()
            .iter()
            .any(|tier| is_count(tier.retention()))
        {
            caveats.push("Extra backups (maintenance, failover) pushed older ones out.");
        }
        report.caveats = caveats.into_iter().map(str::to_owned).collect();
        if let Some(setting) = self
            .policy
            .persistence_setting(self.report.service.id, self.report.plan.id)
        {
            report
                .caveats
                .push(format!("{} was off at some time since.", setting.name));
        }
    }
}
