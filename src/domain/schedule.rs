//! What a backup schedule promises, and what exists at a moment (DESIGN 3).
//!
//! With `I` the interval and `p` the time since the newest backup (`0 <= p < I`), a tier that keeps
//! `n` backups holds the ages `p, p + I, ..., p + (n-1) I`; a backup disappears at age `n I`.

use serde::{Deserialize, Serialize};

use super::units::{Hours, Minutes};

/// How a restore is done, in the words of the platform's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum RecoveryMode {
    /// To one of the backups that exist.
    Basic,
    /// To any second, from a base backup and the archived log.
    Pitr,
}

/// Which backups of a tier are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Retention {
    /// The newest so many.
    Count(u32),
    /// Those younger than this age.
    Age(Hours),
}

/// Backups taken at one interval, with the rule for what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    pub(super) interval: Hours,
    pub(super) retention: Retention,
}

impl Tier {
    /// A tier that can exist.
    ///
    /// # Errors
    /// One sentence when the interval or the rule is zero, too long, or the age is no multiple of the interval.
    pub fn new(interval: Hours, retention: Retention) -> Result<Self, &'static str> {
        if interval.get() == 0 {
            return Err("the interval must be at least 1 hour");
        }
        let max_age_hours = match retention {
            Retention::Count(0) => return Err("at least 1 backup must be kept"),
            Retention::Count(count) => interval.get().checked_mul(count),
            Retention::Age(age) if age.get() == 0 || age.get() % interval.get() != 0 => {
                return Err("the age must be a multiple of the interval");
            }
            Retention::Age(age) => Some(age.get()),
        };
        match max_age_hours {
            Some(hours) if Hours::new(hours) <= Hours::MAX => Ok(Self {
                interval,
                retention,
            }),
            _ => Err("the tier reaches further back than a hundred years"),
        }
    }

    /// Time from one backup to the next.
    pub fn interval(&self) -> Hours {
        self.interval
    }

    /// The rule for what is kept.
    pub fn retention(&self) -> Retention {
        self.retention
    }

    /// How many backups of this tier exist at once, `n`.
    pub fn copies(&self) -> u32 {
        match self.retention {
            Retention::Count(count) => count,
            Retention::Age(age) => age.get() / self.interval.get(),
        }
    }

    /// The age at which a backup disappears, `n I`: also the best-case window.
    pub fn max_age(&self) -> Hours {
        Hours::new(self.copies() * self.interval.get())
    }

    /// How far back there surely is a backup, whenever backups run: `(n-1) I`.
    pub fn guaranteed_window(&self) -> Hours {
        self.max_age() - self.interval
    }
}

/// A backup that exists at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestorePoint {
    /// Time since it was taken.
    pub age: Minutes,
    /// Index of the tier that keeps it longest.
    pub tier_index: usize,
    /// Time until it disappears.
    pub expires_in: Minutes,
}

/// A recovery mode and its tiers, finest interval first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    pub(super) mode: RecoveryMode,
    pub(super) tiers: Vec<Tier>,
}

impl Schedule {
    /// A schedule whose promises do not depend on when its tiers started.
    ///
    /// # Errors
    /// One sentence when there is no tier, or tiers do not nest: each interval, and each reach of a finer
    /// tier, must be a multiple of (or be divided by) the next, since a coarser backup *is* one of the finer ones.
    pub fn new(mode: RecoveryMode, tiers: Vec<Tier>) -> Result<Self, &'static str> {
        if tiers.is_empty() {
            return Err("a cell with backups needs at least one tier");
        }
        for pair in tiers.windows(2) {
            let (fine, coarse) = (pair[0].interval.get(), pair[1].interval.get());
            if fine >= coarse || coarse % fine != 0 {
                return Err(
                    "tiers go from the finest interval on, each a multiple of the one before",
                );
            }
            if pair[0].max_age().get() % coarse != 0 || pair[0].max_age() > pair[1].max_age() {
                return Err(
                    "a finer tier must reach back a whole number of the next tier's intervals, and not further than it",
                );
            }
        }
        Ok(Self { mode, tiers })
    }

    /// How a restore is done.
    pub fn mode(&self) -> RecoveryMode {
        self.mode
    }

    /// The tiers, finest interval first.
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }

    /// How many distinct backups exist at once (base backups under PITR).
    pub fn restore_point_count(&self) -> u32 {
        let mut covered = 0;
        let mut points = 0;
        for tier in &self.tiers {
            points += tier.copies() - covered / tier.interval.get();
            covered = tier.max_age().get();
        }
        points
    }

    /// How far back there surely is a restore point, whenever backups happen to run.
    pub fn guaranteed_window(&self) -> Hours {
        self.tiers
            .iter()
            .map(Tier::guaranteed_window)
            .max()
            .unwrap_or_default()
    }

    /// How far back it goes just before the oldest backup disappears.
    pub fn best_case_window(&self) -> Hours {
        self.tiers
            .iter()
            .map(Tier::max_age)
            .max()
            .unwrap_or_default()
    }

    /// The most that can be lost of the latest state: none under PITR, else the shortest interval.
    pub fn worst_case_loss(&self) -> Minutes {
        match self.mode {
            RecoveryMode::Pitr => Minutes::new(0),
            RecoveryMode::Basic => self.shortest_interval().to_minutes(),
        }
    }

    /// The shortest interval between backups.
    pub fn shortest_interval(&self) -> Hours {
        self.tiers
            .iter()
            .map(Tier::interval)
            .min()
            .unwrap_or_default()
    }

    /// All backups that exist, newest first, when the newest of the coarsest tier is `phase` old
    /// (taken modulo that tier's interval).
    pub fn restore_points_at_phase(&self, phase: Minutes) -> Vec<RestorePoint> {
        let mut points = Vec::new();
        let mut covered = 0;
        for tier in &self.tiers {
            let interval = tier.interval.to_minutes().get();
            let newest = phase.get() % interval;
            let ages = (0..tier.copies()).map(|k| newest + k * interval);
            points.extend(
                ages.filter(|age| *age >= covered)
                    .filter_map(|age| self.restore_point_of_age(age, phase)),
            );
            covered = tier.max_age().to_minutes().get();
        }
        points
    }

    /// A backup of this age, with the tier that keeps it longest: a coarser backup *is* one of the finer ones.
    fn restore_point_of_age(&self, age: u32, phase: Minutes) -> Option<RestorePoint> {
        let counts = |tier: &Tier| {
            let interval = tier.interval.to_minutes().get();
            age % interval == phase.get() % interval
        };
        let tier_index = self.tiers.iter().rposition(counts)?;
        let max_age = self.tiers[tier_index].max_age().to_minutes().get();
        Some(RestorePoint {
            age: Minutes::new(age),
            tier_index: tier_index,
            expires_in: Minutes::new(max_age.checked_sub(age)?),
        })
    }
}
