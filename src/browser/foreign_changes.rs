//! Changes of the page by others: translators, which replace its texts, and extensions.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

use super::visitor_state::{VisitorState, descendants};

/// Watches the texts and elements of the page, and tells changes by others from those of a rendering.
pub struct ForeignChanges {
    state: Rc<State>,
    /// `None` if the browser refuses.
    observer: Option<MutationObserver>,
    /// What the observer calls.
    _callback: Closure<dyn FnMut(Array)>,
}

struct State {
    root: Element,
    /// Whether the current task renders.
    is_rendering: Cell<bool>,
    is_changed: Cell<bool>,
    generation: Cell<usize>,
    /// Nodes that others took out of the page, and may have put elsewhere.
    removed: RefCell<Vec<Node>>,
    /// What the visitor did in elements that a rendering replaces, and the main element of those.
    visitor_state: RefCell<Option<(Option<Element>, VisitorState)>>,
}

impl ForeignChanges {
    /// Watches what is below an element, as long as the value lives.
    pub fn watch(root: &Element) -> Self {
        let state = Rc::new(State {
            root: root.clone(),
            is_rendering: Cell::default(),
            is_changed: Cell::default(),
            generation: Cell::default(),
            removed: RefCell::default(),
            visitor_state: RefCell::default(),
        });
        let callback = Closure::new({
            let state = state.clone();
            move |records| state.note(&records)
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_character_data(true);
            options.set_subtree(true);
            observer.observe_with_options(root, &options).ok();
        }
        Self {
            state,
            observer,
            _callback: callback,
        }
    }

    /// Says that a component renders. What changes until the current task ends is its work: Yew may yield to the browser between the
    /// renderings of components, but not within one.
    pub fn begin_rendering(&self) {
        let Some(observer) = self.observer.clone() else {
            return;
        };
        if self.state.is_rendering.replace(true) {
            return;
        }
        let state = self.state.clone();
        state.note(&observer.take_records());
        spawn_local(async move {
            observer.take_records();
            state.is_rendering.set(false);
            state.restore();
        });
    }

    /// Returns the generation of the elements. It is another one if others changed the page since the last call: this rendering must
    /// replace all elements then; focus, caret, opened details and scroll offset are restored at its end.
    pub fn generation(&self) -> usize {
        let generation = &self.state.generation;
        if self.state.is_changed.take() {
            generation.set(generation.get() + 1);
            // Of two renderings in a row the first saw the elements that the visitor used.
            let mut visitor_state = self.state.visitor_state.borrow_mut();
            visitor_state
                .get_or_insert_with(|| (self.state.main(), VisitorState::of(&self.state.root)));
            self.state.remove_strays();
        }
        generation.get()
    }

    /// Says that all components are rendered.
    pub fn end_rendering(&self) {
        self.state.restore();
    }
}

/// Returns the nodes that changes removed.
fn removed_nodes(records: &Array) -> impl Iterator<Item = Node> {
    records.iter().flat_map(|record| {
        let nodes = record.unchecked_into::<MutationRecord>().removed_nodes();
        (0..nodes.length()).filter_map(move |index| nodes.get(index))
    })
}

impl State {
    /// Notes changes by others.
    fn note(&self, records: &Array) {
        if records.length() > 0 {
            self.is_changed.set(true);
            self.removed.borrow_mut().extend(removed_nodes(records));
        }
    }

    /// Removes what others moved from the page to elsewhere in the document, where it would show an old answer for ever.
    fn remove_strays(&self) {
        for node in self.removed.take() {
            if let Some(parent) = node
                .parent_node()
                .filter(|_| !self.root.contains(Some(&node)))
            {
                parent.remove_child(&node).ok();
            }
        }
    }

    /// Restores what the visitor did, as soon as the new page is there: Yew may yield between the rendering that replaces it and the
    /// replacement.
    fn restore(&self) {
        let main = self.main();
        let is_replaced = |(old, _): &mut (_, _)| main.is_some() && *old != main;
        let replaced = self.visitor_state.borrow_mut().take_if(is_replaced);
        if let Some((_, visitor_state)) = replaced {
            visitor_state.restore(&self.root);
        }
    }

    /// Returns the main element of the page, which each replacement of all elements replaces.
    fn main(&self) -> Option<Element> {
        descendants(&self.root, "main").pop()
    }
}

impl Drop for ForeignChanges {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
