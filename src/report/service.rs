//! Report on a service: its plans side by side, and what each step between plans gains and loses.

use super::answer_kind::AnswerKind;
use super::facts::retention;
use super::format;
use super::plan::PlanReport;
use super::refs::ServiceRef;
use super::statement::Statement;
use crate::domain::{Policy, RecoveryMode, Schedule, ServiceId};

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

/// Step from a plan to the next larger one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// Both plans, such as "Startup and Business".
    pub title: String,
    /// Name of the smaller plan.
    pub from: String,
    /// Name of the larger plan.
    pub to: String,
    /// Gains of the larger plan; empty if the backups are the same.
    pub gains: Vec<String>,
    /// Losses of the smaller plan compared with the larger one.
    pub losses: Vec<String>,
}

/// Sentence on a step between plans with the same backups.
pub const SAME_BACKUPS: &str = "The policy gives both the same.";

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
            headline,
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
        let is_recovery_only = |plan: &&PlanReport| plan.answer_kind == AnswerKind::RecoveryOnly;
        let answer = if offered.iter().any(is_recovery_only) {
            "disaster recovery only"
        } else {
            "no backups"
        };
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

/// Returns what changes from one plan of a service to another.
pub(super) fn step(from: &PlanReport, to: &PlanReport) -> PlanStep {
    const NO_CHOICE: &str = "no backup to choose for a restore";
    let (gains, losses) = match (&from.schedule, &to.schedule) {
        (Some(from), Some(to)) => (gains_between(from, to), gains_between(to, from)),
        (None, Some(to)) => (vec![restore_choice(to)], vec![NO_CHOICE.to_owned()]),
        (Some(from), None) => (vec![NO_CHOICE.to_owned()], vec![restore_choice(from)]),
        (None, None) => unrestorable_step(from.answer_kind, to.answer_kind),
    };
    PlanStep {
        title: format!("{} and {}", from.plan.name, to.plan.name),
        from: from.plan.name.clone(),
        to: to.plan.name.clone(),
        gains,
        losses,
    }
}

/// Returns gains and losses between plans without backups that the user can restore.
fn unrestorable_step(from: AnswerKind, to: AnswerKind) -> (Vec<String>, Vec<String>) {
    let recovery = vec!["one backup for disaster recovery".to_owned()];
    let no_backup = vec!["no backups".to_owned()];
    match (from, to) {
        (AnswerKind::NoBackups, AnswerKind::RecoveryOnly) => (recovery, no_backup),
        (AnswerKind::RecoveryOnly, AnswerKind::NoBackups) => (no_backup, recovery),
        _ => (Vec::new(), Vec::new()),
    }
}

/// Returns the gain of a schedule over a plan without backups that the user can restore.
fn restore_choice(schedule: &Schedule) -> String {
    let retention = retention(schedule);
    let last = format::last(retention);
    match schedule.mode() {
        RecoveryMode::Pitr => format!("restore to any second in {last}"),
        RecoveryMode::Basic if retention.get() == 0 => "restore the latest backup".to_owned(),
        RecoveryMode::Basic => format!("restore any backup from {last}"),
    }
}

/// Returns the differences of `to` from `from`, in sentences about `to`.
fn gains_between(from: &Schedule, to: &Schedule) -> Vec<String> {
    let mut differences = Vec::new();
    match (from.mode(), to.mode()) {
        (RecoveryMode::Basic, RecoveryMode::Pitr) => {
            differences.push("PITR".to_owned());
        }
        (RecoveryMode::Pitr, RecoveryMode::Basic) => {
            differences.push("no PITR".to_owned());
        }
        _ => {}
    }
    let (before, after) = (retention(from), retention(to));
    if before < after {
        differences.push(insert_more(&format::hours(after - before)));
    } else if after < before {
        differences.push(format!("{} less", format::hours(before - after)));
    }
    let noun = match to.mode() {
        RecoveryMode::Pitr => "base backup",
        RecoveryMode::Basic => "backup",
    };
    let (before, after) = (from.restore_point_count(), to.restore_point_count());
    if before < after {
        differences.push(insert_more(&format::pluralize(after - before, noun)));
    } else if after < before {
        let count = format::pluralize(before - after, noun);
        differences.push(format!("{count} fewer"));
    }
    let (before, after) = (from.worst_case_loss(), to.worst_case_loss());
    if before != after {
        differences.push(format!(
            "maximum data loss {} instead of {}",
            format::minutes(after),
            format::minutes(before)
        ));
    }
    differences
}

/// Inserts "more" after the number of a text, such as "12 more days" for "12 days".
fn insert_more(text: &str) -> String {
    match text.split_once(' ') {
        Some((number, unit)) => format!("{number} more {unit}"),
        None => text.to_owned(),
    }
}
