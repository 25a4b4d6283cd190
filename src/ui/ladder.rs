//! The ladder: the backups of each plan or service on one time axis, with a slider that moves the incident and a verdict for each row.

use yew::prelude::*;

use super::action::Action;
use super::env::Env;
use super::event::input_value;
use super::form::FormField;
use super::links::Links;
use super::view::View;
use crate::export::ladder_svg::LadderSvg;
use crate::export::svg::Shape;
use crate::report::incident::IncidentVerdict;
use crate::report::{AnswerKind, Ladder, Panel, labels};

/// Returns the ladder of a page; `None` if it has none. Between answers without an incident it may be that of the answer before for one
/// frame.
pub fn page_ladder(current: &View, settled: &View, env: &Env) -> Option<Html> {
    let is_answer = |view: &View| matches!(view.content.panel, Panel::Answer(_));
    let has_incident = current.content.selection.scenario.incident.at.is_some();
    let view = match is_answer(current) && is_answer(settled) && !has_incident {
        true => settled,
        false => current,
    };
    let field = view.fields.get(FormField::IncidentAt);
    let incident_text = has_incident.then(|| AttrValue::from(field.message.clone()));
    let ladder = view.content.ladder.as_ref()?;
    Some(ladder_figure(ladder, incident_text, &view.links, env))
}

/// Returns the ladder. A row is a link to its answer; `incident_text` is the time of the incident in words.
fn ladder_figure(
    ladder: &Ladder,
    incident_text: Option<AttrValue>,
    links: &Links,
    env: &Env,
) -> Html {
    let svg = LadderSvg::new(ladder);
    let is_stack = ladder.rows.iter().all(|row| !row.is_selected);
    html! {
        <figure class="ladder" data-wide={is_stack.then_some("")}>
            <ul>
                for row in &ladder.rows {
                    <li key={row.name.as_str()}>
                        <a
                            href={links.href(&row.path)}
                            aria-current={row.is_selected.then_some("page")}
                        >
                            { &row.name }
                            <b data-verdict={row.verdict.map(IncidentVerdict::slug)}>{ row.result() }</b>
                        </a>
                    </li>
                }
            </ul>
            <div class="ladder-picture">
                <svg role="img" aria-label="Backups on a time axis that ends now" width="100%" height={svg.height.to_string()}>
                    for shape in &svg.shapes {
                        { svg_shape(shape) }
                    }
                </svg>
                { slider(ladder, incident_text, env) }
            </div>
            <figcaption>
                <span data-requires-app="">{ labels::LADDER_HINT }</span>
                { &ladder.caption }
            </figcaption>
        </figure>
    }
}

/// Returns the slider, whose value is the incident's age in negative minutes. Its thumb is the flag of the incident, as high as all rows;
/// beside it a press reaches the rows.
fn slider(ladder: &Ladder, incident_text: Option<AttrValue>, env: &Env) -> Html {
    let oninput = env
        .dispatch
        .reform(|event: InputEvent| Action::MoveIncident {
            minutes_before_restore: minutes_before_restore(&event),
        });
    let onchange = env.dispatch.reform(|_| Action::ReleaseIncident);
    let horizon = ladder.horizon.get();
    let age = ladder.incident.map_or(0, |age| age.get().min(horizon));
    html! {
        <input
            id="at-slider"
            type="range"
            data-requires-app=""
            autocomplete="off"
            aria-label="Incident"
            min={format!("-{horizon}")}
            max="0"
            step={slider_step(horizon).to_string()}
            aria-valuetext={incident_text.unwrap_or("not entered".into())}
            value={(-i64::from(age)).to_string()}
            {oninput}
            {onchange}
        />
    }
}

/// Returns the age of the incident that the slider is moved to. Its value is negative: time runs to the right.
fn minutes_before_restore(event: &InputEvent) -> u32 {
    let value = input_value(event);
    value.trim_start_matches('-').parse().unwrap_or_default()
}

/// Returns the step in minutes: a duration that people speak of, which makes at most 750 steps. Both ends of the axis are
/// steps, because a browser moves a slider whose value is none.
fn slider_step(horizon: u32) -> u32 {
    const STEPS: [u32; 8] = [1, 5, 15, 30, 60, 180, 360, 1440];
    STEPS
        .into_iter()
        .find(|step| horizon <= 750 * step && horizon.is_multiple_of(*step))
        .unwrap_or(60)
}

/// Returns the element of a shape. Its class is a data attribute: Yew keeps dynamic classes in a set for each element.
fn svg_shape(shape: &Shape) -> Html {
    match shape {
        Shape::Group { kind, shapes } => html! {
            <g data-kind={kind.map(AnswerKind::slug)}>
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
