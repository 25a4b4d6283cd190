//! What the user asks beside the page: an incident, needs, a stack, a plan to change to, a power-off.

use chrono::NaiveDate;

use super::display::DisplayOptions;
use super::requirements::Requirements;
use super::selection::{PlanId, ServiceId};
use super::time::{TimeOfDay, Timestamp};

/// The user's own case; each part stands in the address as a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// When it went wrong (`at`).
    pub incident_at: Option<Timestamp>,
    /// When the restore is made (`restore`); now, where nothing is said.
    pub restore_at: Option<Timestamp>,
    /// The time of day in UTC at which backups are taken (`hour`), where the user knows it.
    pub backup_time: Option<TimeOfDay>,
    /// What the backups must do (`back`, `lose`, `pitr`).
    pub requirements: Requirements,
    /// Another plan of the service to compare with (`with`).
    pub compare_with: Option<PlanId>,
    /// Services that are used together (`services`), in the order of the policy, each pair once.
    pub stack: Vec<(ServiceId, PlanId)>,
    /// The day the service is powered off (`off`).
    pub powered_off_on: Option<NaiveDate>,
    /// Whether the setting without which the service takes no backups is off (`persistence=off`).
    pub persistence_disabled: bool,
    /// How the page is shown (`embed`, `theme`); no answer depends on it.
    pub display: DisplayOptions,
}

impl Scenario {
    /// The part that is typed into fields, without what is chosen by links.
    pub fn form_values(&self) -> Self {
        Self {
            compare_with: None,
            stack: Vec::new(),
            persistence_disabled: false,
            ..self.without_display_options()
        }
    }

    /// What is asked, however the page is shown: what an address says that leaves a frame.
    pub fn without_display_options(&self) -> Self {
        Self {
            display: DisplayOptions::default(),
            ..self.clone()
        }
    }

    /// What goes along to the page of another service or plan: the incident, the needs, the stack and the look. What was asked of
    /// one service alone, another plan of it, its power-off and its persistence, stays behind.
    pub fn for_other_page(&self) -> Self {
        Self {
            compare_with: None,
            powered_off_on: None,
            persistence_disabled: false,
            ..self.clone()
        }
    }
}
