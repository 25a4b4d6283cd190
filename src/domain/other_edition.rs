//! What another edition says of the services of a policy.

use serde::{Deserialize, Serialize};

use super::ids::PlanId;
use super::selection::Page;

/// Another edition, compared with the policy that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherEdition {
    /// Path of its index, relative to that of the policy.
    pub path: String,
    /// Its month or day, in words.
    pub text: String,
    /// What it says of each service, in the order of the policy.
    pub services: Vec<ServiceNote>,
}

/// What another edition says of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceNote {
    /// Date of the edition, and what it says.
    pub text: String,
    /// Whether it has the service.
    pub is_covered: bool,
    /// The plans of which it says something else: what, and whether it has the plan.
    pub plans: Vec<(PlanId, String, bool)>,
}

impl OtherEdition {
    /// Returns what the edition says of a page, and the page of it that says more: the index if it has no such page.
    pub fn note<'a>(&'a self, page: &'a Page) -> (&'a str, &'a Page) {
        let (service, plan) = match page {
            Page::Service(service) => (service, None),
            Page::Answer(service, plan) => (service, Some(*plan)),
            _ => return (&self.text, page),
        };
        let Some(note) = self.services.get(service.0) else {
            return (&self.text, &Page::Index);
        };
        let of_plan = note.plans.iter().find(|(id, ..)| Some(*id) == plan);
        let (text, is_covered) = match of_plan {
            Some((_, text, is_covered)) => (text, *is_covered),
            None => (&note.text, note.is_covered),
        };
        (text, if is_covered { page } else { &Page::Index })
    }
}
