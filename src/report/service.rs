//! One service with its plans side by side: what each step up adds, and what a step down loses.

use super::answer_kind::AnswerKind;
use super::format;
use super::plan::PlanReport;
use super::refs::ServiceRef;
use super::statement::Statement;
use crate::domain::{Page, Policy, RecoveryMode, Schedule, ServiceId, url};

/// All there is to say about a service across its plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceReport {
    /// The service.
    pub service: ServiceRef,
    /// The answer in one sentence.
    pub headline: String,
    /// What must hold for the answer to be true.
    pub conditions: Vec<Statement>,
    /// One report for each plan, smallest first, those not offered too.
    pub plans: Vec<PlanReport>,
    /// The steps between the plans that exist, smallest first.
    pub steps: Vec<PlanStep>,
    /// Its address below the site's root.
    pub path: String,
}

/// From a plan to the next larger one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// The smaller plan's name.
    pub from: String,
    /// The larger plan's name.
    pub to: String,
    /// What the larger one adds; empty where the backups are the same.
    pub gains: Vec<String>,
    /// What the way back loses.
    pub losses: Vec<String>,
}

/// What the document does not say about changing the plan.
pub const PLAN_CHANGE_NOT_STATED: &str =
    "The policy is silent on what becomes of existing backups when you change the plan.";

impl ServiceReport {
    /// Returns each plan with its label, "Startup: 2 d · PITR; Business: …".
    pub fn plan_labels(&self) -> String {
        let plans = self.plans.iter();
        let labels: Vec<String> = plans
            .map(|plan| format!("{}: {}", plan.plan.name, plan.label))
            .collect();
        format!("{}.", labels.join("; "))
    }

    /// The plans of a service compared.
    pub fn new(policy: &Policy, service: ServiceId) -> Self {
        let plans: Vec<PlanReport> = policy
            .plans()
            .map(|(plan, _)| PlanReport::new(policy, service, plan))
            .collect();
        let offered: Vec<&PlanReport> = plans
            .iter()
            .filter(|report| report.answer_kind != AnswerKind::NotOffered)
            .collect();
        let steps = offered
            .windows(2)
            .map(|pair| step(pair[0], pair[1]))
            .collect();
        let headline = headline(&policy.service(service).short_name, &offered);
        let conditions = offered
            .first()
            .map(|plan| plan.conditions.clone())
            .unwrap_or_default();
        let path = url::encode(policy, &Page::Service(service));
        Self {
            service: ServiceRef::new(policy, service),
            headline,
            conditions,
            plans,
            steps,
            path,
        }
    }
}

fn headline(service: &str, offered: &[&PlanReport]) -> String {
    let schedules: Vec<&Schedule> = offered
        .iter()
        .filter_map(|plan| plan.schedule.as_ref())
        .collect();
    let windows = schedules
        .iter()
        .map(|schedule| schedule.guaranteed_window());
    let (Some(least), Some(most)) = (windows.clone().min(), windows.max()) else {
        let any = offered
            .iter()
            .any(|plan| plan.answer_kind == AnswerKind::RecoveryOnly);
        let nothing = if any {
            "no restore of your own"
        } else {
            "no backups"
        };
        return format!("{service}: {nothing} on any plan");
    };
    let without = offered.iter().filter(|plan| plan.schedule.is_none());
    let without: Vec<String> = without.map(|plan| plan.plan.name.clone()).collect();
    let not_on = match without.as_slice() {
        [] => String::new(),
        plans => format!(", not on {}", format::join_list(plans)),
    };
    let exact = schedules
        .iter()
        .all(|schedule| schedule.mode() == RecoveryMode::Pitr);
    let back = if exact {
        "back to any second of the last"
    } else {
        "back at least"
    };
    let answer = match (least.get(), most.get()) {
        (_, 0) => "back to the latest backup only".to_owned(),
        (0, _) => format!(
            "from the latest backup only to at least {} back, by plan",
            format::hours(most)
        ),
        (a, b) if a == b => format!("{back} {}", format::hours(most)),
        _ => format!("{back} {}, by plan", format::range(least, most)),
    };
    format!("{service}: {answer}{not_on}")
}

/// What changes from one plan of a service to another.
pub(super) fn step(from: &PlanReport, to: &PlanReport) -> PlanStep {
    let (gains, losses) = match (&from.schedule, &to.schedule) {
        (Some(less), Some(more)) => (gains_between(less, more), gains_between(more, less)),
        (None, Some(more)) => (
            reach_text(more, "you choose what to restore"),
            vec!["you can no longer choose a restore".to_owned()],
        ),
        (Some(less), None) => (
            vec!["you can no longer choose a restore".to_owned()],
            reach_text(less, "you choose what to restore"),
        ),
        (None, None) => unrestorable_step(from.answer_kind, to.answer_kind),
    };
    PlanStep {
        from: from.plan.name.clone(),
        to: to.plan.name.clone(),
        gains,
        losses,
    }
}

/// Between plans without a restore of the user's own.
fn unrestorable_step(from: AnswerKind, to: AnswerKind) -> (Vec<String>, Vec<String>) {
    let one = || vec!["one backup for disaster recovery".to_owned()];
    let none = || vec!["no backup at all".to_owned()];
    match (from, to) {
        (AnswerKind::NoBackups, AnswerKind::RecoveryOnly) => (one(), none()),
        (AnswerKind::RecoveryOnly, AnswerKind::NoBackups) => (none(), one()),
        _ => (Vec::new(), Vec::new()),
    }
}

fn reach_text(schedule: &Schedule, what: &str) -> Vec<String> {
    let reach = match (schedule.mode(), schedule.guaranteed_window()) {
        (RecoveryMode::Pitr, window) => format!("any second of the last {}", format::hours(window)),
        (_, window) if window.get() == 0 => "the latest backup".to_owned(),
        (_, window) => format!("at least {} back", format::hours(window)),
    };
    vec![format!("{what}: {reach}")]
}

/// What `more` has over `less`; where it has less, that is said too.
fn gains_between(less: &Schedule, more: &Schedule) -> Vec<String> {
    let mut all = differences(less, more);
    if less.mode() != more.mode() {
        all.insert(
            0,
            if more.mode() == RecoveryMode::Pitr {
                "any second (PITR)"
            } else {
                "no PITR any more"
            }
            .to_owned(),
        );
    }
    all
}

fn differences(from: &Schedule, to: &Schedule) -> Vec<String> {
    let mut all = Vec::new();
    let (a, b) = (from.guaranteed_window(), to.guaranteed_window());
    if a < b {
        all.push(insert_more(&format::hours(b - a)));
    } else if b < a {
        all.push(format!("{} less", format::hours(a - b)));
    }
    let noun = if to.mode() == RecoveryMode::Pitr {
        "base backup"
    } else {
        "backup"
    };
    let (a, b) = (from.restore_point_count(), to.restore_point_count());
    if a < b {
        all.push(insert_more(&format::pluralize(b - a, noun)));
    } else if b < a {
        all.push(format!("{} fewer", format::pluralize(a - b, noun)));
    }
    let (a, b) = (from.worst_case_loss(), to.worst_case_loss());
    if a != b {
        all.push(format!(
            "worst-case loss {} instead of {}",
            format::minutes(b),
            format::minutes(a)
        ));
    }
    all
}

/// "12 more days" of "12 days".
fn insert_more(length: &str) -> String {
    match length.split_once(' ') {
        Some((number, unit)) => format!("{number} more {unit}"),
        None => length.to_owned(),
    }
}
