//! Display options: how the page is shown. They do not change any answer.

use std::str::FromStr;

use super::parse_error::ParseError;

/// How the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DisplayOptions {
    /// Whether the page is compact, for an iframe (`embed`).
    pub embed: EmbedMode,
    /// Color theme (`theme`).
    pub theme: Theme,
    /// Whether the page is shown to an audience: larger, and only what answers (`present`).
    pub is_presented: bool,
}

/// Whether the page is compact, for an iframe in other documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedMode {
    /// The full page.
    #[default]
    Off,
    /// Compact; of the matrix only the row of the service (`embed`).
    ServiceRow,
    /// Compact, with the full matrix (`embed=all`).
    FullMatrix,
    /// Only the headline, in one line of text (`embed=line`).
    Line,
}

/// Color theme of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follows the reader's system.
    #[default]
    Auto,
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl EmbedMode {
    /// Returns the value of the parameter `embed`; `None` if the parameter is not written.
    pub fn query_value(self) -> Option<&'static str> {
        match self {
            Self::Off => None,
            Self::ServiceRow => Some(""),
            Self::FullMatrix => Some("all"),
            Self::Line => Some("line"),
        }
    }
}

impl FromStr for EmbedMode {
    type Err = ParseError;

    /// Parses a value of the parameter `embed`: empty, `all` or `line`.
    fn from_str(value: &str) -> Result<Self, ParseError> {
        match value {
            "" => Ok(Self::ServiceRow),
            "all" => Ok(Self::FullMatrix),
            "line" => Ok(Self::Line),
            _ => Err(ParseError {
                expected: "nothing, all or line",
            }),
        }
    }
}

impl Theme {
    /// All themes, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Returns the name of the theme in URLs and snippets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Returns the value of the parameter `theme`; `None` for the default, which is not written.
    pub fn query_value(self) -> Option<&'static str> {
        (self != Self::Auto).then(|| self.as_str())
    }
}

impl FromStr for Theme {
    type Err = ParseError;

    /// Parses a value of the parameter `theme`: `auto`, `light` or `dark`.
    fn from_str(value: &str) -> Result<Self, ParseError> {
        let theme = Self::ALL.into_iter().find(|theme| theme.as_str() == value);
        theme.ok_or(ParseError {
            expected: "auto, light or dark",
        })
    }
}
