//! The plan finder above the matrix: requirements, how many plans meet them, and a link that clears them.

use yew::prelude::*;

use crate::domain::query;
use crate::report::plan_finder::EMPTY_HINT;
use crate::report::{PlanFinderResult, labels};
use crate::ui::action::Action;
use crate::ui::env::use_env;
use crate::ui::event::is_checked;
use crate::ui::form::{Field, FormField, FormState};
use crate::ui::links::Links;
use crate::ui::shared::Shared;

/// Props of [`PlanFinder`].
#[derive(Properties, PartialEq)]
pub struct PlanFinderProps {
    /// The form fields.
    pub fields: Shared<FormState>,
    /// The matrix matched against the requirements; `None` if there are none.
    pub finder: Option<Shared<PlanFinderResult>>,
    /// Path of the page without the requirements.
    pub clear_path: Option<AttrValue>,
    /// Builder of links.
    pub links: Links,
}

/// The form of the plan finder. It needs the app.
#[component]
pub fn PlanFinder(props: &PlanFinderProps) -> Html {
    let PlanFinderProps {
        fields,
        finder,
        clear_path,
        links,
    } = props;
    let oninput = use_env()
        .dispatch
        .reform(|event: InputEvent| Action::RequirePitr(is_checked(&event)));
    let finder = finder.as_deref();
    html! {
        <div
            class="plan-finder"
            role="group"
            aria-label={labels::REQUIREMENTS}
            data-requires-app=""
            data-active={finder.map(|_| "")}
        >
            <Field
                field={FormField::MinWindow}
                label={labels::MIN_WINDOW}
                placeholder="14 d"
                state={fields.get(FormField::MinWindow).clone()}
            />
            <Field
                field={FormField::MaxLoss}
                label={labels::MAX_LOSS}
                placeholder="12 h"
                state={fields.get(FormField::MaxLoss).clone()}
            />
            <p class="plan-finder-pitr">
                <input id={query::PITR.name} type="checkbox" checked={fields.pitr_required} {oninput} />
                <label for={query::PITR.name}>{ labels::PITR_REQUIRED }</label>
            </p>
            <p class="plan-finder-summary">
                <span role="status">{ finder.map_or(EMPTY_HINT, |finder| &finder.summary) }</span>
                if let Some(path) = clear_path {
                    <a href={links.href(path)}>{ "Clear" }</a>
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
