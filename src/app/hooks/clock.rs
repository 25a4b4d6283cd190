//! The clock.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::subscription::use_subscription;
use crate::browser::now;
use crate::ui::action::Action;

/// Milliseconds between two looks at the clock. It may be set at any time, and the device may sleep.
const CLOCK_POLL_MS: u32 = 1000;

/// Dispatches the time. The reducer ignores the same minute.
#[hook]
pub fn use_clock(dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_subscription(Box::new(move || {
        let mut last = None;
        Box::new(Interval::new(CLOCK_POLL_MS, move || {
            let current = now();
            // Dispatching renders the root component, whatever the reducer returns.
            if last != Some(current) {
                last = Some(current);
                dispatch.emit(Action::SetNow(current));
            }
        }))
    }));
}
