//! All restore points that exist at a moment, each with when it was taken and when it disappears.

use super::moment::{Moment, TimeOfDay};
use super::probe::Span;
use super::schedule::Schedule;
use super::units::Minutes;

/// A backup that exists at a moment. Where the time of day is not known, its times are spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Time since it was taken.
    pub age: Span<Minutes>,
    /// Time until it disappears.
    pub left: Span<Minutes>,
    /// Index of the tier that keeps it; the one that surely does, where a coarser one may keep it longer.
    pub tier: usize,
}

impl Schedule {
    /// All backups that exist at a moment, newest first. As many exist whenever backups run; where the time of day
    /// is not known, each may have been taken at any minute of an interval.
    pub fn listed(&self, moment: Moment, hour: Option<TimeOfDay>) -> Vec<Listed> {
        let mut known = self
            .phases(moment, hour)
            .into_iter()
            .flat_map(|phases| phases.all());
        match (known.next(), known.next()) {
            (Some(phase), None) => {
                let existing = self.existing(Minutes::new(phase)).into_iter();
                existing
                    .map(|point| Listed {
                        age: Span::exact(point.age),
                        left: Span::exact(point.expires_in),
                        tier: point.tier,
                    })
                    .collect()
            }
            // Several phases are possible: none known, or an interval that is no part of a day.
            _ => self.spans(),
        }
    }

    fn spans(&self) -> Vec<Listed> {
        let mut all = Vec::new();
        let mut covered = 0;
        for (tier, each) in self.tiers().iter().enumerate() {
            let interval = each.interval().minutes().get();
            let lifetime = each.lifetime().minutes().get();
            for k in covered / interval..each.count() {
                let (from, to) = (k * interval, (k + 1) * interval - 1);
                let span = |from, to| Span {
                    from: Minutes::new(from),
                    to: Minutes::new(to),
                };
                all.push(Listed {
                    age: span(from, to),
                    left: span(lifetime - to, lifetime - from),
                    tier,
                });
            }
            covered = lifetime;
        }
        all
    }
}
