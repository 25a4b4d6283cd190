//! Natural-language times: "2 h ago", "yesterday 14:37", "3d", "21 Nov 9.05", "2026-11-21T14:37:05Z".
//!
//! The form is free, but the meaning must be clear: a text with several meanings is an error, or all of them are
//! returned.

mod date;
mod error;
mod number;
mod parser;
mod resolve;

pub use error::{Direction, TimeParseError};
pub use resolve::ParsedTime;

use chrono::NaiveDate;

use super::text::is_filler;
use super::time::{TimeOfDay, TimeZone, Timestamp};
use super::units::{Hours, Minutes};
use parser::Phrase;
use resolve::resolve;

/// Parses a timestamp. If `now` is unknown, only a full date with a time of day can be parsed. `direction` applies to a
/// text without one of its own.
///
/// # Errors
/// The reason why there is no timestamp.
pub fn parse_timestamp(
    text: &str,
    now: Option<Timestamp>,
    zone: &dyn TimeZone,
    direction: Direction,
) -> Result<ParsedTime, TimeParseError> {
    if let Some(timestamp) = parse_unix_time(text.trim_matches(is_filler)) {
        return Ok(ParsedTime {
            timestamp,
            later_candidate: None,
        });
    }
    let minutes = text.trim_matches(is_filler);
    let is_minutes =
        (1..=3).contains(&minutes.len()) && minutes.bytes().all(|byte| byte.is_ascii_digit());
    if is_minutes {
        let phrase = Phrase::parse(&format!("{minutes} min"))?;
        return resolve(&phrase, now, zone, direction);
    }
    let phrase = Phrase::parse(text).or_else(|error| parse_row(text).ok_or(error))?;
    resolve(&phrase, now, zone, direction)
}

/// Parses the one word of a row of a log or a list that is a whole time with its zone; `None` if there is no such word or
/// more than one.
fn parse_row(text: &str) -> Option<Phrase> {
    let words = text.split_ascii_whitespace();
    let mut times = words.filter_map(|word| {
        let phrase = Phrase::parse(word).ok()?;
        phrase.utc_offset.filter(|_| phrase.has_date())?;
        Some(phrase)
    });
    let time = times.next()?;
    times.next().is_none().then_some(time)
}

/// Parses Unix seconds (9 or 10 digits) or milliseconds (13 digits); `None` for any other text, and where 10 digits may also be a
/// date and an hour, like "2026112114".
fn parse_unix_time(text: &str) -> Option<Timestamp> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let per_minute = match text.len() {
        10 if text.starts_with("20") => return None,
        9 | 10 => 60,
        13 => 60_000,
        _ => return None,
    };
    Timestamp::from_minutes(text.parse::<i64>().ok()? / per_minute)
}

/// Parses a duration: "14 d", "1.5 h", "2 weeks", "1h 30m".
///
/// # Errors
/// The reason why there is no duration; [`TimeParseError::OutOfRange`] above [`Hours::MAX`].
pub fn parse_duration(text: &str) -> Result<Minutes, TimeParseError> {
    let phrase = Phrase::parse(text)?;
    let duration = phrase
        .duration
        .filter(|_| phrase.is_past.is_none() && !phrase.is_now)
        .ok_or(TimeParseError::Unrecognized)?;
    u32::try_from(duration)
        .map(Minutes::new)
        .ok()
        .filter(|duration| *duration <= Hours::MAX.to_minutes())
        .ok_or(TimeParseError::OutOfRange)
}

/// Parses a time of day in UTC: "03:00", "3am".
///
/// # Errors
/// The reason why there is no time of day; [`TimeParseError::Unrecognized`] if there is a date or another offset from
/// UTC.
pub fn parse_time_of_day(text: &str) -> Result<TimeOfDay, TimeParseError> {
    let phrase = Phrase::parse(text)?;
    let is_alone = !phrase.has_date() && phrase.utc_offset.unwrap_or(0) == 0;
    phrase
        .time
        .filter(|_| is_alone)
        .ok_or(TimeParseError::Unrecognized)
}

/// Parses a date: "2026-11-21", "yesterday", "21 Nov", "100 days ago". Of a timestamp, returns the date in `zone`.
///
/// # Errors
/// The reason why there is no date.
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
