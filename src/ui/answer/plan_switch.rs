//! The choice of a plan: one link for each plan on which the service is offered.

use yew::prelude::*;

use crate::report::PlanReport;
use crate::ui::kind_icon::kind_icon;
use crate::ui::links::Links;

/// Returns the choice.
pub fn plan_switch(report: &PlanReport, links: &Links) -> Html {
    html! {
        <nav class="plan-switch" aria-label="Plan">
            // Keyed by path: otherwise Yew would reuse the focused link for a different plan.
            for link in &report.plan_links {
                <a
                    key={link.path.as_str()}
                    href={links.page_href(&link.path)}
                    data-kind={link.kind.slug()}
                    aria-current={link.is_selected.then_some("page")}
                >
                    { kind_icon(link.kind) }
                    { &link.plan.name }
                </a>
            }
        </nav>
    }
}
