//! Recovery from an incident with a [`Schedule`]: whether it is possible, the restore point, the loss and the
//! deadlines.
//!
//! The *phase* is the age of the newest backup of the coarsest tier. If the time of day of the backups is unknown,
//! every phase is possible. Between two phases at which a backup is taken, or passes the incident, the outcome changes
//! minute by minute with the phase; so its extremes are at the phases next to these.

use std::num::NonZeroU32;

use super::schedule::{RecoveryMode, Schedule, Tier};
use super::time::{MINUTES_PER_DAY, TimeOfDay, Timestamp};
use super::units::Minutes;

/// An incident and its restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Time of the incident. A backup of the same minute counts as taken before it.
    pub at: Timestamp,
    /// Time of the restore.
    pub restore_at: Timestamp,
    /// Time of day in UTC at which backups are taken; unknown if `None`. See [`Schedule::uses_backup_time`].
    pub backup_time: Option<TimeOfDay>,
}

/// Lower and upper bound of a value, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds<T> {
    /// Lower bound.
    pub min: T,
    /// Upper bound.
    pub max: T,
}

impl<T: Copy + Ord> Bounds<T> {
    /// Returns the bounds of a value that is known exactly.
    pub fn exact(value: T) -> Self {
        Self {
            min: value,
            max: value,
        }
    }

    /// Returns whether the value is known exactly.
    pub fn is_exact(&self) -> bool {
        self.min == self.max
    }

    /// Returns the narrowest bounds that contain both.
    fn union(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }
}

/// Whether the state before an incident can be recovered, with the outcome `T` of the restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recoverability<T = RecoveryOutcome> {
    /// At every phase of the backups.
    Certain(T),
    /// At some phases of the backups.
    Possible(T),
    /// At no phase of the backups.
    Impossible,
    /// The incident is later than the restore.
    IncidentAfterRestore,
}

impl<T> Recoverability<T> {
    /// Returns whether recovery is certain.
    pub fn is_certain(&self) -> bool {
        matches!(self, Self::Certain(_))
    }

    /// Returns the outcome of the restore; `None` if recovery is neither certain nor possible.
    pub fn outcome(&self) -> Option<&T> {
        match self {
            Self::Certain(outcome) | Self::Possible(outcome) => Some(outcome),
            Self::Impossible | Self::IncidentAfterRestore => None,
        }
    }
}

