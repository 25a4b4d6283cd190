//! What the documentation pages have in common.

use yew::prelude::*;

use crate::ui::copy_block::{copy_block_content, copy_button_content};

/// Returns a section that opens, like those of an answer. No script is needed. `summary` says in a few words what is in it.
pub(super) fn docs_section(id: &str, title: &str, summary: &str, content: Html) -> Html {
    html! {
        <details class="disclosure">
            <summary><h2 id={id.to_owned()}>{ title }</h2><span>{ summary }</span></summary>
            <div>{ content }</div>
        </details>
    }
}

/// Returns code and a button that copies it: what belongs into an element of the class `command`. `name` says for screen readers what it
/// is. The script of the page does what the button says.
pub(super) fn copyable_code(id: &str, name: &str, code: &str) -> Html {
    let button = copy_button_content(name, "Copy", Callback::noop());
    copy_block_content(id, name, code, button)
}
