//! The kinds of answer.

use crate::domain::{Cell, RecoveryMode};

/// The kinds of answer a page tells apart at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// Any second within a window.
    Pitr,
    /// One of several backups.
    Backups,
    /// Only the platform can restore.
    RecoveryOnly,
    /// Nothing is backed up.
    NoBackups,
    /// The plan does not exist.
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

    /// Its name in `data-kind`.
    pub fn slug(self) -> &'static str {
        match self {
            AnswerKind::Pitr => "pitr",
            AnswerKind::Backups => "backups",
            AnswerKind::RecoveryOnly => "recovery",
            AnswerKind::NoBackups => "none",
            AnswerKind::NotOffered => "absent",
        }
    }

    /// What it means, for the legend.
    pub fn legend_entry(self) -> (&'static str, &'static str) {
        match self {
            AnswerKind::Pitr => (
                "Any second",
                "point-in-time recovery (PITR) within the window",
            ),
            AnswerKind::Backups => ("Backups", "back to one of the backups that are kept"),
            AnswerKind::RecoveryOnly => ("Recovery only", "one backup, for disaster recovery only"),
            AnswerKind::NoBackups => ("No backups", "nothing to go back to"),
            AnswerKind::NotOffered => ("Not offered", "the plan does not exist for the service"),
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
