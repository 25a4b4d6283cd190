//! The heading of a page.

use yew::prelude::*;

/// Returns the heading. It takes the focus where navigation in place removed the focused element.
pub fn page_heading(text: &str) -> Html {
    html! { <h1 id="headline" tabindex="-1">{ text }</h1> }
}
