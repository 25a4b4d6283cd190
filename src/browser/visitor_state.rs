//! What the visitor did in the page, to restore it after its elements were replaced by others of the same structure.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::document::is_in_iframe;
use super::dom::{document, element_by_id};
use super::focus::focus_element;
use super::history::{scroll_position, scroll_to};

/// The element that page translators put around each text. The page itself has none.
const TRANSLATOR_TAG: &str = "FONT";

/// Focus, caret, opened details and scroll offset.
pub struct VisitorState {
    focused: Option<(ElementPath, Caret)>,
    opened: Vec<ElementPath>,
    scroll: f64,
}

/// Start and end of the selection in an input; `None` in other elements and inputs without one.
type Caret = Option<(u32, u32)>;

impl VisitorState {
    /// Reads the state of the page below an element.
    pub fn of(root: &Element) -> Self {
        Self {
            focused: focused_descendant(root)
                .map(|element| (ElementPath::new(root, &element), caret(&element))),
            opened: descendants(root, "details[open]")
                .iter()
                .map(|element| ElementPath::new(root, element))
                .collect(),
            scroll: scroll_position(),
        }
    }

    /// Restores the state in the elements below another element.
    pub fn restore(&self, root: &Element) {
        for path in &self.opened {
            if let Some(element) = path.resolve::<Element>(root) {
                element.set_attribute("open", "").ok();
            }
        }
        if let Some((path, caret)) = &self.focused {
            if let Some(element) = path.resolve::<HtmlElement>(root) {
                focus_element(&element, true);
            }
            if let (Some((start, end)), Some(input)) =
                (caret, path.resolve::<HtmlInputElement>(root))
            {
                input.set_selection_range(*start, *end).ok();
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
    Some((input.selection_start().ok()??, input.selection_end().ok()??))
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

/// The place of an element: its id, or else the index of the child to take at each step from the root down to it.
pub(super) struct ElementPath {
    id: String,
    indexes: Vec<u32>,
}

impl ElementPath {
    /// Returns the place of a descendant of the root.
    pub(super) fn new(root: &Element, descendant: &Element) -> Self {
        let mut indexes = Vec::new();
        let mut current = descendant.clone();
        while current != *root {
            let Some(parent) = current.parent_element() else {
                break;
            };
            if current.tag_name() != TRANSLATOR_TAG {
                indexes.push(child_index(&current));
            }
            current = parent;
        }
        indexes.reverse();
        let id = descendant.id();
        Self { id, indexes }
    }

    /// Returns the element at this place below another root; `None` if there is none, or one of another type.
    pub(super) fn resolve<T: JsCast>(&self, root: &Element) -> Option<T> {
        if !self.id.is_empty() {
            return element_by_id(&self.id);
        }
        let mut indexes = self.indexes.iter();
        indexes
            .try_fold(root.clone(), |element, index| {
                element.children().item(*index)
            })?
            .dyn_into()
            .ok()
    }
}

fn child_index(element: &Element) -> u32 {
    let mut index = 0;
    let mut previous = element.previous_element_sibling();
    while let Some(sibling) = previous {
        index += u32::from(sibling.tag_name() != TRANSLATOR_TAG);
        previous = sibling.previous_element_sibling();
    }
    index
}
