//! The needs finder above the matrix: two fields and a box, what they come to, and a way to clear them.
//! Emits `needs`, `needs-pitr`, `needs-said`, `needs-caveats`; `data-asked` where something is asked.

use super::ShellProps;
use super::element::{Element, classed, el};
use super::field::field;
use crate::domain::{Requirements, Scenario, url};
use crate::report::{FormField, PlanFinderResult, plan_finder::EMPTY_HINT};

/// The form. It works with scripts only, and is not shown without them.
pub fn needs(props: &ShellProps, finding: Option<&PlanFinderResult>) -> Element {
    let pitr = FormField::PitrRequired.id();
    let tick = el("input")
        .attr("id", pitr)
        .attr("type", "checkbox")
        .checked(props.selection.scenario.requirements.pitr_required);
    let exact = classed("p", "needs-pitr")
        .with(tick)
        .with(el("label").attr("for", pitr).text("Any second (PITR)"));
    let summary = finding.map_or(EMPTY_HINT, |finding| &finding.summary);
    let mut said =
        classed("p", "needs-said").with(el("span").attr("role", "status").words(summary));
    if finding.is_some() {
        said = said.with(clear(props));
    }
    let caveats = finding.map_or(&[][..], |finding| &finding.caveats);
    // They have an element of their own, or each that comes would make the fields anew, and take their focus.
    let caveats = classed("div", "needs-caveats")
        .children(caveats.iter().map(|caveat| el("p").words(caveat).into()));
    classed("div", "needs")
        .attr("role", "group")
        .attr("aria-label", "What you need")
        .attr("data-live-only", "")
        .maybe("data-asked", finding.map(|_| ""))
        .with(field(
            props,
            FormField::MinWindow,
            "Go back at least",
            "14 d",
        ))
        .with(field(props, FormField::MaxLoss, "Lose at most", "12 h"))
        .with(exact)
        .with(said)
        .with(caveats)
}

/// The link to the same page without needs.
fn clear(props: &ShellProps) -> Element {
    let selection = &props.selection;
    let case = Scenario {
        requirements: Requirements::default(),
        ..selection.scenario.clone()
    };
    let address = url::encode_with_query(&props.policy, &selection.page, &case);
    el("a")
        .set("href", props.links.href(&address))
        .text("Clear")
}
