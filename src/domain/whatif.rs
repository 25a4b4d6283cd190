//! What the user asks beside the page: an incident, needs, a stack, a plan to change to, a power-off.

use chrono::NaiveDate;

use super::look::Look;
use super::moment::{Moment, TimeOfDay};
use super::needs::Needs;
use super::selection::{PlanId, ServiceId};

/// The user's own case; each part stands in the address as a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// When it went wrong (`at`).
    pub at: Option<Moment>,
    /// When the restore is made (`restore`); now, where nothing is said.
    pub restore: Option<Moment>,
    /// The time of day in UTC at which backups are taken (`hour`), where the user knows it.
    pub hour: Option<TimeOfDay>,
    /// What the backups must do (`back`, `lose`, `pitr`).
    pub needs: Needs,
    /// Another plan of the service to compare with (`with`).
    pub with: Option<PlanId>,
    /// Services that are used together (`services`), in the order of the policy, each pair once.
    pub stack: Vec<(ServiceId, PlanId)>,
    /// The day the service is powered off (`off`).
    pub off: Option<NaiveDate>,
    /// Whether the setting without which the service takes no backups is off (`persistence=off`).
    pub persistence_off: bool,
    /// How the page is shown (`embed`, `theme`); no answer depends on it.
    pub look: Look,
}

impl WhatIf {
    /// The part that is typed into fields, without what is chosen by links.
    pub fn typed(&self) -> Self {
        Self {
            with: None,
            stack: Vec::new(),
            persistence_off: false,
            ..self.plain()
        }
    }

    /// What is asked, however the page is shown: what an address says that leaves a frame.
    pub fn plain(&self) -> Self {
        Self {
            look: Look::default(),
            ..self.clone()
        }
    }

    /// What goes along to the page of another service or plan: the incident, the needs, the stack and the look. What was asked of
    /// one service alone, another plan of it, its power-off and its persistence, stays behind.
    pub fn carried(&self) -> Self {
        Self {
            with: None,
            off: None,
            persistence_off: false,
            ..self.clone()
        }
    }
}
