//! The timeline of an answer as SVG shapes: backups on a time axis that ends now, at the right. The page and the card draw
//! the same shapes. Horizontal positions are percentages, so that text keeps its size at any width.

use super::svg::{Length, Shape, TextAnchor};
use crate::domain::Minutes;
use crate::report::timeline::Track;
use crate::report::{ComparedPlan, Timeline, TimelineMarkers};

/// Height of a row of backups, in pixels.
const ROW_HEIGHT: u32 = 26;
/// Vertical position of the first row, below the label of the guaranteed window, in pixels.
const TOP_MARGIN: u32 = 22;

/// Image of a timeline, as wide as the element that contains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineSvg<'a> {
    /// Height in pixels.
    pub height: u32,
    /// Shapes, from back to front.
    pub shapes: Vec<Shape<'a>>,
}

impl<'a> TimelineSvg<'a> {
    /// Draws a timeline.
    pub fn new(timeline: &'a Timeline) -> Self {
        let builder = Builder::new(timeline);
        let rows = timeline.tracks.iter().zip(0..);
        let mut shapes = vec![builder.windows()];
        shapes.extend(rows.map(|(track, row)| builder.backups(track, row)));
        shapes.push(builder.axis());
        let compared_plan = timeline.compared_plan.as_ref();
        shapes.extend(compared_plan.map(|plan| builder.compared_plan(plan)));
        shapes.extend(timeline.markers.map(|markers| builder.incident(markers)));
        Self {
            height: builder.bottom + 30,
            shapes,
        }
    }
}

struct Builder<'a> {
    timeline: &'a Timeline,
    /// Vertical position of the axis.
    bottom: u32,
}

impl<'a> Builder<'a> {
    fn new(timeline: &'a Timeline) -> Self {
        let rows = timeline.tracks.len() as u32;
        Self {
            timeline,
            bottom: TOP_MARGIN + ROW_HEIGHT * rows,
        }
    }

