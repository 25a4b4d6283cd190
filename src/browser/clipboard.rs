//! Copying: the clipboard where it is granted; otherwise the text is left selected, ready for the keyboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlDocument;

use super::{document, window};

/// Copies the text of the element of this id. Says no after leaving the text selected.
pub async fn copy(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else {
        return false;
    };
    let text = element.text_content().unwrap_or_default();
    // The clipboard is undefined on pages that are not secure.
    let clipboard = window().navigator().clipboard();
    if !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(&text)).await.is_ok() {
        return true;
    }
    if let Ok(Some(selection)) = window().get_selection() {
        selection.select_all_children(&element).ok();
    }
    document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}
