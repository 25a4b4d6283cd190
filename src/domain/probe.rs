//! An incident: can one get back to before it, to which restore point, with which loss, and until when (DESIGN 3).
//!
//! Where the time of day of the backups is not known, any phase is possible. What a phase gives moves along with it,
//! minute by minute, and jumps only where a backup passes the incident or a new one is taken; so it is enough to look
//! at the phases on both sides of each jump.

use super::moment::{DAY, Moment, TimeOfDay};
use super::schedule::{RecoveryMode, Schedule};
use super::units::Minutes;

/// What happened, and when somebody restores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// When it went wrong. A backup taken in this very minute is taken to be from before it.
    pub at: Moment,
    /// When the restore is made.
    pub restore: Moment,
    /// When backups are taken, in UTC, where that is known.
    pub hour: Option<TimeOfDay>,
}

/// From the least to the most; both the same where it is known exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The least.
    pub from: T,
    /// The most.
    pub to: T,
}

impl<T: Copy + Ord> Span<T> {
    /// Exactly this.
    pub fn exact(value: T) -> Self {
        Self {
            from: value,
            to: value,
        }
    }

    /// Whether it is known exactly.
    pub fn is_exact(&self) -> bool {
        self.from == self.to
    }

    /// The narrowest span with both in it.
    fn with(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }
}

/// Whether one can get back to before the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whenever backups happen to run.
    Certain(Reach),
    /// It depends on when backups ran.
    Possible(Reach),
    /// However backups ran.
    Impossible,
    /// The incident is later than the restore.
    NotYet,
}

/// What one gets back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// When the backup was taken that the restore begins with: the newest from before the incident.
    pub point: Span<Moment>,
    /// What was written before the incident and is lost all the same.
    pub loss: Span<Minutes>,
    /// When that backup disappears.
    pub act_before: Span<Moment>,
    /// When the last backup from before the incident disappears.
    pub last_chance: Span<Moment>,
    /// Index of the tier that keeps that backup longest.
    pub tier: Span<usize>,
}

impl Reach {
    fn with(self, other: Self) -> Self {
        Self {
            point: self.point.with(other.point),
            loss: self.loss.with(other.loss),
            act_before: self.act_before.with(other.act_before),
            last_chance: self.last_chance.with(other.last_chance),
            tier: self.tier.with(other.tier),
        }
    }
}

impl Schedule {
    /// Whether one can get back to before an incident.
    pub fn probe(&self, incident: &Incident) -> Verdict {
        let Some(elapsed) = incident.restore.since(incident.at) else {
            return Verdict::NotYet;
        };
        let mut all = true;
        let mut reach: Option<Reach> = None;
        for phase in self.telling_phases(incident, elapsed) {
            match self.at_phase(incident, elapsed.get(), phase) {
                Some(one) => reach = Some(reach.map_or(one, |reach| reach.with(one))),
                None => all = false,
            }
        }
        match reach {
            Some(reach) if all => Verdict::Certain(reach),
            Some(reach) => Verdict::Possible(reach),
            None => Verdict::Impossible,
        }
    }

    /// The phases of the coarsest tier (time since its newest backup, in minutes) that the time of day allows.
    pub fn phases(&self, moment: Moment, hour: Option<TimeOfDay>) -> Option<PhaseStep> {
        let hour = hour?;
        let cycle = self.cycle();
        let step = gcd(cycle, DAY);
        let offset = (moment.time_of_day().minutes() + DAY - hour.minutes()) % step;
        Some(PhaseStep {
            offset,
            step,
            cycle,
        })
    }

    /// The interval of the coarsest tier: after it, all begins again.
    fn cycle(&self) -> u32 {
        self.tiers()
            .last()
            .map_or(DAY, |tier| tier.interval().minutes().get())
    }

    /// Phases that show everything which any phase can give.
    fn telling_phases(&self, incident: &Incident, elapsed: Minutes) -> Vec<u32> {
        if let Some(known) = self.phases(incident.restore, incident.hour) {
            return known.all().collect();
        }
        let cycle = self.cycle();
        let fine = self.shortest_interval().minutes().get();
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
    fn at_phase(&self, incident: &Incident, elapsed: u32, phase: u32) -> Option<Reach> {
        let reaching = self.tiers().iter().filter_map(|tier| {
            let interval = tier.interval().minutes().get();
            let age = elapsed + (phase + interval - elapsed % interval) % interval;
            let lifetime = tier.lifetime().minutes().get();
            (age < lifetime).then(|| (age, lifetime - age))
        });
        let mut reaching = reaching.peekable();
        let (age, _) = *reaching.peek()?;
        let last = reaching.map(|(_, left)| left).max()?;
        // A coarser backup is one of the finer ones, and kept at least as long.
        let keeps = |interval: u32| age % interval == phase % interval;
        let tiers = self.tiers().iter().enumerate().rev();
        let mut keeping = tiers.filter(|(_, tier)| keeps(tier.interval().minutes().get()));
        let (tier, keeper) = keeping.next()?;
        let loss = match self.mode() {
            RecoveryMode::Pitr => 0,
            RecoveryMode::Basic => age - elapsed,
        };
        let later = |length: u32| Span::exact(incident.restore.ahead(Minutes::new(length)));
        Some(Reach {
            point: Span::exact(incident.restore.back(Minutes::new(age))),
            loss: Span::exact(Minutes::new(loss)),
            act_before: later(keeper.lifetime().minutes().get() - age),
            last_chance: later(last),
            tier: Span::exact(tier),
        })
    }
}

/// The phases that a known time of day leaves: the offset, and each step from it on, within a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseStep {
    offset: u32,
    step: u32,
    cycle: u32,
}

impl PhaseStep {
    /// All of them; one, where the coarsest interval is a day or a part of it.
    pub fn all(self) -> impl Iterator<Item = u32> {
        (self.offset..self.cycle).step_by(self.step as usize)
    }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
