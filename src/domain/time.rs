//! Timestamps in UTC, dates, times of day, and time zones. A local time is a [`NaiveDateTime`]; a [`TimeZone`] converts
//! between the two.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::parse_error::ParseError;
use super::text::pluralize;
use super::units::Minutes;

/// A point in time in UTC, in whole minutes. Input is from 1970 to 2100; results of `+` and `-` may be outside, by
/// at most the longest schedule ([`Hours::MAX`](super::units::Hours::MAX)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Minutes in a day.
pub const MINUTES_PER_DAY: u32 = 24 * 60;

/// Returns the day `days` after another one, or before it if they are negative. The years of input are far from the end of the calendar;
/// beyond it, the day itself.
pub fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

impl Timestamp {
    /// The first minute of 1970, UTC.
    pub const MIN: Timestamp = Timestamp(0);
    /// The last minute of 2100, UTC.
    pub const MAX: Timestamp = Timestamp(47_847 * MINUTES_PER_DAY as i64 - 1);

    /// Returns the timestamp `minutes` after the epoch (1970); `None` before 1970 or after 2100.
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0)
            .contains(&minutes)
            .then_some(Self(minutes))
    }

    /// Returns the minutes since the epoch (1970).
    pub fn to_minutes(self) -> i64 {
        self.0
    }

    /// Returns the date and time in UTC.
    pub fn to_utc_datetime(self) -> NaiveDateTime {
        let days = self.0.div_euclid(MINUTES_PER_DAY.into());
        add_days(epoch(), days).and_time(self.time_of_day().to_naive_time())
    }

    /// Returns the timestamp of a date and time in UTC; `None` before 1970 or after 2100.
    pub fn from_utc_datetime(datetime: NaiveDateTime) -> Option<Self> {
        let days = (datetime.date() - epoch()).num_days();
        let time = datetime.hour() * 60 + datetime.minute();
        Self::from_minutes(days * i64::from(MINUTES_PER_DAY) + i64::from(time))
    }

    /// Returns the time of day in UTC.
    pub fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.rem_euclid(MINUTES_PER_DAY.into()) as u16)
    }

    /// Returns the time since `earlier`; `None` if that is later than `self`.
    pub fn checked_duration_since(self, earlier: Timestamp) -> Option<Minutes> {
        u32::try_from(self.0 - earlier.0).ok().map(Minutes::new)
    }

    fn from_text(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let time = TimeOfDay::from_text(time)?;
        Self::from_utc_datetime(parse_date(date)?.and_time(time.to_naive_time()))
    }
}

impl Add<Minutes> for Timestamp {
    type Output = Timestamp;

    fn add(self, duration: Minutes) -> Timestamp {
        Timestamp(self.0 + i64::from(duration.get()))
    }
}

impl Sub<Minutes> for Timestamp {
    type Output = Timestamp;

    fn sub(self, duration: Minutes) -> Timestamp {
        Timestamp(self.0 - i64::from(duration.get()))
    }
}

impl FromStr for Timestamp {
    type Err = ParseError;

    /// Parses `2026-11-21T14:37Z`, the format of [`Display`](fmt::Display), from 1970 to 2100.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_text(text).ok_or(ParseError {
            expected: "YYYY-MM-DDTHH:MMZ",
        })
    }
}

fn epoch() -> NaiveDate {
    NaiveDate::default()
}

impl fmt::Display for Timestamp {
    /// Writes `2026-11-21T14:37Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", format_datetime_local(self.to_utc_datetime()))
    }
}

/// Formats a date and time for `<input type="datetime-local">`: `2026-11-21T14:37`.
pub fn format_datetime_local(datetime: NaiveDateTime) -> String {
    format!(
        "{}T{}",
        format_date(datetime.date()),
        format_time(datetime.time())
    )
}

/// Formats a timestamp in UTC: `2026-11-21 14:37 UTC`.
pub fn format_utc(timestamp: Timestamp) -> String {
    let datetime = timestamp.to_utc_datetime();
    let (date, time) = (format_date(datetime.date()), format_time(datetime.time()));
    format!("{date} {time} UTC")
}

/// Formats a date: `2026-11-21`.
pub fn format_date(date: NaiveDate) -> String {
    let (_, year) = date.year_ce();
    format!("{year:04}-{:02}-{:02}", date.month(), date.day())
}

