//! Kinds of answers.

use crate::domain::{Cell, RecoveryMode};

/// Kind of an answer. Each has an icon and colors of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// Point-in-time recovery: a restore to any second of a window.
    Pitr,
    /// A restore to one of several backups.
    Backups,
    /// A backup that only the platform can restore.
    RecoveryOnly,
    /// No backups are taken.
    NoBackups,
    /// The plan does not exist for the service.
    NotOffered,
}

impl AnswerKind {
    /// All kinds, best first.
    pub const ALL: [AnswerKind; 5] = [
        AnswerKind::Pitr,
        AnswerKind::Backups,
        AnswerKind::RecoveryOnly,
        AnswerKind::NoBackups,
        AnswerKind::NotOffered,
    ];

    /// Returns the value of `data-kind`.
    pub fn slug(self) -> &'static str {
        match self {
            AnswerKind::Pitr => "pitr",
            AnswerKind::Backups => "backups",
            AnswerKind::RecoveryOnly => "recovery",
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
            Cell::Backups(schedule) if schedule.mode() == RecoveryMode::Pitr => AnswerKind::Pitr,
            Cell::Backups(_) => AnswerKind::Backups,
        }
    }
}
