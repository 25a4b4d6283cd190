//! The card: an SVG file of fixed size with the answer of a page, the facts to know first, the ladder, the source and the URL, for previews
//! of links, slides, wikis and READMEs. It fetches nothing and has attributes instead of CSS, so that it looks the same in all programs,
//! whatever their theme.

mod canvas;
mod frame;
mod table;

use super::document::ExportDocument;
use super::palette::Color;
use crate::report::page::SITE_NAME;

pub use canvas::{HEIGHT, WIDTH};

/// File name of the card of a page, beside it.
pub const FILE_NAME: &str = "card.svg";

/// Returns the card of a document as an SVG file.
pub fn card(document: &ExportDocument) -> String {
    let canvas = match &document.matrix {
        Some(matrix) => table::draw(matrix),
        None => frame::draw(document),
    };
    let name = format!("{}: {}", document.title, document.headline);
    let address = match document.url.as_str() {
        "" => SITE_NAME,
        url => url.strip_prefix("https://").unwrap_or(url),
    };
    canvas.finish(
        &name,
        Color::of_kind(document.kind),
        &document.source_line,
        address,
    )
}
