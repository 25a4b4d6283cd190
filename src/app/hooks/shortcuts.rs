//! Keys that press what is on the page.

use std::cell::Cell;

use yew::prelude::*;

use super::subscription::use_subscription;
use crate::app::shortcuts::{LIST_KEY, ShortcutEffect, effect};
use crate::app::state::AppState;
use crate::browser::shortcuts::{click_first, focus_first, on_key};
use crate::ui::action::Action;

/// Listens to the keys. The one that lists them turns them off when it is pressed again while the list is shown.
#[hook]
pub fn use_shortcuts(state: &UseReducerHandle<AppState>, dispatch: &Callback<Action>) {
    let has_notices = use_mut_ref(|| false);
    *has_notices.borrow_mut() = !state.view.notices.is_empty();
    let dispatch = dispatch.clone();
    use_subscription(Box::new(move || {
        let is_listed = Cell::new(false);
        let is_off = Cell::new(false);
        Box::new(on_key(move |key| {
            if is_off.get() {
                return false;
            }
            if key == LIST_KEY {
                let was_listed = is_listed.replace(true) && *has_notices.borrow();
                is_off.set(was_listed);
                dispatch.emit(match was_listed {
                    true => Action::DismissNotices,
                    false => Action::ListShortcuts,
                });
                return true;
            }
            match effect(key) {
                Some(ShortcutEffect::Click(selector)) => click_first(selector),
                Some(ShortcutEffect::Focus(selector)) => focus_first(selector),
                None => false,
            }
        }))
    }));
}
