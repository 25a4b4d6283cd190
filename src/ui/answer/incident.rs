//! "It broke then: can I get my data back?": the fields, and the answer below them.

use yew::prelude::*;

use crate::export::{ExportFormat, ExportedFile};
use crate::report::incident::{Advice, RestoreSteps};
use crate::report::{IncidentReport, labels};
use crate::ui::action::{CopyFeedback, CopyTarget};
use crate::ui::copy_block::copy_block;
use crate::ui::definition_rows::rows;
use crate::ui::env::Env;
use crate::ui::export_button::export_button;
use crate::ui::form::{FormField, FormState, form_field};
use crate::ui::inline::text_link;
use crate::ui::links::Links;
use crate::ui::share::export_result;

/// Returns the section on an incident. `fields` is `None` without a backup to restore: then there is nothing to ask. `incident` is
/// `None` until its time is entered; `feedback` is the outcome of the last copy, `exported` the last
/// export.
pub fn incident_section(
    fields: Option<&FormState>,
    incident: Option<&IncidentReport>,
    feedback: Option<&CopyFeedback>,
    exported: Option<&ExportedFile>,
    links: &Links,
    env: &Env,
) -> Html {
    html! {
        <section class="incident" aria-labelledby="incident" data-requires-app="">
            <h2 id="incident">{ fields.map_or(labels::NEXT_STEPS, |_| labels::INCIDENT) }</h2>
            if let Some(fields) = fields {
                <div class="incident-fields">
                    { form_field(FormField::IncidentAt, fields.get(FormField::IncidentAt), env) }
                    { advanced_fields(fields, env) }
                </div>
            }
            if let Some(incident) = incident {
                <div class="incident-details">
                    { incident_details(incident, feedback, exported, links, env) }
                </div>
            } else {
                <p class="incident-empty">{ labels::INCIDENT_EMPTY }</p>
            }
        </section>
    }
}

/// Returns the fields that sharpen the answer, open where they are in use.
fn advanced_fields(fields: &FormState, env: &Env) -> Html {
    html! {
        <details class="incident-advanced" open={fields.has_advanced_incident}>
            <summary>{ "Restore later, or backups at a known time of day" }</summary>
            for field in [FormField::RestoreAt, FormField::BackupTime] {
                { form_field(field, fields.get(field), env) }
            }
        </details>
    }
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
            if !incident.details.is_empty() {
                <dl>{ rows(&incident.details) }</dl>
            }
            if incident.deadline.is_some() {
                { export_button(ExportFormat::Ics, env) }
                { export_result(calendar, None) }
            }
            if let Some(steps) = &incident.restore_steps {
                { restore_steps(steps, feedback, env) }
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
