//! Several services together.

use yew::prelude::*;

use super::definition_rows::definition_rows;
use super::env::Env;
use super::form::{FormField, form_field};
use super::heading::page_heading;
use super::inline::{text_link, visually_hidden};
use super::kind_icon::kind_icon;
use super::links::Links;
use super::metrics::metric_list;
use super::statement::{condition_box, statement_list};
use super::view::View;
use crate::report::labels;
use crate::report::stack::{Member, StackIncident, StackReport};

/// Returns the answer of all services with what a verdict rests on, the incident, and each service with a link that removes it.
pub fn stack_panel(report: &StackReport, ladder: Option<Html>, view: &View, env: &Env) -> Html {
    html! {
        <article class="stack">
            <p class="answer-subject">{ labels::STACK }</p>
            { page_heading(&report.headline) }
            <p class="lead">{ &report.lead }</p>
            if report.members.is_empty() {
                { suggestions(report, &view.links) }
            } else {
                { stack_incident(report.incident.as_ref(), ladder, view, env) }
                { members(report, &view.links) }
                if !report.metrics.is_empty() {
                    <section aria-labelledby="stack-combined">
                        <h2 id="stack-combined">{ labels::STACK_COMBINED }</h2>
                        { metric_list(&report.metrics) }
                    </section>
                }
                { statement_list(&report.remarks) }
            }
        </article>
    }
}

/// Returns stacks to begin with. Without scripts the matrix cannot change the stack: then its links lead to answers.
fn suggestions(report: &StackReport, links: &Links) -> Html {
    html! {
        <div class="stack-suggestions">
            <p>{ "Or start with a typical one:" }</p>
            <ul>
                for link in &report.suggestions {
                    <li>{ text_link(links.href(&link.path), &link.text) }</li>
                }
            </ul>
            // A text alone: with an element in it, the parser and Yew make different trees of it.
            <noscript>{ "Turn on JavaScript to build a stack." }</noscript>
        </div>
    }
}

fn stack_incident(
    incident: Option<&StackIncident>,
    ladder: Option<Html>,
    view: &View,
    env: &Env,
) -> Html {
    html! {
        <section class="stack-incident" aria-labelledby="stack-incident" data-requires-app="">
            <h2 id="stack-incident">{ labels::INCIDENT }</h2>
            <div class="stack-form">
                for field in [FormField::IncidentAt, FormField::RestoreAt] {
                    { form_field(field, view.fields.get(field), env) }
                }
            </div>
            <div class="stack-verdict" data-verdict={incident.map(|incident| incident.verdict.slug())}>
                <p>
                    if let Some(incident) = incident {
                        <b>{ &incident.headline }</b>
                    }
                </p>
                if let Some(incident) = incident {
                    <p class="basis">{ &view.content.basis }</p>
                    { definition_rows(&incident.details) }
                }
            </div>
            { for ladder }
            if let Some(incident) = incident {
                { statement_list(&incident.remarks) }
            }
        </section>
    }
}

fn members(report: &StackReport, links: &Links) -> Html {
    html! {
        <section aria-label="Services">
            <ul class="stack-members">
                for member in &report.members {
                    { stack_member(member, links) }
                }
            </ul>
        </section>
    }
}

fn stack_member(member: &Member, links: &Links) -> Html {
    html! {
        <li key={member.name.as_str()} data-kind={member.kind.slug()}>
            { kind_icon(member.kind) }
            { text_link(links.href(&member.path), &member.name) }
            <a class="stack-remove" href={links.href(&member.remove_path)}>
                { "Remove" }
                { visually_hidden(&format!(" {}", member.name)) }
            </a>
            for condition in &member.conditions {
                { condition_box(condition) }
            }
        </li>
    }
}
