//! The thin edge to the page: address, clipboard, focus, taking over the written page. Only effects and event
//! handlers call it, never rendering; each function does one thing and reports a refusal instead of panicking.

pub mod clipboard;
pub mod page;
pub mod takeover;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

fn window() -> Window {
    gloo::utils::window()
}

fn document() -> Document {
    gloo::utils::document()
}

/// Moves the focus to the element of this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        element.focus().ok();
    }
}

/// Whether no element has the focus, as after the one that had it was removed.
pub fn focus_is_lost() -> bool {
    document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY")
}

/// The element an event is about.
pub fn target(event: &web_sys::Event) -> Option<Element> {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
}
