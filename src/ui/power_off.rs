//! The power-off clock: a day goes in, the days until the review come out. Emits `power-off`,
//! `power-off-left`, `power-off-told`.

use yew::prelude::*;

use super::ShellProps;
use super::element::{Element, classed, el, headed};
use super::field::clock_field;
use super::said::list;
use crate::domain::url;
use crate::export::ics;
use crate::report::FormField;
use crate::report::power_off::{PowerOffReport, Reminder};

/// The clock for the answer that is shown; nothing where the plan does not exist.
pub fn power_off(props: &ShellProps) -> Option<Html> {
    let (service, plan) = props.selection.service_and_plan()?;
    let case = &props.selection.scenario;
    let clock = PowerOffReport::new(&props.policy, service, plan, case, props.clock())?;
    let days = classed("p", "power-off-left")
        .attr("aria-live", "polite")
        .maybe("data-over", clock.is_overdue.then_some(""))
        .words(&clock.headline);
    let day = clock_field(
        props,
        FormField::PoweredOffOn,
        "Powered off on",
        "2026-11-22 or yesterday",
        "date",
    );
    // What grows has an element of its own, or the field would be made anew and lose the focus.
    let mut told = classed("div", "power-off-told").with(list(&clock.statements));
    for group in &clock.groups {
        told = told
            .with(el("h3").text(group.heading))
            .with(list(&group.statements));
    }
    if let Some(reminder) = &clock.reminder {
        told = told.with(download(props, reminder));
    }
    let section = headed("power-off", "Power-off clock")
        .attr("class", "power-off")
        .with(day.attr("data-live-only", ""))
        .with(days)
        .with(told);
    Some(section.into())
}

/// The entry for a calendar, in the link itself.
fn download(props: &ShellProps, reminder: &Reminder) -> Element {
    // A calendar opens the whole page, whatever frame the entry was taken from.
    let case = props.selection.scenario.without_display_options();
    let here = url::encode_with_query(&props.policy, &props.selection.page, &case);
    let file = ics::reminder_calendar(reminder, &here);
    let link = el("a")
        .set(
            "download",
            AttrValue::from(format!("{}.ics", reminder.name)),
        )
        .set("href", ics::calendar_data_uri(&file).into())
        .text("Put the last day into your calendar (.ics)");
    el("p").with(link)
}
