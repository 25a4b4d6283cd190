//! Values of form elements.

use web_sys::HtmlInputElement;
use yew::{InputEvent, TargetCast};

/// Returns the value of the `<input>` that an event is about.
pub fn input_value(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// Returns whether the checkbox that an event is about is checked.
pub fn is_checked(event: &InputEvent) -> bool {
    event.target_unchecked_into::<HtmlInputElement>().checked()
}
