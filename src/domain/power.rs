//! What depends on power and on a setting: the review of services that stay off, and backups that can be switched off.

use serde::{Deserialize, Serialize};

use super::policy::Policy;
use super::scenario::Scenario;
use super::selection::{PlanId, ServiceId};

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

/// A setting of a service on which its backups depend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Persistence"))]
pub struct PersistenceSetting {
    /// What the platform calls it.
    #[serde(rename = "setting")]
    pub name: String,
    /// Its value with which the table holds.
    #[serde(rename = "on")]
    pub enabled_value: String,
    /// Its value with which no backups are taken, whatever the table says.
    #[serde(rename = "off")]
    pub disabled_value: String,
    /// Id of the clause that says so.
    pub clause: String,
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

impl Policy {
    /// The setting on which the backups of a service on a plan depend; none where there are no backups either way.
    pub fn persistence_setting(
        &self,
        service: ServiceId,
        plan: PlanId,
    ) -> Option<&PersistenceSetting> {
        let has_backups = self.cell(service, plan).cell.has_backups();
        let setting = self.service(service).persistence.as_ref();
        setting.filter(|_| has_backups)
    }

    /// The same, where a case has it switched off: then no backups are taken, whatever the table says.
    pub fn disabled_persistence(
        &self,
        service: ServiceId,
        plan: PlanId,
        scenario: &Scenario,
    ) -> Option<&PersistenceSetting> {
        let setting = self.persistence_setting(service, plan);
        setting.filter(|_| scenario.persistence_disabled)
    }
}
