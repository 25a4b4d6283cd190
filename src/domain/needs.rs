//! What somebody needs of their backups, and which plans give it.

use super::policy::Cell;
use super::schedule::{RecoveryMode, Tier};
use super::units::{Hours, Minutes};

/// Requirements; one that is not set asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// How far back there must surely be a restore point.
    pub back: Option<Minutes>,
    /// How much of the latest state may be lost at most (RPO). Further back more may be lost: see [`Caveat::Gap`].
    pub lose: Option<Minutes>,
    /// Whether any second must be restorable (PITR).
    pub pitr: bool,
}

/// Why a cell does not give what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// The plan does not exist for the service.
    NotOffered,
    /// Nothing is backed up.
    NoBackups,
    /// Only the platform can restore.
    RecoveryOnly,
    /// It surely goes back only this far.
    Back(Hours),
    /// So much can be lost.
    Lose(Minutes),
    /// Only to backups, not to any second.
    NoPitr,
}

/// What to know of a cell that gives what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The latest state is as safe as needed, but what lies further back than `beyond` is not: from as far back as
    /// is needed, up to `gap` can be lost.
    Gap {
        /// How far back the loss surely stays as small as needed.
        beyond: Hours,
        /// The interval of the backups that reach as far back as is needed.
        gap: Minutes,
    },
    /// Only the archived log keeps the loss as small as needed, and nobody says how late it may be.
    Log,
}

impl Needs {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everything a cell lacks; empty where it gives all that is needed. A plan that does not exist gives nothing.
    pub fn shortfalls(&self, cell: &Cell) -> Vec<Shortfall> {
        let schedule = match cell {
            Cell::NotOffered => return vec![Shortfall::NotOffered],
            _ if self.is_empty() => return Vec::new(),
            Cell::NoBackups => return vec![Shortfall::NoBackups],
            Cell::RecoveryOnly => return vec![Shortfall::RecoveryOnly],
            Cell::Backups(schedule) => schedule,
        };
        let (window, loss) = (schedule.guaranteed_window(), schedule.worst_case_loss());
        let mut all = Vec::new();
        if self.back.is_some_and(|back| back > window.minutes()) {
            all.push(Shortfall::Back(window));
        }
        if self.lose.is_some_and(|lose| lose < loss) {
            all.push(Shortfall::Lose(loss));
        }
        if self.pitr && schedule.mode() != RecoveryMode::Pitr {
            all.push(Shortfall::NoPitr);
        }
        all
    }

    /// What to know of a cell that gives what is needed; nothing of any other.
    pub fn caveat(&self, cell: &Cell) -> Option<Caveat> {
        let (schedule, lose) = (cell.schedule()?, self.lose?);
        if !self.shortfalls(cell).is_empty() {
            return None;
        }
        if schedule.mode() == RecoveryMode::Pitr {
            return (lose < schedule.shortest_interval().minutes()).then_some(Caveat::Log);
        }
        let back = self.back?;
        let tiers = schedule.tiers();
        let fine = tiers
            .iter()
            .filter(|tier| tier.interval().minutes() <= lose);
        let beyond = fine.map(Tier::guaranteed_window).max()?;
        let reaching = tiers
            .iter()
            .find(|tier| tier.guaranteed_window().minutes() >= back)?;
        let gap = reaching.interval().minutes();
        (gap > lose).then_some(Caveat::Gap { beyond, gap })
    }
}
