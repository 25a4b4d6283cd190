//! The error of `str::parse` for the types of the domain.

use std::fmt;

/// The text does not have the format of the type that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Format that would have been accepted: `YYYY-MM-DDTHH:MMZ`.
    pub expected: &'static str,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for ParseError {}
