//! The surface that a card is drawn on: SVG with attributes instead of CSS, texts made to fit, and the frame that all cards share.

use crate::domain::text::escape_xml;
use crate::export::kind_icon;
use crate::export::palette::{BORDER, Color, SURFACE, TEXT, TEXT_MUTED};
use crate::export::svg::TextAnchor;
use crate::export::text_layout::{balance, text_width};
use crate::report::AnswerKind;

/// Width of a card, in pixels.
pub const WIDTH: u32 = 1200;
/// Height of a card, in pixels.
pub const HEIGHT: u32 = 630;
/// Distance of the content from the left and right edges, in pixels.
pub(super) const PADDING: u32 = 60;
/// Width of the content, in pixels.
pub(super) const CONTENT_WIDTH: u32 = WIDTH - 2 * PADDING;
/// Lower edge of the content, above the foot, in pixels.
pub(super) const CONTENT_BOTTOM: u32 = 566;

/// Typefaces, the first one that a program has. The build has DejaVu Sans alone, the widest of them.
const FONT_FAMILY: &str =
    "system-ui, Segoe UI, Helvetica Neue, Liberation Sans, DejaVu Sans, sans-serif";
/// Size of the texts at the foot, in pixels.
const FOOT_SIZE: u32 = 20;

/// Style of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextStyle {
    /// Size, in pixels.
    pub size: u32,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Color.
    pub color: Color,
}

impl TextStyle {
    /// A bold text in the color of texts.
    pub fn bold(size: u32) -> Self {
        Self {
            size,
            is_bold: true,
            color: TEXT,
        }
    }

    /// A text of less weight.
    pub fn muted(size: u32) -> Self {
        Self {
            size,
            is_bold: false,
            color: TEXT_MUTED,
        }
    }

    /// Returns the greatest width of a text, in pixels.
    pub fn width(self, text: &str) -> u32 {
        text_width(text, self.size, self.is_bold)
    }

    /// Returns the lines of a text that is at most `max_width` wide, of lengths as equal as possible: no letter of a long address stands
    /// alone.
    pub fn lines(self, text: &str, max_width: u32) -> Vec<&str> {
        balance(text, self.size, self.is_bold, max_width)
    }

    /// Returns the style in the greatest size, not greater than its own and not less than `min_size`, in which a text has at most
    /// `max_lines` lines.
    pub fn fitted(self, text: &str, max_width: u32, max_lines: usize, min_size: u32) -> Self {
        let sizes = (min_size..=self.size).rev();
        let mut styles = sizes.map(|size| Self { size, ..self });
        let fits = |style: &Self| style.lines(text, max_width).len() <= max_lines;
        let smallest = Self {
            size: min_size,
            ..self
        };
        styles.find(fits).unwrap_or(smallest)
    }
}

/// A card as far as it is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Canvas {
    svg: String,
}

impl Canvas {
    /// Adds SVG elements.
    pub fn push(&mut self, elements: &str) {
        self.svg += elements;
    }

    /// Adds a text in one line.
    pub fn text(&mut self, style: TextStyle, text: &str, (x, y): (u32, u32), anchor: TextAnchor) {
        let TextStyle { size, color, .. } = style;
        let weight = if style.is_bold { 600 } else { 400 };
        self.svg += &format!(
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{}" text-anchor="{}">{}</text>"#,
            color.light,
            anchor.as_str(),
            escape_xml(text)
        );
    }

    /// Adds a text in lines below `top`, and returns the position below them.
    pub fn paragraph(
        &mut self,
        style: TextStyle,
        text: &str,
        (x, top): (u32, u32),
        width: u32,
    ) -> u32 {
        let line_height = style.size * 5 / 4;
        let mut y = top;
        for line in style.lines(text, width) {
            y += line_height;
            self.text(style, line, (x, y - style.size / 4), TextAnchor::Start);
        }
        y
    }

    /// Adds a box.
    pub fn rect(&mut self, (x, y): (u32, u32), (width, height): (u32, u32), attributes: &str) {
        self.svg +=
            &format!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {attributes}/>"#);
    }

    /// Adds the icon of a kind of answer, `width` wide.
    pub fn icon(&mut self, kind: AnswerKind, (x, y): (u32, u32), width: u32) {
        let color = Color::of_kind(Some(kind)).light;
        let (height, shapes) = (width * 12 / 20, kind_icon::svg(kind));
        self.svg += &format!(
            r#"<svg fill="{color}" color="{color}" x="{x}" y="{y}" width="{width}" height="{height}" viewBox="0 0 20 12">{shapes}</svg>"#
        );
    }

    /// Adds the source of the content and the URL, and returns the file. `name` is what the card says, `accent` its color.
    pub fn finish(mut self, name: &str, accent: Color, source: &str, url: &str) -> String {
        let border = BORDER.light;
        self.rect(
            (PADDING, CONTENT_BOTTOM + 8),
            (CONTENT_WIDTH, 1),
            &format!(r#"fill="{border}""#),
        );
        let y = CONTENT_BOTTOM + 42;
        let style = TextStyle::muted(FOOT_SIZE);
        if style.width(source) + style.width(url) + 30 <= CONTENT_WIDTH {
            self.text(style, source, (PADDING, y), TextAnchor::Start);
            self.text(style, url, (WIDTH - PADDING, y), TextAnchor::End);
        } else {
            let below = self.paragraph(
                style.fitted(source, CONTENT_WIDTH, 1, 10),
                source,
                (PADDING, CONTENT_BOTTOM + 10),
                CONTENT_WIDTH,
            );
            let style = style.fitted(url, CONTENT_WIDTH, 1, 10);
            self.paragraph(style, url, (PADDING, below), CONTENT_WIDTH);
        }
        let (name, body) = (escape_xml(name), self.svg);
        let (background, accent) = (SURFACE.light, accent.light);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT_FAMILY}"><title>{name}</title><rect width="{WIDTH}" height="{HEIGHT}" fill="{background}"/><rect width="{WIDTH}" height="10" fill="{accent}"/>{body}</svg>
"#
        )
    }
}
