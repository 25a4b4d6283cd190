//! The focus.

use yew::prelude::*;

use crate::app::state::AppState;
use crate::browser::{focus_is_on_body, focus_without_scroll};
use crate::ui::action::Action;

/// Moves the focus to the headline where navigation or the dismissal of notices removed the focused element. Returns the dispatcher of
/// actions, which notes before these whether an element has the focus.
#[hook]
pub fn use_focus_recovery(state: &UseReducerHandle<AppState>) -> Callback<Action> {
    let had_focus = use_mut_ref(|| false);
    let dispatch = {
        let had_focus = had_focus.clone();
        use_callback(state.dispatcher(), move |action, dispatcher| {
            if let Action::Navigate { .. } | Action::DismissNotices = action {
                *had_focus.borrow_mut() = !focus_is_on_body();
            }
            dispatcher.dispatch(action);
        })
    };
    use_effect(move || {
        if std::mem::take(&mut *had_focus.borrow_mut()) && focus_is_on_body() {
            focus_without_scroll("headline");
        }
    });
    dispatch
}
