//! The schedule as a table: every restore point that exists at a moment, with the rule that keeps it.

use super::{Clock, words};
use crate::domain::probe::Span;
use crate::domain::{Minutes, Schedule, WhatIf};

/// All restore points at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// What the table shows, and when.
    pub caption: String,
    /// Newest first.
    pub rows: Vec<Point>,
    /// The rules, finest interval first.
    pub rules: Vec<String>,
}

/// A restore point in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it was taken.
    pub taken: String,
    /// When it disappears.
    pub gone: String,
    /// Which of the rules keeps it.
    pub rule: usize,
}

impl Points {
    /// The table for the moment of the restore. On pages as they are written no moment is known: it speaks of ages.
    pub fn new(schedule: &Schedule, case: &WhatIf, clock: Clock) -> Self {
        // While nothing is asked, ages say the same at any moment, and the same as the written page.
        let asked = case.at.is_some() || case.hour.is_some();
        let moment = case.restore.or(clock.now.filter(|_| asked));
        let hour = case.hour.filter(|_| moment.is_some());
        let listed = schedule.listed(moment.unwrap_or(crate::domain::Moment::FIRST), hour);
        let caption = match moment {
            None => "What exists at any moment, newest first".to_owned(),
            Some(moment) => format!("What exists on {}, newest first", clock.zone.words(moment)),
        };
        let rows = listed.iter().map(|point| Point {
            taken: match moment {
                None => format!("{} old", ages(point.age.from.get(), point.age.to.get() + 1)),
                Some(moment) => between(
                    Span {
                        from: moment.back(point.age.to),
                        to: moment.back(point.age.from),
                    },
                    clock,
                ),
            },
            gone: match moment {
                None if point.left.from.get() == 1 => {
                    format!("within {}", words::minutes(point.left.to))
                }
                None => format!(
                    "in {}",
                    ages(point.left.from.get() - 1, point.left.to.get())
                ),
                Some(moment) => between(
                    Span {
                        from: moment.ahead(point.left.from),
                        to: moment.ahead(point.left.to),
                    },
                    clock,
                ),
            },
            rule: point.tier,
        });
        Self {
            caption,
            rows: rows.collect(),
            rules: schedule.tiers().iter().map(words::rule).collect(),
        }
    }
}

fn between(span: Span<crate::domain::Moment>, clock: Clock) -> String {
    let words = |moment| clock.zone.words(moment);
    match span.is_exact() {
        true => words(span.from),
        false => format!("{} to {}", words(span.from), words(span.to)),
    }
}

/// Lengths that fill the time from one backup to the next, which come out in whole hours.
fn ages(from: u32, to: u32) -> String {
    let words = |length| words::minutes(Minutes::new(length));
    match from {
        0 => format!("up to {}", words(to)),
        _ => format!("{} to {}", words(from), words(to)),
    }
}
