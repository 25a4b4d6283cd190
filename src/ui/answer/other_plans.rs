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
                for link in &report.other_plans {
                    <li key={link.path.as_str()}>
                        <a href={links.page_href(&link.path)} data-kind={link.kind.slug()}>
                            <b>{ format!("{} ", link.plan.name) }</b>
                            { kind_icon(link.kind) }
                            { label_lines(&link.label) }
                        </a>
                    </li>
                }
            </ul>
        </nav>
    }
}
