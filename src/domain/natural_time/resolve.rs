//! From the parts of a phrase to the timestamp or the date that it means.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::date::DateSpec;
use super::error::{Direction, TimeParseError};
use super::parser::Phrase;
use crate::domain::time::{LocalResult, TimeOfDay, TimeZone, Timestamp, add_days};

/// A timestamp that was parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedTime {
    /// Timestamp; of two candidates the earlier.
    pub timestamp: Timestamp,
    /// Later candidate if the local time is repeated on that date, at the end of summer time.
    pub later_candidate: Option<Timestamp>,
}

impl From<Timestamp> for ParsedTime {
    /// Returns the timestamp without a later candidate.
    fn from(timestamp: Timestamp) -> Self {
        Self {
            timestamp,
            later_candidate: None,
        }
    }
}

/// Local time of a phrase: in the reader's time zone, or at the offset from UTC that the phrase has.
struct ZoneOrOffset<'a> {
    zone: &'a dyn TimeZone,
    utc_offset: Option<TimeDelta>,
}

impl ZoneOrOffset<'_> {
    fn to_local(&self, timestamp: Timestamp) -> NaiveDateTime {
        match self.utc_offset {
            None => self.zone.to_local(timestamp),
            Some(offset) => timestamp.to_utc_datetime() + offset,
        }
    }

    fn resolve_local(&self, local: NaiveDateTime) -> LocalResult {
        match self.utc_offset {
            None => self.zone.resolve_local(local),
            Some(offset) => Timestamp::from_utc_datetime(local - offset)
                .map_or(LocalResult::None, LocalResult::Single),
        }
    }
}

/// Returns the timestamp that a phrase means. `direction` applies to a phrase without one of its own.
///
/// # Errors
/// The reason why there is none.
pub fn resolve(
    phrase: &Phrase,
    now: Option<Timestamp>,
    zone: &dyn TimeZone,
    direction: Direction,
) -> Result<ParsedTime, TimeParseError> {
    if phrase.duration.is_some() || phrase.is_now {
        return resolve_relative(phrase, now, direction);
    }
    let time = phrase
        .time
        .ok_or(TimeParseError::MissingTimeOfDay)?
        .to_naive_time();
    let zone = ZoneOrOffset {
        zone,
        utc_offset: phrase.utc_offset.map(TimeDelta::minutes),
    };
    let direction = phrase.direction.unwrap_or(direction);
    let local_now = now.map(|now| zone.to_local(now));
    let is_in_direction = |timestamp: Timestamp| match direction {
        Direction::Past => Some(timestamp) <= now,
        Direction::Future => Some(timestamp) >= now,
    };
    let fits = |date: NaiveDate| {
        let local = date.and_time(time);
        match zone.resolve_local(local) {
            LocalResult::Single(timestamp) => is_in_direction(timestamp),
            LocalResult::Ambiguous(earlier, later) => {
                is_in_direction(earlier) || is_in_direction(later)
            }
            LocalResult::None => (direction == Direction::Past) == (Some(local) <= local_now),
        }
    };
    let today = local_now.map(|now| now.date());
    let local = phrase.date(today, direction, &fits)?.and_time(time);
    match zone.resolve_local(local) {
        LocalResult::Single(timestamp) => Ok(timestamp.into()),
        LocalResult::Ambiguous(earlier, later) => {
            // Without a date, one of the two may be on the wrong side of now.
            if phrase.day.is_none() && !is_in_direction(later) {
                Ok(earlier.into())
            } else if phrase.day.is_none() && !is_in_direction(earlier) {
                Ok(later.into())
            } else {
                Ok(ParsedTime {
                    timestamp: earlier,
                    later_candidate: Some(later),
                })
            }
        }
        LocalResult::None => Err(missing_local_error(local)),
    }
}

/// Returns the timestamp of "now" or of a duration before or after it.
fn resolve_relative(
    phrase: &Phrase,
    now: Option<Timestamp>,
    direction: Direction,
) -> Result<ParsedTime, TimeParseError> {
    let now = now.ok_or(TimeParseError::CurrentTimeUnknown)?;
    let is_past = phrase.is_past.unwrap_or(direction == Direction::Past);
    let duration = phrase.duration.unwrap_or(0) * if is_past { -1 } else { 1 };
    Timestamp::from_minutes(now.to_minutes() + duration)
        .map(ParsedTime::from)
        .ok_or(TimeParseError::OutOfRange)
}

/// Returns why a local time has no timestamp. Within a day of the ends of the range, that is taken to be the range,
/// since an offset from UTC is less than a day.
fn missing_local_error(local: NaiveDateTime) -> TimeParseError {
    let in_range = |days| {
        let date = add_days(local.date(), days);
        Timestamp::from_utc_datetime(date.and_time(local.time())).is_some()
    };
    if in_range(-1) && in_range(1) {
        TimeParseError::SkippedByDst
    } else {
        TimeParseError::OutOfRange
    }
}

impl Phrase {
    /// Returns the date that the phrase means. A date without a year is the nearest one in the direction, today
    /// included. A phrase without a date is the nearest date in the direction that `fits`.
    ///
    /// # Errors
    /// The reason why there is none.
    pub fn date(
        &self,
        today: Option<NaiveDate>,
        direction: Direction,
        fits: &dyn Fn(NaiveDate) -> bool,
    ) -> Result<NaiveDate, TimeParseError> {
        let has_weekday = |date: &NaiveDate| {
            let weekday = date.weekday().num_days_from_monday();
            self.weekday.is_none_or(|requested| requested == weekday)
        };
        if let Some(DateSpec::Date(Some(year), month, day)) = self.day {
            if !(1970..=2100).contains(&year) {
                return Err(TimeParseError::OutOfRange);
            }
            let date = NaiveDate::from_ymd_opt(year as i32, month, day);
            return date.filter(has_weekday).ok_or(TimeParseError::DoesNotExist);
        }
        let today = today.ok_or(TimeParseError::CurrentTimeUnknown)?;
        let after_days = |days| add_days(today, days);
        let sign = if direction == Direction::Past { -1 } else { 1 };
        let date = match self.day {
            Some(DateSpec::RelativeDays(days)) => Some(after_days(days)),
            Some(DateSpec::LastNight) => match self.time.map(TimeOfDay::to_minutes) {
                Some(..360) => Some(today),
                None | Some(1080..) => Some(after_days(-1)),
                _ => return Err(TimeParseError::Ambiguous),
            },
            // "Last Monday" is never today. Eight years always have a 29 February.
            other => (i64::from(self.direction.is_some())..=8 * 366)
                .map(|days| after_days(sign * days))
                .find(|date| match other {
                    Some(DateSpec::Date(_, month, day)) => {
                        (date.month(), date.day()) == (month, day)
                    }
                    _ => has_weekday(date) && fits(*date),
                }),
        };
        date.filter(has_weekday).ok_or(TimeParseError::DoesNotExist)
    }
}
