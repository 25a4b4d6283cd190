//! The introduction on the index.

use yew::prelude::*;

use super::heading::page_heading;

/// Returns the introduction, above the matrix.
pub fn home_panel() -> Html {
    html! {
        <div class="home">
            { page_heading("Backups by service and plan") }
            <p class="lead">{ "Select a service and plan to see its retention, PITR, maximum data loss, and export tool." }</p>
        </div>
    }
}
