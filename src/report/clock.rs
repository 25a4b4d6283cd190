//! What a report needs to know of the time: it is told, and never asks a clock itself.

use crate::domain::moment::DAY;
use crate::domain::probe::Span;
use crate::domain::{Minutes, Moment, Zone};

/// The moment of reading and the reader's clocks.
#[derive(Clone, Copy)]
pub struct Clock<'a> {
    /// Now; unknown while a page is written at build time.
    pub now: Option<Moment>,
    /// How clocks run where the reader is.
    pub zone: &'a dyn Zone,
}

impl Clock<'_> {
    /// A moment for a sentence, or the two between which it is.
    pub fn between(&self, span: Span<Moment>) -> String {
        let words = |moment| self.zone.words(moment);
        match span.is_exact() {
            true => words(span.from),
            false => format!("between {} and {}", words(span.from), words(span.to)),
        }
    }

    /// "27 hours 12 minutes", "15 days 1 hour": every part that is not zero, so that it is exact; days from two days on.
    /// For lengths that follow from the visitor’s own case: those of the policy are written as it writes them.
    pub fn duration(&self, length: Minutes) -> String {
        let minutes = length.get();
        let days = Some(minutes / DAY).filter(|days| *days > 1).unwrap_or(0);
        let mut parts = vec![
            (days, "day"),
            (minutes / 60 - days * 24, "hour"),
            (minutes % 60, "minute"),
        ];
        parts.retain(|(number, _)| *number > 0);
        match parts.is_empty() {
            true => "no time".to_owned(),
            false => self.zone.length(&parts),
        }
    }

    /// "12 days", as [`Clock::duration`] writes lengths.
    pub fn days(&self, number: u32) -> String {
        self.zone.length(&[(number, "day")])
    }
}
