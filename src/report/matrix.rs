//! The table of the policy as it is shown: each cell with its kind and its answer in a few characters.

use super::{Kind, Label, PlanName, ServiceName, plan_name, service_name};
use crate::domain::{Page, PlanId, Policy, ServiceId, address};

/// The whole table.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The plans, which head the columns.
    pub plans: Vec<PlanName>,
    /// The services, which head the rows.
    pub rows: Vec<Row>,
}

/// A service and its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The service.
    pub id: ServiceId,
    /// How it is called.
    pub service: ServiceName,
    /// Its address below the site's root.
    pub address: String,
    /// One for each plan.
    pub cells: Vec<MatrixCell>,
}

/// A cell of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// The plan.
    pub id: PlanId,
    /// What sort of answer it is.
    pub kind: Kind,
    /// The answer in a few characters.
    pub label: Label,
    /// The answer's address below the site's root.
    pub address: String,
}

impl Matrix {
    /// The table of a policy.
    pub fn new(policy: &Policy) -> Self {
        let row = |id: ServiceId| Row {
            id,
            service: service_name(policy, id),
            address: address::encode(policy, &Page::Service(id)),
            cells: policy
                .plans()
                .map(|(plan, _)| cell(policy, id, plan))
                .collect(),
        };
        Self {
            plans: policy
                .plans()
                .map(|(id, _)| plan_name(policy, id))
                .collect(),
            rows: policy.services().map(|(id, _)| row(id)).collect(),
        }
    }
}

fn cell(policy: &Policy, service: ServiceId, plan: PlanId) -> MatrixCell {
    let entry = policy.cell(service, plan);
    MatrixCell {
        id: plan,
        kind: Kind::of(&entry.cell),
        label: Label::of(&entry.cell),
        address: address::encode(policy, &Page::Answer(service, plan)),
    }
}
