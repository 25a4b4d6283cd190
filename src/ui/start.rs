//! The panel before anything is chosen: what the page answers, and what the marks mean. Emits `start`, `legend`.

use yew::Html;

use super::answer::headline;
use super::element::{classed, el};
use super::mark::mark;
use crate::report::AnswerKind;

/// The start panel.
pub fn start(edition: &str) -> Html {
    let legend = AnswerKind::ALL.into_iter().map(|kind| {
        let (name, meaning) = kind.legend_entry();
        let entry = el("li").attr("data-kind", kind.slug()).with(mark(kind));
        entry
            .with(el("b").text(name))
            .with(el("span").text(meaning))
            .into()
    });
    classed("div", "start")
        .key("start")
        .with(headline().text("Can you get your data back?"))
        .with(classed("p", "lead").text(
            "Pick a service and a plan: how far back you can go, how much you may lose, and how to keep a copy of your own.",
        ))
        .with(classed("ul", "legend").attr("aria-label", "What the marks mean").children(legend))
        .with(classed("p", "basis").words(&format!(
            "Every answer follows Aiven’s backup policy as of {edition}: each fact opens the clause it rests on, and where the policy is silent, the answer says so.",
        )))
        .into()
}
