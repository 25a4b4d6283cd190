//! The matrix of services and plans: each cell with the kind and the label of its answer.

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::headline::Label;
use super::refs::{PlanRef, ServiceRef};
use crate::domain::{Clause, Page, PlanId, Policy, ServiceId, url};

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
    /// Path of the answer, relative to the root of the site.
    pub path: String,
}

impl Matrix {
    /// Builds the matrix of a policy.
    pub fn new(policy: &Policy) -> Self {
        let row = |id: ServiceId| Row {
            service: ServiceRef::new(policy, id),
            cells: policy
                .plans()
                .map(|(plan, _)| cell(policy, id, plan))
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

fn cell(policy: &Policy, service: ServiceId, plan: PlanId) -> MatrixCell {
    let entry = policy.cell(service, plan);
    MatrixCell {
        kind: AnswerKind::from(&entry.cell),
        label: Label::from(&entry.cell),
        path: url::encode(policy, &Page::Answer(service, plan)),
    }
}

/// Returns the text of a cell in the policy's table, as a clause.
pub fn table_clause(policy: &Policy, service: ServiceId, plan: PlanId) -> Clause {
    PlanContext::new(policy, service, plan).table_clause()
}
