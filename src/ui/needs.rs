//! The needs finder above the matrix: two fields and a box, what they come to, and a way to clear them.
//! Emits `needs`, `needs-pitr`, `needs-said`, `needs-caveats`; `data-asked` where something is asked.

use super::ShellProps;
use super::element::{Element, classed, el};
use super::field::field;
use crate::domain::{Needs, WhatIf, address};
use crate::report::{Field, Finding, needs::HINT};

/// The form. It works with scripts only, and is not shown without them.
pub fn needs(props: &ShellProps, finding: Option<&Finding>) -> Element {
    let pitr = Field::Pitr.id();
    let tick = el("input")
        .attr("id", pitr)
        .attr("type", "checkbox")
        .checked(props.selection.case.needs.pitr);
    let exact = classed("p", "needs-pitr")
        .with(tick)
        .with(el("label").attr("for", pitr).text("Any second (PITR)"));
    let summary = finding.map_or(HINT, |finding| &finding.summary);
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
        .with(field(props, Field::Back, "Go back at least", "14 d"))
        .with(field(props, Field::Lose, "Lose at most", "12 h"))
        .with(exact)
        .with(said)
        .with(caveats)
}

/// The link to the same page without needs.
fn clear(props: &ShellProps) -> Element {
    let selection = &props.selection;
    let case = WhatIf {
        needs: Needs::default(),
        ..selection.case.clone()
    };
    let address = address::encode_with(&props.policy, &selection.page, &case);
    el("a").set("href", props.links.to(&address)).text("Clear")
}
