//! The thin edge to the page: address, clipboard, focus, taking over the written page. Only effects and event
//! handlers call it, never rendering; each function does one thing and reports a refusal instead of panicking.

pub mod clipboard;
pub mod files;
pub mod mount;
pub mod page;
pub mod time;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Window};

fn window() -> Window {
    gloo::utils::window()
}

fn document() -> Document {
    gloo::utils::document()
}

/// Moves the focus to the element of this id, if it is there, and scrolls to it where it is out of sight.
pub fn focus(id: &str) {
    if let Some(element) = element_by_id(id) {
        element.focus().ok();
    }
}

/// Moves the focus to the element of this id, if it is there, and leaves the page where it is scrolled to.
pub fn focus_without_scroll(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element_by_id(id) {
        element.focus_with_options(&options).ok();
    }
}

fn element_by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether no element has the focus, as after the one that had it was removed.
pub fn focus_is_on_body() -> bool {
    document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY")
}

/// The id and the value of the field that an event is about; a box that is not ticked has no value.
pub fn typed(event: &web_sys::Event) -> Option<(String, String)> {
    let field = event_target(event)?.dyn_into::<HtmlInputElement>().ok()?;
    let ticked = field.type_() != "checkbox" || field.checked();
    let value = if ticked { field.value() } else { String::new() };
    Some((field.id(), value))
}

/// The element an event is about.
pub fn event_target(event: &web_sys::Event) -> Option<Element> {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
}
