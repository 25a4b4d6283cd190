//! The table of the policy as it is shown: each cell with its kind and its answer in a few characters.

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::headline::Label;
use super::refs::{PlanRef, ServiceRef};
use crate::domain::{Clause, Page, PlanId, Policy, ServiceId, url};

/// The whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The plans, which head the columns.
    pub plans: Vec<PlanRef>,
    /// The services, which head the rows.
    pub rows: Vec<Row>,
}

/// A service and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The service.
    pub id: ServiceId,
    /// How it is called.
    pub service: ServiceRef,
    /// Its address below the site's root.
    pub path: String,
    /// One for each plan.
    pub cells: Vec<MatrixCell>,
}

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixCell {
    /// The plan.
    pub id: PlanId,
    /// What sort of answer it is.
    pub kind: AnswerKind,
    /// The answer in a few characters.
    pub label: Label,
    /// The answer's address below the site's root.
    pub path: String,
}

impl Matrix {
    /// The table of a policy.
    pub fn new(policy: &Policy) -> Self {
        let row = |id: ServiceId| Row {
            id,
            service: ServiceRef::new(policy, id),
            path: url::encode(policy, &Page::Service(id)),
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
        id: plan,
        kind: AnswerKind::from(&entry.cell),
        label: Label::from(&entry.cell),
        path: url::encode(policy, &Page::Answer(service, plan)),
    }
}

/// Returns the text of a cell in the policy's table, as a clause.
pub fn table_clause(policy: &Policy, service: ServiceId, plan: PlanId) -> Clause {
    PlanContext::new(policy, service, plan).table_clause()
}
