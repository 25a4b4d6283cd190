//! Comparison of an answer with another plan of the same service.

use super::answer_kind::AnswerKind;
use super::format;
use super::plan::PlanReport;
use super::service;
use super::timeline::ComparedPlan;
use crate::domain::{Minutes, PlanId, Policy, Schedule, Selection, url};

/// Comparison with another plan: the plans to choose from, and what the selected one gains and loses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanComparison {
    /// Plans to compare with; never empty.
    pub choices: Vec<PlanChoice>,
    /// Gains and losses of the selected plan, in sentences; empty if none is selected.
    pub sentences: Vec<String>,
    /// The selected plan on the time line; `None` if none is selected.
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
    /// Builds the comparison of an answer; `None` on other pages and if the service is offered on no other plan.
    pub fn new(policy: &Policy, report: &PlanReport, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.service_and_plan()?;
        let scenario = &selection.scenario;
        let choice = |id: PlanId| {
            let is_selected = scenario.service.compare_with == Some(id);
            let mut scenario = scenario.clone();
            scenario.service.compare_with = (!is_selected).then_some(id);
            PlanChoice {
                name: policy.plan(id).name.clone(),
                path: url::encode_with_query(policy, &selection.page, &scenario),
                is_selected,
            }
        };
        let is_choice = |id: &PlanId| *id != plan && policy.cell(service, *id).cell.is_offered();
        let plans = policy.plans().map(|(id, _)| id);
        let choices: Vec<PlanChoice> = plans.filter(is_choice).map(choice).collect();
        if choices.is_empty() {
            return None;
        }
        let selected = scenario.service.compare_with.filter(is_choice);
        let compared = selected.map(|id| {
            let persistence_disabled = scenario.service.persistence_disabled;
            PlanReport::with_persistence(policy, service, id, persistence_disabled)
        });
        Some(Self {
            choices,
            sentences: compared
                .as_ref()
                .map_or_else(Vec::new, |compared| sentences(report, compared)),
            compared_plan: compared.as_ref().map(compared_plan),
        })
    }
}

fn sentences(from: &PlanReport, to: &PlanReport) -> Vec<String> {
    let plan = &to.plan.name;
    if to.answer_kind == AnswerKind::NoBackups {
        return vec![format!("{plan} has no backups either.")];
    }
    let step = service::step(from, to);
    let gains = if step.gains.is_empty() {
        format!("{plan} has the same backups.")
    } else {
        format!("On {plan}: {}.", format::join_list(&step.gains))
    };
    vec![gains, service::plan_change_statement().text]
}

fn compared_plan(report: &PlanReport) -> ComparedPlan {
    let window = report.schedule.as_ref().map(Schedule::guaranteed_window);
    let window_text = window.map_or("no restore of your own".to_owned(), format::hours);
    ComparedPlan {
        label: format!("{}: {window_text}", report.plan.name),
        guaranteed: window.map_or(Minutes::default(), |window| window.to_minutes()),
    }
}
