//! What follows after a service was powered off for a long time.

use serde::{Deserialize, Serialize};

/// What follows after a service is powered off for a long time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct LongPowerOffRule {
    /// It follows once the service has been off for longer than so many days.
    #[serde(rename = "review_after_days")]
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub after_days: u16,
    /// What follows.
    #[serde(default)]
    pub then: LongPowerOffResult,
    /// Id of the clause that says so.
    pub clause: String,
}

/// What follows after a long time powered off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum LongPowerOffResult {
    /// A review, after which the service may be deleted.
    #[default]
    Review,
    /// The service is deleted.
    Deletion,
}
