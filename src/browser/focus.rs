//! Keyboard focus.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, KeyboardEvent};

use super::dom::{document, element_by_id, event_target};

/// Focuses the element with this id, if there is one, and scrolls it into view.
pub fn focus(id: &str) {
    if let Some(element) = element_by_id::<HtmlElement>(id) {
        focus_element(&element, false);
    }
}

/// Focuses the element with this id, if there is one, without scrolling.
pub fn focus_without_scroll(id: &str) {
    if let Some(element) = element_by_id::<HtmlElement>(id) {
        focus_element(&element, true);
    }
}

/// Focuses an element, and scrolls it into view unless that is prevented.
pub(super) fn focus_element(element: &HtmlElement, prevents_scroll: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(prevents_scroll);
    element.focus_with_options(&options).ok();
}

/// Returns whether no element below `body` has the focus, as after the focused element was removed.
pub fn focus_is_on_body() -> bool {
    document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY")
}

/// Clicks the cell of the matrix that the key was pressed on, and takes the focus from it: from there it would be a long way to the
/// answer. Does nothing on the page of the stack, which is put together from several cells.
pub fn choose_cell(event: &KeyboardEvent) {
    let selector = "[data-page]:not([data-page='stack']) > .matrix a";
    let link = event_target(event).and_then(|target| target.closest(selector).ok()?);
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        link.click();
        link.blur().ok();
    }
}

/// Returns the id of the link that the key was pressed on; `None` if it was not pressed on a link with an id.
pub fn focused_link_id(event: &KeyboardEvent) -> Option<String> {
    let link = event_target(event)?.closest("a[id]").ok()??;
    Some(link.id())
}
