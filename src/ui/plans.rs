//! Links to the service's other plans. Emits `plans`, with `data-always` where they are the way out.

use super::Links;
use super::element::{Element, classed, el};
use super::mark::mark;
use super::matrix::parts;
use crate::report::{AnswerKind, PlanLink, PlanReport};

/// The other plans that exist. Wide screens have the matrix for this, unless the answer is that there is none here.
pub fn plans(report: &PlanReport, links: &Links) -> Element {
    let needed = matches!(
        report.answer_kind,
        AnswerKind::NotOffered | AnswerKind::RecoveryOnly
    );
    let title = if report.answer_kind == AnswerKind::NotOffered {
        "Plans that exist"
    } else {
        "Other plans"
    };
    let others = report
        .other_plans
        .iter()
        // Each its own, or the link that was followed would be another one under the focus.
        .map(|other| el("li").key(&other.path).with(link(other, links)).into());
    classed("nav", "plans")
        .attr("aria-label", title)
        .maybe("data-always", needed.then_some(""))
        .with(el("p").attr("aria-hidden", "true").text(title))
        .with(el("ul").children(others))
}

fn link(other: &PlanLink, links: &Links) -> Element {
    el("a")
        .set("href", links.page_href(&other.path))
        .attr("data-kind", other.kind.slug())
        .with(el("b").words(&format!("{} ", other.plan.name)))
        .with(mark(other.kind))
        .with(parts(&other.label))
}
