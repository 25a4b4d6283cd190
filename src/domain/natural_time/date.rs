//! The day that a phrase names.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::number::parse_number;
use super::parser::Phrase;
use super::{Direction, TimeParseError};
use crate::domain::time::TimeOfDay;

/// A day as a phrase names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSpec {
    /// Year, where it is named, month and day.
    Date(Option<u32>, u32, u32),
    /// Days from today.
    RelativeDays(i64),
    /// The night before today's day: its evening was yesterday, its small hours are today.
    LastNight,
}

impl DateSpec {
    /// Whether any year has it.
    pub fn is_valid(self) -> bool {
        match self {
            DateSpec::Date(_, month, day) => NaiveDate::from_ymd_opt(2000, month, day).is_some(),
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
fn index_by_prefix(names: &[&str], word: &str) -> Option<u32> {
    let index = names
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    Some(index as u32)
}

/// Days since Monday.
pub fn weekday_from_name(word: &str) -> Option<u32> {
    index_by_prefix(&WEEKDAYS, word)
}

/// The month of a name, from 1 on.
pub fn month_from_name(word: &str) -> Option<u32> {
    index_by_prefix(&MONTHS, word).map(|month| month + 1)
}

/// Reads "2026-11-21", "22/11/2026" or "22.11". Where months come first for some and days for others, only what is
/// the same for both is read; nobody puts a month before a dot.
///
/// # Errors
/// Why this is no date.
pub fn parse_numeric_date(token: &str) -> Result<DateSpec, TimeParseError> {
    let parts: Vec<&str> = token.split(['-', '/', '.']).collect();
    let (year, one, other) = match parts[..] {
        [year, month, day] if year.len() == 4 => {
            return Ok(DateSpec::Date(
                Some(parse_number(year)?),
                parse_number(month)?,
                parse_number(day)?,
            ));
        }
        [one, other, year] if year.len() == 4 => (Some(parse_number(year)?), one, other),
        [one, other] => (None, one, other),
        _ => return Err(TimeParseError::Unrecognised),
    };
    let (one, other) = (parse_number(one)?, parse_number(other)?);
    if one > 12 || one == other || token.contains('.') {
        Ok(DateSpec::Date(year, other, one))
    } else if other > 12 {
        Ok(DateSpec::Date(year, one, other))
    } else {
        Err(TimeParseError::Ambiguous)
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
        direction: Direction,
        fits: &dyn Fn(NaiveDate) -> bool,
    ) -> Result<NaiveDate, TimeParseError> {
        let on = |date: &NaiveDate| {
            let weekday = date.weekday().num_days_from_monday();
            self.weekday.is_none_or(|requested| requested == weekday)
        };
        if let Some(DateSpec::Date(Some(year), month, day)) = self.day {
            let known = (1970..=2100).contains(&year);
            let date = NaiveDate::from_ymd_opt(year as i32, month, day).filter(on);
            return date.filter(|_| known).ok_or(match known {
                true => TimeParseError::DoesNotExist,
                false => TimeParseError::OutOfRange,
            });
        }
        let today = today.ok_or(TimeParseError::CurrentTimeUnknown)?;
        let from = |days| today + TimeDelta::days(days);
        let sign = if direction == Direction::Past { -1 } else { 1 };
        let date = match self.day {
            Some(DateSpec::RelativeDays(days)) => Some(from(days)),
            Some(DateSpec::LastNight) => match self.time.map(TimeOfDay::to_minutes) {
                Some(..360) => Some(today),
                None | Some(1080..) => Some(from(-1)),
                _ => return Err(TimeParseError::Ambiguous),
            },
            // "Last Monday" is never today. In eight years there is a 29 February.
            other => (i64::from(self.direction.is_some())..=8 * 366)
                .map(|days| from(sign * days))
                .find(|date| match other {
                    Some(DateSpec::Date(_, month, day)) => {
                        (date.month(), date.day()) == (month, day)
                    }
                    _ => on(date) && fits(*date),
                }),
        };
        date.filter(on).ok_or(TimeParseError::DoesNotExist)
    }
}
