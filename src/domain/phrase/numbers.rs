//! Numbers in a phrase: of units of time, and of clocks.

use super::Unread;
use crate::domain::moment::{DAY, TimeOfDay};

const NUMBERS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Units of time by their names, in minutes.
const UNITS: [(&str, u32); 4] = [
    ("m min mins minute minutes", 1),
    ("h hr hrs hour hours", 60),
    ("d day days", DAY),
    ("w wk wks week weeks", 7 * DAY),
];

/// Minutes of a unit of time.
pub fn unit(word: &str) -> Option<i64> {
    let named = |(names, _): &&(&str, u32)| names.split(' ').any(|name| name == word);
    UNITS
        .iter()
        .find(named)
        .map(|(_, minutes)| (*minutes).into())
}

/// Reads a number of digits alone.
///
/// # Errors
/// Other things stand in it, or too many digits.
pub fn number(text: &str) -> Result<u32, Unread> {
    let plain = !text.is_empty() && text.len() <= 7 && text.bytes().all(|b| b.is_ascii_digit());
    let number = plain.then(|| text.parse().ok()).flatten();
    number.ok_or(Unread::Unclear)
}

/// "2", "1.5" or "half" of a unit, in minutes where it comes out even.
pub fn scaled(text: &str, unit: i64) -> Result<i64, Unread> {
    if let Some(place) = NUMBERS.iter().position(|number| *number == text) {
        return Ok((place as i64 + 1) * unit);
    }
    let (whole, part) = match text {
        "a" | "an" => ("1", "0"),
        "half" => ("0", "5"),
        _ => text.split_once('.').unwrap_or((text, "0")),
    };
    let scale = 10_i64.pow(part.len().min(7) as u32);
    let all = (i64::from(number(whole)?) * scale + i64::from(number(part)?)) * unit;
    (all % scale == 0)
        .then_some(all / scale)
        .ok_or(Unread::Unclear)
}

/// "14:37", "14.37", "2:30" with "pm", "2" with "pm"; seconds are left out.
pub fn clock_time(text: &str, half: Option<&str>) -> Result<TimeOfDay, Unread> {
    let parts: Vec<&str> = text.splitn(4, [':', '.']).collect();
    let two = |place: usize| match parts.get(place) {
        None if place == 2 || half.is_some() => Ok(0),
        Some(part) if part.len() == 2 => number(part),
        _ => Err(Unread::Unclear),
    };
    let (hour, minute, second) = (number(parts[0])?, two(1)?, two(2)?);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return Err(Unread::Impossible),
        Some("pm") => hour % 12 + 12,
        Some(_) => hour % 12,
        None => hour,
    };
    let fraction = parts.get(3).unwrap_or(&"");
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unread::Unclear);
    }
    let minutes = (hour < 24 && minute < 60 && second < 60).then_some(hour * 60 + minute);
    minutes
        .and_then(TimeOfDay::from_minutes)
        .ok_or(Unread::Impossible)
}

/// "+02:00", "-0530" or "+02" in minutes.
pub fn offset(text: &str) -> Result<i64, Unread> {
    let digits = text[1..].replace(':', "");
    let value = i64::from(number(&digits)?);
    let minutes = match digits.len() {
        2 => value * 60,
        4 => value / 100 * 60 + value % 100,
        _ => return Err(Unread::Unclear),
    };
    // No clocks are further from UTC.
    let near = minutes <= 14 * 60;
    let signed = if text.starts_with('-') {
        -minutes
    } else {
        minutes
    };
    near.then_some(signed).ok_or(Unread::Unclear)
}
