//! All restore points that exist at a moment, each with when it was taken and when it disappears.

use super::recovery::Bounds;
use super::schedule::Schedule;
use super::time::{TimeOfDay, Timestamp};
use super::units::Minutes;

/// A backup that exists at a moment. Where the time of day is not known, its times are spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestorePointBounds {
    /// Time since it was taken.
    pub age: Bounds<Minutes>,
    /// Time until it disappears.
    pub expires_in: Bounds<Minutes>,
    /// Index of the tier that keeps it; the one that surely does, where a coarser one may keep it longer.
    pub tier_index: usize,
}

impl Schedule {
    /// All backups that exist at a moment, newest first. As many exist whenever backups run; where the time of day
    /// is not known, each may have been taken at any minute of an interval.
    pub fn restore_points_at(
        &self,
        moment: Timestamp,
        backup_time: Option<TimeOfDay>,
    ) -> Vec<RestorePointBounds> {
        let mut known = self
            .possible_phases(moment, backup_time)
            .into_iter()
            .flat_map(|phases| phases.iter());
        match (known.next(), known.next()) {
            (Some(phase), None) => {
                let existing = self
                    .restore_points_at_phase(Minutes::new(phase))
                    .into_iter();
                existing
                    .map(|point| RestorePointBounds {
                        age: Bounds::exact(point.age),
                        expires_in: Bounds::exact(point.expires_in),
                        tier_index: point.tier_index,
                    })
                    .collect()
            }
            // Several phases are possible: none known, or an interval that is no part of a day.
            _ => self.restore_point_bounds(),
        }
    }

    fn restore_point_bounds(&self) -> Vec<RestorePointBounds> {
        let mut all = Vec::new();
        let mut covered = 0;
        for (tier_index, tier) in self.tiers().iter().enumerate() {
            let interval = tier.interval().to_minutes().get();
            let max_age = tier.max_age().to_minutes().get();
            for k in covered / interval..tier.copies() {
                let (min, max) = (k * interval, (k + 1) * interval - 1);
                let bounds = |min, max| Bounds {
                    min: Minutes::new(min),
                    max: Minutes::new(max),
                };
                all.push(RestorePointBounds {
                    age: bounds(min, max),
                    expires_in: bounds(max_age - max, max_age - min),
                    tier_index,
                });
            }
            covered = max_age;
        }
        all
    }
}
