//! The foot of every page. Emits `footer`.

use super::Links;
use super::element::{Element, classed, el};
use crate::domain::Policy;

/// Where the facts come from, and the data for programs.
pub fn footer(links: &Links, policy: &Policy) -> Element {
    let Policy { title, edition, .. } = policy;
    let note = edition.note();
    let link = |address: &str, text| el("a").set("href", links.to(address)).text(text);
    classed("footer", "footer")
        .with(el("p").words(&format!(
            "Facts from “{title}”, edition {edition}{note}, each with its clause. Figures derived from them, readings, and commands are the calculator’s own. This page sets no cookies and sends nothing anywhere.",
        )))
        .with(
            el("p")
                .with(link("api/v1/index.json", "All answers as JSON"))
                .with(link(&format!("policy/{edition}.json"), "The policy as data")),
        )
}
