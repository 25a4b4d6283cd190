//! The report in other forms. Reads the same [`crate::report::Report`] as the pages.

pub mod api;
pub mod card;
pub mod csv;
pub mod data_uri;
pub mod exporter;
pub mod ics;
pub mod json;
pub mod kind_icon;
pub mod legend;
mod palette;
pub mod svg;
pub mod text;
pub mod text_layout;
pub mod timeline_svg;
