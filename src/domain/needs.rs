//! What somebody needs of their backups, and which plans give it.

use super::policy::Cell;
use super::schedule::RecoveryMode;
use super::units::Minutes;

/// Requirements; one that is not set asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// How far back there must surely be a restore point.
    pub back: Option<Minutes>,
    /// How much of the latest state may be lost at most (RPO).
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
    Back(Minutes),
    /// So much can be lost.
    Lose(Minutes),
    /// Only to backups, not to any second.
    NoPitr,
}

impl Needs {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everything a cell lacks; empty where it gives all that is needed.
    pub fn shortfalls(&self, cell: &Cell) -> Vec<Shortfall> {
        let schedule = match cell {
            Cell::NotOffered => return vec![Shortfall::NotOffered],
            _ if self.is_empty() => return Vec::new(),
            Cell::NoBackups => return vec![Shortfall::NoBackups],
            Cell::RecoveryOnly => return vec![Shortfall::RecoveryOnly],
            Cell::Backups(schedule) => schedule,
        };
        let window = schedule.guaranteed_window().minutes();
        let loss = schedule.worst_case_loss();
        let back = self.back.filter(|back| *back > window);
        let lose = self.lose.filter(|lose| *lose < loss);
        let exact = !self.pitr || schedule.mode() == RecoveryMode::Pitr;
        let back = back.map(|_| Shortfall::Back(window));
        let lose = lose.map(|_| Shortfall::Lose(loss));
        let pitr = (!exact).then_some(Shortfall::NoPitr);
        back.into_iter().chain(lose).chain(pitr).collect()
    }
}
