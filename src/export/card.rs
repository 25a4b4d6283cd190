//! The card: an SVG file with the answer of a page, its source and its URL, for slides, wikis and READMEs. It fetches nothing and
//! has attributes instead of CSS, so that it looks the same in all programs, whatever their theme.

use super::card_layout::{CardLayout, HEADLINE, MUTED, TITLE};
use super::document::ExportDocument;
use super::kind_icon;
use super::palette::Color;
use super::svg_style::attributes;
use crate::domain::text::escape_xml;
use crate::report::page::SITE_NAME;

/// Typefaces, the first one that a program has.
const FONT_FAMILY: &str =
    "system-ui, Segoe UI, Helvetica Neue, Liberation Sans, DejaVu Sans, sans-serif";

/// Returns the card of a document as an SVG file.
pub fn card(document: &ExportDocument) -> String {
    let color = Color::of_kind(document.kind);
    let ladder = document.ladder.as_deref();
    let mut layout = CardLayout::new(44, color);
    layout.paragraph_beside_icon(TITLE, &document.title, document.kind.is_some());
    layout.skip(14);
    layout.paragraph(HEADLINE, &document.headline);
    // The lead says the same as the ladder.
    if ladder.is_none() {
        layout.spaced_paragraph(MUTED, &document.lead);
    }
    for line in &document.card_lines {
        layout.spaced_paragraph(MUTED, line);
    }
    if let Some(ladder) = ladder {
        layout.skip(20);
        layout.ladder(ladder);
    }
    layout.skip(20);
    let url = if document.url.is_empty() {
        SITE_NAME
    } else {
        &document.url
    };
    layout.footer(&document.source_line, url);

    let (body, bottom) = layout.finish();
    let (height, border_height) = (bottom + 24, bottom + 23);
    let name = escape_xml(&format!("{}: {}", document.title, document.headline));
    let description = escape_xml(ladder.map_or("", |ladder| &ladder.caption));
    let [background, accent, icon_style] =
        ["card-bg", "card-accent", "kind-icon"].map(|class| attributes(class, color));
    let color = color.light;
    let icon = document.kind.map_or("", kind_icon::svg);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="800" height="{height}" viewBox="0 0 800 {height}" font-family="{FONT_FAMILY}"><title>{name}</title><desc>{description}</desc><rect{background} x=".5" y=".5" width="799" height="{border_height}" rx="16"/><rect{accent} x="40" width="64" height="6"/><svg{icon_style} color="{color}" x="40" y="48" width="30" height="18" viewBox="0 0 20 12">{icon}</svg>{body}</svg>
"#
    )
}
