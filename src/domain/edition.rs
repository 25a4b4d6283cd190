//! Editions of the policy.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Month};
use serde::{Deserialize, Serialize};

use super::parse_error::ParseError;
use super::time::Timestamp;

/// An edition of the policy: its month, and since when a later one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub(super) month: YearMonth,
    pub(super) superseded_since: Option<YearMonth>,
}

impl Edition {
    /// Returns the month of the edition.
    pub fn month(self) -> YearMonth {
        self.month
    }

    /// Returns the month since which a later edition holds; `None` if none is known.
    pub fn superseded_since(self) -> Option<YearMonth> {
        self.superseded_since
    }

    /// Returns the full years since the month of the edition; 0 also if the clock says that it is yet to come.
    pub fn years_old(self, now: Timestamp) -> u32 {
        let date = now.to_utc_datetime();
        let years = date.year() - i32::from(self.month.year);
        let is_before = date.month() < self.month.month.into();
        u32::try_from(years - i32::from(is_before)).unwrap_or_default()
    }

    /// Returns the edition in words: "January 2023, superseded since June 2024".
    pub fn to_words(self) -> String {
        self.month.to_words() + &self.superseded_suffix()
    }

    /// Returns the suffix for sentences about the edition: ", superseded since June 2024"; empty if it is the latest.
    pub fn superseded_suffix(self) -> String {
        self.superseded_since.map_or_else(String::new, |month| {
            format!(", replaced in {}", month.to_words())
        })
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.month.fmt(f)
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearMonth {
    year: u16,
    /// 1 to 12.
    month: u8,
}

impl YearMonth {
    /// Returns the year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the month in words: "January 2023".
    pub fn to_words(self) -> String {
        let month = Month::try_from(self.month).map_or("", |month| month.name());
        format!("{month} {}", self.year)
    }

    fn from_text(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let has_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !has_digits(year) || !has_digits(month) {
            return None;
        }
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        (1..=12).contains(&month).then_some(Self { year, month })
    }
}

impl FromStr for YearMonth {
    type Err = ParseError;

    /// Parses `YYYY-MM`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_text(text).ok_or(ParseError {
            expected: "YYYY-MM",
        })
    }
}

impl fmt::Display for YearMonth {
    /// Writes `YYYY-MM`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
