//! Values that follow another one later.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::Shared;

/// Returns the last `value` that was not held back: `value` itself without a delay, or else the one before, until `value` has
/// not changed for `delay_ms` milliseconds. Components with props from it render later than those with props from `value`.
#[hook]
pub fn use_deferred<T: 'static>(value: Shared<T>, delay_ms: Option<u32>) -> Shared<T> {
    let settled = use_mut_ref(|| value.clone());
    let trigger = use_force_update();
    if delay_ms.is_none() {
        *settled.borrow_mut() = value.clone();
    }
    let result = settled.borrow().clone();
    use_effect_with((value, delay_ms), move |(value, delay_ms)| {
        let value = value.clone();
        let timer = delay_ms.map(|delay_ms| {
            Timeout::new(delay_ms, move || {
                *settled.borrow_mut() = value;
                trigger.force_update();
            })
        });
        // A newer value cancels the timer.
        move || drop(timer)
    });
    result
}
