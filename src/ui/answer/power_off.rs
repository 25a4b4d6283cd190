//! The power-off clock: the day of a power-off, and the days that are left until the review.

use yew::prelude::*;

use crate::export::ics;
use crate::report::power_off::Reminder;
use crate::report::{PowerOffReport, labels};
use crate::ui::env::Env;
use crate::ui::form::{FieldState, FormField, form_field};
use crate::ui::section::{disclosure, first_text, statement_groups};
use crate::ui::statement::statement_list;

/// Returns the section; `standalone_path` is the path that the calendar entry names.
pub fn power_off_section(
    report: &PowerOffReport,
    field: &FieldState,
    standalone_path: &str,
    env: &Env,
) -> Html {
    let answer = match report.headline.as_str() {
        "" => first_text(&report.statements),
        headline => headline,
    };
    let content = html! {
        <div class="power-off">
            <div data-requires-app="">{ form_field(FormField::PoweredOffOn, field, env) }</div>
            <p
                class="power-off-countdown"
                aria-live="polite"
                data-overdue={report.is_overdue.then_some("")}
            >
                { &report.headline }
            </p>
            <div class="power-off-details">
                { statement_list(&report.statements) }
                { statement_groups(&report.groups) }
                if let Some(reminder) = &report.reminder {
                    { reminder_link(reminder, standalone_path) }
                }
            </div>
        </div>
    };
    disclosure(
        "power-off",
        labels::POWER_OFF,
        answer,
        field.is_typed || !report.headline.is_empty(),
        content,
    )
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
