//! The page that says what to paste into pages of other sites. Only the build draws it; a script of its own fills in
//! what is chosen. Emits `embed-page`, `embed-choice`, `embed-preview`; its CSS also makes the page compact that such
//! pages show.

use yew::Html;

use super::ShellProps;
use super::element::{Element, classed, el};
use super::shell::written;
use super::tools::copyable;
use crate::report::embed_docs::{
    EmbedPage, LINK_QUESTION, PAGE_TITLE, SelectOptions, Snippet, escape,
};

/// The whole page, with the head and the foot of the others.
pub fn embed_page(page: &EmbedPage, props: &ShellProps) -> Html {
    let choices = page.choices.iter().map(|choice| select(choice).into());
    let choices = classed("div", "embed-choice")
        .attr("data-live-only", "")
        .attr("data-ask", LINK_QUESTION)
        .children(choices);
    let snippets = page.snippets.iter().flat_map(|one| snippet(one, props));
    let stands = page.placeholder_note.into_iter();
    let stands = stands.map(|text| el("noscript").with(el("p").text(text)).into());
    let preview = classed("section", "embed-preview")
        .attr("data-live-only", "")
        .with(el("h2").text("Preview"));
    let main = classed("main", "embed-page")
        .with(el("h1").text(PAGE_TITLE))
        .with(classed("p", "lead").text(page.lead))
        .children(stands)
        .with(choices)
        .children(snippets)
        .with(preview);
    written(main, props)
}

fn select(choice: &SelectOptions) -> Element {
    let options = choice.options.iter().map(|(value, words)| {
        el("option")
            .copy("value", value)
            .copy("data-name", &escape(words))
            .words(words)
            .into()
    });
    let select = el("select").attr("name", choice.name).children(options);
    el("label").text(choice.label).with(select)
}

fn snippet(snippet: &Snippet, props: &ShellProps) -> Vec<Html> {
    let name = format!("{} snippet", snippet.name);
    let mut block =
        copyable(props, snippet.id, &name, &snippet.text).copy("data-template", &snippet.template);
    if let Some(plain) = snippet.fallback_template {
        block = block.attr("data-plain", plain);
    }
    let hint = (!snippet.hint.is_empty()).then(|| el("p").text(snippet.hint).into());
    let title = el("h2").text(snippet.name).into();
    [Some(title), hint, Some(block.into())]
        .into_iter()
        .flatten()
        .collect()
}
