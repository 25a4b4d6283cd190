//! Copying text: to the clipboard, or by selecting it, so that the visitor can copy it by keyboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument};

use super::dom::{document, element_by_id, window};

/// Copies a text. If the browser refuses, selects the text of the element with this id and returns `false`.
///
/// Must be polled first in the task of a user action, or in a microtask of it: browsers refuse the clipboard otherwise.
pub async fn copy_text(text: &str, element_id: &str) -> bool {
    // Undefined in insecure contexts, such as a page over plain HTTP.
    let clipboard = window().navigator().clipboard();
    if !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok() {
        return true;
    }
    select_element_text(element_id);
    exec_copy()
}

/// Selects the text of the element with this id, if there is one, and opens the details around it.
pub fn select_element_text(id: &str) {
    if let (Some(element), Ok(Some(selection))) =
        (element_by_id::<Element>(id), window().get_selection())
    {
        if let Ok(Some(details)) = element.closest("details") {
            details.set_attribute("open", "").ok();
        }
        selection.select_all_children(&element).ok();
    }
}

/// Copies the selection with the deprecated command, the only way without the clipboard API. Returns whether it was copied.
fn exec_copy() -> bool {
    let document: HtmlDocument = document().unchecked_into();
    document.exec_command("copy").unwrap_or_default()
}
