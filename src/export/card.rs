//! The card: an SVG file with the answer of a page, its source and its URL, for slides, wikis and READMEs. It fetches nothing and
//! contains the values of its colors, so that it looks the same in programs that support little CSS.

use super::card_layout::{ANSWER, CardLayout, HEADLINE, MUTED, TITLE};
use super::document::ExportDocument;
use super::kind_icon;
use super::palette::{BORDER, Color, NONE, PITR, SURFACE, TEXT, TEXT_MUTED};
use crate::domain::text::escape_xml;
use crate::report::AnswerKind;
use crate::report::page::SITE_NAME;

/// File name of a published card, beside the page.
pub const CARD_FILE_NAME: &str = "card.svg";

/// Color scheme of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Light or dark, by the reader's preference.
    Auto,
    /// Light, for a raster image.
    Light,
}

/// Rules without colors.
const BASE_CSS: &str = "text{font-family:system-ui,Segoe UI,Helvetica Neue,DejaVu Sans,sans-serif}\
    .title,.answer,.window-label{font-weight:600}.headline{font-weight:700}\
    .restore-point-line{stroke-width:7;stroke-linecap:round}.window-edge{stroke-width:1.5;stroke-dasharray:3 3}\
    .incident-line,.restore-point{stroke-width:3}.expires-next,.legend-expires-next{fill:none;stroke-width:2}\
    svg svg{overflow:visible}";

/// Returns the card of a document as an SVG file.
pub fn card(document: &ExportDocument, scheme: ColorScheme) -> String {
    let timeline = document.timeline.as_deref();
    let mut layout = CardLayout::new(44);
    layout.paragraph_beside_icon(TITLE, &document.title, document.kind.is_some());
    layout.skip(14);
    layout.paragraph(HEADLINE, &document.headline);
    // The lead says the same as the timeline.
    if timeline.is_none() {
        layout.spaced_paragraph(MUTED, &document.lead);
    }
    let bars = document
        .card_lines
        .iter()
        .filter_map(|line| line.bar_length);
    let longest = bars.max().unwrap_or_default();
    for line in &document.card_lines {
        layout.spaced_paragraph(if line.is_answer { ANSWER } else { MUTED }, &line.text);
        if let Some(length) = line.bar_length {
            layout.bar(length, longest);
        }
    }
    if let Some(timeline) = timeline {
        layout.skip(20);
        layout.timeline(timeline);
        layout.skip(4);
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
    let description = escape_xml(timeline.map_or("", |timeline| &timeline.alt_text));
    let colors = color_css(document.kind, false);
    let dark_colors = match scheme {
        ColorScheme::Auto => {
            format!(
                "@media(prefers-color-scheme:dark){{{}}}",
                color_css(document.kind, true)
            )
        }
        ColorScheme::Light => String::new(),
    };
    let icon = document.kind.map_or("", kind_icon::svg);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="800" height="{height}" viewBox="0 0 800 {height}"><title>{name}</title><desc>{description}</desc><style>{BASE_CSS}{colors}{dark_colors}</style><rect class="card-bg" x=".5" y=".5" width="799" height="{border_height}" rx="16"/><rect class="card-accent" x="40" width="64" height="6"/><svg class="kind-icon" x="40" y="48" width="30" height="18" viewBox="0 0 20 12">{icon}</svg>{body}</svg>
"#
    )
}

/// Returns the rules with colors, for a kind of answer and the dark or the light theme.
fn color_css(kind: Option<AnswerKind>, is_dark: bool) -> String {
    let [surface, text, muted, border, loss, gain, kind] = [
        SURFACE,
        TEXT,
        TEXT_MUTED,
        BORDER,
        NONE,
        PITR,
        Color::of_kind(kind),
    ]
    .map(|color| color.value(is_dark));
    format!(
        ".card-bg{{fill:{surface};stroke:{border}}}.card-accent,.legend-backups{{fill:{kind}}}\
         text{{fill:{text}}}.text-muted,.axis text{{fill:{muted}}}\
         .kind-icon{{color:{kind};fill:{kind}}}.divider{{stroke:{border}}}.axis line{{stroke:{muted}}}\
         .window-guaranteed,.legend-guaranteed{{fill:{kind};fill-opacity:.2}}\
         .window-best,.legend-best{{fill:{kind};fill-opacity:.07}}.log-band{{fill:{kind};fill-opacity:.45}}\
         .restore-point-line,.window-edge,.legend-guaranteed,.legend-best{{stroke:{kind}}}\
         .data-loss,.legend-data-loss{{fill:{loss};fill-opacity:.3}}\
         .restore-point,.legend-restore-point{{fill:{gain};fill-opacity:.45;stroke:{gain}}}\
         .incident-line,.expires-next,.legend-expires-next{{stroke:{loss}}}\
         .legend-incident,.window-lost,.legend-compared-plan{{fill:{loss}}}\
         .window-gained,.legend-window-gained{{fill:{gain}}}"
    )
}
