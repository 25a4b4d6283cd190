//! A service with its plans side by side. Emits `service`, `compare`, `rows`, `steps`.

use yew::Html;

use super::Links;
use super::answer::{condition, headline};
use super::element::{Element, classed, el, headed, row};
use super::mark::mark;
use crate::domain::{Minutes, Schedule};
use crate::report::service::{PLAN_CHANGE_NOT_STATED, PlanStep};
use crate::report::{PlanReport, ServiceReport, format};

/// The comparison.
pub fn service(report: &ServiceReport, links: &Links) -> Html {
    let cards = report
        .plans
        .iter()
        .map(|plan| el("li").with(card(plan, links)).into());
    let mut service = classed("article", "service")
        .key(&report.path)
        .with(classed("p", "asked").words(&report.service.name))
        .with(headline().words(&report.headline))
        .children(report.conditions.iter().map(condition))
        .with(classed("ul", "compare").children(cards));
    if !report.steps.is_empty() {
        service = service.with(steps(&report.steps));
    }
    service.into()
}

fn card(report: &PlanReport, links: &Links) -> Element {
    let mut card = el("a")
        .set("href", links.page_href(&report.path))
        .attr("data-kind", report.answer_kind.slug())
        .with(
            el("h2")
                .with(mark(report.answer_kind))
                .words(&report.plan.name),
        )
        .with(classed("p", "headline").words(&report.headline));
    if let Some(schedule) = &report.schedule {
        card = card.with(figures(schedule));
    }
    card.with(classed("p", "quoted").with(el("q").words(&report.table_clause.quote)))
}

fn figures(schedule: &Schedule) -> Element {
    classed("dl", "rows")
        .with(row(
            "Guaranteed window",
            &format::hours(schedule.guaranteed_window()),
        ))
        .with(row(
            "Best-case window",
            &format::hours(schedule.best_case_window()),
        ))
        .with(row(
            "Restore points kept",
            &schedule.restore_point_count().to_string(),
        ))
        .with(row("Worst-case loss", &loss(schedule.worst_case_loss())))
}

fn loss(loss: Minutes) -> String {
    if loss.get() == 0 {
        "none by schedule".to_owned()
    } else {
        format::minutes(loss)
    }
}

fn steps(steps: &[PlanStep]) -> Element {
    headed("steps", "What a step changes")
        .attr("class", "steps")
        .children(steps.iter().map(|one| step(one).into()))
        .with(
            classed("p", "said")
                .attr("data-source", "silent")
                .text(PLAN_CHANGE_NOT_STATED),
        )
}

fn step(step: &PlanStep) -> Element {
    let element = el("div").with(el("h3").words(&format!("{} and {}", step.from, step.to)));
    if step.gains.is_empty() {
        return element.with(el("p").text("The policy gives both the same."));
    }
    let line = |to: &str, changes: &[String]| {
        el("p")
            .with(el("b").words(to))
            .words(&format!(": {}.", format::join_list(changes)))
    };
    element
        .with(line(&format!("Up to {}", step.to), &step.gains))
        .with(line(&format!("Down to {}", step.from), &step.losses))
}