/// Outcome of a restore: the restore point, the loss and the deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoveryOutcome {
    /// Time at which the restore point was taken: the newest backup from before the incident.
    pub restore_point_taken: Bounds<Timestamp>,
    /// Data from before the incident that is lost, as the time that it spans.
    pub data_loss: Bounds<Minutes>,
    /// Time at which the restore point expires.
    pub deadline: Bounds<Timestamp>,
    /// Time at which the last backup from before the incident expires.
    pub final_deadline: Bounds<Timestamp>,
    /// Index of the tier that keeps the restore point longest.
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
    /// Returns whether the state before an incident can be recovered.
    pub fn assess(&self, incident: &Incident) -> Recoverability {
        let Some(elapsed) = incident.restore_at.checked_duration_since(incident.at) else {
            return Recoverability::IncidentAfterRestore;
        };
        let mut is_certain = true;
        let mut combined: Option<RecoveryOutcome> = None;
        for phase in self.critical_phases(incident, elapsed) {
            match self.assess_at_phase(incident, elapsed.get(), phase) {
                Some(outcome) => {
                    combined = Some(combined.map_or(outcome, |combined| combined.union(outcome)));
                }
                None => is_certain = false,
            }
        }
        match combined {
            Some(outcome) if is_certain => Recoverability::Certain(outcome),
            Some(outcome) => Recoverability::Possible(outcome),
            None => Recoverability::Impossible,
        }
    }

    /// Returns the phases in minutes that are possible at `time` if backups are taken at `backup_time`; `None` if the
    /// time of day is unknown, so that every phase is possible.
    pub fn possible_phases(
        &self,
        time: Timestamp,
        backup_time: Option<TimeOfDay>,
    ) -> Option<PossiblePhases> {
        let backup_time = backup_time?;
        let cycle = self.coarsest_interval();
        let step = greatest_common_divisor(cycle, MINUTES_PER_DAY);
        let offset =
            (time.time_of_day().to_minutes() + MINUTES_PER_DAY - backup_time.to_minutes()) % step;
        Some(PossiblePhases {
            offset,
            step,
            cycle,
        })
    }

    /// Returns whether the time of day of the backups is known and decides the answer. A backup takes time, and the policy does not say
    /// how much: the newest one before the incident must have started at least a quarter of its interval before it. Closer than
    /// that, the time of day counts as unknown.
    pub fn uses_backup_time(&self, incident: &Incident) -> bool {
        let interval = self.finest_interval();
        let is_old = |phase: u32| phase % interval * 4 >= interval.get();
        self.possible_phases(incident.at, incident.backup_time)
            .is_some_and(|known| known.iter().all(is_old))
    }

    /// Returns the times of day of a backup that decide an incident which depends on them: those that make it certain, and those that
    /// make it impossible. Each is the first and the last one, the last one perhaps on the next day; `None` without such times. Times
    /// just before the incident decide nothing, see [`Schedule::uses_backup_time`]. Schedules of several tiers have none.
    pub fn deciding_times(&self, incident: &Incident) -> [Option<(TimeOfDay, TimeOfDay)>; 2] {
        let interval = self.coarsest_interval().get();
        let guaranteed = self.guaranteed_window().to_minutes().get();
        let elapsed = incident.restore_at.checked_duration_since(incident.at);
        // Up to this phase the oldest backup is later than the incident.
        let excess = elapsed.map_or(0, |elapsed| elapsed.get().saturating_sub(guaranteed));
        if self.tiers().len() != 1 || !(1..interval).contains(&excess) {
            return [None, None];
        }
        let time_before_incident = |minutes: u32| {
            let minute = incident.at.time_of_day().to_minutes() + MINUTES_PER_DAY;
            TimeOfDay::from_minutes((minute - minutes % MINUTES_PER_DAY) % MINUTES_PER_DAY)
        };
        let span = |least: u32, greatest: u32| {
            let earliest = time_before_incident(greatest).filter(|_| least <= greatest)?;
            Some((earliest, time_before_incident(least)?))
        };
        let unused = interval.div_ceil(4);
        let oldest = interval - 1;
        [
            span(unused, oldest - excess),
            span(unused.max(interval - excess), oldest),
        ]
    }

    /// Returns the interval of the coarsest tier in minutes, after which the phases repeat.
    fn coarsest_interval(&self) -> NonZeroU32 {
        let coarsest = self.tiers().last();
        coarsest.map_or(NonZeroU32::MIN, Tier::interval_minutes)
    }

    /// Returns the interval of the finest tier in minutes.
    fn finest_interval(&self) -> NonZeroU32 {
        let finest = self.tiers().first();
        finest.map_or(NonZeroU32::MIN, Tier::interval_minutes)
    }

    /// Returns phases that cover the outcomes of all possible phases: the possible ones if the time of day is known and used, or
    /// else those next to each discontinuity.
    fn critical_phases(&self, incident: &Incident, elapsed: Minutes) -> Vec<u32> {
        let known = self.possible_phases(incident.restore_at, incident.backup_time);
        if let Some(known) = known.filter(|_| self.uses_backup_time(incident)) {
            return known.iter().collect();
        }
        let cycle = self.coarsest_interval();
        let fine = self.finest_interval();
        let mut phases = Vec::new();
        for start in (0..cycle.get()).step_by(fine.get() as usize) {
            for jump in [start, start + elapsed.get() % fine] {
                phases.push(jump);
                phases.push((jump + cycle.get() - 1) % cycle);
            }
        }
        phases
    }

    /// Returns the outcome at a phase; `None` if no backup from before the incident exists. The newest one is in the
    /// finest tier that reaches back to the incident.
    fn assess_at_phase(
        &self,
        incident: &Incident,
        elapsed: u32,
        phase: u32,
    ) -> Option<RecoveryOutcome> {
        let reaching = self.tiers().iter().filter_map(|tier| {
            let interval = tier.interval_minutes();
            let age = elapsed + (phase + interval.get() - elapsed % interval) % interval;
            let max_age = tier.max_age().to_minutes().get();
            (age < max_age).then(|| (age, max_age - age))
        });
        let mut reaching = reaching.peekable();
        let (age, _) = *reaching.peek()?;
        let longest_remaining = reaching.map(|(_, remaining)| remaining).max()?;
        // A backup of a coarser tier is also one of the finer tiers, and is kept at least as long.
        let mut tiers = self.tiers().iter().enumerate();
        let retains =
            |(_, tier): &(usize, &Tier)| tier.takes(Minutes::new(age), Minutes::new(phase));
        let (tier_index, retaining_tier) = tiers.rfind(retains)?;
        let data_loss = match self.mode() {
            RecoveryMode::Pitr => 0,
            RecoveryMode::Basic => age - elapsed,
        };
        let later = |minutes: u32| Bounds::exact(incident.restore_at + Minutes::new(minutes));
        Some(RecoveryOutcome {
            restore_point_taken: Bounds::exact(incident.restore_at - Minutes::new(age)),
            data_loss: Bounds::exact(Minutes::new(data_loss)),
            deadline: later(retaining_tier.max_age().to_minutes().get() - age),
            final_deadline: later(longest_remaining),
            tier_index: Bounds::exact(tier_index),
        })
    }
}

/// The phases in minutes that a known time of day leaves: `offset` and every `step` from there, below `cycle`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PossiblePhases {
    offset: u32,
    step: NonZeroU32,
    cycle: NonZeroU32,
}

impl PossiblePhases {
    /// Returns all phases; there is one if the coarsest interval divides a day.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        (self.offset..self.cycle.get()).step_by(self.step.get() as usize)
    }
}

fn greatest_common_divisor(a: NonZeroU32, b: u32) -> NonZeroU32 {
    match NonZeroU32::new(b) {
        Some(b) => greatest_common_divisor(b, a.get() % b),
        None => a,
    }
}
