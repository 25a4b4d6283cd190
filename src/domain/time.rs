//! Moments, days and times of day. An instant is always UTC here; what a clock on a wall shows is a
//! [`NaiveDateTime`], and between the two stands a [`Zone`], which only the edge of the program knows.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::text::{join, pluralize};
use super::units::Minutes;

/// An instant in whole minutes. What a user names lies from 1970 to 2100; what follows from it may lie a century
/// beyond, since no schedule reaches further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Minutes in a day.
pub const MINUTES_PER_DAY: u32 = 24 * 60;

impl Timestamp {
    /// The first minute of 1970, UTC.
    pub const MIN: Timestamp = Timestamp(0);
    /// The last minute of 2100, UTC.
    pub const MAX: Timestamp = Timestamp(47_847 * MINUTES_PER_DAY as i64 - 1);

    /// So many minutes after the first minute of 1970; none before it or after 2100.
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0)
            .contains(&minutes)
            .then_some(Self(minutes))
    }

    /// Minutes since the first minute of 1970.
    pub fn to_minutes(self) -> i64 {
        self.0
    }

    /// What a clock in UTC shows.
    pub fn to_utc_datetime(self) -> NaiveDateTime {
        let days = TimeDelta::days(self.0.div_euclid(MINUTES_PER_DAY.into()));
        NaiveDateTime::new(epoch() + days, self.time_of_day().to_naive_time())
    }

    /// The moment at which a clock in UTC shows this; none before 1970 or after 2100.
    pub fn from_utc_datetime(datetime: NaiveDateTime) -> Option<Self> {
        let days = (datetime.date() - epoch()).num_days();
        let time = datetime.hour() * 60 + datetime.minute();
        Self::from_minutes(days * i64::from(MINUTES_PER_DAY) + i64::from(time))
    }

    /// The time of day in UTC.
    pub fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.rem_euclid(MINUTES_PER_DAY.into()) as u16)
    }

    /// So much earlier.
    pub fn back(self, duration: Minutes) -> Self {
        Self(self.0 - i64::from(duration.get()))
    }

    /// So much later.
    pub fn ahead(self, duration: Minutes) -> Self {
        Self(self.0 + i64::from(duration.get()))
    }

    /// The time since an earlier moment; none where that one is the later.
    pub fn checked_duration_since(self, earlier: Timestamp) -> Option<Minutes> {
        u32::try_from(self.0 - earlier.0).ok().map(Minutes::new)
    }

    /// Reads what [`Display`](std::fmt::Display) writes, `2026-11-21T14:37Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        Self::from_utc_datetime(parse_date(date)?.and_time(TimeOfDay::parse(time)?.to_naive_time()))
    }
}

fn epoch() -> NaiveDate {
    NaiveDate::default()
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}Z", format_datetime_local(self.to_utc_datetime()))
    }
}

/// A clock's date and time as fields of a form want it, `2026-11-21T14:37`.
pub fn format_datetime_local(datetime: NaiveDateTime) -> String {
    format!(
        "{}T{}",
        format_date(datetime.date()),
        format_time(datetime.time())
    )
}

/// A moment as a clock in UTC shows it, `2026-11-21 14:37 UTC`.
pub fn format_utc(moment: Timestamp) -> String {
    format!(
        "{} UTC",
        format_datetime_local(moment.to_utc_datetime()).replace('T', " ")
    )
}

/// A date, `2026-11-21`.
pub fn format_date(date: NaiveDate) -> String {
    let (_, year) = date.year_ce();
    format!("{year:04}-{:02}-{:02}", date.month(), date.day())
}

fn format_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Reads a date as [`date_text`] writes it; any day that exists from 1970 to 2100.
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

/// A number of exactly so many digits.
fn parse_digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// A time of day in whole minutes, in UTC where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// So many minutes after midnight; none beyond the day.
    pub fn from_minutes(minutes: u32) -> Option<Self> {
        (minutes < MINUTES_PER_DAY).then_some(Self(minutes as u16))
    }

    /// Minutes after midnight.
    pub fn to_minutes(self) -> u32 {
        self.0.into()
    }

    /// Reads `03:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (parse_digits(hour, 2)?, parse_digits(minute, 2)?);
        (hour < 24 && minute < 60).then_some(Self((hour * 60 + minute) as u16))
    }

    /// As a clock shows it.
    pub fn to_naive_time(self) -> NaiveTime {
        NaiveTime::default() + TimeDelta::minutes(self.0.into())
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&format_time(self.to_naive_time()))
    }
}

/// The moments at which a clock on a wall shows a date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalResult {
    /// As on almost every day.
    Single(Timestamp),
    /// Twice, in the hour that is repeated when summer time ends: the earlier and the later.
    Ambiguous(Timestamp, Timestamp),
    /// Never, in the hour that is left out when summer time begins; or outside the years the calculator knows.
    None,
}

/// How clocks run where the reader is, and how moments are written there.
pub trait TimeZone {
    /// What a clock shows at a moment.
    fn to_local(&self, moment: Timestamp) -> NaiveDateTime;

    /// When a clock shows this: tried with how far clocks are from UTC on the day before and on the day after.
    fn resolve_local(&self, local: NaiveDateTime) -> LocalResult {
        resolve_local_with(&|moment| self.to_local(moment), local)
    }

    /// A moment for a sentence.
    fn format_timestamp(&self, moment: Timestamp) -> String;

    /// A day for a sentence.
    fn format_date(&self, date: NaiveDate) -> String;

    /// A length of time for a sentence: so many of each of these units, `year`, `day`, `hour` or `minute`, the largest
    /// first.
    fn format_duration(&self, parts: &[(u32, &'static str)]) -> String {
        let parts = parts.iter().map(|(number, unit)| pluralize(*number, unit));
        join(&parts.collect::<Vec<_>>(), " ")
    }
}

/// One for all zones, since each of its own would be paid for by every visitor.
fn resolve_local_with(
    to_local: &dyn Fn(Timestamp) -> NaiveDateTime,
    local: NaiveDateTime,
) -> LocalResult {
    let Some(near) = Timestamp::from_utc_datetime(local) else {
        return LocalResult::None;
    };
    let [early, late] = [
        near.back(Minutes::new(MINUTES_PER_DAY)),
        near.ahead(Minutes::new(MINUTES_PER_DAY)),
    ]
    .map(|day| near.0 - (to_local(day) - day.to_utc_datetime()).num_minutes())
    .map(|minutes| Timestamp::from_minutes(minutes).filter(|at| to_local(*at) == local));
    match (early, late) {
        (Some(one), Some(other)) if one != other => {
            LocalResult::Ambiguous(one.min(other), one.max(other))
        }
        (Some(once), _) | (_, Some(once)) => LocalResult::Single(once),
        (None, None) => LocalResult::None,
    }
}

/// Clocks that show UTC: for the pages as they are written, exports and tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utc;

impl TimeZone for Utc {
    fn to_local(&self, moment: Timestamp) -> NaiveDateTime {
        moment.to_utc_datetime()
    }

    fn format_timestamp(&self, moment: Timestamp) -> String {
        format_utc(moment)
    }

    fn format_date(&self, date: NaiveDate) -> String {
        format_date(date)
    }
}
