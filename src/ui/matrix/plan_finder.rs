//! The plan finder above the matrix: requirements, and the plans that meet them.

use yew::prelude::*;

use crate::domain::query;
use crate::report::plan_finder::{EMPTY_HINT, PlanOffer};
use crate::report::{PlanFinderResult, labels};
use crate::ui::action::Action;
use crate::ui::env::Env;
use crate::ui::event::is_checked;
use crate::ui::form::{FormField, FormState, form_field};
use crate::ui::inline::text_link;
use crate::ui::links::Links;

/// Returns the form of the plan finder. It needs the app. `finder` is `None` without requirements; `clear_url` is the URL of the page
/// without them. `offer_links` builds the links of the plans that match; `None` where they are not listed.
pub fn plan_finder(
    fields: &FormState,
    finder: Option<&PlanFinderResult>,
    clear_url: Option<AttrValue>,
    offer_links: Option<&Links>,
    env: &Env,
) -> Html {
    let oninput = env
        .dispatch
        .reform(|event: InputEvent| Action::RequirePitr(is_checked(&event)));
    html! {
        <div
            class="plan-finder"
            role="group"
            aria-label={labels::REQUIREMENTS}
            data-requires-app=""
            data-active={finder.map(|_| "")}
        >
            if offer_links.is_some() {
                // On a phone the styles show it, and the rest once it is open.
                <details><summary>{ labels::REQUIREMENTS }</summary></details>
            }
            for field in [FormField::MinWindow, FormField::MaxLoss] {
                { form_field(field, fields.get(field), env) }
            }
            <p class="plan-finder-pitr">
                <input id={query::PITR.name} type="checkbox" checked={fields.pitr_required} {oninput} />
                <label for={query::PITR.name}>{ labels::PITR_REQUIRED }</label>
            </p>
            <p class="plan-finder-summary">
                <span role="status">{ finder.map_or(EMPTY_HINT, |finder| &finder.summary) }</span>
                if let Some(url) = clear_url {
                    { text_link(url, "Clear requirements") }
                }
            </p>
            if let Some(finder) = finder {
                { plan_finder_result(finder, offer_links) }
            }
        </div>
    }
}

/// Returns the plans that match, if they are listed, and what to know of them.
fn plan_finder_result(finder: &PlanFinderResult, offer_links: Option<&Links>) -> Html {
    html! {
        <>
            if let Some(links) = offer_links {
                <ul class="plan-offers" aria-label="Matching plans">
                    for PlanOffer { name, label, path } in &finder.offers {
                        <li><a href={links.page_href(path)}><b>{ name }</b>{ format!(" {label}") }</a></li>
                    }
                </ul>
            }
            <div class="plan-finder-caveats">
                for caveat in &finder.caveats {
                    <p>{ caveat }</p>
                }
            </div>
        </>
    }
}
