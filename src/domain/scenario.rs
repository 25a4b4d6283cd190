//! What the visitor asks beside the page: an incident, requirements, a stack, another plan, a power-off.

use chrono::NaiveDate;

use super::display::DisplayOptions;
use super::ids::{PlanId, ServiceId};
use super::requirements::Requirements;
use super::time::{TimeOfDay, Timestamp};

/// The visitor's own case. Every part has a parameter in the URL; the groups say how far a part is carried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// The incident. Carried to every page.
    pub incident: IncidentInput,
    /// Options of one service on one plan. Dropped on another page.
    pub service: ServiceOptions,
    /// What backups must do (`back`, `lose`, `pitr`). Carried to every page.
    pub requirements: Requirements,
    /// Services that are used together (`services`), in the order of the policy, each pair once. Carried to every page.
    pub stack: Vec<(ServiceId, PlanId)>,
    /// How the page is shown (`embed`, `theme`). Carried to every page, but not out of an iframe.
    pub display: DisplayOptions,
}

/// An incident as far as the visitor has described it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IncidentInput {
    /// When it happened (`at`).
    pub at: Option<Timestamp>,
    /// When the restore is made (`restore`); now if `None`.
    pub restore_at: Option<Timestamp>,
    /// The time of day in UTC at which backups are taken (`hour`); unknown if `None`.
    pub backup_time: Option<TimeOfDay>,
}

impl IncidentInput {
    /// Returns the time of the restore: the one that was entered, or else `now`.
    pub fn restore_time(&self, now: Option<Timestamp>) -> Option<Timestamp> {
        self.restore_at.or(now)
    }
}

/// Options that concern one service on one plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServiceOptions {
    /// Another plan of the service to compare with (`with`).
    pub compare_with: Option<PlanId>,
    /// The day on which the service is powered off (`off`).
    pub powered_off_on: Option<NaiveDate>,
    /// Whether the setting that backups depend on is disabled (`persistence=off`).
    pub persistence_disabled: bool,
}

impl Scenario {
    /// Returns the part that form fields hold; what is chosen by links has its default.
    pub fn form_values(&self) -> Self {
        Self {
            service: ServiceOptions {
                powered_off_on: self.service.powered_off_on,
                ..ServiceOptions::default()
            },
            stack: Vec::new(),
            ..self.without_display_options()
        }
    }

    /// Returns the scenario with the default display options, for URLs that leave an iframe.
    pub fn without_display_options(&self) -> Self {
        Self {
            display: DisplayOptions::default(),
            ..self.clone()
        }
    }

    /// Returns the scenario to keep when the visitor navigates to another page: everything but the service options.
    pub fn for_other_page(&self) -> Self {
        Self {
            service: ServiceOptions::default(),
            ..self.clone()
        }
    }

    /// Returns [`for_other_page`](Self::for_other_page) with `pair` added to the stack, or removed if the stack has it.
    /// The stack keeps the order of the policy, so that every stack has one URL.
    pub fn with_toggled(&self, pair: (ServiceId, PlanId)) -> Self {
        let mut scenario = self.for_other_page();
        match scenario.stack.binary_search(&pair) {
            Ok(index) => drop(scenario.stack.remove(index)),
            Err(index) => scenario.stack.insert(index, pair),
        }
        scenario
    }
}
