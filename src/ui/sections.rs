//! What else to know, under headings. Emits `section`.

use yew::Html;

use super::element::{el, headed};
use super::said::list;
use crate::report::Section;

/// A section with its groups.
pub fn section(section: &Section) -> Html {
    let mut element = headed(section.id, section.title).attr("class", "section");
    for group in &section.groups {
        if !group.heading.is_empty() {
            element = element.with(el("h3").text(group.heading));
        }
        element = element.with(list(&group.statements));
    }
    element.into()
}
