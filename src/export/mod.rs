//! The content of a page in other formats: text, tables, data, images and calendars. Everything is made from the same
//! [`PageContent`](crate::report::PageContent) as the page.

pub mod api;
pub mod card;
pub mod csv;
pub mod data_uri;
pub mod document;
pub mod exporter;
pub mod format;
pub mod ics;
pub mod json;
pub mod kind_icon;
pub mod ladder_svg;
pub mod palette;
pub mod svg;
pub mod svg_style;
pub mod text;
pub mod text_layout;

pub use document::ExportDocument;
pub use exporter::{ExportContext, ExportedFile};
pub use format::ExportFormat;
