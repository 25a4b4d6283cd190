//! Report on a service: its plans side by side, and what changes from plan to plan.

use super::answer_kind::AnswerKind;
use super::facts::retention;
use super::format;
use super::metrics::LABEL_OLDEST;
use super::plan::PlanReport;
use super::refs::ServiceRef;
use super::statement::Statement;
use crate::domain::{Policy, RecoveryMode, Schedule, ServiceId, Topic};

/// Report on a service across its plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceReport {
    /// The service.
    pub service: ServiceRef,
    /// The answer in one sentence, without a full stop.
    pub headline: String,
    /// Conditions that the policy names for the answer.
    pub conditions: Vec<Statement>,
    /// Reports on all plans, smallest first, including those that are not offered.
    pub plans: Vec<PlanReport>,
    /// Steps between the plans that are offered, smallest first.
    pub steps: Vec<PlanStep>,
    /// Statements on every step; empty if there are no steps.
    pub step_remarks: Vec<Statement>,
}

/// Step between a plan and the next larger one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// Both plans, such as "Startup → Business".
    pub title: String,
    /// What changes, such as "Retention: 2 days → 14 days".
    pub changes: String,
}

/// Returns the statement that the policy does not state what happens to backups when the plan changes.
pub(super) fn plan_change_statement() -> Statement {
    Statement::not_stated("what happens to existing backups when you change plans")
}

impl ServiceReport {
    /// Builds the report on a service.
    pub fn new(policy: &Policy, service: ServiceId) -> Self {
        let plans: Vec<PlanReport> = policy
            .plans()
            .map(|(plan, _)| PlanReport::new(policy, service, plan))
            .collect();
        let offered: Vec<&PlanReport> = plans
            .iter()
            .filter(|report| report.answer_kind != AnswerKind::NotOffered)
            .collect();
        let steps: Vec<PlanStep> = offered
            .windows(2)
            .map(|pair| step(pair[0], pair[1]))
            .collect();
        let step_remarks = steps.first().map(|_| plan_change_statement());
        let headline = headline(&policy.service(service).short_name, &offered);
        let conditions = offered
            .first()
            .map(|plan| plan.conditions.clone())
            .unwrap_or_default();
        Self {
            service: ServiceRef::new(policy, service),
            headline: match policy.service(service).first_fact(Topic::Ended) {
                Some(ended) => ended.trim_end_matches('.').to_owned(),
                None => headline,
            },
            conditions,
            plans,
            steps,
            step_remarks: step_remarks.into_iter().collect(),
        }
    }

    /// Returns each plan with its label, such as "Startup: 2 d · PITR; Business: …".
    pub fn plan_labels(&self) -> String {
        let plans = self.plans.iter();
        let labels: Vec<String> = plans
            .map(|plan| format!("{}: {}", plan.plan.name, plan.label))
            .collect();
        format!("{}.", labels.join("; "))
    }
}

fn headline(service: &str, offered: &[&PlanReport]) -> String {
    let schedules: Vec<&Schedule> = offered
        .iter()
        .filter_map(|plan| plan.schedule.as_ref())
        .collect();
    let retentions = schedules.iter().map(|schedule| retention(schedule));
    let (Some(shortest), Some(longest)) = (retentions.clone().min(), retentions.max()) else {
        let mut kinds = offered.iter().map(|plan| plan.answer_kind);
        let kind = kinds.find(|kind| kind.is_not_stated());
        let answer = kind.unwrap_or(AnswerKind::NoBackups).without_schedule();
        return format!("{service}: {answer} on any plan");
    };
    let all_have_pitr = schedules
        .iter()
        .all(|schedule| schedule.mode() == RecoveryMode::Pitr);
    let kind = if all_have_pitr { "PITR" } else { "backups" };
    let answer = match (shortest.get(), longest.get()) {
        (_, 0) => "latest backup only".to_owned(),
        (0, _) => format!(
            "latest backup only, or backups for up to {}",
            format::hours(longest)
        ),
        _ if shortest == longest => format!("{kind} for {}", format::retention(longest)),
        (24, _) => format!("{kind} for 1 to {}", format::hours(longest)),
        _ => format!("{kind} for {}", format::range(shortest, longest)),
    };
    format!("{service}: {answer}")
}

/// Returns what changes between two plans of a service: the metrics with other values, but for the age that follows from the retention.
pub(super) fn step(from: &PlanReport, to: &PlanReport) -> PlanStep {
    let metrics = from.metrics.iter().zip(&to.metrics);
    let changes: Vec<String> = metrics
        .filter(|(before, after)| before.value != after.value && after.label != LABEL_OLDEST)
        .map(|(before, after)| format!("{}: {} → {}", after.label, before.value, after.value))
        .collect();
    PlanStep {
        title: format!("{} → {}", from.plan.name, to.plan.name),
        changes: match changes.as_slice() {
            [] => "No difference".to_owned(),
            changes => changes.join(" · "),
        },
    }
}
