//! Content of the page for URLs that name no page.

use crate::domain::selection::NotFound;
use crate::domain::{Page, Policy, ServiceId, url};
use crate::report::format;
use crate::report::link::PageLink;

/// Error message for a URL that names no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFoundContent {
    /// What is wrong, without a full stop.
    pub headline: String,
    /// What to do.
    pub advice: String,
    /// Links to pages that may be meant; the last one is the index.
    pub links: Vec<PageLink>,
}

impl NotFoundContent {
    /// Builds the error message for a reason.
    pub fn new(policy: &Policy, reason: &NotFound) -> Self {
        let (headline, advice) = match reason {
            NotFound::Service { requested, .. } => (
                format!("No service named “{requested}”"),
                "Select a service, or check the URL.".to_owned(),
            ),
            NotFound::Plan { service, requested } => {
                let service = &policy.service(*service).short_name;
                let plans: Vec<String> =
                    policy.plans().map(|(_, plan)| plan.name.clone()).collect();
                (
                    format!("{service} has no plan named “{requested}”"),
                    format!("Available plans: {}.", format::join_list(&plans)),
                )
            }
            NotFound::Path => (
                "Page not found".to_owned(),
                "Check the URL, or select a service and plan.".to_owned(),
            ),
        };
        let service = match reason {
            NotFound::Service { suggestion, .. } => *suggestion,
            NotFound::Plan { service, .. } => Some(*service),
            NotFound::Path => None,
        };
        let service_link = |id: ServiceId| PageLink {
            path: url::encode(policy, &Page::Service(id)),
            text: policy.service(id).name.clone(),
        };
        let index_link = PageLink {
            path: String::new(),
            text: "All services and plans".to_owned(),
        };
        Self {
            headline,
            advice,
            links: service
                .map(service_link)
                .into_iter()
                .chain([index_link])
                .collect(),
        }
    }
}
