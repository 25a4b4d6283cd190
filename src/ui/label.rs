//! The answer in a few characters.

use yew::prelude::*;

use super::inline::visually_hidden;
use crate::report::Label;

/// Returns a label whose parts stand on lines of their own.
pub fn label_lines(label: &Label) -> Html {
    html! {
        <span class="label-lines">
            for (index, part) in label.0.iter().enumerate() {
                if index > 0 {
                    { visually_hidden(" · ") }
                }
                <span>{ part }</span>
            }
        </span>
    }
}
