//! The selection: the page and the scenario, which are all the state that a URL holds.

use super::ids::{PlanId, ServiceId};
use super::scenario::Scenario;

/// What the visitor selected. Every selection has one URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Current page.
    pub page: Page,
    /// The visitor's scenario.
    pub scenario: Scenario,
}

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The matrix of services and plans.
    Index,
    /// The plans of a service compared.
    Service(ServiceId),
    /// The answer for a service on a plan.
    Answer(ServiceId, PlanId),
    /// Several services that are used together.
    Stack,
    /// No page has the path of the URL.
    NotFound(NotFound),
}

/// Why no page has a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// The policy has no service of this slug.
    Service {
        /// First segment of the path, percent-decoded.
        requested: String,
        /// Service with a similar slug; `None` if there is none.
        suggestion: Option<ServiceId>,
    },
    /// The policy has no plan of this slug.
    Plan {
        /// Service of the path.
        service: ServiceId,
        /// Second segment of the path, percent-decoded.
        requested: String,
    },
    /// The path has the form of no page, or the URL is outside the site.
    Path,
}

impl From<Page> for Selection {
    /// Returns the page with the default scenario.
    fn from(page: Page) -> Self {
        let scenario = Scenario::default();
        Self { page, scenario }
    }
}

impl Selection {
    /// Returns the service of the page; `None` for a page of no service or several.
    pub fn service(&self) -> Option<ServiceId> {
        self.page.service()
    }

    /// Returns the service and plan of an answer page; `None` for other pages.
    pub fn service_and_plan(&self) -> Option<(ServiceId, PlanId)> {
        match self.page {
            Page::Answer(service, plan) => Some((service, plan)),
            _ => None,
        }
    }
}

impl Page {
    /// Returns the service of the page; `None` for a page of no service or several.
    pub fn service(&self) -> Option<ServiceId> {
        match self {
            Page::Service(service) | Page::Answer(service, _) => Some(*service),
            _ => None,
        }
    }
}
