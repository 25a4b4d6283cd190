//! The verdict on an incident, by the rules that every page shares.

use super::caveats::{Reading, is_log_late};
use crate::domain::persistence::PersistenceSetting;
use crate::domain::recovery::{Incident, Recoverability};
use crate::domain::{RecoveryMode, Schedule};
use crate::report::answer_kind::AnswerKind;
use crate::report::context::PlanContext;

/// Certainty that a restore gets back to before an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentVerdict {
    /// A restore gets back, whenever backups run.
    Certain,
    /// It depends on when backups ran.
    Possible,
    /// No backup of the platform gets back.
    Impossible,
    /// The policy does not state it.
    NotStated,
    /// The incident is later than the restore.
    InvalidTimes,
}

impl IncidentVerdict {
    /// Returns the verdict on an incident of a plan while the service is on, and how its backups get back; `None` without backups that
    /// the user can restore.
    pub(in crate::report) fn of_plan(
        context: &PlanContext,
        incident: &Incident,
    ) -> (Self, Option<Recoverability>) {
        if incident.restore_at < incident.at {
            return (Self::InvalidTimes, None);
        }
        if context.ended().is_some() {
            return (Self::Impossible, None);
        }
        let Some(schedule) = context.cell.schedule() else {
            let kind = AnswerKind::from(context.cell);
            return (Self::without_backups(kind, context.disabled_by), None);
        };
        let assessed = schedule.assess(incident);
        let reading = Reading::new(&assessed, &schedule.other_reading().assess(incident));
        let verdict = Self::of_schedule(schedule, &assessed, reading, incident);
        (verdict, Some(assessed))
    }

    /// Returns the verdict on an assessed incident. The last minutes of a log may not be archived yet.
    pub(super) fn of_schedule(
        schedule: &Schedule,
        assessed: &Recoverability,
        reading: Reading,
        incident: &Incident,
    ) -> Self {
        let has_late_log =
            schedule.mode() == RecoveryMode::Pitr && is_log_late(incident.at, incident.restore_at);
        match assessed {
            Recoverability::Certain(_) if has_late_log => Self::Possible,
            Recoverability::Certain(_) => Self::Certain,
            Recoverability::Possible(_) => Self::Possible,
            Recoverability::Impossible if reading == Reading::Disputed => Self::Possible,
            Recoverability::Impossible => Self::Impossible,
            Recoverability::IncidentAfterRestore => Self::InvalidTimes,
        }
    }

    /// Returns the verdict on a plan without backups that the user can restore.
    pub(super) fn without_backups(
        kind: AnswerKind,
        disabled_by: Option<&PersistenceSetting>,
    ) -> Self {
        match kind {
            _ if disabled_by.is_some_and(|setting| !setting.deletes_backups) => Self::NotStated,
            kind if kind.is_not_stated() => Self::NotStated,
            _ => Self::Impossible,
        }
    }

    /// Returns the value of `data-verdict`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Possible => "possible",
            Self::Impossible => "impossible",
            Self::NotStated => "silent",
            Self::InvalidTimes => "unclear",
        }
    }

    /// Returns the verdict in one or two words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Certain => "Yes",
            Self::Possible => "Maybe",
            Self::Impossible => "No",
            Self::NotStated => "Not stated",
            Self::InvalidTimes => "–",
        }
    }
}
