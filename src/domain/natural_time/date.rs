//! Dates in a phrase: numeric ones, names of months and days of the week.

use chrono::NaiveDate;

use super::error::TimeParseError;
use super::number::{parse_digits, parse_number};

/// A date as specified in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSpec {
    /// Year if it has one, month and day. The day need not exist.
    Date(Option<u32>, u32, u32),
    /// Number of days after today.
    RelativeDays(i64),
    /// The night between yesterday and today. The time of day decides between the two.
    LastNight,
}

impl DateSpec {
    /// Returns whether the date exists in any year.
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

/// Returns the index of the first name that starts with `word`; `None` if there is none, or for less than 3 letters.
fn index_by_prefix(names: &[&str], word: &str) -> Option<u32> {
    let index = names
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    Some(index as u32)
}

/// Returns the day of the week of an English name or abbreviation, as the number of days since Monday.
pub fn weekday_from_name(word: &str) -> Option<u32> {
    index_by_prefix(&WEEKDAYS, word)
}

/// Returns the month of an English name or abbreviation, 1 to 12.
pub fn month_from_name(word: &str) -> Option<u32> {
    index_by_prefix(&MONTHS, word).map(|month| month + 1)
}

/// Separates the parts of a date only: between two times it means a range, where a hyphen is the sign of an offset from UTC.
const EN_DASH: char = '\u{2013}';

/// Parses "2026-11-21", "22/11/2026" or "22.11". Before a dot stands the day. With another separator, either the day or
/// the month may come first.
///
/// # Errors
/// [`TimeParseError::Ambiguous`] if both orders give a date, and not the same one; [`TimeParseError::Unrecognized`] if
/// the token is no date.
pub fn parse_numeric_date(token: &str) -> Result<DateSpec, TimeParseError> {
    let parts: Vec<&str> = token
        .split(|c| matches!(c, '-' | '/' | '.' | EN_DASH))
        .collect();
    let (year, one, other) = match parts[..] {
        // "20261121"
        [digits] if digits.len() == 8 => {
            let value = parse_digits(digits, 8)?;
            let (month, day) = (value / 100 % 100, value % 100);
            return Ok(DateSpec::Date(Some(value / 10_000), month, day));
        }
        [year, month, day] if year.len() == 4 => {
            return Ok(DateSpec::Date(
                Some(parse_number(year)?),
                parse_number(month)?,
                parse_number(day)?,
            ));
        }
        [one, other, year] if year.len() == 4 => (Some(parse_number(year)?), one, other),
        [one, other] => (None, one, other),
        _ => return Err(TimeParseError::Unrecognized),
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
