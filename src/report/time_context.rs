//! What a report needs to know of the time: it is told, and never asks a clock itself.

use crate::domain::recovery::Bounds;
use crate::domain::time::MINUTES_PER_DAY;
use crate::domain::{Minutes, TimeZone, Timestamp};

/// The moment of reading and the reader's clocks.
#[derive(Clone, Copy)]
pub struct TimeContext<'a> {
    /// Now; unknown while a page is written at build time.
    pub now: Option<Timestamp>,
    /// How clocks run where the reader is.
    pub zone: &'a dyn TimeZone,
}

impl TimeContext<'_> {
    /// A moment for a sentence, or the two between which it is.
    pub fn format_bounds(&self, bounds: Bounds<Timestamp>) -> String {
        let words = |moment| self.zone.format_timestamp(moment);
        match bounds.is_exact() {
            true => words(bounds.min),
            false => format!("between {} and {}", words(bounds.min), words(bounds.max)),
        }
    }

    /// "27 hours 12 minutes", "15 days 1 hour": every part that is not zero, so that it is exact; days from two days on.
    /// For lengths that follow from the visitor’s own case: those of the policy are written as it writes them.
    pub fn format_duration(&self, duration: Minutes) -> String {
        let minutes = duration.get();
        let days = Some(minutes / MINUTES_PER_DAY)
            .filter(|days| *days > 1)
            .unwrap_or(0);
        let mut parts = vec![
            (days, "day"),
            (minutes / 60 - days * 24, "hour"),
            (minutes % 60, "minute"),
        ];
        parts.retain(|(number, _)| *number > 0);
        match parts.is_empty() {
            true => "no time".to_owned(),
            false => self.zone.format_duration(&parts),
        }
    }

    /// "12 days", as [`Clock::duration`] writes lengths.
    pub fn format_days(&self, number: u32) -> String {
        self.zone.format_duration(&[(number, "day")])
    }
}
