//! What somebody needs of their backups, and which plans give it.

use super::policy::Cell;
use super::schedule::{RecoveryMode, Tier};
use super::units::{Hours, Minutes};

/// Requirements; one that is not set asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requirements {
    /// How far back there must surely be a restore point.
    pub min_window: Option<Minutes>,
    /// How much of the latest state may be lost at most (RPO). Further back more may be lost: see [`Caveat::Gap`].
    pub max_loss: Option<Minutes>,
    /// Whether any second must be restorable (PITR).
    pub pitr_required: bool,
}

/// Why a cell does not give what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnmetRequirement {
    /// The plan does not exist for the service.
    NotOffered,
    /// Nothing is backed up.
    NoBackups,
    /// Only the platform can restore.
    RecoveryOnly,
    /// It surely goes back only this far.
    Window(Hours),
    /// So much can be lost.
    Loss(Minutes),
    /// Only to backups, not to any second.
    Pitr,
}

/// What to know of a cell that gives what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The latest state is as safe as needed, but what lies further back than `beyond` is not: from as far back as
    /// is needed, up to `gap` can be lost.
    CoarserBeyond {
        /// How far back the loss surely stays as small as needed.
        window: Hours,
        /// The interval of the backups that reach as far back as is needed.
        interval: Minutes,
    },
    /// Only the archived log keeps the loss as small as needed, and nobody says how late it may be.
    LogDelayNotStated,
}

impl Requirements {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everything a cell lacks; empty where it gives all that is needed. A plan that does not exist gives nothing.
    pub fn unmet(&self, cell: &Cell) -> Vec<UnmetRequirement> {
        let schedule = match cell {
            Cell::NotOffered => return vec![UnmetRequirement::NotOffered],
            _ if self.is_empty() => return Vec::new(),
            Cell::NoBackups => return vec![UnmetRequirement::NoBackups],
            Cell::RecoveryOnly => return vec![UnmetRequirement::RecoveryOnly],
            Cell::Backups(schedule) => schedule,
        };
        let (window, loss) = (schedule.guaranteed_window(), schedule.worst_case_loss());
        let mut all = Vec::new();
        if self
            .min_window
            .is_some_and(|min_window| min_window > window.to_minutes())
        {
            all.push(UnmetRequirement::Window(window));
        }
        if self.max_loss.is_some_and(|max_loss| max_loss < loss) {
            all.push(UnmetRequirement::Loss(loss));
        }
        if self.pitr_required && schedule.mode() != RecoveryMode::Pitr {
            all.push(UnmetRequirement::Pitr);
        }
        all
    }

    /// What to know of a cell that gives what is needed; nothing of any other.
    pub fn caveat(&self, cell: &Cell) -> Option<Caveat> {
        let (schedule, max_loss) = (cell.schedule()?, self.max_loss?);
        if !self.unmet(cell).is_empty() {
            return None;
        }
        if schedule.mode() == RecoveryMode::Pitr {
            return (max_loss < schedule.shortest_interval().to_minutes())
                .then_some(Caveat::LogDelayNotStated);
        }
        let min_window = self.min_window?;
        let tiers = schedule.tiers();
        let fine = tiers
            .iter()
            .filter(|tier| tier.interval().to_minutes() <= max_loss);
        let window = fine.map(Tier::guaranteed_window).max()?;
        let reaching = tiers
            .iter()
            .find(|tier| tier.guaranteed_window().to_minutes() >= min_window)?;
        let interval = reaching.interval().to_minutes();
        (interval > max_loss).then_some(Caveat::CoarserBeyond { window, interval })
    }
}
