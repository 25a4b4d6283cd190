//! The current time and the time zone that reports are built with.

use chrono::NaiveDate;

use crate::domain::recovery::Bounds;
use crate::domain::time::{LocalResult, MINUTES_PER_DAY};
use crate::domain::{Minutes, TimeZone, Timestamp};

/// The current time and the time zone of the reader. Reports get both as arguments and never read a clock.
#[derive(Clone, Copy)]
pub struct TimeContext<'a> {
    /// The current time; `None` on prerendered pages.
    pub now: Option<Timestamp>,
    /// Time zone and locale of the reader.
    pub zone: &'a dyn TimeZone,
}

impl TimeContext<'_> {
    /// Returns the current day of the reader; `None` if the current time is unknown.
    pub fn today(&self) -> Option<NaiveDate> {
        Some(self.zone.to_local(self.now?).date())
    }

    /// Returns the time at which a day begins for the reader; `None` if it is out of range.
    pub fn start_of_day(&self, day: NaiveDate) -> Option<Timestamp> {
        match self.zone.resolve_local(day.into()) {
            LocalResult::Single(start) | LocalResult::Ambiguous(start, _) => Some(start),
            LocalResult::None => Timestamp::from_utc_datetime(day.into()),
        }
    }

    /// Formats an exact time, or "between … and …" for a span.
    pub fn format_bounds(&self, bounds: Bounds<Timestamp>) -> String {
        let format = |timestamp| self.zone.format_timestamp(timestamp);
        if bounds.is_exact() {
            format(bounds.min)
        } else {
            format!("between {} and {}", format(bounds.min), format(bounds.max))
        }
    }

    /// Formats a duration exactly, such as "27 hours 12 minutes" or "15 days 1 hour", with days from two days on.
    /// For durations that depend on the scenario; durations of the policy are formatted by [`format`](super::format).
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
        if parts.is_empty() {
            "no time".to_owned()
        } else {
            self.zone.format_duration(&parts)
        }
    }

    /// Formats a number of days, such as "12 days".
    pub fn format_days(&self, days: u32) -> String {
        self.zone.format_duration(&[(days, "day")])
    }
}
