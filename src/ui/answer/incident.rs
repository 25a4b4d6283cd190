//! "It broke then: can I get my data back?": the fields, and the answer below them.

use yew::prelude::*;

use crate::export::{ExportFormat, ExportedFile};
use crate::report::incident::Advice;
use crate::report::{IncidentReport, labels};
use crate::ui::definition_rows::rows;
use crate::ui::env::Env;
use crate::ui::export_button::export_button;
use crate::ui::form::incident_fields::{incident_time_field, restore_time_field};
use crate::ui::form::{Field, FormField, FormState};
use crate::ui::inline::text_link;
use crate::ui::links::Links;
use crate::ui::share::export_result;

/// Returns the section on an incident. `incident` is `None` until its time is entered; `exported` is the last export.
pub fn incident_section(
    fields: &FormState,
    incident: Option<&IncidentReport>,
    exported: Option<&ExportedFile>,
    links: &Links,
    env: &Env,
) -> Html {
    html! {
        <section class="incident" aria-labelledby="incident" data-requires-app="">
            <h2 id="incident">{ labels::INCIDENT }</h2>
            <div class="incident-fields">
                { incident_time_field(fields) }
                { advanced_fields(fields) }
            </div>
            // A live region must exist before its text comes.
            <div aria-live="polite">{ verdict(incident) }</div>
            <div class="incident-details">
                if let Some(incident) = incident {
                    { incident_details(incident, exported, links, env) }
                }
            </div>
        </section>
    }
}

/// Returns the fields that sharpen the answer, open where they are in use.
fn advanced_fields(fields: &FormState) -> Html {
    html! {
        <details class="incident-advanced" open={fields.has_advanced_incident}>
            <summary>{ "Restore later, or backups at a known time of day" }</summary>
            { restore_time_field(fields) }
            <Field
                field={FormField::BackupTime}
                label="When do backups run, in UTC? (as a list of them shows)"
                placeholder="02:30"
                state={fields.get(FormField::BackupTime).clone()}
            />
        </details>
    }
}

fn verdict(incident: Option<&IncidentReport>) -> Html {
    match incident {
        None => html! {
            <p class="incident-empty">
                { "Say when, and the answer comes here: whether you can get back, to which moment, and until when you must act." }
            </p>
        },
        Some(incident) => html! {
            <p class="incident-verdict" data-verdict={incident.verdict.slug()}>{ &incident.headline }</p>
        },
    }
}

fn incident_details(
    incident: &IncidentReport,
    exported: Option<&ExportedFile>,
    links: &Links,
    env: &Env,
) -> Html {
    let calendar = exported.filter(|exported| exported.format == ExportFormat::Ics);
    html! {
        <>
            if let Some(time_left) = &incident.time_left {
                // A timer is not read out at every change.
                <p class="time-left" role="timer">{ time_left.label }<b>{ &time_left.value }</b></p>
            }
            if !incident.details.is_empty() {
                <dl>{ rows(&incident.details) }</dl>
            }
            if incident.deadline.is_some() {
                { export_button(ExportFormat::Ics, env) }
                { export_result(calendar, None) }
            }
            if !incident.caveats.is_empty() {
                <details class="incident-caveats">
                    <summary>{ labels::CAVEATS }</summary>
                    <ul>
                        for caveat in &incident.caveats {
                            <li>{ caveat }</li>
                        }
                    </ul>
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
