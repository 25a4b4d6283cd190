//! Times as people type them: "2 h ago", "yesterday 14:37", "3d", "21 Nov 9:05", "2026-11-21T14:37Z".
//! Lenient in form, never in meaning: what can be read in two ways is not read, or the way is told.

mod words;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::moment::{Local, Moment, TimeOfDay, Zone};
use super::units::{Hours, Minutes};
use words::{Day, Phrase};

/// Where a phrase without a date points: "14:37" of an incident is past, of a plan to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// To what happened.
    Past,
    /// To what is to come.
    Future,
}

/// A moment as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The moment.
    pub moment: Moment,
    /// Where the clocks showed the same twice that day, the later of the two; `moment` is the earlier.
    pub again: Option<Moment>,
}

/// Why a phrase was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No time anybody could make out.
    Unclear,
    /// A day without a time of day.
    NoTime,
    /// Such a day or time of day does not exist, like 30 February or 25:00.
    Impossible,
    /// The clocks left this time out that day.
    Skipped,
    /// Before 1970 or after 2100.
    OutOfRange,
}

/// Reads a moment.
///
/// # Errors
/// Why it could not be read.
pub fn moment(text: &str, now: Moment, zone: &dyn Zone, toward: Toward) -> Result<Reading, Unread> {
    let phrase = Phrase::read(text, zone.clock(now).date(), toward)?;
    if let Some(length) = phrase.length {
        let past = phrase.past.unwrap_or(toward == Toward::Past);
        let signed = if past { -length } else { length };
        return match (phrase.day, phrase.time) {
            (None, None) => within(Moment::from_minutes(now.minutes() + signed)),
            _ => Err(Unread::Unclear),
        };
    }
    let (day, time) = match (phrase.day, phrase.time) {
        (None, None) if phrase.now => return within(Some(now)),
        (None, None) => return Err(Unread::Unclear),
        (Some(_), None) => return Err(Unread::NoTime),
        (day, Some(time)) => (day, time.time()),
    };
    let at = |date: NaiveDate| match phrase.utc {
        true => Moment::from_utc(date.and_time(time)).map_or(Local::Never, Local::Once),
        false => zone.moments(date.and_time(time)),
    };
    let today = match phrase.utc {
        true => now.utc().date(),
        false => zone.clock(now).date(),
    };
    let step = TimeDelta::days(if toward == Toward::Past { -1 } else { 1 });
    match day {
        Some(Day::Exact(date)) => reading(at(date), date.and_time(time)),
        // The nearest one: of today, or else a day or a week on.
        other => {
            let week = matches!(other, Some(Day::Week(_)));
            let mut date = other.map_or(today, |day| day.near(today, step));
            let passed = |local| match (local, toward) {
                (Local::Once(moment) | Local::Twice(moment, _), Toward::Past) => moment > now,
                (Local::Once(moment) | Local::Twice(_, moment), Toward::Future) => moment < now,
                (Local::Never, _) => false,
            };
            if passed(at(date)) {
                date += if week { step * 7 } else { step };
            }
            reading(at(date), date.and_time(time))
        }
    }
}

fn within(moment: Option<Moment>) -> Result<Reading, Unread> {
    let moment = moment.ok_or(Unread::OutOfRange)?;
    let again = None;
    Ok(Reading { moment, again })
}

fn reading(local: Local, clock: NaiveDateTime) -> Result<Reading, Unread> {
    match local {
        Local::Once(moment) => within(Some(moment)),
        Local::Twice(moment, later) => Ok(Reading {
            moment,
            again: Some(later),
        }),
        Local::Never if Moment::from_utc(clock).is_none() => Err(Unread::OutOfRange),
        Local::Never => Err(Unread::Skipped),
    }
}

/// Reads a length of time: "14 d", "1.5 h", "2 weeks", "1h 30m"; at most a hundred years.
///
/// # Errors
/// Why it could not be read.
pub fn length(text: &str) -> Result<Minutes, Unread> {
    match Phrase::read(text, NaiveDate::default(), Toward::Past)? {
        Phrase {
            length: Some(length),
            day: None,
            time: None,
            past: None,
            now: false,
            utc: false,
        } => {
            let minutes = u32::try_from(length).map_err(|_| Unread::OutOfRange)?;
            let minutes = Minutes::new(minutes);
            (minutes <= Hours::MAX.minutes())
                .then_some(minutes)
                .ok_or(Unread::OutOfRange)
        }
        _ => Err(Unread::Unclear),
    }
}

/// Reads a time of day: "03:00", "3am".
///
/// # Errors
/// Why it could not be read.
pub fn time_of_day(text: &str) -> Result<TimeOfDay, Unread> {
    match Phrase::read(text, NaiveDate::default(), Toward::Past)? {
        Phrase {
            time: Some(time),
            length: None,
            day: None,
            past: None,
            now: false,
            ..
        } => Ok(time),
        _ => Err(Unread::Unclear),
    }
}

/// Reads a day: "2026-11-21", "yesterday", "21 Nov".
///
/// # Errors
/// Why it could not be read.
pub fn day(text: &str, now: Moment, zone: &dyn Zone) -> Result<NaiveDate, Unread> {
    let today = zone.clock(now).date();
    let phrase = Phrase::read(text, today, Toward::Past)?;
    match (phrase.day, phrase.time, phrase.length) {
        (Some(day), None, None) => Ok(day.near(today, TimeDelta::days(-1))),
        (None, None, None) if phrase.now => Ok(today),
        _ => Err(Unread::Unclear),
    }
}
