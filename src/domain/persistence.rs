//! The setting of a service on which its backups depend.

use serde::{Deserialize, Serialize};

/// A setting of a service on which its backups depend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Persistence"))]
pub struct PersistenceSetting {
    /// What Aiven calls it.
    #[serde(rename = "setting")]
    pub name: String,
    /// Its value with which the table holds.
    #[serde(rename = "on")]
    pub enabled_value: String,
    /// Further values with which it holds.
    #[serde(rename = "also_on", default)]
    pub further_enabled_values: Vec<String>,
    /// Its value with which no backups are taken, whatever the table says.
    #[serde(rename = "off")]
    pub disabled_value: String,
    /// Id of the clause that says so.
    pub clause: String,
    /// Whether the backups that exist are deleted with the other value; if not, the policy does not say what happens to them.
    #[serde(default)]
    pub deletes_backups: bool,
}

impl PersistenceSetting {
    /// Returns the values with which the table holds.
    pub fn enabled_values(&self) -> Vec<String> {
        let mut values = self.further_enabled_values.clone();
        values.insert(0, self.enabled_value.clone());
        values
    }
}

/// How such a setting is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "Switched"))]
pub enum PersistenceState {
    /// Backups are taken.
    #[serde(rename = "on")]
    Enabled,
    /// None are.
    #[serde(rename = "off")]
    Disabled,
}
