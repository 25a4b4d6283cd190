//! Another plan of the same service beside this one: which reach is gained, and which is lost.

use super::service::{self, PLAN_CHANGE_NOT_STATED};
use super::timeline::ComparedPlan;
use super::{AnswerKind, PlanReport, format};
use crate::domain::{Minutes, Page, PlanId, Policy, Scenario, Selection, url};

/// What a change of the plan does.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanComparison {
    /// The plans to choose from: name, address below the root, and whether it is the chosen one, whose address
    /// leads back to no comparison.
    pub choices: Vec<(String, String, bool)>,
    /// What the chosen plan gains and loses, in sentences; empty where none is chosen.
    pub sentences: Vec<String>,
    /// Its reach, for the picture.
    pub compared_plan: Option<ComparedPlan>,
}

impl PlanComparison {
    /// The comparison for an answer; none where the service has no other plan.
    pub fn new(policy: &Policy, report: &PlanReport, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.service_and_plan()?;
        let scenario = &selection.scenario;
        let others = policy.plans().filter(|(id, _)| *id != plan);
        let others = others.filter(|(id, _)| policy.cell(service, *id).cell.is_offered());
        let choice = |id: PlanId| {
            let is_selected = scenario.compare_with == Some(id);
            let with = (!is_selected).then_some(id);
            let scenario = Scenario {
                compare_with: with,
                ..scenario.clone()
            };
            let address = url::encode_with_query(policy, &Page::Answer(service, plan), &scenario);
            (policy.plan(id).name.clone(), address, is_selected)
        };
        let choices: Vec<_> = others.map(|(id, _)| choice(id)).collect();
        let chosen = scenario
            .compare_with
            .filter(|with| *with != plan && policy.cell(service, *with).cell.is_offered());
        let other = chosen.map(|with| PlanReport::for_scenario(policy, service, with, scenario));
        (!choices.is_empty()).then(|| Self {
            choices,
            sentences: other
                .as_ref()
                .map(|other| sentences(report, other))
                .unwrap_or_default(),
            compared_plan: other.as_ref().map(compared_plan),
        })
    }
}

fn sentences(here: &PlanReport, there: &PlanReport) -> Vec<String> {
    let step = service::step(here, there);
    let to = &there.plan.name;
    if there.answer_kind == AnswerKind::NoBackups {
        return vec![format!("{to} has no backups either.")];
    }
    let first = match step.gains.is_empty() {
        true => format!("{to} has the same backups."),
        false => format!("On {to}: {}.", format::join_list(&step.gains)),
    };
    vec![first, PLAN_CHANGE_NOT_STATED.to_owned()]
}

fn compared_plan(other: &PlanReport) -> ComparedPlan {
    let window = other
        .schedule
        .as_ref()
        .map(|schedule| schedule.guaranteed_window());
    let words = window.map_or("no restore of your own".to_owned(), format::hours);
    ComparedPlan {
        label: format!("{}: {words}", other.plan.name),
        guaranteed: window.map_or(Minutes::default(), |window| window.to_minutes()),
    }
}
