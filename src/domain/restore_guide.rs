//! How a backup is restored, from Aiven's documentation and not from the policy.

use serde::{Deserialize, Serialize};

/// How to restore a service as a fork: a new service, made from a backup. The policy does not state it, Aiven's documentation
/// does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct RestoreGuide {
    /// The steps with PITR, in order; the command follows them.
    pub pitr_steps: Vec<String>,
    /// The steps without PITR, where a command cannot choose the backup.
    pub backup_steps: Vec<String>,
    /// The command that forks a service with PITR, once its placeholders in capitals are filled in. Pages add the service type and
    /// the point in time.
    pub command: String,
    /// The page that says so.
    pub source: DocPage,
}

/// A public page of the documentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct DocPage {
    /// Its name.
    pub name: String,
    /// Its address.
    #[cfg_attr(feature = "site", schemars(regex(pattern = "^https://")))]
    pub url: String,
}
