//! The slider under the picture, which moves the incident.

use super::ShellProps;
use super::element::{Element, el};
use crate::report::form::SLIDER;
use crate::report::{FormField, Timeline};

/// Moves the incident along the picture, by mouse, finger and arrow keys.
pub fn slider(timeline: &Timeline, props: &ShellProps) -> Element {
    let horizon = timeline.horizon.get();
    let age = timeline
        .markers
        .map_or(0, |marks| marks.incident.get().min(horizon));
    // A few hundred steps, of a length that people speak of. Both ends are steps, or else the browser would move a
    // slider that nobody touched.
    let steps = [1, 5, 15, 30, 60, 180, 360, 1440];
    let step = steps
        .into_iter()
        .find(|step| horizon / step <= 700 && horizon.is_multiple_of(*step))
        .unwrap_or(60);
    let reading = props.input(FormField::IncidentAt).message;
    let held = (-i64::from(age)).to_string();
    el("input")
        .attr("id", SLIDER)
        .attr("type", "range")
        .attr("data-live-only", "")
        .attr("autocomplete", "off")
        .attr("aria-label", "When it went wrong")
        .set("min", format!("-{horizon}").into())
        .attr("max", "0")
        .set("step", step.to_string().into())
        .copy(
            "aria-valuetext",
            if reading.is_empty() {
                "not said"
            } else {
                &reading
            },
        )
        // As it is written: at now. The app holds it where the incident is.
        .attr("value", "0")
        .value(if cfg!(target_arch = "wasm32") {
            &held
        } else {
            ""
        })
}
