//! The kinds of answer.

use crate::domain::{Cell, RecoveryMode};

/// The kinds of answer a page tells apart at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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

impl Kind {
    /// All kinds, best first.
    pub const ALL: [Kind; 5] = [
        Kind::Pitr,
        Kind::Backups,
        Kind::RecoveryOnly,
        Kind::NoBackups,
        Kind::NotOffered,
    ];

    /// The kind of a cell.
    pub fn of(cell: &Cell) -> Self {
        match cell {
            Cell::NotOffered => Kind::NotOffered,
            Cell::NoBackups => Kind::NoBackups,
            Cell::RecoveryOnly => Kind::RecoveryOnly,
            Cell::Backups(schedule) if schedule.mode() == RecoveryMode::Pitr => Kind::Pitr,
            Cell::Backups(_) => Kind::Backups,
        }
    }

    /// Its name in `data-kind`.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Pitr => "pitr",
            Kind::Backups => "backups",
            Kind::RecoveryOnly => "recovery",
            Kind::NoBackups => "none",
            Kind::NotOffered => "absent",
        }
    }

    /// What it means, for the legend.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Kind::Pitr => (
                "Any second",
                "point-in-time recovery (PITR) within the window",
            ),
            Kind::Backups => ("Backups", "back to one of the backups that are kept"),
            Kind::RecoveryOnly => ("Recovery only", "one backup, for disaster recovery only"),
            Kind::NoBackups => ("No backups", "nothing to go back to"),
            Kind::NotOffered => ("Not offered", "the plan does not exist for the service"),
        }
    }
}
