//! From the text of a phrase to its parts.

use super::date::{self, DateSpec};
use super::error::{Direction, TimeParseError};
use super::number::{
    parse_amount, parse_clock_time, parse_number, parse_utc_offset, time_of_day, unit_minutes,
};
use crate::domain::text::is_filler;
use crate::domain::time::TimeOfDay;

/// The parts of a phrase. A part that does not occur is `None` or `false`.
#[derive(Default)]
pub struct Phrase {
    /// Sum of all durations, in minutes.
    pub duration: Option<i64>,
    /// Whether the duration is before now ("ago") or after it ("in").
    pub is_past: Option<bool>,
    /// Whether the word "now" occurs.
    pub is_now: bool,
    /// Date.
    pub day: Option<DateSpec>,
    /// Day of the week, as the number of days since Monday.
    pub weekday: Option<u32>,
    /// Direction of "last" or "next".
    pub direction: Option<Direction>,
    /// Time of day.
    pub time: Option<TimeOfDay>,
    /// Offset from UTC, in minutes.
    pub utc_offset: Option<i64>,
}

/// Words without a meaning of their own.
const STOP_WORDS: [&str; 13] = [
    "at", "on", "t", "and", "the", "of", "st", "nd", "rd", "th", "about", "around", "since",
];

/// Splits a text into runs of ASCII letters and runs of other characters, at blanks and between the two. Drops stop
/// words and the punctuation that ends a word or a date, as in "Nov.", "p.m." or "21,".
fn tokens(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    // Browsers write no-break spaces into formatted times, Kibana an at sign; people paste quotes and brackets along.
    for word in text
        .split(is_filler)
        .filter(|word| !matches!(*word, "" | "." | ","))
    {
        let mut token = String::new();
        for letter in word.chars() {
            let letter = match letter {
                ',' => '.',
                // Hyphens, and the minus sign.
                '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
                other => other.to_ascii_lowercase(),
            };
            let is_word = token.bytes().last().map(|last| last.is_ascii_alphabetic());
            if is_word == Some(true) && letter == '.' {
                continue;
            }
            if is_word.is_some_and(|is_word| is_word != letter.is_ascii_alphabetic()) {
                all.push(std::mem::take(&mut token));
            }
            token.push(letter);
        }
        all.push(token);
    }
    for token in &mut all {
        token.truncate(token.trim_end_matches(['.', '-', '/']).len());
    }
    // "14:37 AT" is Atlantic time.
    let last = all.len().saturating_sub(1);
    let mut index = 0..;
    all.retain(|token| {
        let is_last = index.next() == Some(last);
        !STOP_WORDS.contains(&token.as_str()) || is_last && token == "at"
    });
    all
}

/// Sets a part of a phrase.
///
/// # Errors
/// [`TimeParseError::Unrecognized`] if the part is set already.
fn set_once<T>(slot: &mut Option<T>, value: T) -> Result<(), TimeParseError> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(TimeParseError::Unrecognized),
    }
}

