//! The picture of an answer as plain data: backups on a time axis from now back. The page and the card draw the same.
//! Places are percentages, so that text keeps its size however wide the picture is.

use super::svg::{SvgBuilder, SvgToken, Value};
use crate::domain::Minutes;
use crate::report::Timeline;
use crate::report::timeline::Track;

/// Height of a row of backups.
const ROW_HEIGHT: u32 = 26;
/// Where the rows begin, below the label of the window.
const TOP_MARGIN: u32 = 22;

/// A picture, as wide as there is room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineSvg<'a> {
    /// In pixels.
    pub height: u32,
    /// What is drawn.
    pub svg: SvgBuilder<'a>,
}

impl<'a> TimelineSvg<'a> {
    /// The picture of a time line.
    pub fn new(timeline: &'a Timeline) -> Self {
        let bottom = TOP_MARGIN + ROW_HEIGHT * (timeline.tracks.len() as u32);
        let mut builder = Builder(SvgBuilder::default());
        builder.windows(timeline, bottom);
        for (track, row) in timeline.tracks.iter().zip(0..) {
            builder.points(timeline, track, row);
        }
        builder.axis(timeline, bottom);
        builder.other(timeline, bottom);
        builder.incident(timeline, bottom);
        Self {
            height: bottom + 30,
            svg: builder.0,
        }
    }
}

struct Builder<'a>(SvgBuilder<'a>);

impl<'a> Builder<'a> {
    /// The guaranteed window, what may lie beyond it, and the continuous log.
    fn windows(&mut self, timeline: &'a Timeline, bottom: u32) {
        let start = x_percent(timeline, timeline.guaranteed);
        self.0.open("g");
        self.area("best", bottom);
        self.0.attr_percent("width", start);
        self.0.close();
        self.area("sure", bottom);
        self.0.attr_percent("x", start);
        self.0
            .attr_percent("width", width_percent(timeline, timeline.guaranteed.get()));
        self.0.close();
        if timeline.continuous {
            // Before the oldest base backup the log is of no use.
            let ages = timeline.tracks.iter().filter_map(|track| track.ages.last());
            let oldest = ages.max().copied().unwrap_or_default();
            self.0.open_with_class("rect", "log");
            self.0.attr_px("height", 6);
            self.0.attr_px("rx", 3);
            self.0.attr_px("y", TOP_MARGIN + ROW_HEIGHT / 2 - 3);
            self.0.attr_percent("x", x_percent(timeline, oldest));
            self.0
                .attr_percent("width", width_percent(timeline, oldest.get()));
            self.0.close();
        }
        self.line("edge", start, TOP_MARGIN - 4, bottom + 6);
        self.0.open_with_class("text", "sure-label");
        self.0.attr_percent("x", start);
        self.0.attr_px("y", TOP_MARGIN - 9);
        // The label stands on the side where there is room.
        let far = u64::from(timeline.guaranteed.get()) * 2 > u64::from(timeline.horizon.get());
        self.0.label(
            &timeline.guaranteed_label,
            if far { "start" } else { "end" },
        );
        self.0.close();
    }

    /// All points of a track in one line of round dots. The line is told to be a trifle longer than the steps
    /// between its points, since a dot at its very end would not be drawn.
    fn points(&mut self, timeline: &Timeline, track: &Track, row: u32) {
        let y = TOP_MARGIN + ROW_HEIGHT * row + ROW_HEIGHT / 2;
        let end = |age: Option<&Minutes>| x_percent(timeline, age.copied().unwrap_or_default());
        self.0.open_with_class("line", "points");
        self.0.attr_percent("x1", end(track.ages.first()));
        self.0.attr_percent("x2", end(track.ages.last()));
        self.0.attr_px("y1", y);
        self.0.attr_px("y2", y);
        if let count @ 2.. = track.ages.len() {
            let steps = Value::PathLength(count as u32 - 1);
            self.0.push(SvgToken::Attr("pathLength", steps));
            self.0.attr("stroke-dasharray", "0 1");
        }
        self.0.close();
    }

    fn axis(&mut self, timeline: &'a Timeline, bottom: u32) {
        self.0.open_with_class("g", "axis");
        self.0.open("line");
        self.0.attr("x1", "0");
        self.0.attr("x2", "100%");
        self.0.attr_px("y1", bottom);
        self.0.attr_px("y2", bottom);
        self.0.close();
        for tick in &timeline.ticks {
            let x = x_percent(timeline, tick.age);
            self.0.open("line");
            self.vertical_line(x, bottom, bottom + 5);
            self.0.open("text");
            self.0.attr_percent("x", x);
            self.0.attr_px("y", bottom + 20);
            self.0.label(&tick.label, text_anchor(timeline, tick.age));
        }
        self.0.close();
    }

