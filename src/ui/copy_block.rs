//! Texts with a button that copies them.

use yew::prelude::*;

use super::action::{CopyFeedback, CopyTarget};
use super::env::use_env;

/// Props of [`CopyBlock`].
#[derive(Properties, PartialEq)]
pub struct CopyBlockProps {
    /// What is copied.
    pub target: CopyTarget,
    /// Name of the text for screen readers.
    pub name: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// Outcome of the last copy, of this text or another.
    pub feedback: Option<CopyFeedback>,
}

/// A text with a button that copies it, or else leaves it selected.
#[component]
pub fn CopyBlock(props: &CopyBlockProps) -> Html {
    let CopyBlockProps {
        target,
        name,
        text,
        feedback,
    } = props;
    let on_copy = use_env().on_copy.clone();
    let onclick = use_callback(
        (target.clone(), on_copy),
        |_: MouseEvent, (target, on_copy)| on_copy.emit(target.clone()),
    );
    let feedback = feedback.as_ref().filter(|last| last.target == *target);
    let button = match feedback.map(|last| last.is_copied) {
        Some(true) => "Copied",
        Some(false) => "Selected: press Ctrl+C",
        None => "Copy",
    };
    html! {
        <div class="command">
            { copy_block_content(&target.element_id(), name, text, button, onclick) }
        </div>
    }
}

/// Returns the text and the button.
pub fn copy_block_content(
    id: &str,
    name: &str,
    text: &str,
    button: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <>
            <pre tabindex="0" role="group" aria-label={name.to_owned()}>
                <code id={id.to_owned()}>{ text }</code>
            </pre>
            <button type="button" class="copy" aria-label={format!("{button}: {name}")} {onclick}>
                { button }
            </button>
        </>
    }
}
