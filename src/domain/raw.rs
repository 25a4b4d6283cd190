//! The policy file as it is written. The types derive `Deserialize`, and the JSON Schema of the file. Their values may
//! still be wrong; [`Policy::from_json`](super::Policy::from_json) validates them.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;

use super::fact::Fact;
use super::persistence::PersistenceSetting;
use super::policy::Plan;
use super::power_off::LongPowerOffRule;
use super::raw_changes::{RawChange, RawGoneService, RawRemark};
use super::restore_guide::{DocPage, RestoreGuide};
use super::schedule::RecoveryMode;
use super::tool::Tool;

/// One edition of the backup policy.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(title = "Backup policy", rename = "Policy"))]
pub struct RawPolicy {
    /// Address of this schema, for editors.
    #[serde(rename = "$schema", default)]
    #[allow(dead_code, reason = "read by editors, not by the app")]
    schema: Option<String>,
    /// The month or day the document speaks for, as YYYY-MM or YYYY-MM-DD.
    #[cfg_attr(
        feature = "site",
        schemars(regex(pattern = r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$"))
    )]
    pub edition: String,
    /// The first change after it, since which it no longer holds as a whole, as YYYY-MM or YYYY-MM-DD; without it, none is known.
    #[serde(default)]
    #[cfg_attr(
        feature = "site",
        schemars(regex(pattern = r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$"))
    )]
    pub superseded: Option<String>,
    /// Title of the document.
    pub title: String,
    /// Address of the document.
    #[cfg_attr(feature = "site", schemars(regex(pattern = "^https://")))]
    pub source_url: String,
    /// Section of the document that holds the table of services and plans.
    pub table_section: String,
    /// The plans, smallest first.
    pub plans: Vec<Plan>,
    /// What follows after a service is powered off for a long time.
    pub power_off: LongPowerOffRule,
    /// How long backups outlive a service that is deleted; without it, the policy does not say.
    #[serde(default)]
    pub deletion: Option<RawDeletion>,
    /// How to restore, from Aiven's documentation and not from the document; without it, pages do not say how.
    #[serde(default)]
    pub restore: Option<RestoreGuide>,
    /// The page of the documentation of the edition's month that lists the services that can be forked.
    #[serde(default)]
    pub forkable_services: Option<DocPage>,
    /// Facts that hold for every service with backups.
    pub facts: Vec<Fact>,
    /// The services, in the order of the document.
    pub services: Vec<RawService>,
    /// The clauses that facts and tools rest on.
    pub clauses: Vec<RawClause>,
    /// What has changed since the edition before, by date.
    #[serde(default)]
    pub changes: Vec<RawChange>,
    /// The services that the edition before has, and this one has not.
    #[serde(default)]
    pub gone_services: Vec<RawGoneService>,
    /// What is known after the date of the edition, by date.
    #[serde(default)]
    pub remarks: Vec<RawRemark>,
    /// The pages of the documentation beside the document that clauses are from, by their ids.
    #[serde(default)]
    pub pages: BTreeMap<String, DocPage>,
}

/// A service as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Service"))]
pub struct RawService {
    /// Its name in addresses.
    #[cfg_attr(
        feature = "site",
        schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))
    )]
    pub slug: String,
    /// Its service type in the Aiven API.
    pub service_type: String,
    /// Its full name.
    pub name: String,
    /// Its name where space is short.
    pub short_name: String,
    /// Its row in the document's table, word for word; two services may share one.
    pub table_row: String,
    /// What its continuously archived log is called, where there is one ("WAL").
    #[serde(default)]
    pub log_name: Option<String>,
    /// How late that log may be, where the policy says so.
    #[serde(default)]
    pub log_delay: Option<RawLogDelay>,
    /// The setting on which its backups depend, where there is one.
    #[serde(default)]
    pub persistence: Option<PersistenceSetting>,
    /// Whether the documentation of the edition's month says that it can be forked; if not, pages say so.
    #[serde(default)]
    pub can_be_forked: bool,
    /// Its end, where it no longer exists although the table has it.
    #[serde(default)]
    pub ended: Option<RawEndOfLife>,
    /// One cell for each plan.
    pub cells: Vec<RawCell>,
    /// What the document says of this service.
    pub facts: Vec<Fact>,
    /// The export tools the document recommends for it.
    pub tools: Vec<Rc<Tool>>,
}

/// A place in the document, or on another page of the documentation, as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Clause"))]
pub struct RawClause {
    /// Its name, stable between editions.
    pub id: String,
    /// Heading of the section.
    pub section: String,
    /// The document's own words.
    pub quote: String,
    /// The page that the section is on, by its id; without it, the document itself.
    #[serde(default)]
    pub page: Option<String>,
}

/// How long backups outlive a service that is deleted, as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Deletion"))]
pub struct RawDeletion {
    /// So many days after the service is deleted, its backups are.
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub keep_days: u16,
    /// Id of the clause that says so.
    pub clause: String,
}

/// How late the archived log may be, as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "LogDelay"))]
pub struct RawLogDelay {
    /// About so many minutes.
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub minutes: u16,
    /// Id of the clause that says so.
    pub clause: String,
}

/// The end of a service as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "EndOfLife"))]
pub struct RawEndOfLife {
    /// The day since which it no longer exists, as YYYY-MM-DD.
    pub on: String,
    /// The service that it became, by slug; without it, none.
    #[serde(default)]
    pub successor: Option<String>,
    /// Id of the clause that says so.
    pub clause: String,
}

/// A cell of the table as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Cell"))]
pub struct RawCell {
    /// The plan, by its slug.
    pub plan: String,
    /// The document's own words.
    pub policy_text: String,
    /// What they mean.
    pub kind: RawKind,
    /// How a restore is done; only where there are backups.
    #[serde(default)]
    pub recovery_mode: Option<RecoveryMode>,
    /// What is taken and kept; only where there are backups, finest interval first.
    #[serde(default)]
    pub tiers: Vec<RawTier>,
}

/// The kinds of cell.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "Kind"))]
pub enum RawKind {
    /// The plan does not exist for the service.
    NotOffered,
    /// The plan exists, and nothing is backed up.
    NoBackups,
    /// One backup that only Aiven restores, after a disaster.
    RecoveryOnly,
    /// Backups without a schedule: the table names neither their interval nor how long they are kept.
    Unspecified,
    /// Backups that the user can restore.
    Backups,
}

/// A tier as written: exactly one of the two keep rules.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Tier"))]
pub struct RawTier {
    /// Hours from one backup to the next.
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub interval_hours: u32,
    /// How many backups are kept.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub keep_count: Option<u32>,
    /// Until which age, in hours, backups are kept.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub keep_age_hours: Option<u32>,
    /// Hours from one backup to the next once the user sets the time of day of the backups; without it, that changes nothing.
    #[serde(default)]
    #[cfg_attr(feature = "site", schemars(range(min = 1)))]
    pub interval_hours_at_hour: Option<u32>,
}
