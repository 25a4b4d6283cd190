//! Texts with a button that copies them.

use yew::prelude::*;

use super::action::{CopyFeedback, CopyRequest, CopyTarget};
use super::env::Env;

/// Returns a text with a button that copies it, or else leaves it selected. `name` says for screen readers what it is; `feedback` is the
/// outcome of the last copy, of this text or another.
pub fn copy_block(
    target: CopyTarget,
    name: &str,
    text: &str,
    feedback: Option<&CopyFeedback>,
    env: &Env,
) -> Html {
    let id = target.element_id();
    let button = copy_button(target, name, text, feedback, env);
    html! { <div class="command">{ copy_block_content(&id, name, text, button) }</div> }
}

/// Returns the text and the button.
pub fn copy_block_content(id: &str, name: &str, text: &str, button: Html) -> Html {
    html! {
        <>
            <pre tabindex="0" role="group" aria-label={name.to_owned()} translate="no">
                <code id={id.to_owned()}>{ text }</code>
            </pre>
            { button }
        </>
    }
}

/// Returns the button that copies a text which the page shows elsewhere, too.
pub fn copy_button(
    target: CopyTarget,
    name: &str,
    text: &str,
    feedback: Option<&CopyFeedback>,
    env: &Env,
) -> Html {
    let feedback = feedback.filter(|last| last.target == target);
    let button = match feedback.map(|last| last.is_copied) {
        Some(true) => "Copied",
        Some(false) => "Press Ctrl+C",
        None => "Copy",
    };
    let request = CopyRequest {
        target,
        text: text.to_owned(),
    };
    let onclick = env.on_copy.reform(move |_: MouseEvent| request.clone());
    copy_button_content(name, button, onclick)
}

/// Returns a button with a label, which copies what `name` says.
pub fn copy_button_content(name: &str, button: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="copy" aria-label={format!("{button}: {name}")} {onclick}>
            { button }
        </button>
    }
}
