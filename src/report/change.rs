//! Another plan of the same service beside this one: which reach is gained, and which is lost.

use super::compare::{self, PLAN_CHANGE_SILENT};
use super::timeline::Other;
use super::{Kind, Report, words};
use crate::domain::{Minutes, Page, PlanId, Policy, Selection, WhatIf, address};

/// What a change of the plan does.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The plans to choose from: name, address below the root, and whether it is the chosen one, whose address
    /// leads back to no comparison.
    pub choices: Vec<(String, String, bool)>,
    /// What the chosen plan gains and loses, in sentences; empty where none is chosen.
    pub sentences: Vec<String>,
    /// Its reach, for the picture.
    pub reach: Option<Other>,
}

impl Change {
    /// The comparison for an answer; none where the service has no other plan.
    pub fn new(policy: &Policy, report: &Report, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.cell()?;
        let case = &selection.case;
        let others = policy.plans().filter(|(id, _)| *id != plan);
        let others = others.filter(|(id, _)| policy.cell(service, *id).cell.offered());
        let choice = |id: PlanId| {
            let chosen = case.with == Some(id);
            let with = (!chosen).then_some(id);
            let case = WhatIf {
                with,
                ..case.clone()
            };
            let address = address::encode_with(policy, &Page::Answer(service, plan), &case);
            (policy.plan(id).name.clone(), address, chosen)
        };
        let choices: Vec<_> = others.map(|(id, _)| choice(id)).collect();
        let chosen = case
            .with
            .filter(|with| *with != plan && policy.cell(service, *with).cell.offered());
        let other = chosen.map(|with| Report::of(policy, service, with, case));
        (!choices.is_empty()).then(|| Self {
            choices,
            sentences: other
                .as_ref()
                .map(|other| sentences(report, other))
                .unwrap_or_default(),
            reach: other.as_ref().map(reach),
        })
    }
}

fn sentences(here: &Report, there: &Report) -> Vec<String> {
    let step = compare::step(here, there);
    let to = &there.plan.name;
    if there.kind == Kind::NoBackups {
        return vec![format!("{to} has no backups either.")];
    }
    let first = match step.adds.is_empty() {
        true => format!("{to} has the same backups."),
        false => format!("On {to}: {}.", words::list(&step.adds)),
    };
    vec![first, PLAN_CHANGE_SILENT.to_owned()]
}

fn reach(other: &Report) -> Other {
    let window = other
        .schedule
        .as_ref()
        .map(|schedule| schedule.guaranteed_window());
    let words = window.map_or("no restore of your own".to_owned(), words::hours);
    Other {
        label: format!("{}: {words}", other.plan.name),
        guaranteed: window.map_or(Minutes::default(), |window| window.minutes()),
    }
}
