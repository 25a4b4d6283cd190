//! The scenario: the visitor's input beside the page.

use chrono::NaiveDate;

use super::backup_settings::BackupSettings;
use super::display::DisplayOptions;
use super::ids::{PlanId, ServiceId};
use super::requirements::Requirements;
use super::time::{TimeOfDay, Timestamp};

/// The visitor's input. Every part has a parameter in the URL. Each group is kept or dropped as a whole on navigation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// Incident and restore. Kept on every page.
    pub incident: IncidentInput,
    /// Options of one service on one plan. Dropped when the page changes.
    pub service: ServiceOptions,
    /// Requirements on backups (`back`, `lose`, `pitr`). Kept on every page.
    pub requirements: Requirements,
    /// Services that are used together (`services`): in the order of the policy, each pair once. Kept on every page.
    pub stack: Vec<(ServiceId, PlanId)>,
    /// How the page is shown (`embed`, `theme`). Kept on every page, but dropped by links that leave an iframe.
    pub display: DisplayOptions,
}

/// Incident and restore, as far as the visitor has entered them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IncidentInput {
    /// Time of the incident (`at`).
    pub at: Option<Timestamp>,
    /// Time of the restore (`restore`); now if `None`.
    pub restore_at: Option<Timestamp>,
    /// Time of day in UTC at which backups are taken (`hour`); unknown if `None`.
    pub backup_time: Option<TimeOfDay>,
}

impl IncidentInput {
    /// Returns the entered time of the restore, or else `now`.
    pub fn restore_time(&self, now: Option<Timestamp>) -> Option<Timestamp> {
        self.restore_at.or(now)
    }
}

/// Options that concern one service on one plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServiceOptions {
    /// Day on which the service is powered off (`off`).
    pub powered_off_on: Option<NaiveDate>,
    /// Day on which the service is deleted (`deleted`).
    pub deleted_on: Option<NaiveDate>,
    /// Whether the setting that backups depend on is disabled (`persistence=off`).
    pub persistence_disabled: bool,
}

impl Scenario {
    /// Returns what is set on the service of the page.
    pub fn backup_settings(&self) -> BackupSettings {
        BackupSettings {
            persistence_disabled: self.service.persistence_disabled,
            has_backup_time: self.incident.backup_time.is_some(),
        }
    }

    /// Returns the input of form fields; everything that is chosen by links has its default.
    pub fn form_values(&self) -> Self {
        Self {
            service: ServiceOptions {
                persistence_disabled: false,
                ..self.service
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

    /// Returns the scenario to keep when the page changes: everything but the service options.
    pub fn for_other_page(&self) -> Self {
        Self {
            service: ServiceOptions::default(),
            ..self.clone()
        }
    }

    /// Returns [`for_other_page`](Self::for_other_page) with `pair` added to the stack, or removed if the stack has it.
    /// The stack stays in the order of the policy.
    pub fn with_toggled(&self, pair: (ServiceId, PlanId)) -> Self {
        let mut scenario = self.for_other_page();
        match scenario.stack.binary_search(&pair) {
            Ok(index) => drop(scenario.stack.remove(index)),
            Err(index) => scenario.stack.insert(index, pair),
        }
        scenario
    }
}
