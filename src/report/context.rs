//! The part of the policy that the report on a plan is built from.

use crate::domain::persistence::PersistenceSetting;
use crate::domain::{Cell, Clause, Plan, PlanId, Policy, Service, ServiceId};

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
        Self::with_persistence(policy, service, plan, false)
    }

    /// Creates the context of a cell for a state of the setting that backups depend on: no backups while it is disabled.
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

    /// Returns the name of the archived log of the service, such as "WAL".
    pub(super) fn log_name(&self) -> &str {
        self.service.log_name.as_deref().unwrap_or("log")
    }

    /// Returns the clause of the cell; while a setting is disabled, the clause that overrules the cell.
    pub(super) fn table_clause(&self) -> Clause {
        let overruling = self
            .disabled_by
            .and_then(|setting| self.policy.clause(&setting.clause));
        if let Some(clause) = overruling {
            return clause.clone();
        }
        Clause {
            id: format!("table-{}-{}", self.service.slug, self.plan.slug),
            section: self.policy.table_section.clone(),
            quote: self.policy_text.to_owned(),
        }
    }
}
