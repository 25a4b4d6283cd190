//! The part of the policy that the report on a plan is built from.

use std::rc::Rc;

use crate::domain::persistence::PersistenceSetting;
use crate::domain::{
    BackupSettings, Cell, Clause, Plan, PlanId, Policy, Schedule, Service, ServiceId, Topic,
};

/// The service, plan and cell of a report, borrowed from the policy.
pub(super) struct PlanContext<'a> {
    /// The policy.
    pub(super) policy: &'a Policy,
    /// The service.
    pub(super) service: &'a Service,
    /// The plan.
    pub(super) plan: &'a Plan,
    /// Text of the cell in the policy's table.
    pub(super) policy_text: &'a str,
    /// The cell; [`Cell::NoBackups`] while the setting that backups depend on is disabled.
    pub(super) cell: &'a Cell,
    /// The disabled setting without which no backups are taken; `None` if there is none or it is enabled.
    pub(super) disabled_by: Option<&'a PersistenceSetting>,
}

impl<'a> PlanContext<'a> {
    /// Creates the context of a cell as the policy's table has it.
    pub(super) fn new(policy: &'a Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::with_settings(policy, service, plan, BackupSettings::default())
    }

    /// Creates the context of a cell for what is set on the service: no backups while the setting that they depend on is disabled.
    pub(super) fn with_settings(
        policy: &'a Policy,
        service: ServiceId,
        plan: PlanId,
        settings: BackupSettings,
    ) -> Self {
        static NO_BACKUPS_CELL: Cell = Cell::NoBackups;
        let entry = match settings.has_backup_time {
            true => policy.cell_at_set_time(service, plan),
            false => policy.cell(service, plan),
        };
        let disabled_by = policy.disabled_persistence(service, plan, settings.persistence_disabled);
        Self {
            policy,
            service: policy.service(service),
            plan: policy.plan(plan),
            policy_text: &entry.policy_text,
            cell: disabled_by.map_or(&entry.cell, |_| &NO_BACKUPS_CELL),
            disabled_by,
        }
    }

    /// Returns the name of the archived log of the service, such as "WAL".
    pub(super) fn log_name(&self) -> &str {
        self.service.log_name.as_deref().unwrap_or("log")
    }

    /// Returns how far the archived log can lag, in a sentence; `None` if the policy does not state it.
    pub(super) fn log_lag(&self) -> Option<&'a str> {
        self.service.first_fact(Topic::LogDelay)
    }

    /// Returns that the service has ended, in a sentence; `None` if it has not.
    pub(super) fn ended(&self) -> Option<&'a str> {
        self.service.first_fact(Topic::Ended)
    }

    /// Returns the schedule of the backups that can be restored; `None` without any, and for a service that has ended.
    pub(super) fn schedule(&self) -> Option<&'a Schedule> {
        self.cell.schedule().filter(|_| self.ended().is_none())
    }

    /// Returns whether the service has no backups on this plan by the policy's table, and not by a setting.
    pub(super) fn is_never_backed_up(&self) -> bool {
        *self.cell == Cell::NoBackups && self.disabled_by.is_none()
    }

    /// Returns the clause of the cell; while a setting is disabled, the clause that overrules the cell.
    pub(super) fn table_clause(&self) -> Rc<Clause> {
        let overruling = self
            .disabled_by
            .and_then(|setting| self.policy.clause(&setting.clause));
        if let Some(clause) = overruling {
            return clause;
        }
        Rc::new(Clause {
            id: format!("table-{}-{}", self.service.slug, self.plan.slug),
            section: self.policy.table_section.clone(),
            quote: self.policy_text.to_owned(),
            page: None,
        })
    }
}
