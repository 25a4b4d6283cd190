//! The ways in which a view leaves the page.

/// What the card of an answer is called, in the folder of its page.
pub const CARD: &str = "card.svg";

/// A form to take a view along in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Its address.
    Link,
    /// A text for tickets and wikis.
    Markdown,
    /// A text for everything else.
    Plain,
    /// A table.
    Csv,
    /// Data for programs.
    Json,
    /// A picture for slides.
    Svg,
    /// The same in pixels.
    Png,
    /// The deadline of an incident, for a calendar.
    Calendar,
}

impl Take {
    /// What is copied.
    pub const COPIED: [Take; 3] = [Take::Link, Take::Markdown, Take::Plain];

    /// What is downloaded of every view.
    pub const DOWNLOADED: [Take; 4] = [Take::Csv, Take::Json, Take::Svg, Take::Png];

    /// Its name on the button.
    pub fn label(self) -> &'static str {
        match self {
            Take::Link => "Link",
            Take::Markdown => "Markdown",
            Take::Plain => "Text",
            Take::Csv => "CSV",
            Take::Json => "JSON",
            Take::Svg => "SVG",
            Take::Png => "PNG",
            Take::Calendar => "Put the deadline into your calendar (.ics)",
        }
    }

    /// The ending of the file and its type; what is copied is none.
    pub fn file(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Take::Link | Take::Markdown | Take::Plain => return None,
            Take::Csv => ("csv", "text/csv"),
            Take::Json => ("json", "application/json"),
            Take::Svg => ("svg", "image/svg+xml"),
            Take::Png => ("png", "image/png"),
            Take::Calendar => ("ics", "text/calendar"),
        })
    }
}
