//! The restore points of a [`Schedule`] that exist at a time.

use super::recovery::Bounds;
use super::schedule::{Schedule, Tier};
use super::time::{TimeOfDay, Timestamp};
use super::units::Minutes;

/// A restore point at a known phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestorePoint {
    /// Time since it was taken.
    pub age: Minutes,
    /// Index of the tier that keeps it longest.
    pub tier_index: usize,
    /// Time until it expires.
    pub expires_in: Minutes,
}

/// A restore point whose times are known within bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestorePointBounds {
    /// Time since it was taken.
    pub age: Bounds<Minutes>,
    /// Time until it expires.
    pub expires_in: Bounds<Minutes>,
    /// Index of the tier that keeps it longest; at an unknown phase, of the finest tier that has it for certain.
    pub tier_index: usize,
}

impl From<RestorePoint> for RestorePointBounds {
    fn from(point: RestorePoint) -> Self {
        Self {
            age: Bounds::exact(point.age),
            expires_in: Bounds::exact(point.expires_in),
            tier_index: point.tier_index,
        }
    }
}

impl Schedule {
    /// Returns the restore points that exist at `time`, newest first. Their number does not depend on the phase. Unless
    /// `backup_time` determines the phase, the bounds of each span one interval.
    pub fn restore_points_at(
        &self,
        time: Timestamp,
        backup_time: Option<TimeOfDay>,
    ) -> Vec<RestorePointBounds> {
        let phases = self.possible_phases(time, backup_time).into_iter();
        let mut phases = phases.flat_map(|phases| phases.iter());
        match (phases.next(), phases.next()) {
            (Some(phase), None) => {
                let points = self.restore_points_at_phase(Minutes::new(phase));
                points.into_iter().map(RestorePointBounds::from).collect()
            }
            // Several phases: the time of day is unknown, or the interval does not divide a day.
            _ => self.restore_points_at_any_phase(),
        }
    }

    fn restore_points_at_any_phase(&self) -> Vec<RestorePointBounds> {
        let mut points = Vec::new();
        let mut covered = 0;
        for (tier_index, tier) in self.tiers().iter().enumerate() {
            let interval = tier.interval_minutes();
            let max_age = tier.max_age().to_minutes().get();
            for k in covered / interval..tier.copies() {
                let min = k * interval.get();
                let max = min + interval.get() - 1;
                let bounds = |min, max| Bounds {
                    min: Minutes::new(min),
                    max: Minutes::new(max),
                };
                points.push(RestorePointBounds {
                    age: bounds(min, max),
                    expires_in: bounds(max_age - max, max_age - min),
                    tier_index,
                });
            }
            covered = max_age;
        }
        points
    }

    /// Returns the restore points that exist when the newest backup of the coarsest tier has the age `phase` (modulo
    /// the interval of that tier), newest first.
    pub fn restore_points_at_phase(&self, phase: Minutes) -> Vec<RestorePoint> {
        let mut points = Vec::new();
        let mut covered = Minutes::default();
        for tier in self.tiers() {
            points.extend(
                tier.ages(phase)
                    .filter(|age| *age >= covered)
                    .filter_map(|age| self.restore_point_of_age(age, phase)),
            );
            covered = tier.max_age().to_minutes();
        }
        points
    }

    /// Returns the restore point of an age at a phase; `None` if no tier has one.
    fn restore_point_of_age(&self, age: Minutes, phase: Minutes) -> Option<RestorePoint> {
        let has_backup = |(_, tier): &(usize, &Tier)| tier.takes(age, phase);
        let (tier_index, tier) = self.tiers().iter().enumerate().rfind(has_backup)?;
        let max_age = tier.max_age().to_minutes().get();
        Some(RestorePoint {
            age,
            tier_index,
            expires_in: Minutes::new(max_age.checked_sub(age.get())?),
        })
    }
}
