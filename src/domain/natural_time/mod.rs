//! Times as people type and paste them: "2 h ago", "yesterday 14:37", "3d", "21 Nov 9.05", "2026-11-21T14:37:05Z".
//! Lenient in form, never in meaning: what can be read in two ways is not read, or the way is told.

mod date;
mod number;
mod parser;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::time::{LocalResult, TimeOfDay, TimeZone, Timestamp};
use super::units::{Hours, Minutes};
use parser::Phrase;

/// Where a phrase without a date points: "14:37" of an incident is past, of a plan to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what happened.
    Past,
    /// To what is to come.
    Future,
}

/// A moment as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedTime {
    /// The moment.
    pub timestamp: Timestamp,
    /// Where the clocks showed the same twice that day, the later of the two; `moment` is the earlier.
    pub later_candidate: Option<Timestamp>,
}

/// Why a phrase was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeParseError {
    /// No time anybody could make out.
    Unrecognised,
    /// More than one time, like 11/12 or 21.11.
    Ambiguous,
    /// A day without a time of day.
    MissingTimeOfDay,
    /// Such a day or time of day does not exist, like 30 February or 25:00.
    DoesNotExist,
    /// The clocks left this time out that day.
    SkippedByDst,
    /// Before 1970 or after 2100.
    OutOfRange,
    /// It counts from now, and nobody knows when that is.
    CurrentTimeUnknown,
}

/// The clocks a phrase speaks of: the reader's, or those that many minutes ahead of UTC.
struct ZoneOrOffset<'a> {
    zone: &'a dyn TimeZone,
    utc_offset_minutes: Option<i64>,
}

impl ZoneOrOffset<'_> {
    fn to_local(&self, moment: Timestamp) -> NaiveDateTime {
        match self.utc_offset_minutes {
            None => self.zone.to_local(moment),
            Some(ahead) => moment.to_utc_datetime() + TimeDelta::minutes(ahead),
        }
    }

    fn resolve_local(&self, local: NaiveDateTime) -> LocalResult {
        match self.utc_offset_minutes {
            None => self.zone.resolve_local(local),
            Some(ahead) => Timestamp::from_utc_datetime(local - TimeDelta::minutes(ahead))
                .map_or(LocalResult::None, LocalResult::Single),
        }
    }
}

/// Reads a moment. Without knowing when now is, only a full date with a time can be read.
///
/// # Errors
/// Why it could not be read.
pub fn parse_timestamp(
    text: &str,
    now: Option<Timestamp>,
    zone: &dyn TimeZone,
    direction: Direction,
) -> Result<ParsedTime, TimeParseError> {
    resolve(&Phrase::parse(text)?, now, zone, direction)
}

fn resolve(
    phrase: &Phrase,
    now: Option<Timestamp>,
    zone: &dyn TimeZone,
    direction: Direction,
) -> Result<ParsedTime, TimeParseError> {
    if phrase.duration.is_some() || phrase.now {
        let past = phrase.is_past.unwrap_or(direction == Direction::Past);
        let duration = phrase.duration.unwrap_or(0) * if past { -1 } else { 1 };
        let moment = Timestamp::from_minutes(
            now.ok_or(TimeParseError::CurrentTimeUnknown)?.to_minutes() + duration,
        );
        let later_candidate = None;
        return moment
            .map(|timestamp| ParsedTime {
                timestamp,
                later_candidate,
            })
            .ok_or(TimeParseError::OutOfRange);
    }
    let time = phrase
        .time
        .ok_or(TimeParseError::MissingTimeOfDay)?
        .to_naive_time();
    let utc_offset_minutes = phrase.utc_offset;
    let zone_or_offset = ZoneOrOffset {
        zone,
        utc_offset_minutes,
    };
    let direction = phrase.direction.unwrap_or(direction);
    let shown = now.map(|now| zone_or_offset.to_local(now));
    // Whether something lies where the phrase points, seen from now.
    let is_in_direction = |moment: Timestamp| match direction {
        Direction::Past => Some(moment) <= now,
        Direction::Future => Some(moment) >= now,
    };
    let fits = |date: NaiveDate| match zone_or_offset.resolve_local(date.and_time(time)) {
        LocalResult::Single(moment) => is_in_direction(moment),
        LocalResult::Ambiguous(moment, later) => is_in_direction(moment) || is_in_direction(later),
        LocalResult::None => (direction == Direction::Past) == (Some(date.and_time(time)) <= shown),
    };
    let today = shown.map(|shown| shown.date());
    let local = phrase.date(today, direction, &fits)?.and_time(time);
    let (timestamp, later_candidate) = match zone_or_offset.resolve_local(local) {
        LocalResult::Single(moment) => (moment, None),
        // Without a date, one of the two may be on the wrong side of now.
        LocalResult::Ambiguous(moment, later)
            if phrase.day.is_none() && !is_in_direction(later) =>
        {
            (moment, None)
        }
        LocalResult::Ambiguous(moment, later)
            if phrase.day.is_none() && !is_in_direction(moment) =>
        {
            (later, None)
        }
        LocalResult::Ambiguous(moment, later) => (moment, Some(later)),
        LocalResult::None => {
            // No clock is more than a day from UTC: near the ends of the range it may be either.
            let known =
                |days| Timestamp::from_utc_datetime(local + TimeDelta::days(days)).is_some();
            return Err(match known(-1) && known(1) {
                true => TimeParseError::SkippedByDst,
                false => TimeParseError::OutOfRange,
            });
        }
    };
    Ok(ParsedTime {
        timestamp,
        later_candidate,
    })
}

/// Reads a length of time: "14 d", "1.5 h", "2 weeks", "1h 30m"; at most a hundred years.
///
/// # Errors
/// Why it could not be read.
pub fn parse_duration(text: &str) -> Result<Minutes, TimeParseError> {
    let phrase = Phrase::parse(text)?;
    let length = phrase
        .duration
        .filter(|_| phrase.is_past.is_none() && !phrase.now);
    let minutes = u32::try_from(length.ok_or(TimeParseError::Unrecognised)?).map(Minutes::new);
    let short = minutes.ok().filter(|m| *m <= Hours::MAX.to_minutes());
    short.ok_or(TimeParseError::OutOfRange)
}

/// Reads a time of day in UTC: "03:00", "3am".
///
/// # Errors
/// Why it could not be read.
pub fn parse_time_of_day(text: &str) -> Result<TimeOfDay, TimeParseError> {
    let phrase = Phrase::parse(text)?;
    let alone = !phrase.has_date() && phrase.utc_offset.unwrap_or(0) == 0;
    phrase
        .time
        .filter(|_| alone)
        .ok_or(TimeParseError::Unrecognised)
}

/// Reads a day: "2026-11-21", "yesterday", "21 Nov", "100 days ago"; of a moment, the reader's day.
///
/// # Errors
/// Why it could not be read.
pub fn parse_date(
    text: &str,
    now: Option<Timestamp>,
    zone: &dyn TimeZone,
) -> Result<NaiveDate, TimeParseError> {
    let phrase = Phrase::parse(text)?;
    let direction = Direction::Past;
    let date = match resolve(&phrase, now, zone, direction) {
        Ok(parsed) => zone.to_local(parsed.timestamp).date(),
        Err(TimeParseError::MissingTimeOfDay) => {
            let today = now.map(|now| zone.to_local(now).date());
            phrase.date(today, phrase.direction.unwrap_or(direction), &|_| true)?
        }
        Err(error) => return Err(error),
    };
    match Timestamp::from_utc_datetime(date.into()) {
        Some(_) => Ok(date),
        None => Err(TimeParseError::OutOfRange),
    }
}
