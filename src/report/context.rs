//! What the parts of a plan's report are written from.

use crate::domain::persistence::PersistenceSetting;
use crate::domain::{Cell, Clause, Plan, PlanId, Policy, Service, ServiceId};

/// The service, plan and cell that a report is written from, borrowed from the policy.
pub(super) struct PlanContext<'a> {
    pub(super) policy: &'a Policy,
    pub(super) service: &'a Service,
    pub(super) plan: &'a Plan,
    pub(super) policy_text: &'a str,
    pub(super) cell: &'a Cell,
    /// The disabled setting that no backups are taken without, if any.
    pub(super) disabled_by: Option<&'a PersistenceSetting>,
}

impl<'a> PlanContext<'a> {
    /// Reads the cell as the policy's table has it.
    pub(super) fn new(policy: &'a Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::with_persistence(policy, service, plan, false)
    }

    /// Reads the cell for a state of the setting that backups depend on: no backups while it is disabled.
    pub(super) fn with_persistence(
        policy: &'a Policy,
        service: ServiceId,
        plan: PlanId,
        persistence_disabled: bool,
    ) -> Self {
        static NO_BACKUPS_CELL: Cell = Cell::NoBackups;
        let entry = policy.cell(service, plan);
        let disabled_by = policy.disabled_persistence(service, plan, persistence_disabled);
        Self {
            policy,
            service: policy.service(service),
            plan: policy.plan(plan),
            policy_text: &entry.policy_text,
            cell: disabled_by.map_or(&entry.cell, |_| &NO_BACKUPS_CELL),
            disabled_by,
        }
    }

    /// Returns the name of the service's archived log, "WAL".
    pub(super) fn log_name(&self) -> &str {
        self.service.log_name.as_deref().unwrap_or("log")
    }

    /// Returns the clause of the cell; while a setting is disabled, the clause that overrules the cell.
    pub(super) fn table_clause(&self) -> Clause {
        let over = self
            .disabled_by
            .and_then(|off| self.policy.clause(&off.clause));
        if let Some(clause) = over {
            return clause.clone();
        }
        Clause {
            id: format!("table-{}-{}", self.service.slug, self.plan.slug),
            section: self.policy.table_section.clone(),
            quote: self.policy_text.to_owned(),
        }
    }
}
