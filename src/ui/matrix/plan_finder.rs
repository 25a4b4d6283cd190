//! The plan finder above the matrix: requirements, how many plans meet them, and a link that clears them.

use yew::prelude::*;

use crate::domain::query;
use crate::report::plan_finder::EMPTY_HINT;
use crate::report::{PlanFinderResult, labels};
use crate::ui::action::Action;
use crate::ui::env::Env;
use crate::ui::event::is_checked;
use crate::ui::form::{FormField, FormState, form_field};
use crate::ui::inline::text_link;

/// Returns the form of the plan finder. It needs the app. `finder` is `None` without requirements; `clear_url` is the URL of the page
/// without them.
pub fn plan_finder(
    fields: &FormState,
    finder: Option<&PlanFinderResult>,
    clear_url: Option<AttrValue>,
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
                    { text_link(url, "Clear") }
                }
            </p>
            <div class="plan-finder-caveats">
                if let Some(finder) = finder {
                    for caveat in &finder.caveats {
                        <p>{ caveat }</p>
                    }
                }
            </div>
        </div>
    }
}
