//! Backup schedules, and the windows and losses that follow from them.
//!
//! With `I` the interval of a tier and `p` the age of its newest backup (`0 <= p < I`), a tier that keeps `n` backups
//! has backups of the ages `p, p + I, ..., p + (n-1) I`. A backup expires at the age `n I`.

use serde::{Deserialize, Serialize};

use super::units::{Hours, Minutes};

/// How a restore is done, in the words of the Aiven API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum RecoveryMode {
    /// To one of the backups that exist.
    Basic,
    /// To any second, from a base backup and the archived log.
    Pitr,
}

/// Retention rule of a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Retention {
    /// Keeps this number of the newest backups.
    Count(u32),
    /// Keeps the backups that are younger than this age.
    Age(Hours),
}

/// Backups that are taken at one interval, with their retention rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    interval: Hours,
    retention: Retention,
}

impl Tier {
    /// Creates a tier.
    ///
    /// # Errors
    /// A sentence if the interval or the rule is 0, if the age is not a multiple of the interval, or if the tier
    /// reaches back further than [`Hours::MAX`].
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

    /// Returns the time from one backup to the next.
    pub fn interval(&self) -> Hours {
        self.interval
    }

    /// Returns the retention rule.
    pub fn retention(&self) -> Retention {
        self.retention
    }

    /// Returns the number of backups that exist at once, `n`.
    pub fn copies(&self) -> u32 {
        match self.retention {
            Retention::Count(count) => count,
            Retention::Age(age) => age.get() / self.interval.get(),
        }
    }

    /// Returns the age at which a backup expires, `n I`. It is also the best-case window.
    pub fn max_age(&self) -> Hours {
        Hours::new(self.copies() * self.interval.get())
    }

    /// Returns how far back a backup exists at any time, `(n-1) I`.
    pub fn guaranteed_window(&self) -> Hours {
        self.max_age() - self.interval
    }
}

/// A recovery mode and the tiers of backups, shortest interval first. There is at least one tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    mode: RecoveryMode,
    tiers: Vec<Tier>,
}

impl Schedule {
    /// Creates a schedule whose tiers nest: every backup of a coarser tier is also one of the finer tiers.
    ///
    /// # Errors
    /// A sentence if there is no tier, if an interval is not a multiple of the one before, or if the maximum age of a
    /// tier is not a multiple of the next interval or exceeds the maximum age of the next tier.
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

    /// Returns the schedule by the other reading of a retention such as "14 days" for the coarsest tier: as an age instead of a number of
    /// intervals, or the reverse. There is no other reading of a single backup.
    pub fn other_reading(&self) -> Self {
        let mut other = self.clone();
        if let Some(tier) = other.tiers.last_mut() {
            tier.retention = match tier.retention {
                Retention::Count(count) => Retention::Count((count - 1).max(1)),
                Retention::Age(_) => Retention::Count(tier.copies() + 1),
            };
        }
        other
    }

    /// Returns the recovery mode.
    pub fn mode(&self) -> RecoveryMode {
        self.mode
    }

    /// Returns the tiers, shortest interval first.
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }

    /// Returns the number of distinct backups that exist at once (of base backups with PITR).
    pub fn restore_point_count(&self) -> u32 {
        let mut covered = 0;
        let mut points = 0;
        for tier in &self.tiers {
            points += tier.copies() - covered / tier.interval.get();
            covered = tier.max_age().get();
        }
        points
    }

    /// Returns how far back a restore point exists at any time.
    pub fn guaranteed_window(&self) -> Hours {
        self.tiers
            .iter()
            .map(Tier::guaranteed_window)
            .max()
            .unwrap_or_default()
    }

    /// Returns how far back a restore point exists just before the oldest backup expires.
    pub fn best_case_window(&self) -> Hours {
        self.tiers
            .iter()
            .map(Tier::max_age)
            .max()
            .unwrap_or_default()
    }

    /// Returns the upper bound of the loss of the latest state (RPO): 0 with PITR, else the shortest interval.
    pub fn worst_case_loss(&self) -> Minutes {
        match self.mode {
            RecoveryMode::Pitr => Minutes::new(0),
            RecoveryMode::Basic => self.shortest_interval().to_minutes(),
        }
    }

    /// Returns the shortest interval between backups.
    pub fn shortest_interval(&self) -> Hours {
        self.tiers
            .iter()
            .map(Tier::interval)
            .min()
            .unwrap_or_default()
    }
}
