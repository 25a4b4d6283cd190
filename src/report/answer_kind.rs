//! Kinds of answers.

use crate::domain::{Cell, RecoveryMode};

/// Kind of an answer. Each has an icon of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// Point-in-time recovery: a restore to any second of a window.
    Pitr,
    /// A restore to one of several backups.
    Backups,
    /// A backup that only the platform can restore.
    RecoveryOnly,
    /// Backups whose schedule the policy does not state.
    Unspecified,
    /// No backups are taken.
    NoBackups,
    /// The plan does not exist for the service.
    NotOffered,
}

impl AnswerKind {
    /// All kinds, best first.
    pub const ALL: [AnswerKind; 6] = [
        AnswerKind::Pitr,
        AnswerKind::Backups,
        AnswerKind::RecoveryOnly,
        AnswerKind::Unspecified,
        AnswerKind::NoBackups,
        AnswerKind::NotOffered,
    ];

    /// Returns what there is to restore, in a few words, where there are no backups with a schedule.
    pub(super) fn without_schedule(self) -> &'static str {
        match self {
            AnswerKind::RecoveryOnly => "one backup, for disaster recovery only",
            AnswerKind::Unspecified => "backups without a stated schedule",
            _ => "no backups",
        }
    }

    /// Returns whether there are backups of which the policy does not state whether they help.
    pub(super) fn is_not_stated(self) -> bool {
        matches!(self, AnswerKind::RecoveryOnly | AnswerKind::Unspecified)
    }

    /// Returns the value of `data-kind`.
    pub fn slug(self) -> &'static str {
        match self {
            AnswerKind::Pitr => "pitr",
            AnswerKind::Backups => "backups",
            AnswerKind::RecoveryOnly => "recovery",
            AnswerKind::Unspecified => "unspecified",
            AnswerKind::NoBackups => "none",
            AnswerKind::NotOffered => "absent",
        }
    }
}

impl From<&Cell> for AnswerKind {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::NotOffered => AnswerKind::NotOffered,
            Cell::NoBackups => AnswerKind::NoBackups,
            Cell::RecoveryOnly => AnswerKind::RecoveryOnly,
            Cell::Unspecified => AnswerKind::Unspecified,
            Cell::Backups(schedule) if schedule.mode() == RecoveryMode::Pitr => AnswerKind::Pitr,
            Cell::Backups(_) => AnswerKind::Backups,
        }
    }
}
