//! The page for an address that names nothing. Emits `missing`.

use yew::Html;

use super::Links;
use super::answer::headline as heading;
use super::element::{classed, el};

/// What is wrong, what to do, and where to go.
pub fn missing(headline: &str, advice: &str, targets: &[(String, String)], links: &Links) -> Html {
    let targets = targets.iter().map(|(address, name)| {
        el("li")
            .with(el("a").set("href", links.page_href(address)).words(name))
            .into()
    });
    classed("div", "missing")
        .key("missing")
        .with(heading().words(headline))
        .with(classed("p", "lead").words(advice))
        .with(el("ul").children(targets))
        .into()
}
