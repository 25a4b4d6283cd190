//! What another edition says of the services of a policy.

use serde::{Deserialize, Serialize};

use super::ids::{PlanId, ServiceId};

/// Another edition, compared with the policy that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherEdition {
    /// Path of its index, relative to that of the policy.
    pub path: String,
    /// Its name, in words.
    pub name: String,
    /// Path of the page on what changed, relative to the index of the policy. Below it is one page for each service, by its slug.
    pub changes_path: String,
    /// What it says of each service, in the order of the policy.
    pub services: Vec<ServiceNote>,
    /// The plans of the policy that it does not have.
    pub missing_plans: Vec<PlanId>,
}

/// What another edition says of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceNote {
    /// What it says, in a few words: "same table, 4 rules differ".
    pub text: String,
    /// Whether it has the service.
    pub is_covered: bool,
}

impl OtherEdition {
    /// Returns whether it does not have a service of this one.
    pub fn lacks(&self, service: ServiceId) -> bool {
        self.note(service).is_some_and(|note| !note.is_covered)
    }

    /// Returns what the edition says of a service; `None` if the policy has no such service.
    pub fn note(&self, service: ServiceId) -> Option<&ServiceNote> {
        self.services.get(service.0)
    }
}
