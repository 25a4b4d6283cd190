//! The picture of an answer as plain data: backups on a time axis from now back. The page and the card draw the same.
//! Places are percentages, so that text keeps its size however wide the picture is.

use std::fmt;

use crate::domain::Minutes;
use crate::report::Timeline;
use crate::report::timeline::Track;

/// Height of a row of backups.
const ROW: u32 = 26;
/// Where the rows begin, below the label of the window.
const TOP: u32 = 22;

/// A picture, as wide as there is room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// In pixels.
    pub height: u32,
    /// What is drawn, from the back to the front. A flat list, which makes less Wasm than a tree.
    pub parts: Vec<Part<'a>>,
}

/// A piece of SVG. Looks follow the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// An element of this name begins.
    Open(&'static str),
    /// It has this attribute.
    Set(&'static str, Value),
    /// It has this text.
    Text(&'a str),
    /// It ends.
    Close,
}

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Word(&'static str),
    /// A length in pixels.
    Pixels(u32),
    /// Hundredths of a percent of the width. Integers, so that the build and the browser write the same.
    Share(u32),
    /// A length of so many steps and a trifle.
    Steps(u32),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Word(word) => f.write_str(word),
            Value::Pixels(length) => write!(f, "{length}"),
            Value::Share(share) => write!(f, "{}.{:02}%", share / 100, share % 100),
            Value::Steps(steps) => write!(f, "{steps}.001"),
        }
    }
}

impl<'a> Picture<'a> {
    /// The picture of a time line.
    pub fn new(timeline: &'a Timeline) -> Self {
        let bottom = TOP + ROW * (timeline.tracks.len() as u32);
        let mut picture = Self {
            height: bottom + 30,
            parts: Vec::new(),
        };
        picture.ground(timeline, bottom);
        for (track, row) in timeline.tracks.iter().zip(0..) {
            picture.points(timeline, track, row);
        }
        picture.axis(timeline, bottom);
        picture.other(timeline, bottom);
        picture.incident(timeline, bottom);
        picture
    }

    #[inline(never)]
    fn put(&mut self, part: Part<'a>) {
        self.parts.push(part);
    }

    fn open(&mut self, name: &'static str) {
        self.put(Part::Open(name));
    }

    #[inline(never)]
    fn classed(&mut self, name: &'static str, class: &'static str) {
        self.open(name);
        self.word("class", class);
    }

    #[inline(never)]
    fn word(&mut self, name: &'static str, word: &'static str) {
        self.put(Part::Set(name, Value::Word(word)));
    }

    #[inline(never)]
    fn pixels(&mut self, name: &'static str, length: u32) {
        self.put(Part::Set(name, Value::Pixels(length)));
    }

    #[inline(never)]
    fn share(&mut self, name: &'static str, share: u32) {
        self.put(Part::Set(name, Value::Share(share)));
    }

    #[inline(never)]
    fn close(&mut self) {
        self.put(Part::Close);
    }

    /// The guaranteed window, what may lie beyond it, and the continuous log.
    fn ground(&mut self, timeline: &'a Timeline, bottom: u32) {
        let start = place(timeline, timeline.guaranteed);
        self.open("g");
        self.area("best", bottom);
        self.share("width", start);
        self.close();
        self.area("sure", bottom);
        self.share("x", start);
        self.share("width", share(timeline, timeline.guaranteed.get()));
        self.close();
        if timeline.continuous {
            // Before the oldest base backup the log is of no use.
            let ages = timeline.tracks.iter().filter_map(|track| track.ages.last());
            let oldest = ages.max().copied().unwrap_or_default();
            self.classed("rect", "log");
            self.pixels("height", 6);
            self.pixels("rx", 3);
            self.pixels("y", TOP + ROW / 2 - 3);
            self.share("x", place(timeline, oldest));
            self.share("width", share(timeline, oldest.get()));
            self.close();
        }
        self.line("edge", start, TOP - 4, bottom + 6);
        self.classed("text", "sure-label");
        self.share("x", start);
        self.pixels("y", TOP - 9);
        // The label stands on the side where there is room.
        let far = u64::from(timeline.guaranteed.get()) * 2 > u64::from(timeline.horizon.get());
        self.label(&timeline.sure, if far { "start" } else { "end" });
        self.close();
    }

