//! "It broke then: can I get my data back?": the fields, and the answer below them.

use yew::prelude::*;

use crate::export::{ExportFormat, ExportedFile};
use crate::report::incident::Advice;
use crate::report::{IncidentReport, labels};
use crate::ui::definition_rows::rows;
use crate::ui::env::Env;
use crate::ui::export_button::export_button;
use crate::ui::form::{FormField, FormState, form_field};
use crate::ui::inline::text_link;
use crate::ui::links::Links;
use crate::ui::share::export_result;

/// Returns the section on an incident. `fields` is `None` without a backup to restore: then there is nothing to ask. `incident` is
/// `None` until its time is entered; `exported` is the last export.
pub fn incident_section(
    fields: Option<&FormState>,
    incident: Option<&IncidentReport>,
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
                    { incident_details(incident, exported, links, env) }
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
