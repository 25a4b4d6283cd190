//! The head of every page. Emits `top`, `brand`.

use super::Links;
use super::element::{Element, classed, el};
use crate::report::screen::SITE;

/// The name of the site, which leads home, and the edition.
pub fn top(links: &Links, edition: &str) -> Element {
    let brand = classed("a", "brand")
        .set("href", links.page(""))
        .with(
            el("svg")
                .attr("aria-hidden", "true")
                .with(el("use").attr("href", "#mark-brand")),
        )
        .with(el("span").text(SITE));
    classed("header", "top").with(brand).with(
        el("p")
            .text("Aiven’s backup policy, ")
            .with(el("b").words(edition)),
    )
}
