//! Links to the service's other plans. Emits `plans`, with `data-always` where they are the way out.

use super::Links;
use super::element::{Element, classed, el};
use super::mark::mark;
use super::matrix::parts;
use crate::report::{Kind, PlanLink, Report};

/// The other plans that exist. Wide screens have the matrix for this, unless the answer is that there is none here.
pub fn plans(report: &Report, links: &Links) -> Element {
    let needed = matches!(report.kind, Kind::NotOffered | Kind::RecoveryOnly);
    let title = if report.kind == Kind::NotOffered {
        "Plans that exist"
    } else {
        "Other plans"
    };
    let others = report
        .other_plans
        .iter()
        // Each its own, or the link that was followed would be another one under the focus.
        .map(|other| el("li").key(&other.address).with(link(other, links)).into());
    classed("nav", "plans")
        .attr("aria-label", title)
        .maybe("data-always", needed.then_some(""))
        .with(el("p").attr("aria-hidden", "true").text(title))
        .with(el("ul").children(others))
}

fn link(other: &PlanLink, links: &Links) -> Element {
    el("a")
        .set("href", links.page(&other.address))
        .attr("data-kind", other.kind.slug())
        .with(el("b").words(&format!("{} ", other.plan.name)))
        .with(mark(other.kind))
        .with(parts(&other.label))
}
