//! Replacing the prerendered page with the running app. Both consist of the same elements, so what the visitor did
//! before (focus, opened details, typed text) is restored at the same place.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement};

use super::document::mark_app_ready;
use super::dom::{create_element, element_by_id};
use super::visitor_state::{ElementPlace, VisitorState, descendants};

/// The id of the element that holds the page.
const APP_ELEMENT_ID: &str = "app";

/// Creates the element to mount the app in, outside the document; `None` if the browser refuses.
pub fn create_mount_point() -> Option<Element> {
    let mount_point: Element = create_element("div")?;
    mount_point.set_id(APP_ELEMENT_ID);
    Some(mount_point)
}

/// Replaces the prerendered page with the mounted app, in one step before the browser paints, restores what the visitor
/// did in it, and marks the app as ready. Does nothing if there is no prerendered page.
pub fn replace_prerendered(mount_point: &Element) {
    let Some(prerendered) = element_by_id::<Element>(APP_ELEMENT_ID) else {
        return;
    };
    let state = VisitorState::of(&prerendered);
    let edited = edited_inputs(&prerendered);
    if prerendered.replace_with_with_node_1(mount_point).is_err() {
        return;
    }
    for (place, edited) in &edited {
        if let Some(input) = place.resolve(mount_point) {
            replay_input(&input, edited);
        }
    }
    state.restore(mount_point);
    mark_app_ready();
}

/// Returns the inputs that the visitor changed, with their places.
fn edited_inputs(prerendered: &Element) -> Vec<(ElementPlace, HtmlInputElement)> {
    descendants(prerendered, "input")
        .into_iter()
        .filter_map(|element| element.dyn_into().ok())
        .filter(is_edited)
        .map(|input| (ElementPlace::new(prerendered, &input), input))
        .collect()
}

fn is_edited(input: &HtmlInputElement) -> bool {
    match input.type_().as_str() {
        // The value of the slider counts from the current time, which only the app knows.
        "range" => false,
        "checkbox" => input.checked() != input.default_checked(),
        _ => input.value() != input.default_value(),
    }
}

/// Copies the value of the edited input to the app's, and dispatches an `input` event, so that the app reads it.
fn replay_input(input: &HtmlInputElement, edited: &HtmlInputElement) {
    input.set_value(&edited.value());
    input.set_checked(edited.checked());
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
        input.dispatch_event(&event).ok();
    }
}
