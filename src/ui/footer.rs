//! The foot of every page. Emits `footer`, and `footer-whole` for a page in a frame.

use super::ShellProps;
use super::element::{Element, classed, el};
use crate::domain::{Policy, url};
use crate::report::api_docs::PATH;

/// Where the facts come from, and the data for programs; in a frame one line instead, with the way out of it.
pub fn footer(props: &ShellProps) -> Element {
    let policy = &props.policy;
    let Policy { title, edition, .. } = &**policy;
    let note = edition.superseded_suffix();
    let link = |address: &str, text| el("a").set("href", props.links.href(address)).text(text);
    let selection = &props.selection;
    let here = url::encode_with_query(
        policy,
        &selection.page,
        &selection.scenario.without_display_options(),
    );
    let whole = classed("p", "footer-whole")
        .words(&format!("Aiven’s backup policy, {} · ", edition.to_words()))
        .with(
            link(&here, "Open the whole calculator")
                .attr("target", "_blank")
                .with(classed("span", "visually-hidden").text(" in a new tab")),
        );
    classed("footer", "footer")
        .with(el("p").words(&format!(
            "Facts from “{title}”, edition {edition}{note}, each with its clause. Figures derived from them, readings, and commands are the calculator’s own. This page sets no cookies and sends nothing anywhere.",
        )))
        .with(
            el("p")
                .with(link(PATH, "For programs"))
                .with(link("api/v1/index.json", "All answers as JSON"))
                .with(link(&format!("policy/{edition}.json"), "The policy as data")),
        )
        .with(whole)
}
