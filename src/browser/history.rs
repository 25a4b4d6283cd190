//! The session history, and the scroll positions that belong to its entries.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

use super::dom::window;

/// Returns the index of the current history entry, as [`push_state`] and [`replace_state`] stored it. An entry without
/// one counts as 0, the first.
pub fn history_index() -> usize {
    let state = window().history().and_then(|history| history.state());
    state
        .ok()
        .and_then(|state| state.as_f64())
        .map_or(0, |index| index as usize)
}

/// Returns whether the document has this absolute URL.
pub fn is_current_url(url: &str) -> bool {
    window()
        .location()
        .href()
        .is_ok_and(|current| current == url)
}

/// Adds a history entry with this index and URL. Returns `false` if the browser refuses.
pub fn push_state(index: usize, url: &str) -> bool {
    let state = JsValue::from(index);
    window()
        .history()
        .and_then(|history| history.push_state_with_url(&state, "", Some(url)))
        .is_ok()
}

/// Replaces index and URL of the current history entry. Returns `false` if the browser refuses: after too many changes
/// in a short time, and in an iframe with an opaque origin.
pub fn replace_state(index: usize, url: &str) -> bool {
    let state = JsValue::from(index);
    window()
        .history()
        .and_then(|history| history.replace_state_with_url(&state, "", Some(url)))
        .is_ok()
}

/// Calls back on `popstate`: when the visitor goes back or forward. Until the listener is dropped.
pub fn on_popstate(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| callback())
}

/// Calls back on `pagehide`: when the page is left, reloaded or closed. Until the listener is dropped.
pub fn on_pagehide(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "pagehide", move |_| callback())
}

/// Sets `history.scrollRestoration` to `manual`; back to `auto` on `pagehide`, and to `manual` again on `pageshow`
/// (back/forward cache).
pub fn manage_scroll_restoration() -> [EventListener; 2] {
    set_scroll_restoration(ScrollRestoration::Manual);
    [
        EventListener::new(&window(), "pagehide", |_| {
            set_scroll_restoration(ScrollRestoration::Auto);
        }),
        EventListener::new(&window(), "pageshow", |_| {
            set_scroll_restoration(ScrollRestoration::Manual);
        }),
    ]
}

fn set_scroll_restoration(value: ScrollRestoration) {
    window()
        .history()
        .and_then(|history| history.set_scroll_restoration(value))
        .ok();
}

/// Returns the vertical scroll position, in CSS pixels.
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls to this vertical position, in CSS pixels.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}
