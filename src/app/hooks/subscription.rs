//! Subscriptions.

use std::any::Any;

use yew::prelude::*;

/// Subscribes to something after the first rendering. What `subscribe` returns, such as event listeners, is dropped with the component.
#[hook]
pub fn use_subscription(subscribe: Box<dyn FnOnce() -> Box<dyn Any>>) {
    use_effect_with((), move |()| {
        let subscription = subscribe();
        move || drop(subscription)
    });
}
