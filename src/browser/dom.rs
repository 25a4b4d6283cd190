//! Shorthands for the global objects and for finding elements.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, Window};

/// Returns the global window.
pub(super) fn window() -> Window {
    gloo::utils::window()
}

/// Returns the document of the window.
pub(super) fn document() -> Document {
    gloo::utils::document()
}

/// Returns the `html` element, which holds the attributes that the loader, the app and the styles share.
pub(super) fn document_element() -> Option<Element> {
    document().document_element()
}

/// Returns the element with this id; `None` if there is none, or one of another type.
pub(super) fn element_by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Creates an element outside the document; `None` if the browser refuses. `T` must be the type of the tag, which is not checked.
pub(super) fn create_element<T: JsCast>(tag: &str) -> Option<T> {
    document()
        .create_element(tag)
        .ok()
        .map(JsCast::unchecked_into)
}

/// Returns the element that the event was dispatched on; `None` if the target is no element.
pub(super) fn event_target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
