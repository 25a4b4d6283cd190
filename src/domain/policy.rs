//! The validated policy. [`Policy::from_json`] creates it; the app gets it in serialized form from the build.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::backup_settings::BackupSettings;
use super::edition::Edition;
use super::fact::{Clause, Fact, Topic};
use super::ids::{PlanId, ServiceId};
use super::other_edition::OtherEdition;
use super::persistence::PersistenceSetting;
use super::power_off::LongPowerOffRule;
use super::restore_guide::{DocPage, RestoreGuide};
use super::schedule::Schedule;
use super::tool::Tool;

/// One valid edition of the backup policy. Slugs and ids are unique, and every reference to a clause or plan resolves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Edition of the document.
    pub edition: Edition,
    /// The document.
    pub document: DocPage,
    /// Heading of the section with the table of services and plans.
    pub table_section: String,
    /// What follows after a long time powered off.
    pub power_off: LongPowerOffRule,
    /// Days for which backups outlive a service that is deleted; `None` if the edition does not say.
    pub days_after_deletion: Option<u16>,
    /// How to restore, from Aiven's documentation; `None` if the edition does not say.
    pub restore: Option<RestoreGuide>,
    /// Facts that hold for every service with backups.
    pub facts: Vec<Fact>,
    /// Clauses that facts, tools and settings refer to.
    pub clauses: Vec<Rc<Clause>>,
    /// The other editions; none where the policy is read alone.
    pub other_editions: Vec<OtherEdition>,
    pub(super) plans: Vec<Plan>,
    pub(super) services: Vec<Service>,
}

impl Policy {
    /// Returns every service with its id, in the order of the document.
    pub fn services(&self) -> impl Iterator<Item = (ServiceId, &Service)> {
        self.services
            .iter()
            .enumerate()
            .map(|(index, service)| (ServiceId(index), service))
    }

    /// Returns every plan with its id, smallest first.
    pub fn plans(&self) -> impl Iterator<Item = (PlanId, &Plan)> {
        self.plans
            .iter()
            .enumerate()
            .map(|(index, plan)| (PlanId(index), plan))
    }

    /// Returns the service of an id of this policy.
    pub fn service(&self, id: ServiceId) -> &Service {
        &self.services[id.0]
    }

    /// Returns the plan of an id of this policy.
    pub fn plan(&self, id: PlanId) -> &Plan {
        &self.plans[id.0]
    }

    /// Returns the cell of a service on a plan.
    pub fn cell(&self, service: ServiceId, plan: PlanId) -> &PolicyCell {
        &self.services[service.0].cells[plan.0]
    }

    /// Returns the cell of a service on a plan; that of a service that has ended is not offered, whatever the table says.
    pub fn cell_today(&self, service: ServiceId, plan: PlanId) -> &Cell {
        match self.service(service).first_fact(Topic::Ended) {
            Some(_) => &Cell::NotOffered,
            None => &self.cell(service, plan).cell,
        }
    }

    /// Returns the cell of today with these settings: it has no backups while the setting that they depend on is disabled.
    pub fn cell_with(&self, service: ServiceId, plan: PlanId, settings: BackupSettings) -> &Cell {
        let cell = self.cell_today(service, plan);
        let is_disabled = settings.persistence_disabled;
        match self.disabled_persistence(service, plan, is_disabled) {
            Some(_) if cell.has_backups() => &Cell::NoBackups,
            _ => cell,
        }
    }

    /// Returns the cell of a service on a plan once the user has set the time of day of the backups.
    pub fn cell_at_set_time(&self, service: ServiceId, plan: PlanId) -> &PolicyCell {
        let cells = &self.services[service.0].cells_at_set_time;
        cells
            .get(plan.0)
            .unwrap_or_else(|| self.cell(service, plan))
    }

    /// Returns the service of a slug or an API service type, in any case; `None` if there is none.
    pub fn find_service(&self, name: &str) -> Option<ServiceId> {
        let is_named = |service: &Service| {
            name.eq_ignore_ascii_case(&service.slug)
                || name.eq_ignore_ascii_case(&service.service_type)
        };
        let mut services = self.services();
        services
            .find(|(_, service)| is_named(service))
            .map(|(id, _)| id)
    }