impl Phrase {
    /// Parses all words of a text.
    ///
    /// # Errors
    /// The reason why they give no time.
    pub fn parse(text: &str) -> Result<Self, TimeParseError> {
        let tokens = tokens(text);
        let mut phrase = Self::default();
        // "21.11" may be a date or a time of day. The other tokens decide.
        let mut dotted: Vec<&str> = Vec::new();
        let mut rest = tokens.iter().map(String::as_str).peekable();
        while let Some(token) = rest.next() {
            if token == "half" {
                rest.next_if(|next| matches!(*next, "a" | "an"));
            }
            let next = rest.peek().copied().unwrap_or_default();
            if phrase.parse_keyword(token)? {
                continue;
            }
            if phrase.parse_pair(token, next)? {
                rest.next();
            } else if token.contains(':') {
                phrase.parse_clock(token)?;
            } else if phrase.time.is_some() && token.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                phrase.parse_zone_name()?;
            } else if token.matches('.').count() == 1 {
                dotted.push(token);
            } else if parse_number(token.trim_start_matches(['-', '+'])).is_ok() {
                phrase.parse_bare_number(token)?;
            } else {
                set_once(&mut phrase.day, date::parse_numeric_date(token)?)?;
            }
        }
        for (index, token) in dotted.iter().enumerate() {
            phrase.parse_dotted(token, index + 1 < dotted.len())?;
        }
        phrase
            .is_consistent()
            .then_some(phrase)
            .ok_or(TimeParseError::Unrecognized)
    }

    /// Returns whether the phrase has a date or a day of the week.
    pub fn has_date(&self) -> bool {
        self.day.is_some() || self.weekday.is_some()
    }

    /// Returns whether the parts make up one time: either a duration, or a date or time of day with its additions.
    fn is_consistent(&self) -> bool {
        let timed = self.has_date() || self.time.is_some();
        let counted = self.duration.is_some() || self.is_now;
        counted != timed
            && (self.is_past.is_none() || self.duration.is_some())
            && (self.direction.is_none() || self.has_date())
            && (self.utc_offset.is_none() || self.time.is_some())
    }

    /// Parses a word with a meaning of its own. Returns `false` if it has none.
    fn parse_keyword(&mut self, token: &str) -> Result<bool, TimeParseError> {
        match token {
            "ago" => set_once(&mut self.is_past, true)?,
            "in" | "from" => set_once(&mut self.is_past, false)?,
            "last" => set_once(&mut self.direction, Direction::Past)?,
            "next" => set_once(&mut self.direction, Direction::Future)?,
            "now" => self.is_now = true,
            // "+0000 UTC" says it twice.
            "z" | "utc" | "gmt" if self.utc_offset == Some(0) => {}
            "z" | "utc" | "gmt" => set_once(&mut self.utc_offset, 0)?,
            "today" => set_once(&mut self.day, DateSpec::RelativeDays(0))?,
            "yesterday" => set_once(&mut self.day, DateSpec::RelativeDays(-1))?,
            "tomorrow" => set_once(&mut self.day, DateSpec::RelativeDays(1))?,
            "night" if self.direction == Some(Direction::Past) => {
                set_once(&mut self.day, DateSpec::LastNight)?
            }
            "noon" => set_once(&mut self.time, parse_clock_time("12", Some("pm"))?)?,
            _ => match date::weekday_from_name(token) {
                Some(weekday) => set_once(&mut self.weekday, weekday)?,
                None => return Ok(false),
            },
        }
        Ok(true)
    }

    /// Parses two tokens that belong together: an amount and its unit, a time and its meridiem, or a day and a month in
    /// either order. Returns `false` if they do not belong together.
    fn parse_pair(&mut self, token: &str, next: &str) -> Result<bool, TimeParseError> {
        if let Some(unit) = unit_minutes(next) {
            let amount = token.strip_prefix(['-', '+']).unwrap_or(token);
            if amount != token {
                set_once(&mut self.is_past, token.starts_with('-'))?;
            }
            self.duration = Some(self.duration.unwrap_or(0) + parse_amount(amount, unit)?);
        } else if matches!(next, "am" | "pm") {
            set_once(&mut self.time, parse_clock_time(token, Some(next))?)?;
        } else if let Some(month) = date::month_from_name(token) {
            set_once(
                &mut self.day,
                DateSpec::Date(None, month, parse_number(next)?),
            )?;
        } else if let (Some(month), Ok(day)) = (date::month_from_name(next), parse_number(token)) {
            set_once(&mut self.day, DateSpec::Date(None, month, day))?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Parses a token with a colon: a time, an offset from UTC, or a time with an offset, like "14:37:05.123+02:00".
    fn parse_clock(&mut self, token: &str) -> Result<(), TimeParseError> {
        // The logs of web servers: "21/Nov/2026:14:37:05".
        if let Some((year, clock)) = token.strip_prefix('/').and_then(|t| t.split_once(':')) {
            self.parse_bare_number(year)?;
            return self.parse_clock(clock);
        }
        let sign = token.find(['-', '+']);
        let parts = sign.and_then(|sign| token.split_at_checked(sign));
        let (time, utc_offset) = parts.unwrap_or((token, ""));
        if !time.is_empty() {
            set_once(&mut self.time, parse_clock_time(time, None)?)?;
        }
        if utc_offset.is_empty() {
            Ok(())
        } else {
            self.set_utc_offset(utc_offset)
        }
    }

    /// Skips a name of a time zone after its offset, as in "2026-11-21 14:37:05 +0200 CEST".
    ///
    /// # Errors
    /// [`TimeParseError::TimeZoneName`] if the name alone says the time zone.
    fn parse_zone_name(&self) -> Result<(), TimeParseError> {
        let is_complete = matches!(self.day, Some(DateSpec::Date(Some(_), ..)));
        let has_offset = self.utc_offset.is_some_and(|offset| offset != 0);
        (is_complete && has_offset)
            .then_some(())
            .ok_or(TimeParseError::TimeZoneName)
    }

    /// Sets the offset from UTC. "UTC+02:00" has both.
    fn set_utc_offset(&mut self, token: &str) -> Result<(), TimeParseError> {
        self.utc_offset = self.utc_offset.filter(|offset| *offset != 0);
        set_once(&mut self.utc_offset, parse_utc_offset(token)?)
    }

    /// Parses a number without a unit: an offset from UTC after a time, the year of a date, or a time like "1437".
    fn parse_bare_number(&mut self, token: &str) -> Result<(), TimeParseError> {
        let digits = token.trim_start_matches(['-', '+']);
        if digits != token && self.time.is_some() {
            return self.set_utc_offset(token);
        }
        let value = parse_number(digits)?;
        match &mut self.day {
            // The rest of "20261121T143705".
            Some(DateSpec::Date(Some(_), ..)) if token.len() == 6 && digits == token => {
                let time = time_of_day(value / 10_000, value / 100 % 100, value % 100)?;
                set_once(&mut self.time, time)
            }
            _ if digits.len() != 4 => Err(TimeParseError::Unrecognized),
            Some(DateSpec::Date(year @ None, ..)) => set_once(year, value),
            // "1990" may be a year or a time.
            _ if digits != token || (1970..=2100).contains(&value) => {
                Err(TimeParseError::Unrecognized)
            }
            _ => set_once(&mut self.time, time_of_day(value / 100, value % 100, 0)?),
        }
    }

    /// Parses "21.11" or "14.37": the part that is missing, or else the only one that it can be. `is_followed` says
    /// whether another such token follows.
    fn parse_dotted(&mut self, token: &str, is_followed: bool) -> Result<(), TimeParseError> {
        let time = parse_clock_time(token, None);
        let date = date::parse_numeric_date(token)?;
        match (self.day.is_some(), is_followed || self.time.is_some()) {
            (false, true) => self.day = Some(date),
            (true, false) => self.time = Some(time?),
            (true, true) => return Err(TimeParseError::Unrecognized),
            _ if time.is_err() => self.day = Some(date),
            _ if !date.is_valid() => self.time = Some(time?),
            _ => return Err(TimeParseError::Ambiguous),
        }
        Ok(())
    }
}
