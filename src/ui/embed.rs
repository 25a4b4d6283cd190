//! What to paste to have the answer in a page of one's own. Emits `embed`, `embed-themes`, `embed-title`,
//! `embed-preview`; its CSS also makes the page compact that such a page shows.

use super::ShellProps;
use super::element::{Element, classed, el};
use super::tools::copyable;
use crate::domain::Page;
use crate::report::EmbedKit;

/// The panel, closed. What is in it is drawn once somebody opens it: it needs the address of the site, which a written
/// page does not know.
pub fn embed(props: &ShellProps) -> Option<Element> {
    if matches!(props.selection.page, Page::Stack | Page::Missing(_)) {
        return None;
    }
    let kit = props.root.as_deref().filter(|_| props.unfolded);
    let kit = kit.and_then(|root| EmbedKit::new(&props.policy, &props.selection, root));
    let panel = classed("details", "embed")
        .key("embed")
        .attr("data-live-only", "")
        .ontoggle(props.onunfold.clone())
        .with(el("summary").text("Show this in a page of your own"));
    Some(match &kit {
        Some(kit) => panel.with(unfolded(kit, props)),
        None => panel,
    })
}

fn unfolded(kit: &EmbedKit, props: &ShellProps) -> Element {
    let themes = kit.themes.iter().map(|(name, address, chosen)| {
        el("a")
            .set("href", props.links.to(address))
            .maybe("aria-current", chosen.then_some("true"))
            .text(name)
            .into()
    });
    let snippets = kit.snippets.iter().flat_map(|snippet| {
        let name = format!("{} snippet", snippet.name);
        let block = copyable(props, snippet.id, &name, &snippet.text);
        [title(snippet.name).into(), block.into()]
    });
    // A new frame for another address: one that is sent on would leave a step in the history.
    let preview = classed("iframe", "embed-preview")
        .key(&kit.framed)
        .attr("loading", "lazy")
        .copy("title", &kit.title)
        .set("src", props.links.to(&kit.framed));
    el("div")
        .with(
            el("p").text(
                "With the script it is as high as it needs, in the colours of the page around.",
            ),
        )
        .with(
            classed("p", "embed-themes")
                .text("Colours ")
                .children(themes),
        )
        .children(snippets)
        .with(title("Preview"))
        .with(preview)
}

/// No heading: the next one up would be another on each page.
fn title(name: &'static str) -> Element {
    classed("p", "embed-title").with(el("b").text(name))
}
