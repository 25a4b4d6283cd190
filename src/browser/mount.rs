//! Putting the running app in the place of the written page. Both have the same elements, so what the visitor did
//! meanwhile (focus, opened clauses) is found again by the way through the tree.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

use super::{document, page};

/// The id of the element that holds the page.
const APP_ELEMENT_ID: &str = "app";

/// An element to mount in, outside the document.
pub fn create_mount_point() -> Option<Element> {
    let host = document().create_element("div").ok()?;
    host.set_id(APP_ELEMENT_ID);
    Some(host)
}

/// Replaces the written page with the mounted app, in one step before the browser paints.
pub fn replace_prerendered(host: &Element) {
    let Some(prerendered) = document().get_element_by_id(APP_ELEMENT_ID) else {
        return;
    };
    // In a frame, what had the focus last is still known while somebody types in the page around it.
    let focus_is_ours = !page::is_in_iframe() || document().has_focus().unwrap_or_default();
    let focused = document()
        .active_element()
        .filter(|element| focus_is_ours && prerendered.contains(Some(element)));
    let focused = focused.map(|element| child_path(&prerendered, &element));
    let opened = child_paths(&prerendered, "details[open]");
    let edited = edited_inputs(&prerendered);
    let scroll = page::scroll_position();

    prerendered.replace_with_with_node_1(host).ok();

    for path in opened {
        if let Some(element) = resolve_path(host, &path) {
            element.set_attribute("open", "").ok();
        }
    }
    for (path, before) in edited {
        if let Some(field) = resolve_path(host, &path).and_then(|field| field.dyn_into().ok()) {
            replay_input(&field, &before);
        }
    }
    if let Some(element) = focused.and_then(|way| resolve_path(host, &way)) {
        element
            .dyn_into::<HtmlElement>()
            .map(|element| element.focus().ok())
            .ok();
    }
    page::scroll_to(scroll);
    if let Some(root) = document().document_element() {
        root.set_attribute("data-live", "").ok();
    }
}

/// Fields in which the visitor typed or ticked something before the app came.
fn edited_inputs(prerendered: &Element) -> Vec<(Vec<u32>, HtmlInputElement)> {
    let fields = child_paths(prerendered, "input").into_iter();
    let fields = fields.filter_map(|way| {
        let field: HtmlInputElement = resolve_path(prerendered, &way)?.dyn_into().ok()?;
        Some((way, field))
    });
    let touched = |field: &HtmlInputElement| match field.type_().as_str() {
        // Its place means nothing before the app knows the time.
        "range" => false,
        "checkbox" => field.checked() != field.default_checked(),
        _ => field.value() != field.default_value(),
    };
    fields.filter(|(_, field)| touched(field)).collect()
}

/// Types it once more, into the running app's field, so that the app hears of it.
fn replay_input(field: &HtmlInputElement, before: &HtmlInputElement) {
    field.set_value(&before.value());
    field.set_checked(before.checked());
    if let (Ok(start), Ok(end)) = (before.selection_start(), before.selection_end()) {
        field.set_selection_start(start).ok();
        field.set_selection_end(end).ok();
    }
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
        field.dispatch_event(&event).ok();
    }
}

fn child_paths(root: &Element, selector: &str) -> Vec<Vec<u32>> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<Element>().ok())
        .map(|element| child_path(root, &element))
        .collect()
}

/// The way from an element to one inside it: which child to take at each step.
fn child_path(root: &Element, element: &Element) -> Vec<u32> {
    let mut path = Vec::new();
    let mut current = element.clone();
    while current != *root {
        let Some(parent) = current.parent_element() else {
            break;
        };
        let mut earlier = current.previous_element_sibling();
        let mut index = 0;
        while let Some(sibling) = earlier {
            index += 1;
            earlier = sibling.previous_element_sibling();
        }
        path.push(index);
        current = parent;
    }
    path.reverse();
    path
}

fn resolve_path(root: &Element, path: &[u32]) -> Option<Element> {
    path.iter().try_fold(root.clone(), |element, index| {
        element.children().item(*index)
    })
}
