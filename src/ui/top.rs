//! The head of every page. Emits `top`, `brand`, `top-stack`.

use super::ShellProps;
use super::element::{Element, classed, el};
use crate::domain::{Page, address};
use crate::report::screen::SITE;

/// The name of the site, which leads home, the way to the stack, and the edition.
pub fn top(props: &ShellProps) -> Element {
    let ShellProps {
        policy,
        selection,
        links,
        ..
    } = props;
    let brand = classed("a", "brand")
        .set("href", links.page(""))
        .with(
            el("svg")
                .attr("aria-hidden", "true")
                .with(el("use").attr("href", "#mark-brand")),
        )
        .with(el("span").text(SITE));
    let address = address::encode(policy, &Page::Stack);
    let stack = classed("a", "top-stack")
        .attr("id", "to-stack")
        .set("href", links.page(&address))
        .maybe(
            "aria-current",
            (selection.page == Page::Stack).then_some("page"),
        )
        .text("Your stack");
    classed("header", "top").with(brand).with(stack).with(
        el("p")
            .text("Aiven’s backup policy, ")
            .with(el("b").words(&policy.edition.words())),
    )
}