    /// Draws the guaranteed window, the best-case window, and the continuous log.
    fn windows(&self) -> Shape<'a> {
        let guaranteed = self.timeline.guaranteed;
        let start = self.x(guaranteed);
        let window = |class, x, width| Shape::Rect {
            class,
            x,
            y: TOP_MARGIN,
            width,
            height: self.bottom - TOP_MARGIN,
            rx: 0,
        };
        let mut shapes = vec![
            window("window-best", Length::Px(0), start),
            window("window-guaranteed", start, self.width(guaranteed.get())),
        ];
        if self.timeline.is_continuous {
            // The log is of no use before the oldest base backup.
            let oldest = self
                .timeline
                .tracks
                .iter()
                .filter_map(|track| track.ages.last());
            let oldest = oldest.max().copied().unwrap_or_default();
            shapes.push(Shape::Rect {
                class: "log-band",
                x: self.x(oldest),
                y: TOP_MARGIN + ROW_HEIGHT / 2 - 3,
                width: self.width(oldest.get()),
                height: 6,
                rx: 3,
            });
        }
        shapes.push(vertical_line(
            "window-edge",
            start,
            TOP_MARGIN - 4,
            self.bottom + 6,
        ));
        // The label is on the side with more room.
        let half = u64::from(guaranteed.get()) * 2 > u64::from(self.timeline.horizon.get());
        shapes.push(Shape::Text {
            class: "window-label",
            x: start,
            y: TOP_MARGIN - 9,
            anchor: if half {
                TextAnchor::Start
            } else {
                TextAnchor::End
            },
            text: &self.timeline.guaranteed_label,
        });
        Shape::Group {
            class: "windows",
            shapes,
        }
    }

    /// Draws the backups of a tier.
    fn backups(&self, track: &Track, row: u32) -> Shape<'a> {
        let dot = |age: &Minutes| Shape::Circle {
            class: "backup",
            cx: self.x(*age),
            cy: TOP_MARGIN + ROW_HEIGHT * row + ROW_HEIGHT / 2,
            r: 4,
        };
        Shape::Group {
            class: "backups",
            shapes: track.ages.iter().map(dot).collect(),
        }
    }

    /// Draws the axis with its labels.
    fn axis(&self) -> Shape<'a> {
        let mut shapes = vec![Shape::Line {
            class: "axis-line",
            x1: Length::Px(0),
            y1: self.bottom,
            x2: Length::Percent(10_000),
            y2: self.bottom,
        }];
        for tick in &self.timeline.ticks {
            let x = self.x(tick.age);
            shapes.push(vertical_line("axis-line", x, self.bottom, self.bottom + 5));
            shapes.push(Shape::Text {
                class: "axis-label",
                x,
                y: self.bottom + 20,
                anchor: self.text_anchor(tick.age),
                text: &tick.label,
            });
        }
        Shape::Group {
            class: "axis",
            shapes,
        }
    }

    /// Draws the difference to the guaranteed window of the compared plan.
    fn compared_plan(&self, plan: &ComparedPlan) -> Shape<'a> {
        let (other, own) = (plan.guaranteed, self.timeline.guaranteed);
        Shape::Rect {
            class: if other >= own {
                "window-gained"
            } else {
                "window-lost"
            },
            x: self.x(own.max(other)),
            y: self.bottom - 5,
            width: self.width(own.get().abs_diff(other.get())),
            height: 5,
            rx: 0,
        }
    }

    /// Draws the incident, the restore point, and the data loss between them.
    fn incident(&self, markers: TimelineMarkers) -> Shape<'a> {
        let mut shapes = Vec::new();
        if let Some((newest, oldest)) = markers.restore_point {
            if !self.timeline.is_continuous {
                shapes.push(self.period("data-loss", markers.incident, oldest));
            }
            let ages = self
                .timeline
                .tracks
                .last()
                .and_then(|track| track.ages.last());
            shapes.push(self.ring("expires-next", ages.copied().unwrap_or_default()));
            shapes.push(if newest == oldest {
                self.ring("restore-point", newest)
            } else {
                self.period("restore-point", newest, oldest)
            });
        }
        shapes.push(if markers.incident > self.timeline.horizon {
            Shape::Text {
                class: "incident-label",
                x: Length::Px(0),
                y: TOP_MARGIN + ROW_HEIGHT / 2 + 5,
                anchor: TextAnchor::Start,
                text: "◂ incident",
            }
        } else {
            vertical_line(
                "incident-line",
                self.x(markers.incident),
                2,
                self.bottom + 8,
            )
        });
        Shape::Group {
            class: "scenario",
            shapes,
        }
    }

    /// Draws an area between two ages, as high as all rows.
    fn period(&self, class: &'static str, newest: Minutes, oldest: Minutes) -> Shape<'a> {
        Shape::Rect {
            class,
            x: self.x(oldest),
            y: TOP_MARGIN,
            width: self.width(oldest.get().saturating_sub(newest.get())),
            height: self.bottom - TOP_MARGIN,
            rx: 0,
        }
    }

    /// Draws a circle around a backup of the last row.
    fn ring(&self, class: &'static str, age: Minutes) -> Shape<'a> {
        Shape::Circle {
            class,
            cx: self.x(age),
            cy: self.bottom - ROW_HEIGHT / 2,
            r: 7,
        }
    }

    /// Returns the alignment with which a label of the axis stays inside the image.
    fn text_anchor(&self, age: Minutes) -> TextAnchor {
        match u64::from(age.get()) * 20 / u64::from(self.timeline.horizon.get().max(1)) {
            0 => TextAnchor::End,
            19.. => TextAnchor::Start,
            _ => TextAnchor::Middle,
        }
    }

    /// Returns the horizontal position of an age.
    fn x(&self, age: Minutes) -> Length {
        self.width(self.timeline.horizon.get().saturating_sub(age.get()))
    }

    /// Returns the width of a number of minutes on the axis.
    fn width(&self, minutes: u32) -> Length {
        let horizon = u64::from(self.timeline.horizon.get().max(1));
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
