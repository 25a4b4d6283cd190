//! Requirements on backups, and what a cell of the policy does not meet.

use super::policy::Cell;
use super::schedule::{RecoveryMode, Tier};
use super::units::{Hours, Minutes};

/// Requirements on backups. A requirement that is not set is met by every cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requirements {
    /// How far back a restore point must be guaranteed.
    pub min_window: Option<Minutes>,
    /// Upper bound of the loss of the latest state (RPO). For older states, see [`Caveat::CoarserBeyond`].
    pub max_loss: Option<Minutes>,
    /// Whether point-in-time recovery is required.
    pub pitr_required: bool,
}

/// Why a cell does not meet the requirements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnmetRequirement {
    /// The plan has no schedule of backups that the user can restore.
    Schedule,
    /// The guaranteed window is too short; it is this long.
    Window(Hours),
    /// The worst-case loss is too large; it is this large.
    Loss(Minutes),
    /// There are backups, but no point-in-time recovery.
    Pitr,
}

/// A limit of a cell that meets the requirements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The loss of the latest state is within the limit, but that of a state older than `window` may be `interval`.
    CoarserBeyond {
        /// Guaranteed window of the backups whose interval is within the limit.
        window: Hours,
        /// Interval of the backups that reach back as far as required.
        interval: Minutes,
    },
    /// The loss is within the limit only by the archived log, and the policy does not state how late the log may be.
    LogDelayNotStated,
}

impl Requirements {
    /// Returns whether no requirement is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns every requirement that a cell does not meet; empty if it meets all. A plan that is not offered is always
    /// unmet, even if no requirement is set.
    pub fn unmet(&self, cell: &Cell) -> Vec<UnmetRequirement> {
        let schedule = match cell {
            _ if self.is_empty() && cell.is_offered() => return Vec::new(),
            Cell::Backups(schedule) => schedule,
            _ => return vec![UnmetRequirement::Schedule],
        };
        let (window, loss) = (schedule.guaranteed_window(), schedule.worst_case_loss());
        let mut unmet = Vec::new();
        if self.min_window.is_some_and(|min| min > window.to_minutes()) {
            unmet.push(UnmetRequirement::Window(window));
        }
        if self.max_loss.is_some_and(|max_loss| max_loss < loss) {
            unmet.push(UnmetRequirement::Loss(loss));
        }
        if self.pitr_required && schedule.mode() != RecoveryMode::Pitr {
            unmet.push(UnmetRequirement::Pitr);
        }
        unmet
    }

    /// Returns the limit of a cell that meets the requirements; `None` if it has none, or if a requirement is unmet.
    pub fn caveat(&self, cell: &Cell) -> Option<Caveat> {
        let (schedule, max_loss) = (cell.schedule()?, self.max_loss?);
        if !self.unmet(cell).is_empty() {
            return None;
        }
        if schedule.mode() == RecoveryMode::Pitr {
            return (schedule.log_delay().is_none()
                && max_loss < schedule.shortest_interval().to_minutes())
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
