//! Shapes of an SVG image as typed data. The card writes them as text, the page renders them as elements.

use std::fmt;

use super::palette::Color;
use super::svg_style::attributes;
use crate::domain::text::escape_xml;
use crate::report::AnswerKind;

/// Length or coordinate of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Pixels.
    Px(u32),
    /// Hundredths of a percent of the width of the image. An integer, so that the build and the browser write the same text.
    Percent(u32),
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Length::Px(pixels) => write!(f, "{pixels}"),
            Length::Percent(hundredths) => {
                write!(f, "{}.{:02}%", hundredths / 100, hundredths % 100)
            }
        }
    }
}

/// Value of `text-anchor`: which end of a text is at its `x` coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    /// The text starts there.
    Start,
    /// The text is centered there.
    Middle,
    /// The text ends there.
    End,
}

impl TextAnchor {
    /// Returns the value of the attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            TextAnchor::Start => "start",
            TextAnchor::Middle => "middle",
            TextAnchor::End => "end",
        }
    }
}

/// SVG shape. Its look follows from the class, on the page by CSS, on the card by [`attributes`]; coordinates without a unit are pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape<'a> {
    /// `<g>`.
    Group {
        /// Kind of answer whose color the content has; `None` for that of the page.
        kind: Option<AnswerKind>,
        /// Content, from back to front.
        shapes: Vec<Shape<'a>>,
    },
    /// `<rect>`.
    Rect {
        /// Class.
        class: &'static str,
        /// Left edge.
        x: Length,
        /// Upper edge.
        y: u32,
        /// Width.
        width: Length,
        /// Height.
        height: u32,
        /// Radius of the corners.
        rx: u32,
    },
    /// `<circle>`.
    Circle {
        /// Class.
        class: &'static str,
        /// Horizontal center.
        cx: Length,
        /// Vertical center.
        cy: u32,
        /// Radius.
        r: u32,
    },
    /// `<line>`.
    Line {
        /// Class.
        class: &'static str,
        /// Horizontal start.
        x1: Length,
        /// Vertical start.
        y1: u32,
        /// Horizontal end.
        x2: Length,
        /// Vertical end.
        y2: u32,
    },
    /// `<text>`.
    Text {
        /// Class.
        class: &'static str,
        /// Horizontal position.
        x: Length,
        /// Position of the baseline.
        y: u32,
        /// Alignment.
        anchor: TextAnchor,
        /// Content, unescaped.
        text: &'a str,
    },
}

impl Shape<'_> {
    /// Appends the shape to the text of the card; `kind` is the color of the kind of answer.
    pub fn write(&self, svg: &mut String, kind: Color) {
        let text = match self {
            Shape::Group {
                kind: own_kind,
                shapes,
            } => {
                let color = own_kind.map_or(kind, |own_kind| Color::of_kind(Some(own_kind)));
                *svg += "<g>";
                for shape in shapes {
                    shape.write(svg, color);
                }
                "</g>".to_owned()
            }
            Shape::Rect {
                class,
                x,
                y,
                width,
                height,
                rx,
            } => format!(
                r#"<rect{} x="{x}" y="{y}" width="{width}" height="{height}" rx="{rx}"/>"#,
                attributes(class, kind)
            ),
            Shape::Circle { class, cx, cy, r } => format!(
                r#"<circle{} cx="{cx}" cy="{cy}" r="{r}"/>"#,
                attributes(class, kind)
            ),
            Shape::Line {
                class,
                x1,
                y1,
                x2,
                y2,
            } => format!(
                r#"<line{} x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#,
                attributes(class, kind)
            ),
            Shape::Text {
                class,
                x,
                y,
                anchor,
                text,
            } => format!(
                r#"<text{} x="{x}" y="{y}" text-anchor="{}">{}</text>"#,
                attributes(class, kind),
                anchor.as_str(),
                escape_xml(text)
            ),
        };
        *svg += &text;
    }
}
