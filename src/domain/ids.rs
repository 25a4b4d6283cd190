//! Identifiers of services and plans.

use serde::{Deserialize, Serialize};

/// Identifier of a service. Valid for the [`Policy`](super::Policy) that created it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ServiceId(pub(super) usize);

/// Identifier of a plan. Valid for the [`Policy`](super::Policy) that created it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlanId(pub(super) usize);
