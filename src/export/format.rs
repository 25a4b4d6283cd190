//! The formats in which a page can be exported.

/// Export format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Four lines for a chat.
    Summary,
    /// URL of the page.
    Link,
    /// Markdown, for tickets and wikis.
    Markdown,
    /// Plain text.
    PlainText,
    /// Table.
    Csv,
    /// Data for programs.
    Json,
    /// Vector image.
    Svg,
    /// Raster image.
    Png,
    /// Calendar file with the deadline of an incident.
    Ics,
}

impl ExportFormat {
    /// Formats that are copied to the clipboard.
    pub const COPY_FORMATS: [ExportFormat; 4] = [
        ExportFormat::Summary,
        ExportFormat::Link,
        ExportFormat::Markdown,
        ExportFormat::PlainText,
    ];

    /// Formats in which every page can be downloaded.
    pub const DOWNLOAD_FORMATS: [ExportFormat; 4] = [
        ExportFormat::Csv,
        ExportFormat::Json,
        ExportFormat::Svg,
        ExportFormat::Png,
    ];

    /// Returns the label of the button.
    pub fn label(self) -> &'static str {
        match self {
            ExportFormat::Summary => "Summary",
            ExportFormat::Link => "Link",
            ExportFormat::Markdown => "Markdown",
            ExportFormat::PlainText => "Text",
            ExportFormat::Csv => "CSV",
            ExportFormat::Json => "JSON",
            ExportFormat::Svg => "SVG",
            ExportFormat::Png => "PNG",
            ExportFormat::Ics => "Add deadline to calendar",
        }
    }

    /// Returns the file name extension and the MIME type; `None` if the format is copied to the clipboard.
    pub fn extension_and_mime(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            ExportFormat::Summary
            | ExportFormat::Link
            | ExportFormat::Markdown
            | ExportFormat::PlainText => return None,
            ExportFormat::Csv => ("csv", "text/csv"),
            ExportFormat::Json => ("json", "application/json"),
            ExportFormat::Svg => ("svg", "image/svg+xml"),
            ExportFormat::Png => ("png", "image/png"),
            ExportFormat::Ics => ("ics", "text/calendar"),
        })
    }
}
