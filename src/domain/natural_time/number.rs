//! Numbers in a phrase: amounts of a unit, times of day and offsets from UTC.

use super::error::TimeParseError;
use crate::domain::time::{MINUTES_PER_DAY, TimeOfDay};

const NUMBER_WORDS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Names of the units of time, separated by spaces, and the unit in minutes.
const UNITS: [(&str, u32); 4] = [
    ("m min mins minute minutes", 1),
    ("h hr hrs hour hours", 60),
    ("d day days", MINUTES_PER_DAY),
    ("w wk wks week weeks", 7 * MINUTES_PER_DAY),
];

/// Returns the minutes of a unit of time; `None` if the word is no unit.
pub fn unit_minutes(word: &str) -> Option<i64> {
    let named = |(names, _): &&(&str, u32)| names.split(' ').any(|name| name == word);
    UNITS
        .iter()
        .find(named)
        .map(|(_, minutes)| (*minutes).into())
}

/// Parses a number.
///
/// # Errors
/// [`TimeParseError::Unrecognized`] unless the text is 1 to 7 digits.
pub fn parse_number(text: &str) -> Result<u32, TimeParseError> {
    parse_digits(text, 7)
}

/// Parses a number of at most so many digits.
///
/// # Errors
/// [`TimeParseError::Unrecognized`] if the text is empty, longer, or no number.
pub fn parse_digits(text: &str, at_most: usize) -> Result<u32, TimeParseError> {
    let plain =
        (1..=at_most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = plain.then(|| text.parse().ok()).flatten();
    number.ok_or(TimeParseError::Unrecognized)
}

/// Parses an amount of a unit, like "2", "1.5", "three", "a" or "half". Returns minutes.
///
/// # Errors
/// [`TimeParseError::Unrecognized`] if the text is no amount, or not a whole number of minutes.
pub fn parse_amount(text: &str, unit_minutes: i64) -> Result<i64, TimeParseError> {
    if let Some(index) = NUMBER_WORDS.iter().position(|number| *number == text) {
        return Ok((index as i64 + 1) * unit_minutes);
    }
    let (whole, part) = match text {
        "a" | "an" => ("1", "0"),
        "half" => ("0", "5"),
        _ => text.split_once('.').unwrap_or((text, "0")),
    };
    // The longest schedule has 8 digits of minutes.
    let (whole, fraction) = (parse_digits(whole, 8)?, parse_digits(part, 6)?);
    // "1,000" may be a thousand or one.
    if part.len() == 3 {
        return Err(TimeParseError::Ambiguous);
    }
    let scale = 10_i64.pow(part.len() as u32);
    let all = (i64::from(whole) * scale + i64::from(fraction)) * unit_minutes;
    (all % scale == 0)
        .then_some(all / scale)
        .ok_or(TimeParseError::Unrecognized)
}

/// Parses a time of day, like "14:37", "14.37" or "14:37:05.123"; with a meridiem ("am" or "pm") also "2:30" or "2".
/// Drops the seconds.
///
/// # Errors
/// [`TimeParseError::Unrecognized`] if the text is no time of day; [`TimeParseError::DoesNotExist`] if it is out of
/// range.
pub fn parse_clock_time(text: &str, meridiem: Option<&str>) -> Result<TimeOfDay, TimeParseError> {
    let mut parts = text.splitn(4, [':', '.']);
    let two_digits = |part: Option<&str>, is_optional: bool| match part {
        None if is_optional => Ok(0),
        Some(part) if part.len() == 2 => parse_number(part),
        _ => Err(TimeParseError::Unrecognized),
    };
    let hour = parse_number(parts.next().unwrap_or_default())?;
    let minute = two_digits(parts.next(), meridiem.is_some())?;
    let second = two_digits(parts.next(), true)?;
    let hour = match meridiem {
        Some(_) if !(1..=12).contains(&hour) => return Err(TimeParseError::DoesNotExist),
        Some("pm") => hour % 12 + 12,
        Some(_) => hour % 12,
        None => hour,
    };
    let fraction = parts.next().unwrap_or_default();
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TimeParseError::Unrecognized);
    }
    time_of_day(hour, minute, second)
}

/// Returns a time of day; its second only has to exist.
///
/// # Errors
/// [`TimeParseError::DoesNotExist`] if a part is out of range.
pub fn time_of_day(hour: u32, minute: u32, second: u32) -> Result<TimeOfDay, TimeParseError> {
    let minutes = (hour < 24 && minute < 60 && second < 60).then_some(hour * 60 + minute);
    minutes
        .and_then(TimeOfDay::from_minutes)
        .ok_or(TimeParseError::DoesNotExist)
}

/// Parses an offset from UTC with its sign, like "+02:00", "-0530" or "+02". Returns minutes.
///
/// # Errors
/// [`TimeParseError::Unrecognized`] if the text is no offset, or above 14 hours.
pub fn parse_utc_offset(text: &str) -> Result<i64, TimeParseError> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = digits.replace(':', "");
    let value = i64::from(parse_number(&digits)?);
    let minutes = match digits.len() {
        2 => value * 60,
        4 => value / 100 * 60 + value % 100,
        _ => return Err(TimeParseError::TimeZoneName),
    };
    // The largest offset in use.
    let in_range = minutes <= 14 * 60 && value % 100 < 60;
    let signed = if text.starts_with('-') {
        -minutes
    } else {
        minutes
    };
    in_range
        .then_some(signed)
        .ok_or(TimeParseError::Unrecognized)
}
