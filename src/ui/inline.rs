//! Inline elements that many views share.

use yew::prelude::*;

/// Returns a link with a text.
pub fn text_link(url: AttrValue, text: &str) -> Html {
    html! { <a href={url}>{ text }</a> }
}

/// Returns a text for screen readers only.
pub fn visually_hidden(text: &str) -> Html {
    html! { <span class="visually-hidden">{ text }</span> }
}
