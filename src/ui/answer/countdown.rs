//! A countdown: the day from which the days count, and the days that are left.

use yew::prelude::*;

use crate::export::ics;
use crate::report::countdown::Reminder;
use crate::report::{CountdownEvent, CountdownReport};
use crate::ui::env::Env;
use crate::ui::form::{FieldState, FormField, form_field};
use crate::ui::section::{disclosure, first_text, statement_groups};
use crate::ui::statement::statement_list;

/// Returns the section; `standalone_path` is the path that the calendar entry names.
pub fn countdown_section(
    report: &CountdownReport,
    field: &FieldState,
    standalone_path: &str,
    env: &Env,
) -> Html {
    let answer = match report.headline.as_str() {
        "" => first_text(&report.statements),
        headline => headline,
    };
    let content = html! {
        <div class="countdown">
            if !report.statements.is_empty() {
                <div data-requires-app="">{ form_field(day_field(report.event), field, env) }</div>
            }
            <p
                class="countdown-headline"
                aria-live="polite"
                data-overdue={report.is_overdue.then_some("")}
            >
                { &report.headline }
            </p>
            <div class="countdown-details">
                { statement_list(&report.statements) }
                { statement_groups(&report.groups) }
                if let Some(reminder) = &report.reminder {
                    { reminder_link(reminder, standalone_path) }
                }
            </div>
        </div>
    };
    disclosure(
        report.event.slug(),
        report.event.heading(),
        answer,
        field.is_typed || !report.headline.is_empty(),
        content,
    )
}

/// Returns the field for the day of an event.
pub fn day_field(event: CountdownEvent) -> FormField {
    match event {
        CountdownEvent::PowerOff => FormField::PoweredOffOn,
        CountdownEvent::Deletion => FormField::DeletedOn,
    }
}

/// Returns the link that holds the calendar entry.
fn reminder_link(reminder: &Reminder, standalone_path: &str) -> Html {
    let file = ics::reminder_calendar(reminder, standalone_path);
    html! {
        <p>
            <a download={format!("{}.ics", reminder.name)} href={ics::calendar_data_uri(&file)}>
                { "Add deadline to calendar" }
            </a>
        </p>
    }
}
