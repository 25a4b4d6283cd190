//! The matrix of services and plans: each cell with the kind, the label and the retention of its answer.

use std::rc::Rc;

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::facts::retention;
use super::headline::Label;
use super::metrics;
use super::refs::{PlanRef, ServiceRef};
use crate::domain::{BackupSettings, Cell, Clause, Hours, Page, PlanId, Policy, ServiceId, url};

/// The matrix of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The plans: one for each column.
    pub plans: Vec<PlanRef>,
    /// The services with their cells: one for each row.
    pub rows: Vec<Row>,
}

/// A service with its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The service.
    pub service: ServiceRef,
    /// Names of the export tools that the policy recommends; "None listed" if there are none.
    pub export_tools: String,
    /// Cells in the order of the plans.
    pub cells: Vec<MatrixCell>,
}

/// A cell of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixCell {
    /// Kind of the answer.
    pub kind: AnswerKind,
    /// Label of the answer.
    pub label: Label,
    /// Retention as a share of the longest one of the policy, in percent; `None` where nothing is kept to choose from.
    pub retention_percent: Option<u32>,
    /// Path of the answer, relative to the root of the site.
    pub path: String,
}

impl Matrix {
    /// Builds the matrix of services with these settings.
    pub fn new(policy: &Policy, settings: BackupSettings) -> Self {
        let longest = longest_retention(policy);
        let row = |id: ServiceId| Row {
            service: ServiceRef::new(policy, id),
            export_tools: metrics::export_tools(policy.service(id)),
            cells: policy
                .plans()
                .map(|(plan, _)| cell(policy, (id, plan), settings, longest))
                .collect(),
        };
        Self {
            plans: policy
                .plans()
                .map(|(id, _)| PlanRef::new(policy, id))
                .collect(),
            rows: policy.services().map(|(id, _)| row(id)).collect(),
        }
    }
}

/// Returns the retention of a cell; `None` where nothing is kept to choose from.
fn cell_retention(cell: &Cell) -> Option<Hours> {
    cell.schedule().map(retention)
}

/// Returns the longest retention of all cells; 0 if there is none.
fn longest_retention(policy: &Policy) -> Hours {
    let mut longest = Hours::default();
    for (service, _) in policy.services() {
        for (plan, _) in policy.plans() {
            let retention = cell_retention(policy.cell_today(service, plan));
            longest = longest.max(retention.unwrap_or_default());
        }
    }
    longest
}

fn cell(
    policy: &Policy,
    (service, plan): (ServiceId, PlanId),
    settings: BackupSettings,
    longest: Hours,
) -> MatrixCell {
    let cell = policy.cell_with(service, plan, settings);
    let percent = |retention: Hours| retention.get() * 100 / longest.get().max(1);
    MatrixCell {
        kind: AnswerKind::from(cell),
        label: Label::from(cell),
        retention_percent: cell_retention(cell).map(percent),
        path: url::encode(policy, &Page::Answer(service, plan)),
    }
}

/// Returns the text of a cell in the policy's table, as a clause.
pub fn table_clause(policy: &Policy, service: ServiceId, plan: PlanId) -> Rc<Clause> {
    PlanContext::new(policy, service, plan).table_clause()
}
