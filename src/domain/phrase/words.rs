//! The words of a phrase.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{Toward, Unread};
use crate::domain::moment::{DAY, TimeOfDay, parse_date};

/// What a phrase says so far.
#[derive(Default)]
pub struct Phrase {
    /// Minutes, all lengths together.
    pub length: Option<i64>,
    /// The day it names.
    pub day: Option<Day>,
    /// The time of day it names.
    pub time: Option<TimeOfDay>,
    /// Whether it says "ago", or "in".
    pub past: Option<bool>,
    /// Whether its time is meant in UTC.
    pub utc: bool,
    /// Whether it says "now".
    pub now: bool,
}

/// A day as a phrase names it.
#[derive(Clone, Copy)]
pub enum Day {
    /// A date.
    Exact(NaiveDate),
    /// Days since Monday.
    Week(u32),
}

impl Day {
    /// The day itself, or the nearest one of its name, today counted in.
    pub fn near(self, today: NaiveDate, step: TimeDelta) -> NaiveDate {
        let weekday = match self {
            Day::Exact(date) => return date,
            Day::Week(weekday) => weekday,
        };
        let mut date = today;
        while date.weekday().num_days_from_monday() != weekday {
            date += step;
        }
        date
    }
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The place of a name in a list; three letters are enough.
fn named(names: &[&str], word: &str) -> Option<u32> {
    let place = names
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    Some(place as u32)
}

/// Minutes of a unit of time.
fn unit(word: &str) -> Option<i64> {
    match word {
        "m" | "min" | "mins" | "minute" | "minutes" => Some(1),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60),
        "d" | "day" | "days" => Some(DAY.into()),
        "w" | "wk" | "wks" | "week" | "weeks" => Some(7 * i64::from(DAY)),
        _ => None,
    }
}

/// Runs of letters, and runs of everything else.
fn tokens(text: &str) -> Vec<String> {
    let text = text.to_ascii_lowercase().replace(',', " ");
    let mut all = Vec::new();
    for word in text.split_ascii_whitespace() {
        let mut token = String::new();
        for letter in word.chars() {
            let changes = |last: char| last.is_ascii_alphabetic() != letter.is_ascii_alphabetic();
            if token.chars().last().is_some_and(changes) {
                all.push(std::mem::take(&mut token));
            }
            token.push(letter);
        }
        all.push(token);
    }
    all
}

/// Puts a value where none is yet; a second one makes a phrase unclear.
fn once<T>(place: &mut Option<T>, value: T) -> Result<(), Unread> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Unread::Unclear),
    }
}

impl Phrase {
    /// Reads all words of a text.
    ///
    /// # Errors
    /// Why they say no time.
    pub fn read(text: &str, today: NaiveDate, toward: Toward) -> Result<Self, Unread> {
        let mut phrase = Self::default();
        phrase.take(&tokens(text), today, toward)?;
        Ok(phrase)
    }

    fn take(&mut self, tokens: &[String], today: NaiveDate, toward: Toward) -> Result<(), Unread> {
        let mut rest = tokens.iter().map(String::as_str).peekable();
        while let Some(token) = rest.next() {
            let days = |days| Day::Exact(today + TimeDelta::days(days));
            match token {
                "at" | "on" | "t" | "and" | "last" | "next" | "the" => {}
                "ago" => once(&mut self.past, true)?,
                "in" => once(&mut self.past, false)?,
                "now" => self.now = true,
                "z" | "utc" | "gmt" => self.utc = true,
                "today" => once(&mut self.day, days(0))?,
                "yesterday" => once(&mut self.day, days(-1))?,
                "tomorrow" => once(&mut self.day, days(1))?,
                _ if token.contains(':') => {
                    let half = rest.next_if(|next| matches!(*next, "am" | "pm"));
                    once(&mut self.time, clock_time(token, half)?)?;
                }
                _ if token.matches('-').count() == 2 => {
                    let date = parse_date(token).ok_or_else(|| not_a_date(token))?;
                    once(&mut self.day, Day::Exact(date))?;
                }
                _ => {
                    if let Some(weekday) = named(&WEEKDAYS, token) {
                        once(&mut self.day, Day::Week(weekday))?;
                        continue;
                    }
                    let next = rest.next().ok_or(Unread::Unclear)?;
                    if let Some(minutes) = unit(next) {
                        let length = self.length.unwrap_or(0) + scaled(token, minutes)?;
                        self.length = Some(length);
                    } else if matches!(next, "am" | "pm") {
                        once(&mut self.time, clock_time(token, Some(next))?)?;
                    } else {
                        let year = rest.next_if(|year| year.len() == 4 && number(year).is_ok());
                        once(&mut self.day, month_day(token, next, year, today, toward)?)?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn number(text: &str) -> Result<u32, Unread> {
    let plain = !text.is_empty() && text.len() <= 7 && text.bytes().all(|b| b.is_ascii_digit());
    let number = plain.then(|| text.parse().ok()).flatten();
    number.ok_or(Unread::Unclear)
}

/// "2" or "1.5" of a unit, in minutes.
fn scaled(text: &str, unit: i64) -> Result<i64, Unread> {
    let (whole, tenths) = text.split_once('.').unwrap_or((text, "0"));
    if tenths.len() != 1 {
        return Err(Unread::Unclear);
    }
    let tenths = i64::from(number(whole)?) * 10 + i64::from(number(tenths)?);
    Ok(tenths * unit / 10)
}

/// "14:37", "2:30" with "pm", "2" with "pm"; seconds are left out.
fn clock_time(text: &str, half: Option<&str>) -> Result<TimeOfDay, Unread> {
    let mut parts = text.split(':');
    let hour = number(parts.next().unwrap_or_default())?;
    let minute = parts.next().map_or(Ok(0), number)?;
    let second = parts.next().map_or(Ok(0), number)?;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return Err(Unread::Impossible),
        Some("pm") => hour % 12 + 12,
        Some(_) => hour % 12,
        None => hour,
    };
    if hour > 23 || minute > 59 || second > 59 || parts.next().is_some() {
        return Err(Unread::Impossible);
    }
    TimeOfDay::from_minutes(hour * 60 + minute).ok_or(Unread::Impossible)
}

/// "21 Nov" or "Nov 21", with a year or in the nearest one.
fn month_day(
    one: &str,
    other: &str,
    year: Option<&str>,
    today: NaiveDate,
    toward: Toward,
) -> Result<Day, Unread> {
    let (month, day) = match (named(&MONTHS, one), named(&MONTHS, other)) {
        (Some(month), None) => (month, other),
        (None, Some(month)) => (month, one),
        _ => return Err(Unread::Unclear),
    };
    let day = number(day)?;
    let date = |year: i32| NaiveDate::from_ymd_opt(year, month + 1, day);
    let near = match toward {
        Toward::Past => (0..8).map(|k| today.year() - k).collect::<Vec<_>>(),
        Toward::Future => (0..8).map(|k| today.year() + k).collect(),
    };
    let found = match year {
        Some(year) => date(number(year)? as i32),
        None => near.into_iter().filter_map(date).find(|date| match toward {
            Toward::Past => *date <= today,
            Toward::Future => *date >= today,
        }),
    };
    found.map(Day::Exact).ok_or(Unread::Impossible)
}

/// A date in digits that is none: because there is no such day, or because it lies too far away.
fn not_a_date(text: &str) -> Unread {
    match text.split('-').map(number).collect::<Result<Vec<_>, _>>() {
        Ok(parts) if parts[0] < 1970 || parts[0] > 2100 => Unread::OutOfRange,
        Ok(_) => Unread::Impossible,
        Err(unread) => unread,
    }
}