    /// All points of a track in one line of round dots. The line is told to be a trifle longer than the steps
    /// between its points, since a dot at its very end would not be drawn.
    fn points(&mut self, timeline: &Timeline, track: &Track, row: u32) {
        let y = TOP + ROW * row + ROW / 2;
        let end = |age: Option<&Minutes>| place(timeline, age.copied().unwrap_or_default());
        self.classed("line", "points");
        self.share("x1", end(track.ages.first()));
        self.share("x2", end(track.ages.last()));
        self.pixels("y1", y);
        self.pixels("y2", y);
        if let count @ 2.. = track.ages.len() {
            let steps = Value::Steps(count as u32 - 1);
            self.put(Part::Set("pathLength", steps));
            self.word("stroke-dasharray", "0 1");
        }
        self.close();
    }

    fn axis(&mut self, timeline: &'a Timeline, bottom: u32) {
        self.classed("g", "axis");
        self.open("line");
        self.word("x1", "0");
        self.word("x2", "100%");
        self.pixels("y1", bottom);
        self.pixels("y2", bottom);
        self.close();
        for tick in &timeline.ticks {
            let x = place(timeline, tick.age);
            self.open("line");
            self.upright(x, bottom, bottom + 5);
            self.open("text");
            self.share("x", x);
            self.pixels("y", bottom + 20);
            self.label(&tick.label, anchor(timeline, tick.age));
        }
        self.close();
    }

    /// The guaranteed window of the plan that is compared.
    fn other(&mut self, timeline: &Timeline, bottom: u32) {
        let Some(other) = &timeline.other else {
            return;
        };
        let (other, own) = (other.guaranteed, timeline.guaranteed);
        let class = if other >= own { "gained" } else { "given-up" };
        self.classed("rect", class);
        self.share("x", place(timeline, own.max(other)));
        self.share("width", share(timeline, own.get().abs_diff(other.get())));
        self.pixels("y", bottom - 5);
        self.pixels("height", 5);
        self.close();
    }

    /// The incident, the restore point that is used, and what is lost between them.
    fn incident(&mut self, timeline: &Timeline, bottom: u32) {
        let Some(marks) = timeline.incident else {
            return;
        };
        self.classed("g", "case");
        if let Some((from, to)) = marks.point {
            if !timeline.continuous {
                self.span(timeline, "lost", (marks.at, to), bottom);
                self.close();
            }
            let oldest = timeline.tracks.last().and_then(|track| track.ages.last());
            let oldest = oldest.copied().unwrap_or_default();
            self.dot("next", place(timeline, oldest), bottom);
            self.close();
            match from == to {
                true => self.dot("used", place(timeline, from), bottom),
                false => self.span(timeline, "used", (from, to), bottom),
            }
            self.pixels("stroke-width", 3);
            self.close();
        }
        self.line("at", place(timeline, marks.at), 2, bottom + 8);
        self.close();
    }

    fn area(&mut self, class: &'static str, bottom: u32) {
        self.classed("rect", class);
        self.pixels("y", TOP);
        self.pixels("height", bottom - TOP);
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
        self.classed("rect", class);
        self.share("x", place(timeline, to));
        let length = to.get().saturating_sub(from.get());
        self.share("width", share(timeline, length));
        self.pixels("y", TOP);
        self.pixels("height", bottom - TOP);
    }

    /// Around a backup of the last row.
    #[inline(never)]
    fn dot(&mut self, class: &'static str, x: u32, bottom: u32) {
        self.classed("circle", class);
        self.share("cx", x);
        self.pixels("cy", bottom - ROW / 2);
        self.pixels("r", 7);
    }

    fn line(&mut self, class: &'static str, x: u32, top: u32, bottom: u32) {
        self.classed("line", class);
        self.upright(x, top, bottom);
    }

    #[inline(never)]
    fn upright(&mut self, x: u32, top: u32, bottom: u32) {
        self.share("x1", x);
        self.share("x2", x);
        self.pixels("y1", top);
        self.pixels("y2", bottom);
        self.close();
    }

    #[inline(never)]
    fn label(&mut self, text: &'a str, anchor: &'static str) {
        self.word("text-anchor", anchor);
        self.put(Part::Text(text));
        self.close();
    }
}

/// Labels at the ends stay inside the picture.
fn anchor(timeline: &Timeline, age: Minutes) -> &'static str {
    match u64::from(age.get()) * 20 / u64::from(timeline.horizon.get().max(1)) {
        0 => "end",
        19.. => "start",
        _ => "middle",
    }
}

/// How far from the left an age stands, in hundredths of a percent; now is at the right.
#[inline(never)]
fn place(timeline: &Timeline, age: Minutes) -> u32 {
    share(timeline, timeline.horizon.get().saturating_sub(age.get()))
}

/// So many minutes as a part of the axis, in hundredths of a percent.
#[inline(never)]
fn share(timeline: &Timeline, minutes: u32) -> u32 {
    let hundredths = u64::from(minutes) * 10_000 / u64::from(timeline.horizon.get().max(1));
    hundredths as u32
}
