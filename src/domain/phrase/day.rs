//! The day that a phrase names.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::numbers::number;
use super::words::Phrase;
use super::{Toward, Unread};
use crate::domain::moment::TimeOfDay;

/// A day as a phrase names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// Year, where it is named, month and day.
    Date(Option<u32>, u32, u32),
    /// Days from today.
    From(i64),
    /// The night before today's day: its evening was yesterday, its small hours are today.
    Night,
}

impl Day {
    /// Whether any year has it.
    pub fn exists(self) -> bool {
        match self {
            Day::Date(_, month, day) => NaiveDate::from_ymd_opt(2000, month, day).is_some(),
            _ => true,
        }
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

/// Days since Monday.
pub fn weekday(word: &str) -> Option<u32> {
    named(&WEEKDAYS, word)
}

/// The month of a name, from 1 on.
pub fn month(word: &str) -> Option<u32> {
    named(&MONTHS, word).map(|month| month + 1)
}

/// Reads "2026-11-21", "22/11/2026" or "22.11". Where months come first for some and days for others, only what is
/// the same for both is read; nobody puts a month before a dot.
///
/// # Errors
/// Why this is no date.
pub fn digits(token: &str) -> Result<Day, Unread> {
    let parts: Vec<&str> = token.split(['-', '/', '.']).collect();
    let (year, one, other) = match parts[..] {
        [year, month, day] if year.len() == 4 => {
            return Ok(Day::Date(Some(number(year)?), number(month)?, number(day)?));
        }
        [one, other, year] if year.len() == 4 => (Some(number(year)?), one, other),
        [one, other] => (None, one, other),
        _ => return Err(Unread::Unclear),
    };
    let (one, other) = (number(one)?, number(other)?);
    if one > 12 || one == other || token.contains('.') {
        Ok(Day::Date(year, other, one))
    } else if other > 12 {
        Ok(Day::Date(year, one, other))
    } else {
        Err(Unread::Ambiguous)
    }
}

impl Phrase {
    /// The date it means. Without a year, the first one from today on in the direction it points; without a date at
    /// all, the first one that `fits`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn date(
        &self,
        today: Option<NaiveDate>,
        toward: Toward,
        fits: &dyn Fn(NaiveDate) -> bool,
    ) -> Result<NaiveDate, Unread> {
        let on = |date: &NaiveDate| {
            let weekday = date.weekday().num_days_from_monday();
            self.weekday.is_none_or(|asked| asked == weekday)
        };
        if let Some(Day::Date(Some(year), month, day)) = self.day {
            let known = (1970..=2100).contains(&year);
            let date = NaiveDate::from_ymd_opt(year as i32, month, day).filter(on);
            return date.filter(|_| known).ok_or(match known {
                true => Unread::Impossible,
                false => Unread::OutOfRange,
            });
        }
        let today = today.ok_or(Unread::NoNow)?;
        let from = |days| today + TimeDelta::days(days);
        let sign = if toward == Toward::Past { -1 } else { 1 };
        let date = match self.day {
            Some(Day::From(days)) => Some(from(days)),
            Some(Day::Night) => match self.time.map(TimeOfDay::minutes) {
                Some(..360) => Some(today),
                None | Some(1080..) => Some(from(-1)),
                _ => return Err(Unread::Ambiguous),
            },
            // "Last Monday" is never today. In eight years there is a 29 February.
            other => (i64::from(self.toward.is_some())..=8 * 366)
                .map(|days| from(sign * days))
                .find(|date| match other {
                    Some(Day::Date(_, month, day)) => (date.month(), date.day()) == (month, day),
                    _ => on(date) && fits(*date),
                }),
        };
        date.filter(on).ok_or(Unread::Impossible)
    }
}
