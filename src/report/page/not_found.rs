//! The content of the page for URLs that name no page.

use crate::domain::selection::NotFound;
use crate::domain::{Page, Policy, ServiceId, url};
use crate::report::format;
use crate::report::link::PageLink;

/// What is wrong with a URL, and where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFoundContent {
    /// What is wrong.
    pub headline: String,
    /// What to do.
    pub advice: String,
    /// Pages that may be meant.
    pub links: Vec<PageLink>,
}

impl NotFoundContent {
    /// Builds the content for a reason.
    pub fn new(policy: &Policy, reason: &NotFound) -> Self {
        let index = PageLink {
            path: String::new(),
            text: "All services and plans".to_owned(),
        };
        let service_link = |id: ServiceId| PageLink {
            path: url::encode(policy, &Page::Service(id)),
            text: policy.service(id).name.clone(),
        };
        match reason {
            NotFound::Service { requested, suggestion } => Self {
                headline: format!("The policy knows no service “{requested}”"),
                advice: "Pick the service in the table, or check the address for a slip.".to_owned(),
                links: suggestion.map(service_link).into_iter().chain([index]).collect(),
            },
            NotFound::Plan { service, requested } => {
                let plans: Vec<String> = policy.plans().map(|(_, plan)| plan.name.clone()).collect();
                Self {
                    headline: format!(
                        "{} has no plan “{requested}” in the policy",
                        policy.service(*service).short_name
                    ),
                    advice: format!("The plans are {}.", format::join_list(&plans)),
                    links: vec![service_link(*service), index],
                }
            }
            NotFound::Path => Self {
                headline: "There is no such page".to_owned(),
                advice: "The address names nothing the calculator has. Shorten the address part by part, or pick a service and a plan in the table."
                    .to_owned(),
                links: vec![index],
            },
        }
    }
}
