//! The picture of an answer: backups on a time axis from now back. Emits `timeline`.
//! Places are percentages, so that text keeps its size however wide the picture is.

use yew::{AttrValue, Html};

use super::ShellProps;
use super::element::{Element, classed, el};
use super::slider::slider;
use crate::domain::Minutes;
use crate::domain::text::join;
use crate::report::Timeline;
use crate::report::timeline::Track;

const ROW: u32 = 26;
const TOP: u32 = 22;

/// The picture with its legend.
pub fn timeline(timeline: &Timeline, props: &ShellProps) -> Element {
    let bottom = TOP + ROW * (timeline.tracks.len() as u32);
    let points = timeline
        .tracks
        .iter()
        .zip(0..)
        .map(|(track, row)| points(timeline, track, row).into());
    let picture = el("svg")
        .attr("role", "img")
        .copy("aria-label", &timeline.text)
        .attr("width", "100%")
        .set("height", pixels(bottom + 30))
        .with(ground(timeline, bottom))
        .children(points)
        .with(axis(timeline, bottom))
        .children(other(timeline, bottom).into_iter())
        .children(incident(timeline, bottom).into_iter());
    let labels: Vec<&str> = timeline
        .tracks
        .iter()
        .map(|track| track.label.as_str())
        .collect();
    let caption = el("figcaption")
        .with(classed("span", "key key-sure").text("guaranteed"))
        .with(classed("span", "key key-best").text("best case"))
        .with(classed("span", "key key-point").words(&join(&labels, ", ")))
        .with(classed("span", "example").words(&timeline.example));
    let caption = caption.children(timeline.other.iter().map(|other| {
        let gained = other.guaranteed >= timeline.guaranteed;
        classed("span", "key key-other")
            .maybe("data-gained", gained.then_some(""))
            .words(&other.label)
            .into()
    }));
    let marks = timeline
        .incident
        .map_or(&[][..], |marks| match marks.point {
            None => &MARKS[..1],
            // With a log nothing is lost up to the incident.
            Some(_) if timeline.continuous => &MARKS[..3],
            Some(_) => &MARKS,
        });
    let caption = caption.children(
        marks
            .iter()
            .map(|(class, text)| classed("span", class).text(text).into()),
    );
    classed("figure", "timeline")
        .with(picture)
        .with(slider(timeline, props))
        .with(caption)
}

/// What an incident adds to the picture.
const MARKS: [(&str, &str); 4] = [
    ("key key-at", "incident"),
    ("key key-used", "restore point, or where it may lie"),
    ("key key-next", "disappears next"),
    ("key key-lost", "lost"),
];

/// The guaranteed window of the plan that is compared.
fn other(timeline: &Timeline, bottom: u32) -> Option<Html> {
    let other = timeline.other.as_ref()?;
    let (gained, from, length) = match other
        .guaranteed
        .get()
        .checked_sub(timeline.guaranteed.get())
    {
        Some(more) => ("gained", place(timeline, other.guaranteed), more),
        None => (
            "given-up",
            place(timeline, timeline.guaranteed),
            timeline.guaranteed.get() - other.guaranteed.get(),
        ),
    };
    let band = classed("rect", gained)
        .set("x", from)
        .set("width", share(Minutes::new(length), timeline.horizon))
        .set("y", pixels(bottom - 5))
        .attr("height", "5");
    Some(band.into())
}

/// The incident, the restore point that is used, and what is lost between them.
fn incident(timeline: &Timeline, bottom: u32) -> Option<Html> {
    let marks = timeline.incident?;
    let ends = |class, from: Minutes, to: Minutes| {
        let length = Minutes::new(to.get().saturating_sub(from.get()));
        classed("rect", class)
            .set("x", place(timeline, to))
            .set("width", share(length, timeline.horizon))
    };
    let mut group = classed("g", "case");
    if let Some((from, to)) = marks.point {
        let (y, height) = (pixels(TOP), pixels(bottom - TOP));
        if !timeline.continuous {
            group = group.with(
                ends("lost", marks.at, to)
                    .set("y", y.clone())
                    .set("height", height.clone()),
            );
        }
        let dot = |class, age| {
            classed("circle", class)
                .set("cx", place(timeline, age))
                .set("cy", pixels(bottom - ROW / 2))
                .attr("r", "7")
        };
        let oldest = timeline.tracks.last().and_then(|track| track.ages.last());
        let used = match from == to {
            true => dot("used", from),
            false => ends("used", from, to).set("y", y).set("height", height),
        };
        group = group
            .with(dot("next", oldest.copied().unwrap_or_default()))
            .with(used.attr("stroke-width", "3"));
    }
    let x = place(timeline, marks.at);
    let line = classed("line", "at")
        .set("x1", x.clone())
        .set("x2", x.clone())
        .attr("y1", "2")
        .set("y2", pixels(bottom + 8));
    Some(group.with(line).into())
}

