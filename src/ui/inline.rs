//! Inline elements that many views share.

use yew::prelude::*;

/// Returns a link with a text.
pub fn text_link(url: AttrValue, text: &str) -> Html {
    html! { <a href={url}>{ text }</a> }
}

/// Returns a link to a page that the browser loads, in a new tab if `is_new_tab`, which it then says.
pub fn page_link(url: AttrValue, text: &str, is_new_tab: bool) -> Html {
    html! {
        <a href={url} target={if is_new_tab { "_blank" } else { "_self" }}>
            { text }
            if is_new_tab {
                { visually_hidden(" in a new tab") }
            }
        </a>
    }
}

/// Returns a text for screen readers only.
pub fn visually_hidden(text: &str) -> Html {
    html! { <span class="visually-hidden">{ text }</span> }
}
