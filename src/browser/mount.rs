//! Replacing the prerendered page with the running app. Both consist of the same elements, so what the visitor did
//! before (focus, opened details, typed text) is restored at the same path through the tree.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

use super::document::{is_in_iframe, mark_app_ready};
use super::dom::{create_element, document, element_by_id};
use super::history::{scroll_position, scroll_to};

/// The id of the element that holds the page.
const APP_ELEMENT_ID: &str = "app";

/// The index of the child to take at each step from an element down to one of its descendants.
type ChildPath = Vec<u32>;

/// What the visitor did in the prerendered page.
struct VisitorState {
    focused: Option<ChildPath>,
    opened: Vec<ChildPath>,
    edited: Vec<(ChildPath, HtmlInputElement)>,
    scroll: f64,
}

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
    if prerendered.replace_with_with_node_1(mount_point).is_err() {
        return;
    }
    state.restore(mount_point);
    mark_app_ready();
}

impl VisitorState {
    fn of(prerendered: &Element) -> Self {
        Self {
            focused: focused_descendant(prerendered)
                .map(|element| child_path(prerendered, &element)),
            opened: descendants(prerendered, "details[open]")
                .iter()
                .map(|element| child_path(prerendered, element))
                .collect(),
            edited: edited_inputs(prerendered),
            scroll: scroll_position(),
        }
    }

    fn restore(&self, mount_point: &Element) {
        for path in &self.opened {
            if let Some(element) = resolve_path::<Element>(mount_point, path) {
                element.set_attribute("open", "").ok();
            }
        }
        for (path, edited) in &self.edited {
            if let Some(input) = resolve_path(mount_point, path) {
                replay_input(&input, edited);
            }
        }
        let focused = self.focused.as_ref();
        if let Some(element) =
            focused.and_then(|path| resolve_path::<HtmlElement>(mount_point, path))
        {
            element.focus().ok();
        }
        scroll_to(self.scroll);
    }
}

fn focused_descendant(prerendered: &Element) -> Option<Element> {
    // A document in an iframe keeps its active element while the focus is in the host page.
    if is_in_iframe() && !document().has_focus().unwrap_or_default() {
        return None;
    }
    let focused = document().active_element()?;
    prerendered.contains(Some(&focused)).then_some(focused)
}

/// Returns the inputs that the visitor changed, with their paths.
fn edited_inputs(prerendered: &Element) -> Vec<(ChildPath, HtmlInputElement)> {
    descendants(prerendered, "input")
        .into_iter()
        .filter_map(|element| element.dyn_into().ok())
        .filter(is_edited)
        .map(|input| (child_path(prerendered, &input), input))
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

/// Copies value and selection of the edited input to the app's, and dispatches an `input` event, so that the app reads
/// them.
fn replay_input(input: &HtmlInputElement, edited: &HtmlInputElement) {
    input.set_value(&edited.value());
    input.set_checked(edited.checked());
    if let (Ok(start), Ok(end)) = (edited.selection_start(), edited.selection_end()) {
        input.set_selection_start(start).ok();
        input.set_selection_end(end).ok();
    }
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
        input.dispatch_event(&event).ok();
    }
}

fn descendants(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(nodes) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|index| nodes.get(index)?.dyn_into().ok())
        .collect()
}

fn child_path(root: &Element, descendant: &Element) -> ChildPath {
    let mut path = Vec::new();
    let mut current = descendant.clone();
    while current != *root {
        let Some(parent) = current.parent_element() else {
            break;
        };
        path.push(child_index(&current));
        current = parent;
    }
    path.reverse();
    path
}

fn child_index(element: &Element) -> u32 {
    let mut index = 0;
    let mut previous = element.previous_element_sibling();
    while let Some(sibling) = previous {
        index += 1;
        previous = sibling.previous_element_sibling();
    }
    index
}

/// Returns the descendant at the path; `None` if there is none, or one of another type.
fn resolve_path<T: JsCast>(root: &Element, path: &[u32]) -> Option<T> {
    path.iter()
        .try_fold(root.clone(), |element, index| {
            element.children().item(*index)
        })?
        .dyn_into()
        .ok()
}
