//! What depends on power and on a setting: the review of services that stay off, and backups that can be switched off.

use serde::{Deserialize, Serialize};

use super::policy::Policy;
use super::selection::{PlanId, ServiceId};
use super::whatif::WhatIf;

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
pub struct Persistence {
    /// What the platform calls it.
    pub setting: String,
    /// Its value with which the table holds.
    pub on: String,
    /// Its value with which no backups are taken, whatever the table says.
    pub off: String,
    /// Id of the clause that says so.
    pub clause: String,
}

/// How such a setting is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum Switched {
    /// Backups are taken.
    On,
    /// None are.
    Off,
}

impl Policy {
    /// The setting on which the backups of a service on a plan depend; none where there are no backups either way.
    pub fn persistence(&self, service: ServiceId, plan: PlanId) -> Option<&Persistence> {
        let backups = self.cell(service, plan).cell.backups();
        let setting = self.service(service).persistence.as_ref();
        setting.filter(|_| backups)
    }

    /// The same, where a case has it switched off: then no backups are taken, whatever the table says.
    pub fn switched_off(
        &self,
        service: ServiceId,
        plan: PlanId,
        case: &WhatIf,
    ) -> Option<&Persistence> {
        let setting = self.persistence(service, plan);
        setting.filter(|_| case.persistence_off)
    }
}
