//! Subject, headline, lead, conditions and the quoted policy cell of an answer.

use yew::prelude::*;

use super::setting_toggle::setting_toggle;
use crate::report::{PageLink, PlanReport, SettingToggle};
use crate::ui::inline::text_link;
use crate::ui::kind_icon::kind_icon;
use crate::ui::links::Links;
use crate::ui::statement::{clause_disclosure, condition_box};

/// Returns the head of an answer, as a fragment of its article; `toggle` and `stack_link` if there are any.
pub fn answer_header(
    report: &PlanReport,
    toggle: Option<&SettingToggle>,
    stack_link: Option<&PageLink>,
    links: &Links,
) -> Html {
    let clause = &report.table_clause;
    html! {
        <>
            <p class="answer-subject">
                { kind_icon(report.answer_kind) }
                { text_link(links.page_href(&report.service.path), &report.service.name) }
                <span>{ &report.plan.name }</span>
                if let Some(link) = stack_link {
                    <a class="stack-add" href={links.href(&link.path)}>{ &link.text }</a>
                }
            </p>
            <h1 id="headline" tabindex="-1" data-answer="">{ &report.headline }</h1>
            <p class="lead">{ &report.lead }</p>
            <div class="conditions">
                for condition in &report.conditions {
                    { condition_box(condition) }
                }
                if let Some(toggle) = toggle {
                    { setting_toggle(toggle, links) }
                }
            </div>
            { clause_disclosure(&format!("The policy: “{}”", clause.quote), clause) }
        </>
    }
}
