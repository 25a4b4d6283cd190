//! How the page is shown: alone or in a frame of somebody else's page, light or dark. It changes no answer.

/// How the page is shown, as its address says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DisplayOptions {
    /// Whether it is the compact page for a frame (`embed`).
    pub embed: EmbedMode,
    /// Its colours (`theme`).
    pub theme: Theme,
}

/// Whether the page is compact, as for a frame in a page of documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedMode {
    /// The whole page.
    #[default]
    Off,
    /// Compact; of the table only the row of the service (`embed`).
    ServiceRow,
    /// Compact, with the whole table (`embed=all`).
    FullMatrix,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl EmbedMode {
    /// Reads the value of the parameter.
    pub fn parse(value: &str) -> Option<Self> {
        match value {
            "" => Some(Self::ServiceRow),
            "all" => Some(Self::FullMatrix),
            _ => None,
        }
    }

    /// The value of the parameter, where there is one to write.
    pub fn query_value(self) -> Option<&'static str> {
        match self {
            Self::Off => None,
            Self::ServiceRow => Some(""),
            Self::FullMatrix => Some("all"),
        }
    }
}

impl Theme {
    /// All of them, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Reads the value of the parameter.
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == value)
    }

    /// What it is called in addresses and snippets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The value of the parameter; the default is not written.
    pub fn query_value(self) -> Option<&'static str> {
        (self != Self::Auto).then(|| self.as_str())
    }
}
