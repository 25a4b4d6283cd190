//! The words of a phrase.

use super::date::{self, DateSpec};
use super::number::{parse_amount, parse_clock_time, parse_number, parse_utc_offset, unit_minutes};
use super::{Direction, TimeParseError};
use crate::domain::text::join;
use crate::domain::time::TimeOfDay;

/// What a phrase says.
#[derive(Default)]
pub struct Phrase {
    /// Minutes, all lengths together.
    pub duration: Option<i64>,
    /// Whether it says "ago", or "in".
    pub is_past: Option<bool>,
    /// Whether it says "now".
    pub now: bool,
    /// The day it names.
    pub day: Option<DateSpec>,
    /// Days since Monday of the day of the week it names.
    pub weekday: Option<u32>,
    /// Whether it says "last", or "next".
    pub direction: Option<Direction>,
    /// The time of day it names.
    pub time: Option<TimeOfDay>,
    /// How many minutes its clocks are ahead of UTC, where it says so.
    pub utc_offset: Option<i64>,
}

/// Words that change nothing.
const STOP_WORDS: [&str; 13] = [
    "at", "on", "t", "and", "the", "of", "st", "nd", "rd", "th", "about", "around", "since",
];

/// Runs of letters, and runs of everything else but blanks. What ends a word or a date is left out: "Nov.", "p.m.",
/// "21,". Only letters of English are letters here: no word of a phrase has others, and their tables are large.
fn tokens(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let text = text.to_ascii_lowercase().replace(',', ".");
    // Browsers put blanks that do not break the line into times, and tables of all blanks are large.
    let blank = |c: char| c.is_ascii_whitespace() || matches!(c, '\u{a0}' | '\u{202f}');
    for word in text.split(blank).filter(|word| !word.is_empty()) {
        let mut token = String::new();
        for letter in word.chars() {
            let lettered = token.bytes().last().map(|last| last.is_ascii_alphabetic());
            if lettered == Some(true) && letter == '.' {
                continue;
            }
            if lettered.is_some_and(|lettered| lettered != letter.is_ascii_alphabetic()) {
                all.push(std::mem::take(&mut token));
            }
            token.push(letter);
        }
        all.push(token);
    }
    for token in &mut all {
        token.truncate(token.trim_end_matches(['.', '-', '/']).len());
    }
    all.retain(|token| !STOP_WORDS.contains(&token.as_str()));
    all
}

/// Puts a value where none is yet; a second one makes a phrase unclear.
fn set_once<T>(slot: &mut Option<T>, value: T) -> Result<(), TimeParseError> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(TimeParseError::Unrecognised),
    }
}

impl Phrase {
    /// Reads all words of a text.
    ///
    /// # Errors
    /// Why they say no time.
    pub fn parse(text: &str) -> Result<Self, TimeParseError> {
        let tokens = tokens(text);
        let mut phrase = Self::default();
        // "21.11" may be a day or a time of day: that shows when all else is read.
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
            .ok_or(TimeParseError::Unrecognised)
    }

    /// Whether it names a day of whatever kind.
    pub fn has_date(&self) -> bool {
        self.day.is_some() || self.weekday.is_some()
    }

    /// Whether its parts go together.
    fn is_consistent(&self) -> bool {
        let timed = self.has_date() || self.time.is_some();
        let counted = self.duration.is_some() || self.now;
        counted != timed
            && (self.is_past.is_none() || self.duration.is_some())
            && (self.direction.is_none() || self.has_date())
            && (self.utc_offset.is_none() || self.time.is_some())
    }

    /// Takes a word that means something alone.
    fn parse_keyword(&mut self, token: &str) -> Result<bool, TimeParseError> {
        match token {
            "ago" => set_once(&mut self.is_past, true)?,
            "in" | "from" => set_once(&mut self.is_past, false)?,
            "last" => set_once(&mut self.direction, Direction::Past)?,
            "next" => set_once(&mut self.direction, Direction::Future)?,
            "now" => self.now = true,
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

    /// Takes two words that belong together: a number and its unit, a time and its half of the day, a day and its
    /// month.
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

    /// "14:37", "14:37:05.123+02:00", or "+02:00" behind it.
    fn parse_clock(&mut self, token: &str) -> Result<(), TimeParseError> {
        let (time, utc_offset) = token.split_at(token.find(['-', '+']).unwrap_or(token.len()));
        if !time.is_empty() {
            set_once(&mut self.time, parse_clock_time(time, None)?)?;
        }
        match utc_offset.is_empty() {
            true => Ok(()),
            false => set_once(&mut self.utc_offset, parse_utc_offset(utc_offset)?),
        }
    }

    /// A number alone: an offset from UTC behind a time, the year of a date, or a time without a colon, "1437".
    fn parse_bare_number(&mut self, token: &str) -> Result<(), TimeParseError> {
        let digits = token.trim_start_matches(['-', '+']);
        if digits != token && self.time.is_some() {
            return set_once(&mut self.utc_offset, parse_utc_offset(token)?);
        }
        let value = parse_number(digits)?;
        match &mut self.day {
            _ if digits.len() != 4 => Err(TimeParseError::Unrecognised),
            Some(DateSpec::Date(year @ None, ..)) => set_once(year, value),
            // That would be a year as well.
            _ if digits != token || (1970..=2100).contains(&value) => {
                Err(TimeParseError::Unrecognised)
            }
            _ => {
                let (hour, minute) = token.split_at(2);
                set_once(
                    &mut self.time,
                    parse_clock_time(&join(&[hour, minute], ":"), None)?,
                )
            }
        }
    }

    /// "21.11" or "14.37": what is missing, or else what alone it can be.
    fn parse_dotted(&mut self, token: &str, more: bool) -> Result<(), TimeParseError> {
        let time = parse_clock_time(token, None);
        let date = date::parse_numeric_date(token)?;
        match (self.day.is_some(), more || self.time.is_some()) {
            (false, true) => self.day = Some(date),
            (true, false) => self.time = Some(time?),
            (true, true) => return Err(TimeParseError::Unrecognised),
            _ if time.is_err() => self.day = Some(date),
            _ if !date.is_valid() => self.time = Some(time?),
            _ => return Err(TimeParseError::Ambiguous),
        }
        Ok(())
    }
}
