//! Links to the other plans of the service.

use yew::prelude::*;

use crate::report::{AnswerKind, PlanReport};
use crate::ui::kind_icon::kind_icon;
use crate::ui::label::label_lines;
use crate::ui::links::Links;

/// Returns links to the other plans that are offered. Wide screens have the matrix for this, unless there is nothing to restore
/// on this plan.
pub fn other_plans(report: &PlanReport, links: &Links) -> Html {
    let show_always = matches!(
        report.answer_kind,
        AnswerKind::NotOffered | AnswerKind::RecoveryOnly
    );
    let title = match report.answer_kind {
        AnswerKind::NotOffered => "Plans that exist",
        _ => "Other plans",
    };
    html! {
        <nav class="other-plans" aria-label={title} data-show-always={show_always.then_some("")}>
            <p aria-hidden="true">{ title }</p>
            <ul>
                // Keyed by path: otherwise Yew would reuse the focused link for a different plan.
                for other in &report.other_plans {
                    <li key={other.path.as_str()}>
                        <a href={links.page_href(&other.path)} data-kind={other.kind.slug()}>
                            <b>{ format!("{} ", other.plan.name) }</b>
                            { kind_icon(other.kind) }
                            { label_lines(&other.label) }
                        </a>
                    </li>
                }
            </ul>
        </nav>
    }
}
