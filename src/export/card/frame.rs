//! The card of a page about one subject: its name, the answer, the facts to know first, the ladder, the source and the URL.

use super::canvas::{CONTENT_BOTTOM, CONTENT_WIDTH, Canvas, PADDING, TextStyle};
use crate::export::document::{ExportDocument, Fact};
use crate::export::ladder_svg::{LadderSvg, ROW_HEIGHT, TOP_MARGIN};
use crate::export::palette::{BORDER, Color};
use crate::export::svg::TextAnchor;
use crate::report::Ladder;
use crate::report::ladder::LadderRow;

/// Distance between boxes, in pixels.
const GAP: u32 = 16;
/// Height of the box of a fact, in pixels.
const FACT_HEIGHT: u32 = 90;
/// Distance of the text from the edges of its box, in pixels.
const FACT_PADDING: u32 = 18;
/// Size of the texts of a ladder, in pixels of the page.
const LADDER_TEXT_SIZE: u32 = 13;
/// Greatest size of a ladder, in percent of that on the page.
const MAX_LADDER_SCALE: u32 = 160;
/// Space above the first row of a ladder without an incident that the card leaves out.
const LADDER_CROP: u32 = TOP_MARGIN - 4;

/// Draws the card of one subject without its foot.
pub(super) fn draw(document: &ExportDocument) -> Canvas {
    let ExportDocument {
        title,
        headline,
        lead,
        notes,
        facts,
        ..
    } = document;
    let mut canvas = Canvas::default();
    let mut title_x = PADDING;
    if let Some(kind) = document.kind {
        canvas.icon(kind, (PADDING, 47), 50);
        title_x += 66;
    }
    let title_width = CONTENT_WIDTH + PADDING - title_x;
    let style = TextStyle::bold(30).fitted(title, title_width, 1, 12);
    canvas.text(style, title, (title_x, 72), TextAnchor::Start);
    let style = TextStyle::bold(48).fitted(headline, CONTENT_WIDTH, 2, 24);
    let mut y = canvas.paragraph(style, headline, (PADDING, 88), CONTENT_WIDTH);
    for note in notes {
        let style = TextStyle::muted(20).fitted(note, CONTENT_WIDTH, 1, 14);
        y = canvas.paragraph(style, note, (PADDING, y + 6), CONTENT_WIDTH);
    }
    if !facts.is_empty() {
        y += 20;
        draw_facts(&mut canvas, facts, y);
        y += FACT_HEIGHT;
    }
    match &document.ladder {
        Some(ladder) => draw_ladder(&mut canvas, ladder, y + 16),
        None => {
            let max_lines = (CONTENT_BOTTOM.saturating_sub(y + 24) / 38) as usize;
            let style = TextStyle::muted(28).fitted(lead, CONTENT_WIDTH, max_lines.max(1), 12);
            canvas.paragraph(style, lead, (PADDING, y + 24), CONTENT_WIDTH);
        }
    }
    canvas
}

/// Draws facts side by side.
fn draw_facts(canvas: &mut Canvas, facts: &[Fact], top: u32) {
    let count = facts.len() as u32;
    let width = (CONTENT_WIDTH + GAP) / count - GAP;
    for (fact, index) in facts.iter().zip(0..) {
        let left = PADDING + (width + GAP) * index;
        let border = format!(
            r#"rx="10" fill="none" stroke="{}" stroke-width="2""#,
            BORDER.light
        );
        canvas.rect((left, top), (width, FACT_HEIGHT), &border);
        let (mut x, mut room) = (left + FACT_PADDING, width - 2 * FACT_PADDING);
        let label = TextStyle::muted(18);
        if let Some(kind) = fact.kind {
            canvas.icon(kind, (x, top + 20), 20);
            let label_x = x + 28;
            canvas.text(label, &fact.label, (label_x, top + 32), TextAnchor::Start);
        } else {
            let label = label.fitted(&fact.label, room, 1, 12);
            canvas.text(label, &fact.label, (x, top + 32), TextAnchor::Start);
        }
        let mut style = TextStyle::bold(26).fitted(&fact.value, room, 1, 19);
        if style.lines(&fact.value, room).len() == 1 {
            canvas.text(style, &fact.value, (x, top + 68), TextAnchor::Start);
            continue;
        }
        (x, room) = (x - 6, room + 12);
        style = TextStyle::bold(18).fitted(&fact.value, room, 2, 10);
        canvas.paragraph(style, &fact.value, (x, top + 37), room);
    }
}

/// Draws a ladder in the space above the foot, with names before its rows and the retention after them.
fn draw_ladder(canvas: &mut Canvas, ladder: &Ladder, top: u32) {
    let LadderSvg { height, shapes } = LadderSvg::new(ladder);
    let height = height - LADDER_CROP;
    let scale = (CONTENT_BOTTOM.saturating_sub(top) * 100 / height).min(MAX_LADDER_SCALE);
    let (width, shown_height) = (CONTENT_WIDTH * 100 / scale.max(1), height * scale / 100);
    let style = |row: &LadderRow| TextStyle {
        is_bold: row.is_selected,
        ..TextStyle::bold(LADDER_TEXT_SIZE)
    };
    let rows = ladder.rows.iter();
    let names = rows.clone().map(|row| style(row).width(&row.name));
    let results = rows.map(|row| style(row).width(row.result()));
    let names_width = names.max().unwrap_or_default() + GAP;
    let bars_width = width.saturating_sub(names_width + results.max().unwrap_or_default() + GAP);
    canvas.push(&format!(
        r#"<svg x="{PADDING}" y="{top}" width="{CONTENT_WIDTH}" height="{shown_height}" viewBox="0 {LADDER_CROP} {width} {height}">"#,
    ));
    canvas.push(&format!(
        r#"<svg x="{names_width}" y="0" width="{bars_width}" height="{}" overflow="visible" font-size="{LADDER_TEXT_SIZE}">"#,
        height + LADDER_CROP
    ));
    let mut bars = String::new();
    for shape in &shapes {
        shape.write(&mut bars, Color::of_kind(None));
    }
    canvas.push(&bars);
    canvas.push("</svg>");
    let first_baseline = TOP_MARGIN + ROW_HEIGHT / 2 + LADDER_TEXT_SIZE / 3;
    for (row, index) in ladder.rows.iter().zip(0..) {
        let y = first_baseline + ROW_HEIGHT * index;
        canvas.text(style(row), &row.name, (0, y), TextAnchor::Start);
        canvas.text(style(row), row.result(), (width, y), TextAnchor::End);
    }
    canvas.push("</svg>");
}
