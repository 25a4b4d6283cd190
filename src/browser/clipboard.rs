//! Copying: the clipboard where it is granted; otherwise the text is left selected, ready for the keyboard.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDocument};

use super::{document, window};

#[wasm_bindgen]
extern "C" {
    /// A promise whose callbacks live as long as it needs them.
    pub type Pending;

    /// Calls back when it is kept, or when it is refused.
    #[wasm_bindgen(method)]
    pub fn then(this: &Pending, kept: &JsValue, refused: &JsValue);
}

/// Copies the text of the element of this id, then says whether that worked; if not, the text is selected.
pub fn copy(id: &str, done: impl FnOnce(bool) + 'static) {
    let Some(element) = document().get_element_by_id(id) else {
        return done(false);
    };
    // The clipboard is undefined on pages that are not secure.
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return done(select_and_exec_copy(&element));
    }
    let text = element.text_content().unwrap_or_default();
    let pending: Pending = clipboard.write_text(&text).unchecked_into();
    // One callback for both ends, which frees itself when called: only a refusal has something to say.
    let ended = Closure::once_into_js(move |refusal: JsValue| {
        done(refusal.is_undefined() || select_and_exec_copy(&element));
    });
    pending.then(&ended, &ended);
}

/// Leaves the text of the element of this id selected.
pub fn select_element_text(id: &str) {
    let element = document().get_element_by_id(id);
    if let (Some(element), Ok(Some(selection))) = (element, window().get_selection()) {
        selection.select_all_children(&element).ok();
    }
}

/// Leaves the text of an element selected; old browsers copy it then.
fn select_and_exec_copy(element: &Element) -> bool {
    if let Ok(Some(selection)) = window().get_selection() {
        selection.select_all_children(element).ok();
    }
    document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}
