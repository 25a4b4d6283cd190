//! Identifiers of services and plans.

/// Identifier of a service within one [`Policy`](super::Policy), which alone creates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub(super) usize);

/// Identifier of a plan within one [`Policy`](super::Policy), which alone creates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub(super) usize);
