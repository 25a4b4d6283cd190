//! Identifiers and names of services and plans, as reports hold them.

use crate::domain::{Page, PlanId, Policy, ServiceId, url};

/// Identifier, names and path of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRef {
    /// Identifier within the policy.
    pub id: ServiceId,
    /// Name in URLs.
    pub slug: String,
    /// Full name.
    pub name: String,
    /// Name where space is short.
    pub short_name: String,
    /// Service type in the platform's API.
    pub service_type: String,
    /// Path of the page of the service, relative to the root of the site.
    pub path: String,
}

impl ServiceRef {
    /// Creates the reference to a service of the policy.
    pub fn new(policy: &Policy, id: ServiceId) -> Self {
        let service = policy.service(id);
        Self {
            id,
            slug: service.slug.clone(),
            name: service.name.clone(),
            short_name: service.short_name.clone(),
            service_type: service.service_type.clone(),
            path: url::encode(policy, &Page::Service(id)),
        }
    }
}

/// Identifier and names of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRef {
    /// Identifier within the policy.
    pub id: PlanId,
    /// Name in URLs.
    pub slug: String,
    /// Full name.
    pub name: String,
}

impl PlanRef {
    /// Creates the reference to a plan of the policy.
    pub fn new(policy: &Policy, id: PlanId) -> Self {
        let plan = policy.plan(id);
        Self {
            id,
            slug: plan.slug.clone(),
            name: plan.name.clone(),
        }
    }
}
