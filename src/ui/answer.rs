//! The answer for a service on a plan. Emits `answer`, `asked`; the headline bears `data-answer`.

use yew::Html;

use super::element::{Element, classed, el};
use super::figures::figures;
use super::mark::mark;
use super::plans::plans;
use super::said::{opening, said};
use super::sections::section;
use super::timeline::timeline;
use super::tools::tools;
use super::{Links, ShellProps};
use crate::report::{Kind, Report, Said};

/// The whole answer, most urgent first.
pub fn answer(report: &Report, props: &ShellProps) -> Html {
    let mut answer = classed("article", "answer")
        .key(&report.address)
        .attr("data-kind", report.kind.slug())
        .with(asked(report, &props.links))
        .with(headline().attr("data-answer", "").words(&report.headline))
        .with(classed("p", "lead").words(&report.lead))
        .children(report.conditions.iter().map(condition))
        .with(opening(
            &format!("The policy: “{}”", report.table.quote),
            &report.table,
        ));
    if !report.other_plans.is_empty() {
        answer = answer.with(plans(report, &props.links));
    }
    if let Some(picture) = &report.timeline {
        answer = answer.with(timeline(picture));
    }
    if !report.figures.is_empty() {
        answer = answer.with(figures(&report.figures));
    }
    answer.with(rest(report, props)).into()
}

/// What follows the figures. Where they fill the first screen it may come a frame later; its element is there from
/// the start, so that what stands before it is left alone then.
fn rest(report: &Report, props: &ShellProps) -> Element {
    let element = classed("div", "rest");
    if !props.whole && report.schedule.is_some() {
        return element;
    }
    let mut parts: Vec<Html> = report.sections.iter().map(section).collect();
    if !report.export_remarks.is_empty() {
        // Where there are no backups, what to use instead comes first.
        let place = usize::from(report.kind == Kind::NoBackups);
        parts.insert(place, tools(report, props));
    }
    element.children(parts.into_iter())
}

/// The heading that says the answer; it takes the focus where a change in place took it away.
pub fn headline() -> Element {
    el("h1").attr("id", "headline").attr("tabindex", "-1")
}

/// What the answer depends on stands out: overlooked, it would make the answer wrong.
pub fn condition(condition: &Said) -> Html {
    classed("div", "condition").with(said(condition)).into()
}

fn asked(report: &Report, links: &Links) -> Element {
    let service = el("a")
        .set("href", links.to(&format!("{}/", report.service.slug)))
        .words(&report.service.name);
    classed("p", "asked")
        .with(mark(report.kind))
        .with(service)
        .with(el("span").words(&report.plan.name))
}
