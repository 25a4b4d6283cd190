//! Labels and values in two columns.

use yew::prelude::*;

use crate::report::LabeledValue;

/// Returns the rows of a definition list.
pub fn rows(values: &[LabeledValue]) -> Html {
    html! {
        for LabeledValue { label, value } in values {
            <div><dt>{ *label }</dt><dd>{ value }</dd></div>
        }
    }
}

/// Returns a definition list of labeled values.
pub fn definition_rows(values: &[LabeledValue]) -> Html {
    html! { <dl class="definition-rows">{ rows(values) }</dl> }
}
