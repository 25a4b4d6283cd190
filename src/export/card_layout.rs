//! Layout of a card: texts, bars, the timeline and its legend, one below the other.

use super::legend::{LegendEntry, LegendSymbol, legend};
use super::palette::Color;
use super::svg::{Length, Shape, TextAnchor};
use super::text_layout::{balance, text_width, wrap};
use super::timeline_svg::TimelineSvg;
use crate::domain::Hours;
use crate::report::Timeline;

/// Width of a card, in pixels.
const CARD_WIDTH: u32 = 800;
/// Distance of the content from the left and right edges, in pixels.
const PADDING: u32 = 40;
/// Width of the content, in pixels.
const CONTENT_WIDTH: u32 = CARD_WIDTH - 2 * PADDING;
/// Width of the icon beside the title with the gap after it, in pixels.
const ICON_WIDTH: u32 = 42;

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
const LEGEND: TextStyle = TextStyle {
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

    /// Adds a bar that is as wide as the content if it is the longest one.
    pub fn bar(&mut self, length: Hours, longest: Hours) {
        let width = length.get() * CONTENT_WIDTH / longest.get().max(1);
        self.skip(6);
        self.push(&Shape::Rect {
            class: "card-accent",
            x: Length::Px(PADDING),
            y: self.cursor_y,
            width: Length::Px(width.max(6)),
            height: 6,
            rx: 3,
        });
        self.skip(10);
    }

    /// Adds a timeline and its legend.
    pub fn timeline(&mut self, timeline: &Timeline) {
        let TimelineSvg { height, shapes } = TimelineSvg::new(timeline);
        self.svg += &format!(
            r#"<svg x="{PADDING}" y="{}" width="{CONTENT_WIDTH}" height="{height}" overflow="visible" font-size="13">"#,
            self.cursor_y
        );
        for shape in &shapes {
            self.push(shape);
        }
        self.svg += "</svg>";
        self.skip(height + 26);
        let mut x = PADDING;
        for entry in legend(timeline) {
            x = self.legend_entry(x, &entry);
        }
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

    /// Adds an entry of the legend at `x`, or on a new line if there is no room, and returns where the next one starts.
    fn legend_entry(&mut self, mut x: u32, entry: &LegendEntry) -> u32 {
        let indent = if entry.symbol.is_some() { 20 } else { 0 };
        let width = indent + text_width(&entry.text, LEGEND.size, LEGEND.is_bold);
        if x > PADDING && x + width > CARD_WIDTH - PADDING {
            x = PADDING;
            self.skip(LEGEND.line_height);
        }
        if let Some(symbol) = entry.symbol {
            self.push(&legend_box(symbol, x, self.cursor_y - 11));
        }
        let lines = wrap(
            &entry.text,
            LEGEND.size,
            LEGEND.is_bold,
            CONTENT_WIDTH - indent,
        );
        for (index, line) in lines.into_iter().enumerate() {
            if index > 0 {
                self.skip(LEGEND.line_height);
            }
            self.text(LEGEND, line, x + indent, self.cursor_y, TextAnchor::Start);
        }
        x + width + 20
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

/// Returns the symbol of a legend entry, with its upper left corner at a position.
fn legend_box(symbol: LegendSymbol, x: u32, y: u32) -> Shape<'static> {
    let is_round = matches!(symbol, LegendSymbol::Backups | LegendSymbol::ExpiresNext);
    Shape::Rect {
        class: match symbol {
            LegendSymbol::ComparedPlan { is_gain: true } => "legend-window-gained",
            symbol => symbol.class(),
        },
        x: Length::Px(x),
        y,
        width: Length::Px(if symbol == LegendSymbol::Incident {
            3
        } else {
            12
        }),
        height: 12,
        rx: if is_round { 6 } else { 0 },
    }
}
