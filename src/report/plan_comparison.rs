//! Another plan of the same service beside this one: which reach is gained, and which is lost.

use super::answer_kind::AnswerKind;
use super::format;
use super::plan::PlanReport;
use super::service::{self, PLAN_CHANGE_NOT_STATED};
use super::timeline::ComparedPlan;
use crate::domain::{Minutes, PlanId, Policy, Selection, url};

/// What a change of the plan does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanComparison {
    /// Plans to compare with.
    pub choices: Vec<PlanChoice>,
    /// What the chosen plan gains and loses, in sentences; empty where none is chosen.
    pub sentences: Vec<String>,
    /// Its reach, for the picture.
    pub compared_plan: Option<ComparedPlan>,
}

/// A plan to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChoice {
    /// Name of the plan.
    pub name: String,
    /// Path of the page with this comparison; of the selected plan, the path without a comparison.
    pub path: String,
    /// Whether this plan is compared.
    pub is_selected: bool,
}

impl PlanComparison {
    /// The comparison for an answer; none where the service has no other plan.
    pub fn new(policy: &Policy, report: &PlanReport, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.service_and_plan()?;
        let scenario = &selection.scenario;
        let persistence_disabled = scenario.service.persistence_disabled;
        let others = policy.plans().filter(|(id, _)| *id != plan);
        let others = others.filter(|(id, _)| policy.cell(service, *id).cell.is_offered());
        let choice = |id: PlanId| {
            let is_selected = scenario.service.compare_with == Some(id);
            let with = (!is_selected).then_some(id);
            let mut scenario = scenario.clone();
            scenario.service.compare_with = with;
            PlanChoice {
                name: policy.plan(id).name.clone(),
                path: url::encode_with_query(policy, &selection.page, &scenario),
                is_selected,
            }
        };
        let choices: Vec<_> = others.map(|(id, _)| choice(id)).collect();
        let chosen = scenario
            .service
            .compare_with
            .filter(|with| *with != plan && policy.cell(service, *with).cell.is_offered());
        let other = chosen
            .map(|with| PlanReport::with_persistence(policy, service, with, persistence_disabled));
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
