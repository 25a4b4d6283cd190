//! The clock.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use crate::app::state::AppState;
use crate::browser::now;
use crate::ui::action::Action;

/// Milliseconds between two looks at the clock. It may be set at any time, and the device may sleep.
const CLOCK_POLL_MS: u32 = 1000;

/// Dispatches the time whenever another minute begins.
#[hook]
pub fn use_clock(state: &UseReducerHandle<AppState>, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    let mut last = state.view.content.now;
    use_effect_with((), move |()| {
        let interval = Interval::new(CLOCK_POLL_MS, move || {
            let current = now();
            if current != last {
                last = current;
                dispatch.emit(Action::SetNow(current));
            }
        });
        move || drop(interval)
    });
}
