//! Keys that press what is on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::dom::{document, event_target, window};
use super::focus::focus_element;

/// Calls back with each key that is pressed without a modifier and outside of fields, and that nothing else has handled. The key keeps
/// its usual effect unless the callback returns `true`.
pub fn on_key(callback: impl Fn(&str) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let key = event.key();
        // With Shift, an arrow key selects text; other characters may need it.
        let selects = event.shift_key() && key.starts_with("Arrow");
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || selects;
        let is_in_field = event_target(event)
            .is_some_and(|target| matches!(target.closest("input, select, textarea"), Ok(Some(_))));
        if !has_modifier && !is_in_field && !event.default_prevented() && callback(&key) {
            event.prevent_default();
        }
    })
}

/// Clicks the first element that a CSS selector matches, and returns whether there is one.
pub fn click_first(selector: &str) -> bool {
    first(selector).map(|element| element.click()).is_some()
}

/// Focuses the first element that a CSS selector matches, and returns whether there is one.
pub fn focus_first(selector: &str) -> bool {
    first(selector)
        .map(|element| focus_element(&element, false))
        .is_some()
}

fn first(selector: &str) -> Option<HtmlElement> {
    let element = document().query_selector(selector).ok()??;
    element.dyn_into().ok()
}
