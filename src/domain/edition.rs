//! Editions of the policy.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Month, NaiveDate};
use serde::{Deserialize, Serialize};

use super::parse_error::ParseError;
use super::time::Timestamp;

/// An edition of the policy: its date, and since when it no longer holds as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub(super) date: PolicyDate,
    pub(super) superseded_since: Option<PolicyDate>,
}

impl Edition {
    /// Returns the month or day that the edition speaks for.
    pub fn date(self) -> PolicyDate {
        self.date
    }

    /// Returns since when it no longer holds as a whole: the first change after it; `None` if none is known.
    pub fn superseded_since(self) -> Option<PolicyDate> {
        self.superseded_since
    }

    /// Returns the full years since the month of the edition; 0 also if the clock says that it is yet to come.
    pub fn years_old(self, now: Timestamp) -> u32 {
        let date = now.to_utc_datetime();
        let years = date.year() - i32::from(self.date.year);
        let is_before = date.month() < self.date.month.into();
        u32::try_from(years - i32::from(is_before)).unwrap_or_default()
    }

    /// Returns the edition in words: "January 2023, changed since June 2023".
    pub fn to_words(self) -> String {
        self.date.to_words() + &self.superseded_suffix()
    }

    /// Returns the suffix for sentences about the edition: ", changed since June 2023"; empty if no change is known.
    pub fn superseded_suffix(self) -> String {
        self.superseded_since.map_or_else(String::new, |date| {
            format!(", changed since {}", date.to_words())
        })
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)
    }
}

/// A month, or a day: as precise as the policy is dated. A month comes before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PolicyDate {
    year: u16,
    /// 1 to 12.
    month: u8,
    /// 1 to 31; `None` if only the month is known.
    day: Option<u8>,
}

impl PolicyDate {
    /// Returns the day, or the first one of the month; `None` if the calendar has no such day.
    pub fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(
            self.year.into(),
            self.month.into(),
            self.day.unwrap_or(1).into(),
        )
    }

    /// Returns the date in words: "January 2023" or "March 18, 2026".
    pub fn to_words(self) -> String {
        let month = Month::try_from(self.month).map_or("", |month| month.name());
        match self.day {
            Some(day) => format!("{month} {day}, {}", self.year),
            None => format!("{month} {}", self.year),
        }
    }

    fn from_text(text: &str) -> Option<Self> {
        let (month, day) = match text.len() {
            10 => (text.get(..7)?, Some(text.get(8..)?)),
            _ => (text, None),
        };
        let first_day =
            NaiveDate::parse_from_str(&format!("{month}-{}", day.unwrap_or("01")), "%Y-%m-%d")
                .ok()?;
        let date = Self {
            year: first_day.year().try_into().ok()?,
            month: first_day.month().try_into().ok()?,
            day: day.and(first_day.day().try_into().ok()),
        };
        // Chrono reads signs and missing zeros, too.
        (date.to_string() == text).then_some(date)
    }
}

impl FromStr for PolicyDate {
    type Err = ParseError;

    /// Parses `YYYY-MM` or `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_text(text).ok_or(ParseError {
            expected: "YYYY-MM or YYYY-MM-DD",
        })
    }
}

impl fmt::Display for PolicyDate {
    /// Writes `YYYY-MM` or `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}
