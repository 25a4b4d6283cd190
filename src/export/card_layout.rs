//! Layout of a card: texts and the ladder, one below the other.

use super::ladder_svg::{LadderSvg, ROW_HEIGHT, TOP_MARGIN};
use super::palette::Color;
use super::svg::{Length, Shape, TextAnchor};
use super::text_layout::{balance, text_width, wrap};
use crate::report::Ladder;
use crate::report::ladder::LadderRow;

/// Width of a card, in pixels.
const CARD_WIDTH: u32 = 800;
/// Distance of the content from the left and right edges, in pixels.
const PADDING: u32 = 40;
/// Width of the content, in pixels.
const CONTENT_WIDTH: u32 = CARD_WIDTH - 2 * PADDING;
/// Width of the icon beside the title with the gap after it, in pixels.
const ICON_WIDTH: u32 = 42;

/// Distance between the names, the picture and the results of a ladder, in pixels.
const GAP: u32 = 16;

/// Style of a text; sizes are in pixels.
#[derive(Clone, Copy, Debug)]
pub struct TextStyle {
    class: &'static str,
    size: u32,
    line_height: u32,
    /// Whether it is bold. Bold texts have lines of equal length.
    is_bold: bool,
}

/// Style of the title.
pub const TITLE: TextStyle = TextStyle {
    class: "title",
    size: 17,
    line_height: 26,
    is_bold: true,
};
/// Style of the headline.
pub const HEADLINE: TextStyle = TextStyle {
    class: "headline",
    size: 30,
    line_height: 38,
    is_bold: true,
};
/// Style of other sentences.
pub const MUTED: TextStyle = TextStyle {
    class: "text-muted",
    size: 17,
    line_height: 25,
    is_bold: false,
};

const FOOTER: TextStyle = TextStyle {
    class: "text-muted",
    size: 14,
    line_height: 24,
    is_bold: false,
};
const LABEL: TextStyle = TextStyle {
    class: "text-muted",
    size: 13,
    line_height: 22,
    is_bold: false,
};

/// Content of a card as far as it is laid out.
#[derive(Clone, Debug)]
pub struct CardLayout {
    svg: String,
    /// Color of the kind of answer.
    kind: Color,
    /// Vertical position below the content, in pixels.
    cursor_y: u32,
}

impl CardLayout {
    /// Creates an empty layout that starts at a vertical position, in pixels.
    pub fn new(top: u32, kind: Color) -> Self {
        Self {
            svg: String::new(),
            kind,
            cursor_y: top,
        }
    }

    /// Returns the SVG of the content and the vertical position below it, in pixels.
    pub fn finish(self) -> (String, u32) {
        (self.svg, self.cursor_y)
    }

    /// Leaves vertical space, in pixels.
    pub fn skip(&mut self, height: u32) {
        self.cursor_y += height;
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, style: TextStyle, text: &str) {
        self.wrapped_text(style, text, PADDING);
    }

    /// Adds a paragraph, to the right of the icon if there is one.
    pub fn paragraph_beside_icon(&mut self, style: TextStyle, text: &str, has_icon: bool) {
        self.wrapped_text(style, text, PADDING + if has_icon { ICON_WIDTH } else { 0 });
    }

    /// Adds a paragraph with space above it, or nothing if the text is empty.
    pub fn spaced_paragraph(&mut self, style: TextStyle, text: &str) {
        if !text.is_empty() {
            self.skip(8);
            self.paragraph(style, text);
        }
    }

    /// Adds a ladder, with names before its rows and the verdict or the retention after them.
    pub fn ladder(&mut self, ladder: &Ladder) {
        let width = |text: &str| text_width(text, LABEL.size, LABEL.is_bold);
        let results = ladder.rows.iter().map(LadderRow::result);
        let results_width = results.map(width).max().unwrap_or_default() + GAP;
        let names = ladder.rows.iter().map(|row| width(&row.name));
        let names_width = names.max().unwrap_or_default() + GAP;
        let LadderSvg { height, shapes } = LadderSvg::new(ladder);
        self.svg += &format!(
            r#"<svg x="{}" y="{}" width="{}" height="{height}" overflow="visible" font-size="13">"#,
            PADDING + names_width,
            self.cursor_y,
            CONTENT_WIDTH - names_width - results_width,
        );
        for shape in &shapes {
            self.push(shape);
        }
        self.svg += "</svg>";
        let first_baseline = self.cursor_y + TOP_MARGIN + ROW_HEIGHT / 2 + LABEL.descent();
        for (row, index) in ladder.rows.iter().zip(0..) {
            let y = first_baseline + ROW_HEIGHT * index;
            let style = TextStyle {
                is_bold: row.is_selected,
                ..LABEL
            };
            self.text(style, &row.name, PADDING, y, TextAnchor::Start);
            self.text(
                style,
                row.result(),
                CARD_WIDTH - PADDING,
                y,
                TextAnchor::End,
            );
        }
        self.skip(height);
        self.paragraph(LABEL, &ladder.caption);
    }

    /// Adds the source and the URL, side by side if there is room.
    pub fn footer(&mut self, source_line: &str, url: &str) {
        self.push(&Shape::Line {
            class: "divider",
            x1: Length::Px(PADDING),
            y1: self.cursor_y,
            x2: Length::Px(CARD_WIDTH - PADDING),
            y2: self.cursor_y,
        });
        self.skip(8);
        let width = |text| text_width(text, FOOTER.size, FOOTER.is_bold);
        let fits = width(source_line) + width(url) + PADDING < CONTENT_WIDTH;
        self.paragraph(FOOTER, source_line);
        if fits {
            let baseline = self.cursor_y - FOOTER.descent();
            self.text(FOOTER, url, CARD_WIDTH - PADDING, baseline, TextAnchor::End);
        } else {
            self.paragraph(FOOTER, url);
        }
    }

    fn wrapped_text(&mut self, style: TextStyle, text: &str, x: u32) {
        let wrap = if style.is_bold { balance } else { wrap };
        for line in wrap(text, style.size, style.is_bold, CARD_WIDTH - PADDING - x) {
            self.skip(style.line_height);
            let baseline = self.cursor_y - style.descent();
            self.text(style, line, x, baseline, TextAnchor::Start);
        }
    }

    fn text(&mut self, style: TextStyle, text: &str, x: u32, y: u32, anchor: TextAnchor) {
        let TextStyle { class, size, .. } = style;
        let weight = if style.is_bold { 600 } else { 400 };
        self.svg += &format!(r#"<g font-size="{size}" font-weight="{weight}">"#);
        self.push(&Shape::Text {
            class,
            x: Length::Px(x),
            y,
            anchor,
            text,
        });
        self.svg += "</g>";
    }

    fn push(&mut self, shape: &Shape) {
        shape.write(&mut self.svg, self.kind);
    }
}

impl TextStyle {
    /// Returns the distance from the baseline to the bottom of the line, in pixels.
    fn descent(self) -> u32 {
        self.size / 3
    }
}