    /// The guaranteed window of the plan that is compared.
    fn other(&mut self, timeline: &Timeline, bottom: u32) {
        let Some(other) = &timeline.compared_plan else {
            return;
        };
        let (other, own) = (other.guaranteed, timeline.guaranteed);
        let class = if other >= own { "gained" } else { "given-up" };
        self.0.open_with_class("rect", class);
        self.0
            .attr_percent("x", x_percent(timeline, own.max(other)));
        self.0.attr_percent(
            "width",
            width_percent(timeline, own.get().abs_diff(other.get())),
        );
        self.0.attr_px("y", bottom - 5);
        self.0.attr_px("height", 5);
        self.0.close();
    }

    /// The incident, the restore point that is used, and what is lost between them.
    fn incident(&mut self, timeline: &Timeline, bottom: u32) {
        let Some(marks) = timeline.markers else {
            return;
        };
        self.0.open_with_class("g", "case");
        if let Some((from, to)) = marks.restore_point {
            if !timeline.continuous {
                self.span(timeline, "lost", (marks.incident, to), bottom);
                self.0.close();
            }
            let oldest = timeline.tracks.last().and_then(|track| track.ages.last());
            let oldest = oldest.copied().unwrap_or_default();
            self.dot("next", x_percent(timeline, oldest), bottom);
            self.0.close();
            match from == to {
                true => self.dot("used", x_percent(timeline, from), bottom),
                false => self.span(timeline, "used", (from, to), bottom),
            }
            self.0.attr_px("stroke-width", 3);
            self.0.close();
        }
        self.line("at", x_percent(timeline, marks.incident), 2, bottom + 8);
        self.0.close();
    }

    fn area(&mut self, class: &'static str, bottom: u32) {
        self.0.open_with_class("rect", class);
        self.0.attr_px("y", TOP_MARGIN);
        self.0.attr_px("height", bottom - TOP_MARGIN);
    }

    /// From an age to a greater one, as high as all rows.
    #[inline(never)]
    fn span(
        &mut self,
        timeline: &Timeline,
        class: &'static str,
        (from, to): (Minutes, Minutes),
        bottom: u32,
    ) {
        self.0.open_with_class("rect", class);
        self.0.attr_percent("x", x_percent(timeline, to));
        let length = to.get().saturating_sub(from.get());
        self.0
            .attr_percent("width", width_percent(timeline, length));
        self.0.attr_px("y", TOP_MARGIN);
        self.0.attr_px("height", bottom - TOP_MARGIN);
    }

    /// Around a backup of the last row.
    #[inline(never)]
    fn dot(&mut self, class: &'static str, x: u32, bottom: u32) {
        self.0.open_with_class("circle", class);
        self.0.attr_percent("cx", x);
        self.0.attr_px("cy", bottom - ROW_HEIGHT / 2);
        self.0.attr_px("r", 7);
    }

    fn line(&mut self, class: &'static str, x: u32, top: u32, bottom: u32) {
        self.0.open_with_class("line", class);
        self.vertical_line(x, top, bottom);
    }

    #[inline(never)]
    fn vertical_line(&mut self, x: u32, top: u32, bottom: u32) {
        self.0.attr_percent("x1", x);
        self.0.attr_percent("x2", x);
        self.0.attr_px("y1", top);
        self.0.attr_px("y2", bottom);
        self.0.close();
    }
}

/// Labels at the ends stay inside the picture.
fn text_anchor(timeline: &Timeline, age: Minutes) -> &'static str {
    match u64::from(age.get()) * 20 / u64::from(timeline.horizon.get().max(1)) {
        0 => "end",
        19.. => "start",
        _ => "middle",
    }
}

/// How far from the left an age stands, in hundredths of a percent; now is at the right.
#[inline(never)]
fn x_percent(timeline: &Timeline, age: Minutes) -> u32 {
    width_percent(timeline, timeline.horizon.get().saturating_sub(age.get()))
}

/// So many minutes as a part of the axis, in hundredths of a percent.
#[inline(never)]
fn width_percent(timeline: &Timeline, minutes: u32) -> u32 {
    let hundredths = u64::from(minutes) * 10_000 / u64::from(timeline.horizon.get().max(1));
    hundredths as u32
}
