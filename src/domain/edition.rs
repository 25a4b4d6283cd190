//! Which edition of the policy is spoken of, and since when a later one holds.

use serde::{Deserialize, Serialize};

use chrono::Month;

use super::text::join;

/// Year and month of an edition, and since when a later one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub(super) month: YearMonth,
    pub(super) superseded_since: Option<YearMonth>,
}

impl Edition {
    /// Its month.
    pub fn month(&self) -> YearMonth {
        self.month
    }

    /// The month since which a later edition holds, if one does.
    pub fn superseded_since(&self) -> Option<YearMonth> {
        self.superseded_since
    }

    /// In words, "January 2023, superseded since June 2024".
    pub fn to_words(&self) -> String {
        join(&[self.month.to_words(), self.superseded_suffix()], "")
    }

    /// What is to be said behind its month: ", superseded since June 2024", or nothing.
    pub fn superseded_suffix(&self) -> String {
        let since = self.superseded_since.map(|month| month.to_words());
        since.map_or(String::new(), |since| {
            join(&[", superseded since ", &since], "")
        })
    }
}

impl std::fmt::Display for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.month.fmt(f)
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearMonth {
    pub(super) year: u16,
    /// 1 to 12.
    pub(super) month: u8,
}

impl YearMonth {
    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month of it, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return None;
        }
        let month = month.parse().ok()?;
        Some(Self {
            year: year.parse().ok()?,
            month: (1..=12).contains(&month).then_some(month)?,
        })
    }

    /// In words, "January 2023".
    pub fn to_words(&self) -> String {
        let month = Month::try_from(self.month).map_or("", |month| month.name());
        format!("{month} {}", u32::from(self.year))
    }
}

impl std::fmt::Display for YearMonth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month) = (u32::from(self.year), u32::from(self.month));
        write!(f, "{year:04}-{month:02}")
    }
}
