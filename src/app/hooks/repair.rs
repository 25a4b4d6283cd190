//! Repair of the page after others changed it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::browser::ForeignChanges;

/// Returns the generation of the page's elements, to use as a key, and the changes by others, which every component tells when it renders.
/// The generation is another one if translators or extensions changed texts or elements before `shown` changed: Yew would update nodes
/// that are no longer in the page, so all of them are created anew. Focus, caret, opened details and scroll offset are kept.
#[hook]
pub fn use_repair<T: PartialEq + 'static>(
    mount_point: &Element,
    shown: T,
) -> (usize, Rc<ForeignChanges>) {
    let changes = use_memo((), |()| ForeignChanges::watch(mount_point));
    changes.begin_rendering();
    let generation = use_memo(shown, |_| changes.generation());
    let rendered = changes.clone();
    use_effect(move || rendered.end_rendering());
    (*generation, changes)
}
