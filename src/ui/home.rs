//! The introduction on the index.

use yew::prelude::*;

use super::heading::page_heading;
use crate::report::labels;

/// Returns the introduction, above the matrix.
pub fn home_panel() -> Html {
    html! {
        <div class="home">
            { page_heading(labels::MATRIX) }
            <p class="lead">{ "Select a service and plan to see its retention, PITR, maximum data loss, and export tool." }</p>
        </div>
    }
}
