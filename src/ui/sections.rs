//! What else to know, under headings. Emits `section`.

use yew::Html;

use super::element::{classed, el};
use super::said::list;
use crate::report::Section;

/// A section with its groups.
pub fn section(section: &Section) -> Html {
    let mut element = classed("section", "section")
        .attr("aria-labelledby", section.id)
        .with(el("h2").attr("id", section.id).text(section.title));
    for group in &section.groups {
        if !group.term.is_empty() {
            element = element.with(el("h3").text(group.term));
        }
        element = element.with(list(&group.said));
    }
    element.into()
}
