//! What the visitor did in the page, to restore it after its elements were replaced by others of the same structure.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::document::is_in_iframe;
use super::dom::{document, element_by_id};
use super::focus::{focus_element, focus_is_on_body};
use super::history::{scroll_position, scroll_to};

/// Milliseconds until the focus is looked after.
const FOCUS_CHECK_MS: u32 = 30;

/// Focus, caret, opened details and scroll offset.
pub struct VisitorState {
    focused: Option<(ElementPlace, Caret)>,
    opened: Vec<ElementPlace>,
    scroll: f64,
}

/// Distances of the start and the end of the selection from the end of an input's text: what is typed meanwhile does not change them.
/// `None` in other elements and inputs without one.
type Caret = Option<(u32, u32)>;

impl VisitorState {
    /// Reads the state of the page below an element.
    pub fn of(root: &Element) -> Self {
        Self {
            focused: focused_descendant(root)
                .map(|element| (ElementPlace::new(root, &element), caret(&element))),
            opened: descendants(root, "details[open]")
                .iter()
                .map(|element| ElementPlace::new(root, element))
                .collect(),
            scroll: scroll_position(),
        }
    }

    /// Restores the state in the elements below another element.
    pub fn restore(&self, root: &Element) {
        for place in &self.opened {
            if let Some(element) = place.resolve::<Element>(root) {
                element.set_attribute("open", "").ok();
            }
        }
        if let Some((place, caret)) = &self.focused {
            if let Some(element) = place.resolve::<HtmlElement>(root) {
                focus_element(&element, true);
                // Firefox now and then takes the focus away with the elements before.
                Timeout::new(FOCUS_CHECK_MS, move || {
                    if focus_is_on_body() {
                        focus_element(&element, true);
                    }
                })
                .forget();
            }
            if let (Some((start, end)), Some(input)) =
                (caret, place.resolve::<HtmlInputElement>(root))
            {
                let length = text_length(&input);
                input
                    .set_selection_range(length.saturating_sub(*start), length.saturating_sub(*end))
                    .ok();
            }
        }
        scroll_to(self.scroll);
    }
}

fn focused_descendant(root: &Element) -> Option<Element> {
    // A document in an iframe keeps its active element while the focus is in the host page.
    if is_in_iframe() && !document().has_focus().unwrap_or_default() {
        return None;
    }
    let focused = document().active_element()?;
    root.contains(Some(&focused)).then_some(focused)
}

fn caret(element: &Element) -> Caret {
    let input: &HtmlInputElement = element.dyn_ref()?;
    let (start, end) = (input.selection_start().ok()??, input.selection_end().ok()??);
    let length = text_length(input);
    Some((length - start, length - end))
}

/// Returns the length of an input's text in UTF-16 code units.
fn text_length(input: &HtmlInputElement) -> u32 {
    input.value().encode_utf16().count() as u32
}

/// Returns the descendants of an element that match a selector.
pub(super) fn descendants(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(nodes) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|index| nodes.get(index)?.dyn_into().ok())
        .collect()
}

/// The place of an element: its id, or else its position among the elements of its tag.
pub(super) struct ElementPlace {
    id: String,
    tag: String,
    index: usize,
}

impl ElementPlace {
    /// Returns the place of a descendant of the root.
    pub(super) fn new(root: &Element, descendant: &Element) -> Self {
        let tag = descendant.tag_name();
        let mut before = descendants(root, &tag).into_iter();
        Self {
            id: descendant.id(),
            index: before
                .position(|element| element == *descendant)
                .unwrap_or_default(),
            tag,
        }
    }

    /// Returns the element at this place below another root; `None` if there is none, or one of another type.
    pub(super) fn resolve<T: JsCast>(&self, root: &Element) -> Option<T> {
        if !self.id.is_empty() {
            return element_by_id(&self.id);
        }
        let mut elements = descendants(root, &self.tag).into_iter();
        elements.nth(self.index)?.dyn_into().ok()
    }
}
