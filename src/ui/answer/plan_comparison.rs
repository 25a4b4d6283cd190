//! The comparison with another plan of the service.

use yew::prelude::*;

use crate::report::{AnswerKind, PlanComparison};
use crate::ui::links::Links;

/// Returns the plans to compare with, and what the compared one changes.
pub fn plan_comparison(comparison: &PlanComparison, kind: AnswerKind, links: &Links) -> Html {
    html! {
        <div class="plan-comparison" data-requires-app="" data-kind={kind.slug()}>
            <p>
                { "Compare with " }
                for choice in &comparison.choices {
                    <a
                        href={links.href(&choice.path)}
                        aria-current={choice.is_selected.then_some("true")}
                    >
                        { &choice.name }
                    </a>
                }
            </p>
            <div aria-live="polite">
                for sentence in &comparison.sentences {
                    <p>{ sentence }</p>
                }
            </div>
        </div>
    }
}
