//! The review of services that stay powered off.

use serde::{Deserialize, Serialize};

/// When a service that is powered off comes under review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct ReviewRule {
    /// Once it has been off for longer than so many days.
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub review_after_days: u16,
    /// Id of the clause that says so.
    pub clause: String,
}
