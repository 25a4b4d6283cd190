//! Dismissing the tooltips of the matrix (WCAG 1.4.13). The styles show them, and hide them under
//! `html[data-tooltips-hidden]`.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use super::document::set_root_attribute;
use super::dom::{event_target, window};

/// Hides the tooltips on Escape, until the next key press or until the pointer enters another cell.
pub fn hide_tooltips_on_escape() -> [EventListener; 2] {
    [
        EventListener::new(&window(), "keydown", |event| {
            let event = event.dyn_ref::<KeyboardEvent>();
            set_tooltips_hidden(event.is_some_and(|event| event.key() == "Escape"));
        }),
        EventListener::new(&window(), "mouseover", |event| {
            if event.dyn_ref().is_some_and(enters_another_cell) {
                set_tooltips_hidden(false);
            }
        }),
    ]
}

fn set_tooltips_hidden(hidden: bool) {
    set_root_attribute("data-tooltips-hidden", hidden.then_some(""));
}

/// Returns whether the pointer moved into or out of a table cell.
fn enters_another_cell(event: &MouseEvent) -> bool {
    let previous = event
        .related_target()
        .and_then(|target| target.dyn_into().ok());
    table_cell(event_target(event)) != table_cell(previous)
}

fn table_cell(element: Option<Element>) -> Option<Element> {
    element?.closest("td").ok()?
}