/// The guaranteed window, what may lie beyond it, and the continuous log.
fn ground(timeline: &Timeline, bottom: u32) -> Element {
    let start = place(timeline, timeline.guaranteed);
    let area = |class| {
        classed("rect", class)
            .set("y", pixels(TOP))
            .set("height", pixels(bottom - TOP))
    };
    let mut ground = el("g").with(area("best").set("width", start.clone())).with(
        area("sure")
            .set("x", start.clone())
            .set("width", share(timeline.guaranteed, timeline.horizon)),
    );
    if timeline.continuous {
        // Before the oldest base backup the log is of no use.
        let oldest = timeline
            .tracks
            .iter()
            .filter_map(|track| track.ages.last())
            .max()
            .copied()
            .unwrap_or_default();
        let log = classed("rect", "log")
            .attr("height", "6")
            .attr("rx", "3")
            .set("y", pixels(TOP + ROW / 2 - 3));
        ground = ground.with(
            log.set("x", place(timeline, oldest))
                .set("width", share(oldest, timeline.horizon)),
        );
    }
    // The label stands on the side where there is room.
    let far = u64::from(timeline.guaranteed.get()) * 2 > u64::from(timeline.horizon.get());
    let label = classed("text", "sure-label")
        .set("x", start.clone())
        .set("y", pixels(TOP - 9));
    let label = label
        .attr("text-anchor", if far { "start" } else { "end" })
        .words(&timeline.sure);
    let edge = classed("line", "edge")
        .set("x1", start.clone())
        .set("x2", start);
    let edge = edge
        .set("y1", pixels(TOP - 4))
        .set("y2", pixels(bottom + 6));
    ground.with(edge).with(label)
}

/// All points of a track in one line of round dots. The line is told to be a trifle longer than the steps between
/// its points, since a dot at its very end would not be drawn.
fn points(timeline: &Timeline, track: &Track, row: u32) -> Element {
    let y = pixels(TOP + ROW * row + ROW / 2);
    let end = |age: Option<&Minutes>| place(timeline, age.copied().unwrap_or_default());
    let line = classed("line", "points")
        .set("x1", end(track.ages.first()))
        .set("x2", end(track.ages.last()))
        .set("y1", y.clone())
        .set("y2", y);
    match track.ages.len() {
        0 | 1 => line,
        count => line
            .set("pathLength", format!("{}.001", count - 1).into())
            .attr("stroke-dasharray", "0 1"),
    }
}

fn axis(timeline: &Timeline, bottom: u32) -> Element {
    let line = |x1, x2, y2| {
        el("line")
            .set("x1", x1)
            .set("x2", x2)
            .set("y1", pixels(bottom))
            .set("y2", pixels(y2))
    };
    let ticks = timeline.ticks.iter().flat_map(|tick| {
        let x = place(timeline, tick.age);
        let label = el("text")
            .set("x", x.clone())
            .set("y", pixels(bottom + 20))
            .attr("text-anchor", anchor(timeline, tick.age));
        [
            line(x.clone(), x, bottom + 5).into(),
            label.words(&tick.label).into(),
        ]
    });
    classed("g", "axis")
        .with(line("0".into(), "100%".into(), bottom))
        .children(ticks)
}

/// Labels at the ends stay inside the picture.
fn anchor(timeline: &Timeline, age: Minutes) -> &'static str {
    match u64::from(age.get()) * 20 / u64::from(timeline.horizon.get().max(1)) {
        0 => "end",
        19.. => "start",
        _ => "middle",
    }
}

/// How far from the left an age stands; now is at the right.
fn place(timeline: &Timeline, age: Minutes) -> AttrValue {
    share(
        Minutes::new(timeline.horizon.get().saturating_sub(age.get())),
        timeline.horizon,
    )
}

/// A part of a whole in percent. Integers, so that the build and the browser write the same.
fn share(part: Minutes, whole: Minutes) -> AttrValue {
    let hundredths = u64::from(part.get()) * 10_000 / u64::from(whole.get().max(1));
    let hundredths = hundredths as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100).into()
}

fn pixels(length: u32) -> AttrValue {
    length.to_string().into()
}
