//! The page for programs. Only the build draws it: no program runs on it. Emits `programs`.

use yew::Html;

use super::ShellProps;
use super::element::{Element, classed, el, headed};
use super::shell::written;
use crate::report::api_docs::{ApiDocsPage, PAGE_TITLE, SchemaKey, SchemaObject};

/// The whole page, with the head and the foot of the others.
pub fn programs(page: &ApiDocsPage, props: &ShellProps) -> Html {
    let promises = page.promises.iter().map(|text| el("li").words(text).into());
    let examples = page.examples.iter().flat_map(|(language, code)| {
        let title: Html = el("h3").text(language).into();
        [title, listing(code).into()]
    });
    let files = page.files.iter().map(|file| {
        let link = el("a").set("href", props.links.href(&file.path));
        term(link.with(el("code").words(&file.name)), &file.text).into()
    });
    let sample = el("details")
        .with(el("summary").text("One as it is published"))
        .with(listing(&page.sample));
    let objects = page.objects.iter().flat_map(object);
    let main = classed("main", "programs")
        .with(el("h1").text(PAGE_TITLE))
        .with(classed("p", "lead").words(&page.lead))
        .with(headed("ask", "Ask for an answer").children(examples))
        .with(headed("files", "The files").with(el("dl").children(files)))
        .with(headed("object", "An answer").children(objects).with(sample))
        .with(headed("promise", "What never changes").with(el("ul").children(promises)));
    written(main, props)
}

fn object(object: &SchemaObject) -> [Html; 2] {
    let keys = object.keys.iter().map(|key| named(key).into());
    [
        el("h3").words(&object.title).into(),
        el("dl").children(keys).into(),
    ]
}

fn named(key: &SchemaKey) -> Element {
    let name = el("code").words(&key.name);
    term(name, &key.text).with(el("dd").words(&key.json_type))
}

fn term(name: Element, text: &str) -> Element {
    el("div")
        .with(el("dt").with(name))
        .with(el("dd").words(text))
}

fn listing(code: &str) -> Element {
    el("pre").with(el("code").words(code))
}
