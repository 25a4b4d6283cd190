//! An incident: can one get back to before it, to which restore point, with which loss, and until when (DESIGN 3).
//!
//! Where the time of day of the backups is not known, any phase is possible. What a phase gives moves along with it,
//! minute by minute, and jumps only where a backup passes the incident or a new one is taken; so it is enough to look
//! at the phases on both sides of each jump.

use super::schedule::{RecoveryMode, Schedule};
use super::time::{MINUTES_PER_DAY, TimeOfDay, Timestamp};
use super::units::Minutes;

/// What happened, and when somebody restores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// When it went wrong. A backup taken in this very minute is taken to be from before it.
    pub at: Timestamp,
    /// When the restore is made.
    pub restore_at: Timestamp,
    /// When backups are taken, in UTC, where that is known.
    pub backup_time: Option<TimeOfDay>,
}

/// From the least to the most; both the same where it is known exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds<T> {
    /// The least.
    pub min: T,
    /// The most.
    pub max: T,
}

impl<T: Copy + Ord> Bounds<T> {
    /// Exactly this.
    pub fn exact(value: T) -> Self {
        Self {
            min: value,
            max: value,
        }
    }

    /// Whether it is known exactly.
    pub fn is_exact(&self) -> bool {
        self.min == self.max
    }

    /// The narrowest span with both in it.
    fn union(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }
}

/// Whether one can get back to before the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recoverability {
    /// Whenever backups happen to run.
    Certain(RecoveryOutcome),
    /// It depends on when backups ran.
    Possible(RecoveryOutcome),
    /// However backups ran.
    Impossible,
    /// The incident is later than the restore.
    IncidentAfterRestore,
}

/// What one gets back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoveryOutcome {
    /// When the backup was taken that the restore begins with: the newest from before the incident.
    pub restore_point_taken: Bounds<Timestamp>,
    /// What was written before the incident and is lost all the same.
    pub data_loss: Bounds<Minutes>,
    /// When that backup disappears.
    pub deadline: Bounds<Timestamp>,
    /// When the last backup from before the incident disappears.
    pub final_deadline: Bounds<Timestamp>,
    /// Index of the tier that keeps that backup longest.
    pub tier_index: Bounds<usize>,
}

impl RecoveryOutcome {
    fn union(self, other: Self) -> Self {
        Self {
            restore_point_taken: self.restore_point_taken.union(other.restore_point_taken),
            data_loss: self.data_loss.union(other.data_loss),
            deadline: self.deadline.union(other.deadline),
            final_deadline: self.final_deadline.union(other.final_deadline),
            tier_index: self.tier_index.union(other.tier_index),
        }
    }
}

impl Schedule {
    /// Whether one can get back to before an incident.
    pub fn assess(&self, incident: &Incident) -> Recoverability {
        let Some(elapsed) = incident.restore_at.checked_duration_since(incident.at) else {
            return Recoverability::IncidentAfterRestore;
        };
        let mut all = true;
        let mut outcome: Option<RecoveryOutcome> = None;
        for phase in self.critical_phases(incident, elapsed) {
            match self.assess_at_phase(incident, elapsed.get(), phase) {
                Some(one) => outcome = Some(outcome.map_or(one, |outcome| outcome.union(one))),
                None => all = false,
            }
        }
        match outcome {
            Some(outcome) if all => Recoverability::Certain(outcome),
            Some(outcome) => Recoverability::Possible(outcome),
            None => Recoverability::Impossible,
        }
    }

    /// The phases of the coarsest tier (time since its newest backup, in minutes) that the time of day allows.
    pub fn possible_phases(
        &self,
        moment: Timestamp,
        backup_time: Option<TimeOfDay>,
    ) -> Option<PossiblePhases> {
        let backup_time = backup_time?;
        let cycle = self.coarsest_interval();
        let step = gcd(cycle, MINUTES_PER_DAY);
        let offset =
            (moment.time_of_day().to_minutes() + MINUTES_PER_DAY - backup_time.to_minutes()) % step;
        Some(PossiblePhases {
            offset,
            step,
            cycle,
        })
    }

    /// The interval of the coarsest tier: after it, all begins again.
    fn coarsest_interval(&self) -> u32 {
        self.tiers()
            .last()
            .map_or(MINUTES_PER_DAY, |tier| tier.interval().to_minutes().get())
    }

    /// Phases that show everything which any phase can give.
    fn critical_phases(&self, incident: &Incident, elapsed: Minutes) -> Vec<u32> {
        if let Some(known) = self.possible_phases(incident.restore_at, incident.backup_time) {
            return known.iter().collect();
        }
        let cycle = self.coarsest_interval();
        let fine = self.shortest_interval().to_minutes().get();
        let mut phases = Vec::new();
        for k in 0..cycle / fine {
            for jump in [k * fine, k * fine + elapsed.get() % fine] {
                phases.push(jump);
                phases.push((jump + cycle - 1) % cycle);
            }
        }
        phases
    }

    /// What one phase gives: the finest tier that reaches back to the incident has the newest backup before it.
    fn assess_at_phase(
        &self,
        incident: &Incident,
        elapsed: u32,
        phase: u32,
    ) -> Option<RecoveryOutcome> {
        let reaching = self.tiers().iter().filter_map(|tier| {
            let interval = tier.interval().to_minutes().get();
            let age = elapsed + (phase + interval - elapsed % interval) % interval;
            let max_age = tier.max_age().to_minutes().get();
            (age < max_age).then(|| (age, max_age - age))
        });
        let mut reaching = reaching.peekable();
        let (age, _) = *reaching.peek()?;
        let longest_remaining = reaching.map(|(_, remaining)| remaining).max()?;
        // A coarser backup is one of the finer ones, and kept at least as long.
        let retains = |interval: u32| age % interval == phase % interval;
        let tiers = self.tiers().iter().enumerate().rev();
        let mut retaining = tiers.filter(|(_, tier)| retains(tier.interval().to_minutes().get()));
        let (tier_index, retaining_tier) = retaining.next()?;
        let data_loss = match self.mode() {
            RecoveryMode::Pitr => 0,
            RecoveryMode::Basic => age - elapsed,
        };
        let later = |minutes: u32| Bounds::exact(incident.restore_at.ahead(Minutes::new(minutes)));
        Some(RecoveryOutcome {
            restore_point_taken: Bounds::exact(incident.restore_at.back(Minutes::new(age))),
            data_loss: Bounds::exact(Minutes::new(data_loss)),
            deadline: later(retaining_tier.max_age().to_minutes().get() - age),
            final_deadline: later(longest_remaining),
            tier_index: Bounds::exact(tier_index),
        })
    }
}

/// The phases that a known time of day leaves: the offset, and each step from it on, within a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PossiblePhases {
    offset: u32,
    step: u32,
    cycle: u32,
}

impl PossiblePhases {
    /// All of them; one, where the coarsest interval is a day or a part of it.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        (self.offset..self.cycle).step_by(self.step as usize)
    }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
