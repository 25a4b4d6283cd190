//! Another plan beside this one. Emits `change`.

use super::Links;
use super::element::{Element, classed, el};
use crate::report::PlanComparison;

/// The plans to choose from, and what the chosen one changes.
pub fn change(change: &PlanComparison, links: &Links) -> Element {
    let choices = change.choices.iter().map(|(name, address, chosen)| {
        el("a")
            .set("href", links.href(address))
            .maybe("aria-current", chosen.then_some("true"))
            .words(name)
            .into()
    });
    let said = change
        .sentences
        .iter()
        .map(|text| el("p").words(text).into());
    classed("div", "change")
        .attr("data-live-only", "")
        .with(el("p").text("Compare with ").children(choices))
        .with(el("div").attr("aria-live", "polite").children(said))
}
