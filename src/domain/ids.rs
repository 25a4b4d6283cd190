//! Identifiers of services and plans.

/// Identifier of a service. Valid for the [`Policy`](super::Policy) that created it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub(super) usize);

/// Identifier of a plan. Valid for the [`Policy`](super::Policy) that created it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub(super) usize);
