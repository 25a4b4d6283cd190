//! Copying text: to the clipboard, or by selecting it, so that the visitor can copy it by keyboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument};

use super::dom::{document, element_by_id, window};

/// Copies the text of the element with this id. Returns `false` if the browser refuses; the text is selected then.
///
/// Must be polled first in the task of a user action, or in a microtask of it: browsers refuse the clipboard otherwise.
pub async fn copy_text(element_id: &str) -> bool {
    let Some(element) = element_by_id::<Element>(element_id) else {
        return false;
    };
    // Undefined in insecure contexts, such as a page over plain HTTP.
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return select_and_exec_copy(&element);
    }
    let text = element.text_content().unwrap_or_default();
    JsFuture::from(clipboard.write_text(&text)).await.is_ok() || select_and_exec_copy(&element)
}

/// Selects the text of the element with this id, if there is one.
pub fn select_element_text(id: &str) {
    if let Some(element) = element_by_id(id) {
        select_text(&element);
    }
}

fn select_text(element: &Element) {
    if let Ok(Some(selection)) = window().get_selection() {
        selection.select_all_children(element).ok();
    }
}

/// Selects the text of the element and copies the selection with the deprecated command, the only way without the
/// clipboard API. Returns whether it was copied; it stays selected in any case.
fn select_and_exec_copy(element: &Element) -> bool {
    select_text(element);
    document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or_default())
}
