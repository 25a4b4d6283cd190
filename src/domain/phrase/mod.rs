//! Times as people type and paste them: "2 h ago", "yesterday 14:37", "3d", "21 Nov 9.05", "2026-11-21T14:37:05Z".
//! Lenient in form, never in meaning: what can be read in two ways is not read, or the way is told.

mod day;
mod numbers;
mod words;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::moment::{Local, Moment, TimeOfDay, Zone};
use super::units::{Hours, Minutes};
use words::Phrase;

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
    /// More than one time, like 11/12 or 21.11.
    Ambiguous,
    /// A day without a time of day.
    NoTime,
    /// Such a day or time of day does not exist, like 30 February or 25:00.
    Impossible,
    /// The clocks left this time out that day.
    Skipped,
    /// Before 1970 or after 2100.
    OutOfRange,
    /// It counts from now, and nobody knows when that is.
    NoNow,
}

/// The clocks a phrase speaks of: the reader's, or those that many minutes ahead of UTC.
struct Clocks<'a> {
    zone: &'a dyn Zone,
    ahead: Option<i64>,
}

impl Clocks<'_> {
    fn clock(&self, moment: Moment) -> NaiveDateTime {
        match self.ahead {
            None => self.zone.clock(moment),
            Some(ahead) => moment.utc() + TimeDelta::minutes(ahead),
        }
    }

    fn moments(&self, clock: NaiveDateTime) -> Local {
        match self.ahead {
            None => self.zone.moments(clock),
            Some(ahead) => Moment::from_utc(clock - TimeDelta::minutes(ahead))
                .map_or(Local::Never, Local::Once),
        }
    }
}

/// Reads a moment. Without knowing when now is, only a full date with a time can be read.
///
/// # Errors
/// Why it could not be read.
pub fn moment(
    text: &str,
    now: Option<Moment>,
    zone: &dyn Zone,
    toward: Toward,
) -> Result<Reading, Unread> {
    resolve(&Phrase::read(text)?, now, zone, toward)
}

fn resolve(
    phrase: &Phrase,
    now: Option<Moment>,
    zone: &dyn Zone,
    toward: Toward,
) -> Result<Reading, Unread> {
    if phrase.length.is_some() || phrase.now {
        let past = phrase.past.unwrap_or(toward == Toward::Past);
        let length = phrase.length.unwrap_or(0) * if past { -1 } else { 1 };
        let moment = Moment::from_minutes(now.ok_or(Unread::NoNow)?.minutes() + length);
        let again = None;
        return moment
            .map(|moment| Reading { moment, again })
            .ok_or(Unread::OutOfRange);
    }
    let time = phrase.time.ok_or(Unread::NoTime)?.time();
    let ahead = phrase.ahead;
    let clocks = Clocks { zone, ahead };
    let toward = phrase.toward.unwrap_or(toward);
    let shown = now.map(|now| clocks.clock(now));
    // Whether something lies where the phrase points, seen from now.
    let lies = |moment: Moment| match toward {
        Toward::Past => Some(moment) <= now,
        Toward::Future => Some(moment) >= now,
    };
    let fits = |date: NaiveDate| match clocks.moments(date.and_time(time)) {
        Local::Once(moment) => lies(moment),
        Local::Twice(moment, later) => lies(moment) || lies(later),
        Local::Never => (toward == Toward::Past) == (Some(date.and_time(time)) <= shown),
    };
    let today = shown.map(|shown| shown.date());
    let clock = phrase.date(today, toward, &fits)?.and_time(time);
    let (moment, again) = match clocks.moments(clock) {
        Local::Once(moment) => (moment, None),
        // Without a date, one of the two may be on the wrong side of now.
        Local::Twice(moment, later) if phrase.day.is_none() && !lies(later) => (moment, None),
        Local::Twice(moment, later) if phrase.day.is_none() && !lies(moment) => (later, None),
        Local::Twice(moment, later) => (moment, Some(later)),
        Local::Never => {
            // No clock is more than a day from UTC: near the ends of the range it may be either.
            let known = |days| Moment::from_utc(clock + TimeDelta::days(days)).is_some();
            return Err(match known(-1) && known(1) {
                true => Unread::Skipped,
                false => Unread::OutOfRange,
            });
        }
    };
    Ok(Reading { moment, again })
}

/// Reads a length of time: "14 d", "1.5 h", "2 weeks", "1h 30m"; at most a hundred years.
///
/// # Errors
/// Why it could not be read.
pub fn length(text: &str) -> Result<Minutes, Unread> {
    let phrase = Phrase::read(text)?;
    let length = phrase
        .length
        .filter(|_| phrase.past.is_none() && !phrase.now);
    let minutes = u32::try_from(length.ok_or(Unread::Unclear)?).map(Minutes::new);
    let short = minutes.ok().filter(|m| *m <= Hours::MAX.minutes());
    short.ok_or(Unread::OutOfRange)
}

/// Reads a time of day in UTC: "03:00", "3am".
///
/// # Errors
/// Why it could not be read.
pub fn time_of_day(text: &str) -> Result<TimeOfDay, Unread> {
    let phrase = Phrase::read(text)?;
    let alone = !phrase.is_dated() && phrase.ahead.unwrap_or(0) == 0;
    phrase.time.filter(|_| alone).ok_or(Unread::Unclear)
}

/// Reads a day: "2026-11-21", "yesterday", "21 Nov", "100 days ago"; of a moment, the reader's day.
///
/// # Errors
/// Why it could not be read.
pub fn day(text: &str, now: Option<Moment>, zone: &dyn Zone) -> Result<NaiveDate, Unread> {
    let phrase = Phrase::read(text)?;
    let toward = Toward::Past;
    let date = match resolve(&phrase, now, zone, toward) {
        Ok(reading) => zone.clock(reading.moment).date(),
        Err(Unread::NoTime) => {
            let today = now.map(|now| zone.clock(now).date());
            phrase.date(today, phrase.toward.unwrap_or(toward), &|_| true)?
        }
        Err(unread) => return Err(unread),
    };
    match Moment::from_utc(date.into()) {
        Some(_) => Ok(date),
        None => Err(Unread::OutOfRange),
    }
}
