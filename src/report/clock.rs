//! What a report needs to know of the time: it is told, and never asks a clock itself.

use crate::domain::{Moment, Zone};

/// The moment of reading and the reader's clocks.
#[derive(Clone, Copy)]
pub struct Clock<'a> {
    /// Now; unknown while a page is written at build time.
    pub now: Option<Moment>,
    /// How clocks run where the reader is.
    pub zone: &'a dyn Zone,
}
