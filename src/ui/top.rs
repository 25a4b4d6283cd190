//! The head of every page. Emits `top`, `brand`, `top-stack`.

use super::ShellProps;
use super::element::{Element, classed, el};
use crate::domain::{Page, url};
use crate::report::page::SITE_NAME;

/// The name of the site, which leads home, the way to the stack, and the edition.
pub fn top(props: &ShellProps) -> Element {
    let ShellProps {
        policy,
        selection,
        links,
        ..
    } = props;
    let brand = classed("a", "brand")
        .set("href", links.page_href(""))
        .with(
            el("svg")
                .attr("aria-hidden", "true")
                .with(el("use").attr("href", "#mark-brand")),
        )
        .with(el("span").text(SITE_NAME));
    let address = url::encode(policy, &Page::Stack);
    let stack = classed("a", "top-stack")
        .attr("id", "to-stack")
        .set("href", links.page_href(&address))
        .maybe(
            "aria-current",
            (selection.page == Page::Stack).then_some("page"),
        )
        .text("Your stack");
    classed("header", "top").with(brand).with(stack).with(
        el("p")
            .text("Aiven’s backup policy, ")
            .with(el("b").words(&policy.edition.to_words())),
    )
}
