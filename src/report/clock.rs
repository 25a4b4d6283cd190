//! What a report needs to know of the time: it is told, and never asks a clock itself.

use crate::domain::probe::Span;
use crate::domain::{Moment, Zone};

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
}
