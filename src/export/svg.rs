//! Shapes of an SVG image as typed data. The card writes them as text, the page renders them as elements.

use std::fmt;

use crate::domain::text::escape_xml;

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

/// Value of `pathLength`: the number of equal steps between dots, plus 0.001, because the dot at the very end of a path is
/// not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathLength(pub u32);

impl fmt::Display for PathLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.001", self.0)
    }
}

/// SVG shape. Its look follows from the class; coordinates without a unit are pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape<'a> {
    /// `<g>`.
    Group {
        /// Class, if it has one.
        class: Option<&'static str>,
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
        /// Class, if it has one.
        class: Option<&'static str>,
        /// Horizontal start.
        x1: Length,
        /// Vertical start.
        y1: u32,
        /// Horizontal end.
        x2: Length,
        /// Vertical end.
        y2: u32,
    },
    /// Row of dots at equal distances: a horizontal `<line>` with `stroke-dasharray="0 1"`, dashes of no length with round ends.
    DotRow {
        /// Class.
        class: &'static str,
        /// Position of the first dot.
        x1: Length,
        /// Position of the last dot.
        x2: Length,
        /// Vertical position.
        y: u32,
        /// Steps between the dots; `None` if there is one dot, which needs neither `pathLength` nor `stroke-dasharray`.
        path_length: Option<PathLength>,
    },
    /// `<text>`.
    Text {
        /// Class, if it has one.
        class: Option<&'static str>,
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

/// Writes the shape as SVG. Attributes that are zero by default are left out if they are.
impl fmt::Display for Shape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = |class: &Option<&str>| {
            class.map_or(String::new(), |class| format!(" class=\"{class}\""))
        };
        let nonzero = |name: &str, length: Length| match length {
            Length::Px(0) | Length::Percent(0) => String::new(),
            length => format!(" {name}=\"{length}\""),
        };
        match self {
            Shape::Group {
                class: name,
                shapes,
            } => {
                write!(f, "<g{}>", class(name))?;
                for shape in shapes {
                    shape.fmt(f)?;
                }
                write!(f, "</g>")
            }
            Shape::Rect {
                class,
                x,
                y,
                width,
                height,
                rx,
            } => write!(
                f,
                "<rect class=\"{class}\"{} y=\"{y}\" width=\"{width}\" height=\"{height}\"{}/>",
                nonzero("x", *x),
                nonzero("rx", Length::Px(*rx)),
            ),
            Shape::Circle { class, cx, cy, r } => {
                write!(
                    f,
                    "<circle class=\"{class}\" cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\"/>"
                )
            }
            Shape::Line {
                class: name,
                x1,
                y1,
                x2,
                y2,
            } => write!(
                f,
                "<line{} x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>",
                class(name)
            ),
            Shape::DotRow {
                class,
                x1,
                x2,
                y,
                path_length,
            } => {
                let dots = path_length.map_or(String::new(), |length| {
                    format!(" pathLength=\"{length}\" stroke-dasharray=\"0 1\"")
                });
                write!(
                    f,
                    "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y}\" x2=\"{x2}\" y2=\"{y}\"{dots}/>"
                )
            }
            Shape::Text {
                class: name,
                x,
                y,
                anchor,
                text,
            } => write!(
                f,
                "<text{} x=\"{x}\" y=\"{y}\" text-anchor=\"{}\">{}</text>",
                class(name),
                anchor.as_str(),
                escape_xml(text)
            ),
        }
    }
}
