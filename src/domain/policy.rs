//! The policy as it is used: every value in it is valid, since only [`super::matrix`] makes one, and
//! [`super::packed`] carries it to the browser.

use serde::{Deserialize, Serialize};

use super::edition::Edition;
use super::ids::{PlanId, ServiceId};
use super::persistence::{PersistenceSetting, PersistenceState};
use super::review::ReviewRule;
use super::schedule::Schedule;

/// One valid edition of the backup policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Year and month the document speaks for.
    pub edition: Edition,
    /// Title of the document.
    pub title: String,
    /// Section that holds the table.
    pub table_section: String,
    /// When a service that is powered off comes under review.
    pub power_off: ReviewRule,
    /// Facts that hold for every service with backups.
    pub facts: Vec<Fact>,
    pub(super) plans: Vec<Plan>,
    pub(super) services: Vec<Service>,
    pub(super) clauses: Vec<Clause>,
}

impl Policy {
    /// Every service with its name in the program, in the order of the document.
    pub fn services(&self) -> impl Iterator<Item = (ServiceId, &Service)> {
        self.services
            .iter()
            .enumerate()
            .map(|(index, service)| (ServiceId(index), service))
    }

    /// Every plan with its name in the program, smallest first.
    pub fn plans(&self) -> impl Iterator<Item = (PlanId, &Plan)> {
        self.plans
            .iter()
            .enumerate()
            .map(|(index, plan)| (PlanId(index), plan))
    }

    /// The service of this name; names are only made by this policy.
    pub fn service(&self, id: ServiceId) -> &Service {
        &self.services[id.0]
    }

    /// The plan of this name; names are only made by this policy.
    pub fn plan(&self, id: PlanId) -> &Plan {
        &self.plans[id.0]
    }

    /// What the policy says of a service on a plan.
    pub fn cell(&self, service: ServiceId, plan: PlanId) -> &PolicyCell {
        &self.services[service.0].cells[plan.0]
    }

    /// Returns the setting that the backups of a service on a plan depend on; `None` where there is no such setting, or no
    /// backups in either state.
    pub fn persistence_setting(
        &self,
        service: ServiceId,
        plan: PlanId,
    ) -> Option<&PersistenceSetting> {
        let has_backups = self.cell(service, plan).cell.has_backups();
        let setting = self.service(service).persistence.as_ref();
        setting.filter(|_| has_backups)
    }

    /// Returns the same setting if it is disabled: then no backups are taken, whatever the table says.
    pub fn disabled_persistence(
        &self,
        service: ServiceId,
        plan: PlanId,
        persistence_disabled: bool,
    ) -> Option<&PersistenceSetting> {
        let setting = self.persistence_setting(service, plan);
        setting.filter(|_| persistence_disabled)
    }

    /// The clause of this id; a valid policy names no other.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// Every clause that a fact or a tool rests on.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }
}

/// A plan of the platform.
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

/// A service of the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its name in addresses.
    pub slug: String,
    /// Its service type in the platform's API.
    pub service_type: String,
    /// Its full name.
    pub name: String,
    /// Its name where space is short.
    pub short_name: String,
    /// Its row in the document's table, word for word.
    pub table_row: String,
    /// What its continuously archived log is called, where there is one ("WAL").
    pub log_name: Option<String>,
    /// The setting on which its backups depend, where there is one.
    pub persistence: Option<PersistenceSetting>,
    /// What the document says of this service.
    pub facts: Vec<Fact>,
    /// The export tools the document recommends for it.
    pub tools: Vec<Tool>,
    pub(super) cells: Vec<PolicyCell>,
}

/// What the table says of a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyCell {
    /// The document's own words.
    pub policy_text: String,
    /// What they mean.
    pub cell: Cell,
}

/// The meaning of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// The plan does not exist for the service ("Plan not available").
    NotOffered,
    /// The plan exists, and nothing is backed up ("No backups").
    NoBackups,
    /// One backup that only the platform restores ("Single backup only for disaster recovery").
    RecoveryOnly,
    /// Backups the user can restore.
    Backups(Schedule),
}

impl Cell {
    /// Whether the plan exists for the service.
    pub fn is_offered(&self) -> bool {
        !matches!(self, Cell::NotOffered)
    }

    /// Whether anything is backed up.
    pub fn has_backups(&self) -> bool {
        matches!(self, Cell::RecoveryOnly | Cell::Backups(_))
    }

    /// The schedule of backups the user can restore, where there is one.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Cell::Backups(schedule) => Some(schedule),
            _ => None,
        }
    }
}

/// What a fact is about: decides where a page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum Topic {
    /// Whether and by whom a backup can be reached.
    Access,
    /// What the user may change.
    Adjust,
    /// What must hold for the answer to be true.
    Condition,
    /// What an export does not give.
    ExportCaveat,
    /// What to use where there are no backups.
    Instead,
    /// Where backups are.
    Location,
    /// What follows after a long time powered off.
    LongPowerOff,
    /// Why there is no point-in-time recovery.
    NoPitr,
    /// What happens when a node fails.
    NodeFailure,
    /// Anything else worth knowing of the service.
    Note,
    /// How point-in-time recovery comes about.
    Pitr,
    /// What is lost at power-off.
    PowerOff,
    /// What is restored at power-on.
    PowerOn,
    /// What to export with where no tool is named.
    StandardTooling,
    /// Why there are no backups.
    WhyNone,
}

/// One thing the document says, in the calculator's words, with the clause it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// One sentence.
    pub text: String,
    /// Id of the clause it rests on.
    pub clause: String,
    /// The plans it holds for, by slug; without it, all.
    #[serde(default)]
    pub plans: Option<Vec<String>>,
    /// Whether it holds only with the service's setting on, or off; without it, both ways.
    #[serde(default)]
    pub persistence: Option<PersistenceState>,
}

/// An export tool the document recommends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Tool {
    /// The program's name.
    pub name: String,
    /// A command that works, once its placeholders in capitals are filled in.
    pub command: String,
    /// Its documentation.
    #[cfg_attr(feature = "site", schemars(regex(pattern = "^https://")))]
    pub url: String,
    /// Id of the clause that recommends it.
    pub clause: String,
    /// What to know before using it.
    #[serde(default)]
    pub note: Option<String>,
}

/// A place in the document: its section and a short quote, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Clause {
    /// Its name, stable between editions.
    pub id: String,
    /// Heading of the section.
    pub section: String,
    /// The document's own words.
    pub quote: String,
}
