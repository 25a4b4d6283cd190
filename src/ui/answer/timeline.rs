//! The picture of an answer: backups on a time axis from now back, with a slider that moves the incident.

use yew::prelude::*;

use crate::domain::text::escape_xml;
use crate::export::legend::legend;
use crate::export::svg_style::SvgStyle;
use crate::export::timeline_svg::TimelineSvg;
use crate::report::{AnswerKind, Timeline};
use crate::ui::action::Action;
use crate::ui::env::use_env;
use crate::ui::event::input_value;
use crate::ui::shared::Shared;

/// Props of [`TimelineFigure`].
#[derive(Properties, PartialEq)]
pub struct TimelineFigureProps {
    /// The time line.
    pub timeline: Shared<Timeline>,
    /// Kind of the answer.
    pub kind: AnswerKind,
    /// Time of the incident in words; `None` without one.
    pub incident_text: Option<AttrValue>,
}

/// The picture with the slider and the legend.
#[component]
pub fn TimelineFigure(props: &TimelineFigureProps) -> Html {
    let TimelineFigureProps {
        timeline,
        kind,
        incident_text,
    } = props;
    let oninput = use_env()
        .dispatch
        .reform(|event: InputEvent| Action::MoveIncident {
            minutes_before_restore: minutes_before_restore(&event),
        });
    html! {
        <figure class="timeline" data-kind={kind.slug()}>
            { picture(timeline) }
            { slider(timeline, incident_text, oninput) }
            <figcaption>
                for entry in &legend(timeline) {
                    <span data-legend={entry.class()} data-gain={entry.is_gain().then_some("")}>{ &entry.text }</span>
                }
            </figcaption>
        </figure>
    }
}

/// Returns the picture as the text of SVG that the card has, too.
fn picture(timeline: &Timeline) -> Html {
    let TimelineSvg { height, shapes } = TimelineSvg::new(timeline);
    let alt_text = escape_xml(&timeline.alt_text);
    let mut svg =
        format!(r#"<svg role="img" aria-label="{alt_text}" width="100%" height="{height}">"#);
    for shape in &shapes {
        shape.write(&mut svg, SvgStyle::Css);
    }
    svg += "</svg>";
    Html::from_html_unchecked(svg.into())
}

/// Returns the slider, whose value is the incident's age in negative minutes. Mouse, finger and arrow keys move it.
fn slider(
    timeline: &Timeline,
    incident_text: &Option<AttrValue>,
    oninput: Callback<InputEvent>,
) -> Html {
    let horizon = timeline.horizon.get();
    let age = timeline
        .markers
        .map_or(0, |markers| markers.incident.get().min(horizon));
    let value_text = incident_text.clone().unwrap_or("not said".into());
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
