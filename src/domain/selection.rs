//! What the user chose: all the state that an address carries.

use super::ids::{PlanId, ServiceId};
use super::scenario::Scenario;

/// Everything the user chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The page that is shown.
    pub page: Page,
    /// The user's own case.
    pub scenario: Scenario,
}

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The matrix.
    Index,
    /// One service, its plans compared.
    Service(ServiceId),
    /// The answer for a service on a plan.
    Answer(ServiceId, PlanId),
    /// Several services together.
    Stack,
    /// No page has this address.
    NotFound(NotFound),
}

/// Why an address names no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// The policy knows no such service; perhaps one of a similar name.
    Service {
        /// What the address says.
        requested: String,
        /// A service whose name is alike.
        suggestion: Option<ServiceId>,
    },
    /// The service has no such plan in the policy.
    Plan {
        /// The service, which exists.
        service: ServiceId,
        /// What the address says.
        requested: String,
    },
    /// Nothing the calculator has.
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
    /// The service that is shown, if any.
    pub fn service(&self) -> Option<ServiceId> {
        self.page.service()
    }

    /// The service and plan that are shown, if any.
    pub fn service_and_plan(&self) -> Option<(ServiceId, PlanId)> {
        match self.page {
            Page::Answer(service, plan) => Some((service, plan)),
            _ => None,
        }
    }
}

impl Page {
    /// The service it is about, if it is about one.
    pub fn service(&self) -> Option<ServiceId> {
        match self {
            Page::Service(service) | Page::Answer(service, _) => Some(*service),
            _ => None,
        }
    }
}
