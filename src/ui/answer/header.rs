//! Service, plans, headline, lead, deadline and conditions of an answer.

use yew::prelude::*;

use super::plan_switch::plan_switch;
use super::setting_toggle::setting_toggle;
use crate::report::{IncidentReport, LabeledValue, PageLink, PlanReport, SettingToggle};
use crate::ui::inline::text_link;
use crate::ui::kind_icon::kind_icon;
use crate::ui::links::Links;
use crate::ui::statement::condition_box;

/// Returns the head of an answer, as a fragment of its article; `incident`, with what its verdict rests on, `toggle` and `stack_link` if
/// there are any.
pub fn answer_header(
    report: &PlanReport,
    incident: Option<(&IncidentReport, &str)>,
    toggle: Option<&SettingToggle>,
    stack_link: Option<&PageLink>,
    links: &Links,
) -> Html {
    html! {
        <>
            <p class="answer-subject">
                { kind_icon(report.answer_kind) }
                { text_link(links.page_href(&report.service.path), &report.service.name) }
                if let Some(link) = stack_link {
                    <a class="stack-add" href={links.href(&link.path)}>{ &link.text }</a>
                }
            </p>
            { plan_switch(report, links) }
            { headline(report, incident) }
            <div class="conditions">
                for condition in &report.conditions {
                    { condition_box(condition) }
                }
                if let Some(toggle) = toggle {
                    { setting_toggle(toggle, links) }
                }
            </div>
        </>
    }
}

/// Returns the verdict on the incident, or else the answer that holds without one.
fn headline(report: &PlanReport, incident: Option<(&IncidentReport, &str)>) -> Html {
    match incident {
        Some((incident, basis)) => html! {
            <>
                <h1
                    id="headline"
                    class="incident-verdict"
                    tabindex="-1"
                    data-verdict={incident.verdict.slug()}
                >
                    { &incident.headline }
                </h1>
                if let Some(LabeledValue { label, value }) = &incident.lead {
                    <p class="lead">{ *label }{ ": " }<b>{ value }</b></p>
                }
                if let Some(LabeledValue { label, value }) = &incident.time_left {
                    // A timer is not read out at every change.
                    <p class="time-left" role="timer">{ *label }<b>{ value }</b></p>
                }
                <p class="basis">{ basis }</p>
            </>
        },
        None => html! {
            <>
                <h1 id="headline" tabindex="-1" data-answer="">{ &report.headline }</h1>
                <p class="lead">{ &report.lead }</p>
            </>
        },
    }
}
