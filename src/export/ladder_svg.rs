//! The ladder as SVG shapes: a row of backups for each plan or service on a time axis that ends now, at the right. The page and the card
//! draw the same shapes. Horizontal positions are percentages, so that text keeps its size at any width.

use super::svg::{Length, Shape, TextAnchor};
use crate::domain::Minutes;
use crate::report::Ladder;
use crate::report::ladder::{AgeRange, LadderBackups, LadderRow, Tick};

/// Height of a row, in pixels. The style sheet of the page has the same height.
pub const ROW_HEIGHT: u32 = 28;
/// Vertical position of the first row, below the label of the incident, in pixels.
pub const TOP_MARGIN: u32 = 18;
/// Height of the axis below the rows, in pixels.
const AXIS_HEIGHT: u32 = 22;

/// Image of a ladder, as wide as the element that contains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderSvg<'a> {
    /// Height in pixels.
    pub height: u32,
    /// Shapes, from back to front.
    pub shapes: Vec<Shape<'a>>,
}

impl<'a> LadderSvg<'a> {
    /// Draws a ladder.
    pub fn new(ladder: &'a Ladder) -> Self {
        let builder = Builder {
            ladder,
            bottom: TOP_MARGIN + ROW_HEIGHT * ladder.rows.len() as u32,
        };
        let mut shapes = vec![Shape::Line {
            class: "axis-line",
            x1: Length::Px(0),
            y1: builder.bottom,
            x2: Length::Percent(10_000),
            y2: builder.bottom,
        }];
        for tick in &ladder.ticks {
            builder.tick(tick, &mut shapes);
        }
        let rows = ladder.rows.iter().zip(0..);
        shapes.extend(rows.map(|(row, index)| builder.row(row, TOP_MARGIN + ROW_HEIGHT * index)));
        if let Some(range) = ladder.common_point {
            shapes.push(builder.range("common-point", range, TOP_MARGIN, builder.bottom));
        }
        if let Some(age) = ladder.incident {
            builder.incident(age, &mut shapes);
        }
        Self {
            height: builder.bottom + AXIS_HEIGHT,
            shapes,
        }
    }
}

struct Builder<'a> {
    ladder: &'a Ladder,
    /// Vertical position of the axis.
    bottom: u32,
}

impl<'a> Builder<'a> {
    /// Draws a tick of the axis.
    fn tick(&self, tick: &'a Tick, shapes: &mut Vec<Shape<'a>>) {
        let x = self.x(tick.age);
        shapes.push(vertical_line("axis-line", x, self.bottom, self.bottom + 5));
        shapes.push(Shape::Text {
            class: "axis-label",
            x,
            y: self.bottom + 18,
            anchor: self.text_anchor(tick.age),
            text: &tick.label,
        });
    }

    /// Draws a row whose upper edge is at `top`.
    fn row(&self, row: &LadderRow, top: u32) -> Shape<'a> {
        let mut shapes = Vec::new();
        if let Some(backups) = &row.backups {
            self.backups(backups, row.restore_point, top, &mut shapes);
        }
        if let Some((newest, oldest)) = row.restore_point {
            shapes.push(match newest == oldest {
                true => Shape::Circle {
                    class: "restore-point",
                    cx: self.x(newest),
                    cy: top + ROW_HEIGHT / 2,
                    r: 7,
                },
                false => self.range("restore-point", (newest, oldest), top + 3, top + 25),
            });
        }
        Shape::Group {
            kind: Some(row.kind),
            shapes,
        }
    }

    /// Draws the windows of a row, what is lost, and the backups.
    fn backups(
        &self,
        backups: &LadderBackups,
        restore_point: Option<AgeRange>,
        top: u32,
        shapes: &mut Vec<Shape<'a>>,
    ) {
        let middle = top + ROW_HEIGHT / 2;
        let half_height = if backups.is_continuous { 5 } else { 9 };
        let (upper, lower) = (middle - half_height, middle + half_height);
        let (guaranteed, best_case) = (backups.guaranteed, backups.best_case);
        shapes.push(self.range("window-best", (guaranteed, best_case), upper, lower));
        let class = match backups.is_continuous {
            true => "window-continuous",
            false => "window-backups",
        };
        shapes.push(self.range(class, (Minutes::default(), guaranteed), upper, lower));
        if backups.is_continuous {
            return;
        }
        if let (Some(incident), Some((newest, _))) = (self.ladder.incident, restore_point)
            && incident < newest
        {
            shapes.push(self.range("data-loss", (incident, newest), upper, lower));
        }
        if let Some((newest, oldest)) = backups.frequent {
            shapes.push(Shape::Line {
                class: "frequent",
                x1: self.x(oldest),
                y1: middle,
                x2: self.x(newest),
                y2: middle,
            });
        }
        shapes.extend(backups.ages.iter().map(|age| Shape::Circle {
            class: "backup",
            cx: self.x(*age),
            cy: middle,
            r: 3,
        }));
    }

    /// Draws the incident through all rows; at the left edge that it is older than the axis.
    fn incident(&self, age: Minutes, shapes: &mut Vec<Shape<'a>>) {
        let label = |x, anchor, text| Shape::Text {
            class: "incident-label",
            x,
            y: TOP_MARGIN - 6,
            anchor,
            text,
        };
        let horizon = self.ladder.horizon;
        if age > horizon {
            shapes.push(label(Length::Px(0), TextAnchor::Start, "◂ incident, older"));
            return;
        }
        let x = self.x(age);
        shapes.push(vertical_line("incident-line", x, 4, self.bottom));
        // The label is on the side with more room, after a no-break space.
        shapes.push(match age.get() * 2 > horizon.get() {
            true => label(x, TextAnchor::Start, "\u{a0}\u{a0}\u{a0}incident"),
            false => label(x, TextAnchor::End, "incident\u{a0}\u{a0}\u{a0}"),
        });
    }

    /// Draws an area between two ages and two heights.
    fn range(
        &self,
        class: &'static str,
        (newest, oldest): AgeRange,
        upper: u32,
        lower: u32,
    ) -> Shape<'a> {
        Shape::Rect {
            class,
            x: self.x(oldest),
            y: upper,
            width: self.width(oldest.get().saturating_sub(newest.get())),
            height: lower - upper,
            rx: 0,
        }
    }

    /// Returns the alignment with which a label of the axis stays inside the image.
    fn text_anchor(&self, age: Minutes) -> TextAnchor {
        match u64::from(age.get()) * 20 / u64::from(self.ladder.horizon.get().max(1)) {
            0 => TextAnchor::End,
            19.. => TextAnchor::Start,
            _ => TextAnchor::Middle,
        }
    }

    /// Returns the horizontal position of an age.
    fn x(&self, age: Minutes) -> Length {
        self.width(self.ladder.horizon.get().saturating_sub(age.get()))
    }

    /// Returns the width of a number of minutes on the axis.
    fn width(&self, minutes: u32) -> Length {
        let horizon = u64::from(self.ladder.horizon.get().max(1));
        Length::Percent((u64::from(minutes) * 10_000 / horizon) as u32)
    }
}

fn vertical_line(class: &'static str, x: Length, y1: u32, y2: u32) -> Shape<'static> {
    Shape::Line {
        class,
        x1: x,
        y1,
        x2: x,
        y2,
    }
}
