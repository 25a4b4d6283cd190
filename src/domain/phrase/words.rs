//! The words of a phrase.

use super::day::{self, Day};
use super::numbers::{clock_time, number, offset, scaled, unit};
use super::{Toward, Unread};
use crate::domain::moment::TimeOfDay;
use crate::domain::text::join;

/// What a phrase says.
#[derive(Default)]
pub struct Phrase {
    /// Minutes, all lengths together.
    pub length: Option<i64>,
    /// Whether it says "ago", or "in".
    pub past: Option<bool>,
    /// Whether it says "now".
    pub now: bool,
    /// The day it names.
    pub day: Option<Day>,
    /// Days since Monday of the day of the week it names.
    pub weekday: Option<u32>,
    /// Whether it says "last", or "next".
    pub toward: Option<Toward>,
    /// The time of day it names.
    pub time: Option<TimeOfDay>,
    /// How many minutes its clocks are ahead of UTC, where it says so.
    pub ahead: Option<i64>,
}

/// Words that change nothing.
const FILLERS: [&str; 13] = [
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
    all.retain(|token| !FILLERS.contains(&token.as_str()));
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
    pub fn read(text: &str) -> Result<Self, Unread> {
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
            if phrase.word(token)? {
                continue;
            }
            if phrase.pair(token, next)? {
                rest.next();
            } else if token.contains(':') {
                phrase.clock(token)?;
            } else if token.matches('.').count() == 1 {
                dotted.push(token);
            } else if number(token.trim_start_matches(['-', '+'])).is_ok() {
                phrase.four(token)?;
            } else {
                once(&mut phrase.day, day::digits(token)?)?;
            }
        }
        for (index, token) in dotted.iter().enumerate() {
            phrase.dotted(token, index + 1 < dotted.len())?;
        }
        phrase
            .makes_sense()
            .then_some(phrase)
            .ok_or(Unread::Unclear)
    }

    /// Whether it names a day of whatever kind.
    pub fn is_dated(&self) -> bool {
        self.day.is_some() || self.weekday.is_some()
    }

    /// Whether its parts go together.
    fn makes_sense(&self) -> bool {
        let timed = self.is_dated() || self.time.is_some();
        let counted = self.length.is_some() || self.now;
        counted != timed
            && (self.past.is_none() || self.length.is_some())
            && (self.toward.is_none() || self.is_dated())
            && (self.ahead.is_none() || self.time.is_some())
    }

    /// Takes a word that means something alone.
    fn word(&mut self, token: &str) -> Result<bool, Unread> {
        match token {
            "ago" => once(&mut self.past, true)?,
            "in" | "from" => once(&mut self.past, false)?,
            "last" => once(&mut self.toward, Toward::Past)?,
            "next" => once(&mut self.toward, Toward::Future)?,
            "now" => self.now = true,
            "z" | "utc" | "gmt" => once(&mut self.ahead, 0)?,
            "today" => once(&mut self.day, Day::From(0))?,
            "yesterday" => once(&mut self.day, Day::From(-1))?,
            "tomorrow" => once(&mut self.day, Day::From(1))?,
            "night" if self.toward == Some(Toward::Past) => once(&mut self.day, Day::Night)?,
            "noon" => once(&mut self.time, clock_time("12", Some("pm"))?)?,
            _ => match day::weekday(token) {
                Some(weekday) => once(&mut self.weekday, weekday)?,
                None => return Ok(false),
            },
        }
        Ok(true)
    }

    /// Takes two words that belong together: a number and its unit, a time and its half of the day, a day and its
    /// month.
    fn pair(&mut self, token: &str, next: &str) -> Result<bool, Unread> {
        if let Some(unit) = unit(next) {
            let amount = token.strip_prefix(['-', '+']).unwrap_or(token);
            if amount != token {
                once(&mut self.past, token.starts_with('-'))?;
            }
            self.length = Some(self.length.unwrap_or(0) + scaled(amount, unit)?);
        } else if matches!(next, "am" | "pm") {
            once(&mut self.time, clock_time(token, Some(next))?)?;
        } else if let Some(month) = day::month(token) {
            once(&mut self.day, Day::Date(None, month, number(next)?))?;
        } else if let (Some(month), Ok(day)) = (day::month(next), number(token)) {
            once(&mut self.day, Day::Date(None, month, day))?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// "14:37", "14:37:05.123+02:00", or "+02:00" behind it.
    fn clock(&mut self, token: &str) -> Result<(), Unread> {
        let (time, ahead) = token.split_at(token.find(['-', '+']).unwrap_or(token.len()));
        if !time.is_empty() {
            once(&mut self.time, clock_time(time, None)?)?;
        }
        match ahead.is_empty() {
            true => Ok(()),
            false => once(&mut self.ahead, offset(ahead)?),
        }
    }

    /// A number alone: an offset from UTC behind a time, the year of a date, or a time without a colon, "1437".
    fn four(&mut self, token: &str) -> Result<(), Unread> {
        let digits = token.trim_start_matches(['-', '+']);
        if digits != token && self.time.is_some() {
            return once(&mut self.ahead, offset(token)?);
        }
        let value = number(digits)?;
        match &mut self.day {
            _ if digits.len() != 4 => Err(Unread::Unclear),
            Some(Day::Date(year @ None, ..)) => once(year, value),
            // That would be a year as well.
            _ if digits != token || (1970..=2100).contains(&value) => Err(Unread::Unclear),
            _ => {
                let (hour, minute) = token.split_at(2);
                once(
                    &mut self.time,
                    clock_time(&join(&[hour, minute], ":"), None)?,
                )
            }
        }
    }

    /// "21.11" or "14.37": what is missing, or else what alone it can be.
    fn dotted(&mut self, token: &str, more: bool) -> Result<(), Unread> {
        let time = clock_time(token, None);
        let date = day::digits(token)?;
        match (self.day.is_some(), more || self.time.is_some()) {
            (false, true) => self.day = Some(date),
            (true, false) => self.time = Some(time?),
            (true, true) => return Err(Unread::Unclear),
            _ if time.is_err() => self.day = Some(date),
            _ if !date.exists() => self.time = Some(time?),
            _ => return Err(Unread::Ambiguous),
        }
        Ok(())
    }
}
