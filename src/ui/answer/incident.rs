//! "It broke then: can I get my data back?": the fields, and the answer below them.

use yew::prelude::*;

use crate::export::{ExportFormat, ExportedFile};
use crate::report::incident::{Advice, IncidentVerdict, RestoreSteps};
use crate::report::{IncidentReport, labels};
use crate::ui::action::{Action, CopyFeedback, CopyTarget};
use crate::ui::copy_block::copy_block;
use crate::ui::definition_rows::rows;
use crate::ui::env::Env;
use crate::ui::export_button::export_button;
use crate::ui::form::{FormField, FormState, form_field};
use crate::ui::inline::text_link;
use crate::ui::links::Links;
use crate::ui::share::export_result;

/// Texts for the field of the incident that a press enters.
const QUICK_CHOICES: [&str; 4] = ["15 min ago", "1 h ago", "12 h ago", "2 days ago"];

/// Returns the card on an incident, with the ladder if there is one, and the details of the answer after it. `fields` is `None` without a
/// backup to restore: then there is nothing to ask. `incident` is `None` until its time is entered; `feedback` is the outcome of
/// the last copy, `exported` the last export.
pub fn incident_section(
    fields: Option<&FormState>,
    ladder: Option<Html>,
    incident: Option<&IncidentReport>,
    feedback: Option<&CopyFeedback>,
    exported: Option<&ExportedFile>,
    links: &Links,
    env: &Env,
) -> Html {
    html! {
        <>
            if fields.is_some() || ladder.is_some() {
                <section id="incident" class="incident" aria-label={labels::INCIDENT}>
                    if let Some(fields) = fields {
                        { incident_form(fields, env) }
                    }
                    { for ladder }
                    if let Some(fields) = fields {
                        { advanced_fields(fields, incident, env) }
                    }
                </section>
            }
            if let Some(incident) = incident {
                <section class="incident-details" aria-label={labels::NEXT_STEPS}>
                    { incident_details(incident, feedback, exported, links, env) }
                </section>
            }
        </>
    }
}

/// Returns the field of the incident with times to choose from.
fn incident_form(fields: &FormState, env: &Env) -> Html {
    html! {
        <div class="incident-form" data-requires-app="">
            <h2>{ labels::INCIDENT }</h2>
            <p class="quick-choices">
                for text in QUICK_CHOICES {
                    <button type="button" onclick={enter_incident(text, env)}>{ text }</button>
                }
            </p>
            { form_field(FormField::IncidentAt, fields.get(FormField::IncidentAt), env) }
        </div>
    }
}

/// Returns the fields that sharpen the answer, open where they are in use or would decide it. They are below the ladder, which must not
/// move while its flag is dragged.
fn advanced_fields(fields: &FormState, incident: Option<&IncidentReport>, env: &Env) -> Html {
    let would_decide =
        incident.is_some_and(|incident| incident.verdict == IncidentVerdict::Possible);
    html! {
        <details
            class="incident-advanced"
            data-requires-app=""
            open={fields.has_advanced_incident || would_decide}
        >
            <summary>{ "Restore time and backup time" }</summary>
            for field in [FormField::RestoreAt, FormField::BackupTime] {
                { form_field(field, fields.get(field), env) }
            }
        </details>
    }
}

fn enter_incident(text: &'static str, env: &Env) -> Callback<MouseEvent> {
    env.dispatch.reform(move |_| Action::EditField {
        field: FormField::IncidentAt,
        text: text.to_owned(),
    })
}

fn incident_details(
    incident: &IncidentReport,
    feedback: Option<&CopyFeedback>,
    exported: Option<&ExportedFile>,
    links: &Links,
    env: &Env,
) -> Html {
    let calendar = exported.filter(|exported| exported.format == ExportFormat::Ics);
    html! {
        <>
            if let Some(steps) = &incident.restore_steps {
                { restore_steps(steps, feedback, env) }
            }
            if !incident.details.is_empty() {
                <dl>{ rows(&incident.details) }</dl>
            }
            if incident.deadline.is_some() {
                { export_button(ExportFormat::Ics, ExportFormat::Ics.label(), env) }
                { export_result(calendar, None) }
            }
            if !incident.caveats.is_empty() {
                <details class="incident-caveats">
                    <summary>{ labels::CAVEATS }</summary>
                    { text_list(&incident.caveats) }
                </details>
            }
            if !incident.advice.is_empty() {
                <ul>
                    for advice in &incident.advice {
                        { advice_item(advice, links) }
                    }
                </ul>
            }
        </>
    }
}

/// Returns what to do next, with a button that copies the command.
fn restore_steps(steps: &RestoreSteps, feedback: Option<&CopyFeedback>, env: &Env) -> Html {
    html! {
        <>
            <h3>{ labels::RESTORE }</h3>
            <p class="basis">
                { &steps.basis }
                { ": " }
                { text_link(steps.source.url.clone().into(), &steps.source.name) }
            </p>
            { text_list(&steps.steps) }
            if let Some(command) = &steps.command {
                { copy_block(CopyTarget::Command("avn".to_owned()), "avn command", command, feedback, env) }
            }
        </>
    }
}

fn text_list(texts: &[String]) -> Html {
    html! {
        <ul>
            for text in texts {
                <li>{ text }</li>
            }
        </ul>
    }
}

fn advice_item(advice: &Advice, links: &Links) -> Html {
    html! {
        <li>
            { &advice.text }
            if let Some(link) = &advice.link {
                { " " }
                { text_link(links.href(&link.path), &link.text) }
            }
        </li>
    }
}