fn format_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Parses a date in the format of [`format_date`]; `None` if it does not exist, or is before 1970 or after 2100.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (year, month) = (parts.next()?, parts.next()?);
    let date = NaiveDate::from_ymd_opt(
        parse_digits(year, 4)? as i32,
        parse_digits(month, 2)?,
        parse_digits(parts.next()?, 2)?,
    )?;
    (1970..=2100).contains(&date.year()).then_some(date)
}

/// Parses a number of exactly `length` digits.
fn parse_digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// A time of day in whole minutes, in UTC unless stated otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Returns the time of day `minutes` after midnight; `None` from 24 hours on.
    pub fn from_minutes(minutes: u32) -> Option<Self> {
        (minutes < MINUTES_PER_DAY).then_some(Self(minutes as u16))
    }

    /// Returns the minutes after midnight.
    pub fn to_minutes(self) -> u32 {
        self.0.into()
    }

    /// Converts the time of day to chrono's type.
    pub fn to_naive_time(self) -> NaiveTime {
        let seconds = self.to_minutes() * 60;
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
    }

    fn from_text(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (parse_digits(hour, 2)?, parse_digits(minute, 2)?);
        (hour < 24 && minute < 60).then_some(Self((hour * 60 + minute) as u16))
    }
}

impl FromStr for TimeOfDay {
    type Err = ParseError;

    /// Parses `HH:MM`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_text(text).ok_or(ParseError { expected: "HH:MM" })
    }
}

impl fmt::Display for TimeOfDay {
    /// Writes `HH:MM`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format_time(self.to_naive_time()))
    }
}

/// The timestamps of a local date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalResult {
    /// The usual case.
    Single(Timestamp),
    /// The local time is repeated, at the end of summer time: the earlier and the later timestamp.
    Ambiguous(Timestamp, Timestamp),
    /// The local time is skipped, at the start of summer time; or it is outside the range of [`Timestamp`].
    None,
}

/// Time zone and locale of the reader.
pub trait TimeZone {
    /// Returns the local date and time of a timestamp.
    fn to_local(&self, timestamp: Timestamp) -> NaiveDateTime;

    /// Returns the timestamps of a local date and time.
    fn resolve_local(&self, local: NaiveDateTime) -> LocalResult {
        let Some(near) = Timestamp::from_utc_datetime(local) else {
            return LocalResult::None;
        };
        // The offset from UTC is either that of a day before or that of a day after.
        let day = Minutes::new(MINUTES_PER_DAY);
        let [early, late] = [near - day, near + day].map(|other_day| {
            let offset = self.to_local(other_day) - other_day.to_utc_datetime();
            let candidate = Timestamp::from_minutes(near.0 - offset.num_minutes());
            candidate.filter(|candidate| self.to_local(*candidate) == local)
        });
        match (early, late) {
            (Some(one), Some(other)) if one != other => {
                LocalResult::Ambiguous(one.min(other), one.max(other))
            }
            (Some(timestamp), _) | (_, Some(timestamp)) => LocalResult::Single(timestamp),
            (None, None) => LocalResult::None,
        }
    }

    /// Formats a timestamp for a sentence.
    fn format_timestamp(&self, timestamp: Timestamp) -> String;

    /// Formats a date for a sentence.
    fn format_date(&self, date: NaiveDate) -> String;

    /// Formats the day and the month of a date, for an axis.
    fn format_day(&self, date: NaiveDate) -> String {
        format!("{:02}-{:02}", date.month(), date.day())
    }

    /// Formats a duration for a sentence. Each part is a number and its unit (`year`, `day`, `hour` or `minute`), the
    /// largest unit first.
    fn format_duration(&self, parts: &[(u32, &'static str)]) -> String {
        let parts = parts.iter().map(|(number, unit)| pluralize(*number, unit));
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// The time zone UTC: for prerendered pages, exports and tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utc;

impl TimeZone for Utc {
    fn to_local(&self, timestamp: Timestamp) -> NaiveDateTime {
        timestamp.to_utc_datetime()
    }

    fn format_timestamp(&self, timestamp: Timestamp) -> String {
        format_utc(timestamp)
    }

    fn format_date(&self, date: NaiveDate) -> String {
        format_date(date)
    }
}
