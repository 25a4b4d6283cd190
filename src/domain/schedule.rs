//! Backup schedules, and the windows and losses that follow from them.
//!
//! With `I` the interval of a tier and `p` the age of its newest backup (`0 <= p < I`), a tier that keeps `n` backups
//! has backups of the ages `p, p + I, ..., p + (n-1) I`. A backup expires at the age `n I`.

use std::num::NonZeroU32;

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

    /// Returns the minutes from one backup to the next.
    pub fn interval_minutes(&self) -> NonZeroU32 {
        // A tier has no interval of 0.
        NonZeroU32::new(self.interval.to_minutes().get()).unwrap_or(NonZeroU32::MIN)
    }

    /// Returns the ages of the backups that exist at a phase, newest first.
    pub fn ages(&self, phase: Minutes) -> impl DoubleEndedIterator<Item = Minutes> + use<> {
        let interval = self.interval_minutes();
        let newest = phase.get() % interval;
        (0..self.copies()).map(move |index| Minutes::new(newest + index * interval.get()))
    }

    /// Returns whether backups of this age were taken at a phase; they may be expired.
    pub fn takes(&self, age: Minutes, phase: Minutes) -> bool {
        let interval = self.interval_minutes();
        age.get() % interval == phase.get() % interval
    }

    /// Returns the retention rule.
    pub fn retention(&self) -> Retention {
        self.retention
    }

    /// Returns the number of backups that exist at once, `n`.
    pub fn copies(&self) -> u32 {
        match self.retention {
            Retention::Count(count) => count,
            Retention::Age(age) => age.to_minutes().get() / self.interval_minutes(),
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
    /// How late the archived log may be; `None` if the policy does not state it.
    log_delay: Option<Minutes>,
    /// Another retention rule of the coarsest tier, by another reading of the policy; `None` for the usual one.
    other_retention: Option<Retention>,
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
        Ok(Self {
            mode,
            tiers,
            log_delay: None,
            other_retention: None,
        })
    }

    /// Returns the schedule with the delay of its archived log.
    pub fn with_log_delay(mut self, log_delay: Option<Minutes>) -> Self {
        self.log_delay = log_delay;
        self
    }

    /// Returns the schedule of backups that are taken at another interval than its own, with the same retention. The policy does not
    /// state whether their age remains or their number: the shorter one counts, the longer one is the other reading.
    ///
    /// # Errors
    /// As those of [`Schedule::new`]; and if there are several tiers, if the interval is shorter than the own one, or if the retention
    /// is not a multiple of it.
    pub fn with_interval(&self, interval: Hours) -> Result<Self, &'static str> {
        let [tier] = self.tiers.as_slice() else {
            return Err("only the interval of a single tier can change");
        };
        let window = tier.guaranteed_window().get();
        if interval < tier.interval() || !window.is_multiple_of(interval.get()) {
            return Err("the changed interval is longer, and the retention a multiple of it");
        }
        let count = Retention::Count(window / interval.get() + 1);
        Ok(Self {
            tiers: vec![Tier::new(interval, count)?],
            other_retention: Some(Retention::Count(tier.copies())),
            ..self.clone()
        })
    }

    /// Returns how late the archived log may be; `None` if the policy does not state it.
    pub fn log_delay(&self) -> Option<Minutes> {
        self.log_delay
    }

    /// Returns whether the policy does not state whether the number of backups or their age is kept.
    pub fn is_retention_disputed(&self) -> bool {
        self.other_retention.is_some()
    }

    /// Returns the schedule by the other reading of a retention such as "14 days" for the coarsest tier: as an age instead of a number of
    /// intervals, or the reverse. There is no other reading of a single backup.
    pub fn other_reading(&self) -> Self {
        let mut other = self.clone();
        if let Some(tier) = other.tiers.last_mut() {
            tier.retention = match (self.other_retention, tier.retention) {
                (Some(other), _) => other,
                (None, Retention::Count(count)) => Retention::Count((count - 1).max(1)),
                (None, Retention::Age(_)) => Retention::Count(tier.copies() + 1),
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
            points += tier.copies() - covered / tier.interval_minutes();
            covered = tier.max_age().to_minutes().get();
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

    /// Returns the upper bound of the loss of the latest state (RPO): with PITR the delay of the log, 0 if that is not stated; else the
    /// shortest interval.
    pub fn worst_case_loss(&self) -> Minutes {
        match self.mode {
            RecoveryMode::Pitr => self.log_delay.unwrap_or_default(),
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
