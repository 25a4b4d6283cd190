//! The answer for a service on a plan. Emits `answer`, `asked`, `conditions`; the headline bears `data-answer`.

use std::rc::Rc;

use yew::Html;

use super::element::{Element, classed, el};
use super::figures::figures;
use super::incident::incident;
use super::mark::mark;
use super::plans::plans;
use super::points::points;
use super::power_off::power_off;
use super::said::{opening, said};
use super::sections::section;
use super::stack::addition_link;
use super::still::still;
use super::switch::switch;
use super::timeline::timeline;
use super::tools::tools;
use super::{Links, ShellProps};
use crate::report::incident::TimelineMarkers;
use crate::report::{
    AnswerKind, IncidentReport, PlanComparison, PlanReport, RestorePointTable, Statement, Timeline,
};

/// The whole answer, most urgent first.
pub fn answer(report: &Rc<PlanReport>, props: &Rc<ShellProps>) -> Html {
    // Everything has a key: what comes and goes with the case must not make a field anew that has the focus.
    let conditions = classed("div", "conditions")
        .children(report.conditions.iter().map(condition))
        .children(switch(props).into_iter());
    let basis = opening(
        &format!("The policy: “{}”", report.table_clause.quote),
        &report.table_clause,
    );
    let asked = asked(report, &props.links).children(addition_link(props).into_iter());
    let mut answer = classed("article", "answer")
        .key("answer")
        .attr("data-kind", report.answer_kind.slug())
        .with(asked.key("asked"))
        .with(
            headline()
                .key("headline")
                .attr("data-answer", "")
                .words(&report.headline),
        )
        .with(classed("p", "lead").key("lead").words(&report.lead))
        .with(conditions.key("conditions"))
        .with(basis.key(&report.table_clause.id));
    if !report.other_plans.is_empty() {
        answer = answer.with(plans(report, &props.links).key("plans"));
    }
    let told = IncidentReport::new(
        &props.policy,
        report,
        &props.selection.scenario,
        props.clock(),
    );
    if report.answer_kind != AnswerKind::NotOffered {
        answer = answer.with(incident(props, told.as_ref()).key("incident"));
    }
    let marks = told.and_then(|told| told.markers);
    let picture = still(props.versions.picture, "picture", {
        let (report, props) = (report.clone(), props.clone());
        move || picture(&report, marks, &props)
    });
    let rest = still(props.versions.rest, "rest", {
        let (report, props) = (report.clone(), props.clone());
        move || rest(&report, &props).into()
    });
    answer.child(picture).child(rest).into()
}

/// The picture of the schedule with the user's case in it, the plan it is compared with, and the figures.
fn picture(report: &PlanReport, marks: Option<TimelineMarkers>, props: &ShellProps) -> Html {
    let change = PlanComparison::new(&props.policy, report, &props.selection);
    let kind = report.answer_kind.slug();
    let drawn = report.schedule.as_ref().map(|schedule| {
        let reach = change
            .as_ref()
            .and_then(|change| change.compared_plan.clone());
        let case = &props.selection.scenario;
        let picture = Timeline::for_scenario(schedule, case, marks, reach, props.now);
        let drawn = timeline(&picture, props).attr("data-kind", kind);
        drawn.key("timeline")
    });
    let offered = change.map(|change| {
        super::change::change(&change, &props.links)
            .attr("data-kind", kind)
            .key("change")
    });
    let figures = figures(&report.metrics).key("figures");
    let figures = (!report.metrics.is_empty()).then_some(figures);
    let parts = [drawn, offered, figures].into_iter().flatten();
    parts.map(Html::from).collect()
}

/// What follows the figures. Where they fill the first screen it may come a frame later; its element is there from
/// the start, so that what stands before it is left alone then.
fn rest(report: &PlanReport, props: &ShellProps) -> Element {
    let element = classed("div", "rest").key(&report.path);
    if !props.whole && report.schedule.is_some() {
        return element;
    }
    let mut parts: Vec<Html> = report.sections.iter().map(section).collect();
    // It follows the section on power-off, which stands before what can be adjusted.
    if let Some(clock) = power_off(props) {
        parts.insert(
            usize::from(report.answer_kind == AnswerKind::NoBackups) + 1,
            clock,
        );
    }
    if !report.export_remarks.is_empty() {
        // Where there are no backups, what to use instead comes first.
        let place = usize::from(report.answer_kind == AnswerKind::NoBackups);
        parts.insert(place, tools(report, props));
    }
    if let Some(schedule) = &report.schedule {
        let table = RestorePointTable::new(schedule, &props.selection.scenario, props.clock());
        parts.insert(0, points(&table).into());
    }
    element.children(parts.into_iter())
}

/// The heading that says the answer; it takes the focus where a change in place took it away.
pub fn headline() -> Element {
    el("h1").attr("id", "headline").attr("tabindex", "-1")
}

/// What the answer depends on stands out: overlooked, it would make the answer wrong.
pub fn condition(condition: &Statement) -> Html {
    classed("div", "condition").with(said(condition)).into()
}

fn asked(report: &PlanReport, links: &Links) -> Element {
    let service = el("a")
        .set(
            "href",
            links.page_href(&format!("{}/", report.service.slug)),
        )
        .words(&report.service.name);
    classed("p", "asked")
        .with(mark(report.answer_kind))
        .with(service)
        .with(el("span").words(&report.plan.name))
}
