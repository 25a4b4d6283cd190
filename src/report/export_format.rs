//! The ways in which a view leaves the page.

/// What the card of an answer is called, in the folder of its page.
pub const CARD_FILE_NAME: &str = "card.svg";

/// A form to take a view along in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Its address.
    Link,
    /// A text for tickets and wikis.
    Markdown,
    /// A text for everything else.
    PlainText,
    /// A table.
    Csv,
    /// Data for programs.
    Json,
    /// A picture for slides.
    Svg,
    /// The same in pixels.
    Png,
    /// The deadline of an incident, for a calendar.
    Ics,
}

impl ExportFormat {
    /// What is copied.
    pub const COPY_FORMATS: [ExportFormat; 3] = [
        ExportFormat::Link,
        ExportFormat::Markdown,
        ExportFormat::PlainText,
    ];

    /// What is downloaded of every view.
    pub const DOWNLOAD_FORMATS: [ExportFormat; 4] = [
        ExportFormat::Csv,
        ExportFormat::Json,
        ExportFormat::Svg,
        ExportFormat::Png,
    ];

    /// Its name on the button.
    pub fn label(self) -> &'static str {
        match self {
            ExportFormat::Link => "Link",
            ExportFormat::Markdown => "Markdown",
            ExportFormat::PlainText => "Text",
            ExportFormat::Csv => "CSV",
            ExportFormat::Json => "JSON",
            ExportFormat::Svg => "SVG",
            ExportFormat::Png => "PNG",
            ExportFormat::Ics => "Put the deadline into your calendar (.ics)",
        }
    }

    /// The ending of the file and its type; what is copied is none.
    pub fn extension_and_mime(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            ExportFormat::Link | ExportFormat::Markdown | ExportFormat::PlainText => return None,
            ExportFormat::Csv => ("csv", "text/csv"),
            ExportFormat::Json => ("json", "application/json"),
            ExportFormat::Svg => ("svg", "image/svg+xml"),
            ExportFormat::Png => ("png", "image/png"),
            ExportFormat::Ics => ("ics", "text/calendar"),
        })
    }
}
