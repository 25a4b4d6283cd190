//! The introduction on the index: what the page answers, and what the icons mean.

use yew::prelude::*;

use super::heading::page_heading;
use super::kind_icon::kind_icon;
use crate::report::AnswerKind;

/// Returns the introduction; `edition` is the edition of the policy in words.
pub fn home_panel(edition: &str) -> Html {
    html! {
        <div class="home">
            { page_heading("Backups by service and plan") }
            <p class="lead">
                { "Select a service and plan to see its retention, PITR, maximum data loss, and export tool." }
            </p>
            <ul class="legend" aria-label="Key">
                for kind in AnswerKind::ALL {
                    <li data-kind={kind.slug()}>
                        { kind_icon(kind) }
                        <b>{ kind.label() }</b>
                        <span>{ kind.legend_entry() }</span>
                    </li>
                }
            </ul>
            <p class="source-note">
                { format!("Based on Aiven’s backup policy, {edition}. Every fact links to its source. What the policy doesn’t cover is marked Not stated.") }
            </p>
        </div>
    }
}
