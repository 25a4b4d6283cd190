//! "It broke then: can I get my data back?": the fields, and the answer under them.
//! Emits `incident`, `incident-fields`, `incident-more`, `incident-answer` with `data-answer`, `incident-left`.

use super::ShellProps;
use super::element::{Element, classed, el, headed, row};
use super::field::{clock_field, field};
use super::share::take_button;
use crate::report::incident::{Advice, IncidentReport};
use crate::report::{Draft, ExportFormat, FormField};

/// The section.
pub fn incident(props: &ShellProps, report: Option<&IncidentReport>) -> Element {
    let fields = classed("div", "incident-fields")
        .with(broken(props))
        .with(more(props));
    let section = headed("incident", "Did something go wrong?")
        .attr("class", "incident")
        .attr("data-live-only", "")
        .with(fields);
    // The region is there from the start, so that a screen reader hears of what comes into it.
    let region = el("div").attr("aria-live", "polite");
    let details = classed("div", "incident-details");
    let (said, details) = match report {
        None => (
            classed("p", "incident-hint").text(
                "Say when, and the answer comes here: whether you can get back, to which moment, and until when you must act.",
            ),
            details,
        ),
        Some(report) => (told(report), tell(details, report, props)),
    };
    // Both are always there: where a child comes or goes at the end, Yew makes those before it anew, and a field
    // loses the focus.
    section.with(region.with(said)).with(details)
}

/// The field for the time of the incident.
pub fn broken(props: &ShellProps) -> Element {
    clock_field(
        props,
        FormField::IncidentAt,
        "When did it go wrong?",
        "2 h ago, yesterday 14:37",
        "datetime-local",
    )
}

/// The field for the time of the restore.
pub fn restored(props: &ShellProps) -> Element {
    clock_field(
        props,
        FormField::RestoreAt,
        "When will you restore?",
        "now",
        "datetime-local",
    )
}

/// What sharpens the answer; open where it is used, also while a text in it cannot be read yet.
fn more(props: &ShellProps) -> Element {
    let case = &props.selection.scenario;
    let typing =
        |draft: &Draft| matches!(draft.field, FormField::RestoreAt | FormField::BackupTime);
    let used =
        case.incident.restore_at.is_some() || case.incident.backup_time.is_some() || props.drafts.iter().any(typing);
    classed("details", "incident-more")
        .maybe("open", used.then_some(""))
        .with(el("summary").text("Restore later, or backups at a known time of day"))
        .with(restored(props))
        .with(field(
            props,
            FormField::BackupTime,
            "When do backups run, in UTC? (backup_hour, backup_minute)",
            "02:30",
        ))
}

fn told(report: &IncidentReport) -> Element {
    classed("p", "incident-answer")
        .attr("data-answer", report.verdict.slug())
        .words(&report.headline)
}

fn tell(mut details: Element, report: &IncidentReport, props: &ShellProps) -> Element {
    let facts = report.details.iter();
    let facts = facts.map(|(term, words)| row(term, words).into());
    if let Some((name, left)) = &report.time_left {
        // A clock that ticks is not read out each time; and it comes last, so that it moves nothing.
        let clock = classed("p", "incident-left").attr("role", "timer");
        details = details.with(clock.text(name).with(el("b").words(left)));
    }
    if !report.details.is_empty() {
        details = details.with(el("dl").children(facts));
    }
    if report.deadline.is_some() {
        details = details.with(take_button(ExportFormat::Ics, props));
    }
    if !report.advice.is_empty() {
        let all = report.advice.iter().map(|one| advice(one, props).into());
        details = details.with(el("ul").children(all));
    }
    details
}

fn advice(advice: &Advice, props: &ShellProps) -> Element {
    let item = el("li").words(&advice.text);
    match &advice.link {
        None => item,
        Some((address, name)) => item
            .text(" ")
            .with(el("a").set("href", props.links.href(address)).words(name)),
    }
}
