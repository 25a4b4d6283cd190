//! Moments, days and times of day. An instant is always UTC here; what a clock on a wall shows is a
//! [`NaiveDateTime`], and between the two stands a [`Zone`], which only the edge of the program knows.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::text::{count, join};
use super::units::Minutes;

/// An instant in whole minutes. What a user names lies from 1970 to 2100; what follows from it may lie a century
/// beyond, since no schedule reaches further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// Minutes in a day.
pub const DAY: u32 = 24 * 60;

impl Moment {
    /// The first minute of 1970, UTC.
    pub const FIRST: Moment = Moment(0);
    /// The last minute of 2100, UTC.
    pub const LAST: Moment = Moment(47_847 * DAY as i64 - 1);

    /// So many minutes after the first minute of 1970; none before it or after 2100.
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        (Self::FIRST.0..=Self::LAST.0)
            .contains(&minutes)
            .then_some(Self(minutes))
    }

    /// Minutes since the first minute of 1970.
    pub fn minutes(self) -> i64 {
        self.0
    }

    /// What a clock in UTC shows.
    pub fn utc(self) -> NaiveDateTime {
        let days = TimeDelta::days(self.0.div_euclid(DAY.into()));
        NaiveDateTime::new(epoch() + days, self.time_of_day().time())
    }

    /// The moment at which a clock in UTC shows this; none before 1970 or after 2100.
    pub fn from_utc(clock: NaiveDateTime) -> Option<Self> {
        let days = (clock.date() - epoch()).num_days();
        let time = clock.hour() * 60 + clock.minute();
        Self::from_minutes(days * i64::from(DAY) + i64::from(time))
    }

    /// The time of day in UTC.
    pub fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.rem_euclid(DAY.into()) as u16)
    }

    /// So much earlier.
    pub fn back(self, length: Minutes) -> Self {
        Self(self.0 - i64::from(length.get()))
    }

    /// So much later.
    pub fn ahead(self, length: Minutes) -> Self {
        Self(self.0 + i64::from(length.get()))
    }

    /// The time since an earlier moment; none where that one is the later.
    pub fn since(self, earlier: Moment) -> Option<Minutes> {
        u32::try_from(self.0 - earlier.0).ok().map(Minutes::new)
    }

    /// Reads what [`Display`](std::fmt::Display) writes, `2026-11-21T14:37Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        Self::from_utc(parse_date(date)?.and_time(TimeOfDay::parse(time)?.time()))
    }
}

fn epoch() -> NaiveDate {
    NaiveDate::default()
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}Z", clock_text(self.utc()))
    }
}

/// A clock's date and time as fields of a form want it, `2026-11-21T14:37`.
pub fn clock_text(clock: NaiveDateTime) -> String {
    format!("{}T{}", date_text(clock.date()), time_text(clock.time()))
}

/// A moment as a clock in UTC shows it, `2026-11-21 14:37 UTC`.
pub fn utc_text(moment: Moment) -> String {
    format!("{} UTC", clock_text(moment.utc()).replace('T', " "))
}

/// A date, `2026-11-21`.
pub fn date_text(date: NaiveDate) -> String {
    let (_, year) = date.year_ce();
    format!("{year:04}-{:02}-{:02}", date.month(), date.day())
}

fn time_text(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Reads a date as [`date_text`] writes it; any day that exists from 1970 to 2100.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (year, month) = (parts.next()?, parts.next()?);
    let date = NaiveDate::from_ymd_opt(
        digits(year, 4)? as i32,
        digits(month, 2)?,
        digits(parts.next()?, 2)?,
    )?;
    (1970..=2100).contains(&date.year()).then_some(date)
}

/// A number of exactly so many digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// A time of day in whole minutes, in UTC where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// So many minutes after midnight; none beyond the day.
    pub fn from_minutes(minutes: u32) -> Option<Self> {
        (minutes < DAY).then_some(Self(minutes as u16))
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u32 {
        self.0.into()
    }

    /// Reads `03:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
        (hour < 24 && minute < 60).then_some(Self((hour * 60 + minute) as u16))
    }

    /// As a clock shows it.
    pub fn time(self) -> NaiveTime {
        NaiveTime::default() + TimeDelta::minutes(self.0.into())
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&time_text(self.time()))
    }
}

/// The moments at which a clock on a wall shows a date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Local {
    /// As on almost every day.
    Once(Moment),
    /// Twice, in the hour that is repeated when summer time ends: the earlier and the later.
    Twice(Moment, Moment),
    /// Never, in the hour that is left out when summer time begins; or outside the years the calculator knows.
    Never,
}

/// How clocks run where the reader is, and how moments are written there.
pub trait Zone {
    /// What a clock shows at a moment.
    fn clock(&self, moment: Moment) -> NaiveDateTime;

    /// When a clock shows this: tried with how far clocks are from UTC on the day before and on the day after.
    fn moments(&self, clock: NaiveDateTime) -> Local {
        moments(&|moment| self.clock(moment), clock)
    }

    /// A moment for a sentence.
    fn words(&self, moment: Moment) -> String;

    /// A day for a sentence.
    fn day(&self, date: NaiveDate) -> String;

    /// A length of time for a sentence: so many of each of these units, `year`, `day`, `hour` or `minute`, the largest
    /// first.
    fn length(&self, parts: &[(u32, &'static str)]) -> String {
        let parts = parts.iter().map(|(number, unit)| count(*number, unit));
        join(&parts.collect::<Vec<_>>(), " ")
    }
}

/// One for all zones, since each of its own would be paid for by every visitor.
fn moments(shown: &dyn Fn(Moment) -> NaiveDateTime, clock: NaiveDateTime) -> Local {
    let Some(near) = Moment::from_utc(clock) else {
        return Local::Never;
    };
    let [early, late] = [near.back(Minutes::new(DAY)), near.ahead(Minutes::new(DAY))]
        .map(|day| near.0 - (shown(day) - day.utc()).num_minutes())
        .map(|minutes| Moment::from_minutes(minutes).filter(|at| shown(*at) == clock));
    match (early, late) {
        (Some(one), Some(other)) if one != other => Local::Twice(one.min(other), one.max(other)),
        (Some(once), _) | (_, Some(once)) => Local::Once(once),
        (None, None) => Local::Never,
    }
}

/// Clocks that show UTC: for the pages as they are written, exports and tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utc;

impl Zone for Utc {
    fn clock(&self, moment: Moment) -> NaiveDateTime {
        moment.utc()
    }

    fn words(&self, moment: Moment) -> String {
        utc_text(moment)
    }

    fn day(&self, date: NaiveDate) -> String {
        date_text(date)
    }
}
