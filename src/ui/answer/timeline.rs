//! The picture of an answer: backups on a time axis from now back, with a slider that moves the incident.

use yew::prelude::*;

use crate::export::legend::legend;
use crate::export::svg::Shape;
use crate::export::timeline_svg::TimelineSvg;
use crate::report::{AnswerKind, Timeline};
use crate::ui::action::Action;
use crate::ui::env::Env;
use crate::ui::event::input_value;

/// Returns the picture with the slider and the legend; `incident_text` is the time of the incident in words.
pub fn timeline_figure(
    timeline: &Timeline,
    kind: AnswerKind,
    incident_text: Option<AttrValue>,
    env: &Env,
) -> Html {
    let oninput = env
        .dispatch
        .reform(|event: InputEvent| Action::MoveIncident {
            minutes_before_restore: minutes_before_restore(&event),
        });
    let svg = TimelineSvg::new(timeline);
    html! {
        <figure class="timeline" data-kind={kind.slug()}>
            <svg role="img" aria-label={timeline.alt_text.clone()} width="100%" height={svg.height.to_string()}>
                for shape in &svg.shapes {
                    { svg_shape(shape) }
                }
            </svg>
            { slider(timeline, incident_text, oninput) }
            <figcaption>
                for entry in &legend(timeline) {
                    <span data-part={entry.class()} data-gain={entry.is_gain().then_some("")}>{ &entry.text }</span>
                }
            </figcaption>
        </figure>
    }
}

/// Returns the slider, whose value is the incident's age in negative minutes. Mouse, finger and arrow keys move it.
fn slider(
    timeline: &Timeline,
    incident_text: Option<AttrValue>,
    oninput: Callback<InputEvent>,
) -> Html {
    let horizon = timeline.horizon.get();
    let age = timeline
        .markers
        .map_or(0, |markers| markers.incident.get().min(horizon));
    let value_text = incident_text.unwrap_or("not said".into());
    html! {
        <input
            id="at-slider"
            type="range"
            data-requires-app=""
            autocomplete="off"
            aria-label="When it went wrong"
            min={format!("-{horizon}")}
            max="0"
            step={slider_step(horizon).to_string()}
            aria-valuetext={value_text}
            value={(-i64::from(age)).to_string()}
            {oninput}
        />
    }
}

/// Returns the age of the incident that the slider is moved to. Its value is negative: time runs to the right.
fn minutes_before_restore(event: &InputEvent) -> u32 {
    let value = input_value(event);
    value.trim_start_matches('-').parse().unwrap_or_default()
}

/// Returns the step in minutes: a duration that people speak of, which makes at most 700 steps. Both ends of the axis are
/// steps, because a browser moves a slider whose value is none.
fn slider_step(horizon: u32) -> u32 {
    const STEPS: [u32; 8] = [1, 5, 15, 30, 60, 180, 360, 1440];
    STEPS
        .into_iter()
        .find(|step| horizon / step <= 700 && horizon.is_multiple_of(*step))
        .unwrap_or(60)
}

/// Returns the element of a shape. Its class is a data attribute: Yew keeps dynamic classes in a set for each element.
fn svg_shape(shape: &Shape) -> Html {
    match shape {
        Shape::Group { class, shapes } => html! {
            <g data-part={*class}>
                for shape in shapes {
                    { svg_shape(shape) }
                }
            </g>
        },
        Shape::Rect {
            class,
            x,
            y,
            width,
            height,
            rx,
        } => html! {
            <rect
                data-part={*class}
                x={x.to_string()}
                y={y.to_string()}
                width={width.to_string()}
                height={height.to_string()}
                rx={rx.to_string()}
            />
        },
        Shape::Circle { class, cx, cy, r } => html! {
            <circle data-part={*class} cx={cx.to_string()} cy={cy.to_string()} r={r.to_string()} />
        },
        Shape::Line {
            class,
            x1,
            y1,
            x2,
            y2,
        } => html! {
            <line
                data-part={*class}
                x1={x1.to_string()}
                y1={y1.to_string()}
                x2={x2.to_string()}
                y2={y2.to_string()}
            />
        },
        Shape::Text {
            class,
            x,
            y,
            anchor,
            text,
        } => html! {
            <text data-part={*class} x={x.to_string()} y={y.to_string()} text-anchor={anchor.as_str()}>
                { *text }
            </text>
        },
    }
}
