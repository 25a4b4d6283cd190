//! Links that add a service and plan to the stack or remove them.

use crate::domain::{Page, PlanId, Policy, Scenario, Selection, ServiceId, url};
use crate::report::link::PageLink;

/// Link of a matrix cell: it adds its service and plan to the stack or removes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackToggle {
    /// Path of the page of the stack after the change.
    pub path: String,
    /// Whether the stack has the cell before the change.
    pub is_member: bool,
}

/// Links of all matrix cells on the page of the stack: a row for each service, an entry for each plan. `None` for plans
/// that are not offered, unless the URL has put them into the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackToggles {
    /// Rows in the order of the policy.
    pub rows: Vec<Vec<Option<StackToggle>>>,
}

impl StackToggles {
    /// Builds the links for the stack of a scenario.
    pub fn new(policy: &Policy, scenario: &Scenario) -> Self {
        let toggle = |pair: (ServiceId, PlanId)| {
            let is_member = scenario.stack.contains(&pair);
            let is_offered = policy.cell_today(pair.0, pair.1).is_offered();
            (is_member || is_offered).then(|| StackToggle {
                path: toggle_path(policy, scenario, pair),
                is_member,
            })
        };
        let row = |service| {
            let plans = policy.plans();
            plans.map(|(plan, _)| toggle((service, plan))).collect()
        };
        let services = policy.services();
        Self {
            rows: services.map(|(service, _)| row(service)).collect(),
        }
    }
}

/// Returns the path of the page of the stack with `pair` added, or removed if the stack has it.
pub(super) fn toggle_path(
    policy: &Policy,
    scenario: &Scenario,
    pair: (ServiceId, PlanId),
) -> String {
    url::encode_with_query(policy, &Page::Stack, &scenario.with_toggled(pair))
}

/// Returns the link from an answer to the stack, which adds the answer; `None` on other pages and for plans that are not offered.
pub fn add_link(policy: &Policy, selection: &Selection) -> Option<PageLink> {
    let pair = selection.service_and_plan()?;
    let scenario = &selection.scenario;
    let link = |path, text: &str| PageLink {
        path,
        text: text.to_owned(),
    };
    if scenario.stack.contains(&pair) {
        let path = url::encode_with_query(policy, &Page::Stack, &scenario.for_other_page());
        return Some(link(path, "In your stack"));
    }
    let text = if scenario.stack.is_empty() {
        "Add to a stack"
    } else {
        "Add to your stack"
    };
    let is_offered = policy.cell_today(pair.0, pair.1).is_offered();
    is_offered.then(|| link(toggle_path(policy, scenario, pair), text))
}