    /// Returns the plan of a slug, in any case and with the size that Aiven appends, as in `business-4` or `premium-6x-8`;
    /// `None` if there is none.
    pub fn find_plan(&self, name: &str) -> Option<PlanId> {
        let name = name.to_ascii_lowercase();
        let is_named = |plan: &Plan| match name.strip_prefix(&plan.slug) {
            Some("") => true,
            Some(size) => {
                let size = size.strip_prefix('-').unwrap_or_default();
                size.starts_with(|first: char| first.is_ascii_digit())
            }
            None => false,
        };
        self.plans()
            .find(|(_, plan)| is_named(plan))
            .map(|(id, _)| id)
    }

    /// Returns the setting that the backups of a service on a plan depend on; `None` if there is no such setting, or if
    /// there are no backups in either state.
    pub fn persistence_setting(
        &self,
        service: ServiceId,
        plan: PlanId,
    ) -> Option<&PersistenceSetting> {
        let has_backups = self.cell(service, plan).cell.has_backups();
        let setting = self.service(service).persistence.as_ref();
        setting.filter(|_| has_backups)
    }

    /// Returns [`persistence_setting`](Self::persistence_setting) if it is disabled: then no backups are taken,
    /// whatever the cell says. `None` otherwise.
    pub fn disabled_persistence(
        &self,
        service: ServiceId,
        plan: PlanId,
        persistence_disabled: bool,
    ) -> Option<&PersistenceSetting> {
        let setting = self.persistence_setting(service, plan);
        setting.filter(|_| persistence_disabled)
    }

    /// Returns the clause of an id; `None` if there is none. Every reference in the policy has one.
    pub fn clause(&self, id: &str) -> Option<Rc<Clause>> {
        self.clauses.iter().find(|clause| clause.id == id).cloned()
    }
}

/// A plan of Aiven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Plan {
    /// Its name in addresses.
    #[cfg_attr(
        feature = "site",
        schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))
    )]
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A service of Aiven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Name in URLs.
    pub slug: String,
    /// Service type in the Aiven API.
    pub service_type: String,
    /// Full name.
    pub name: String,
    /// Short name, for headings and the matrix.
    pub short_name: String,
    /// Name of the row in the document's table, word for word.
    pub table_row: String,
    /// Name of the log that is archived continuously ("WAL"); `None` if the policy names none.
    pub log_name: Option<String>,
    /// Setting that backups depend on; `None` if there is no such setting.
    pub persistence: Option<PersistenceSetting>,
    /// Whether the documentation of the edition's month says that it can be forked.
    pub can_be_forked: bool,
    /// Facts that the document states about this service.
    pub facts: Vec<Fact>,
    /// Export tools that the document recommends for this service.
    pub tools: Vec<Rc<Tool>>,
    pub(super) cells: Vec<PolicyCell>,
    /// Cells once the user has set the time of day of the backups; empty if that changes none.
    pub(super) cells_at_set_time: Vec<PolicyCell>,
}

impl Service {
    /// Returns the text of the first fact on a topic that the policy states of the service; `None` if there is none.
    pub fn first_fact(&self, topic: Topic) -> Option<&str> {
        let fact = self.facts.iter().find(|fact| fact.topic == topic)?;
        Some(&fact.text)
    }
}

/// A cell of the document's table: a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyCell {
    /// Text of the cell, word for word.
    pub policy_text: String,
    /// Meaning of the text.
    pub cell: Cell,
}

/// Meaning of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// The plan does not exist for the service ("Plan not available").
    NotOffered,
    /// The plan exists, and nothing is backed up ("No backups").
    NoBackups,
    /// There is one backup, and only Aiven can restore it ("Single backup only for disaster recovery").
    RecoveryOnly,
    /// There are backups, and the policy states neither their interval nor how long they are kept ("Backups").
    Unspecified,
    /// There are backups that the user can restore.
    Backups(Schedule),
}

impl Cell {
    /// Returns whether the plan exists for the service.
    pub fn is_offered(&self) -> bool {
        !matches!(self, Cell::NotOffered)
    }

    /// Returns whether anything is backed up.
    pub fn has_backups(&self) -> bool {
        !matches!(self, Cell::NotOffered | Cell::NoBackups)
    }

    /// Returns the schedule of the backups that the user can restore; `None` if there are none.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Cell::Backups(schedule) => Some(schedule),
            _ => None,
        }
    }
}
