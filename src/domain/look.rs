//! How the page is shown: alone or in a frame of somebody else's page, light or dark. It changes no answer.

/// How the page is shown, as its address says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether it is the compact page for a frame (`embed`).
    pub embed: Embed,
    /// Its colours (`theme`).
    pub theme: Theme,
}

/// Whether the page is compact, as for a frame in a page of documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Embed {
    /// The whole page.
    #[default]
    No,
    /// Compact; of the table only the row of the service (`embed`).
    Row,
    /// Compact, with the whole table (`embed=all`).
    Table,
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

impl Embed {
    /// Reads the value of the parameter.
    pub fn parse(value: &str) -> Option<Self> {
        match value {
            "" => Some(Self::Row),
            "all" => Some(Self::Table),
            _ => None,
        }
    }

    /// The value of the parameter, where there is one to write.
    pub fn value(self) -> Option<&'static str> {
        match self {
            Self::No => None,
            Self::Row => Some(""),
            Self::Table => Some("all"),
        }
    }
}

impl Theme {
    /// All of them, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Reads the value of the parameter.
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == value)
    }

    /// What it is called in addresses and snippets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The value of the parameter; the default is not written.
    pub fn value(self) -> Option<&'static str> {
        (self != Self::Auto).then(|| self.name())
    }
}
