//! The introduction on the index: what the page answers, and what the icons mean.

use yew::prelude::*;

use super::heading::page_heading;
use super::kind_icon::kind_icon;
use crate::report::AnswerKind;

/// Returns the introduction; `edition` is the edition of the policy in words.
pub fn home_panel(edition: &str) -> Html {
    html! {
        <div class="home">
            { page_heading("Can you get your data back?") }
            <p class="lead">
                { "Pick a service and a plan: how far back you can go, how much you may lose, and how to keep a copy of your own." }
            </p>
            <ul class="legend" aria-label="What the marks mean">
                for kind in AnswerKind::ALL {
                    <li data-kind={kind.slug()}>
                        { kind_icon(kind) }
                        <b>{ kind.label() }</b>
                        <span>{ kind.legend_entry() }</span>
                    </li>
                }
            </ul>
            <p class="source-note">
                { format!("Every answer follows Aiven’s backup policy as of {edition}: each fact opens the clause it rests on, and where the policy is silent, the answer says so.") }
            </p>
        </div>
    }
}
