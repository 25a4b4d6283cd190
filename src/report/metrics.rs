//! The figures of an answer: frequency, retention, PITR, restore points, windows and the worst-case loss.

use super::context::PlanContext;
use super::facts::{statements_for, tier_retention};
use super::statement::{Metric, Statement};
use super::{format, persistence};
use crate::domain::{Cell, RecoveryMode, Retention, Schedule, Tier, Topic};

/// The figures of a cell; none where the plan does not exist.
pub(super) fn metrics(context: &PlanContext) -> Vec<Metric> {
    match context.cell {
        Cell::NotOffered => Vec::new(),
        Cell::NoBackups => without_backups(context),
        Cell::RecoveryOnly => recovery_only(context),
        Cell::Backups(schedule) => with_schedule(context, schedule),
    }
}

fn metric(label: &'static str, value: impl Into<String>, notes: Vec<Statement>) -> Metric {
    Metric {
        label,
        value: value.into(),
        notes,
    }
}

fn without_backups(context: &PlanContext) -> Vec<Metric> {
    let (source, kept, earlier) = match context.disabled_by {
        Some(_) => (
            "This overrules the policy’s table.",
            "nothing new is kept",
            vec![persistence::earlier_backups_statement()],
        ),
        None => ("From the policy’s table.", "nothing is kept", Vec::new()),
    };
    let table = Statement::from_policy(source, context.table_clause());
    let start = Statement::interpretation("There is no backup to start from.");
    let lost = Statement::interpretation("What the service itself loses, no backup brings back.");
    vec![
        metric(LABEL_WORST_CASE_LOSS, "no limit", vec![lost]),
        metric(LABEL_FREQUENCY, "no backups", vec![table]),
        metric(LABEL_RETENTION, kept, earlier),
        metric(LABEL_PITR, "no", vec![start]),
    ]
}

fn recovery_only(context: &PlanContext) -> Vec<Metric> {
    let table = Statement::from_policy("From the policy’s table.", context.table_clause());
    let lost = Statement::not_stated("how much the recovery may lose");
    let taken = Statement::not_stated("when this single backup is taken and how old it may be");
    let pitr = Statement::interpretation("A single backup leaves no point in time to choose.");
    let points =
        Statement::interpretation("A backup for disaster recovery is not one to choose from.");
    vec![
        metric(LABEL_WORST_CASE_LOSS, "unknown", vec![lost]),
        metric(LABEL_FREQUENCY, "unknown", vec![taken]),
        metric(LABEL_RETENTION, "a single backup", vec![table]),
        metric(LABEL_PITR, "no", vec![pitr]),
        metric(LABEL_RESTORE_POINTS, "none to choose", vec![points]),
    ]
}

const LABEL_FREQUENCY: &str = "Backup frequency";
const LABEL_RETENTION: &str = "Retention";
const LABEL_PITR: &str = "Point-in-time recovery (PITR)";
const LABEL_RESTORE_POINTS: &str = "Restore points kept";
const LABEL_GUARANTEED_WINDOW: &str = "Guaranteed window";
const LABEL_BEST_CASE_WINDOW: &str = "Best-case window";
const LABEL_WORST_CASE_LOSS: &str = "Worst-case loss (RPO)";

/// The figures that tell services apart that are used together.
pub(super) const MEMBER_METRICS: [&str; 3] = [
    LABEL_GUARANTEED_WINDOW,
    LABEL_BEST_CASE_WINDOW,
    LABEL_WORST_CASE_LOSS,
];

fn with_schedule(context: &PlanContext, schedule: &Schedule) -> Vec<Metric> {
    vec![
        guaranteed_window_metric(schedule),
        best_case_window_metric(schedule),
        worst_case_loss_metric(context, schedule),
        frequency_metric(context, schedule),
        retention_metric(context, schedule),
        pitr_metric(context, schedule),
        restore_points_metric(context, schedule),
    ]
}

fn guaranteed_window_metric(schedule: &Schedule) -> Metric {
    let (value, detail) = match schedule.guaranteed_window() {
        none if none.get() == 0 => (
            "no age is sure".to_owned(),
            "There is always a backup, but the next one replaces it.",
        ),
        window => (
            format::hours(window),
            "So far back there surely is a restore point, by our reading: whenever backups happen to run, once the \
             service has run that long, and if none of them failed.",
        ),
    };
    metric(
        LABEL_GUARANTEED_WINDOW,
        value,
        vec![Statement::interpretation(detail)],
    )
}

fn best_case_window_metric(schedule: &Schedule) -> Metric {
    let coarsest = schedule
        .tiers()
        .last()
        .map(Tier::interval)
        .unwrap_or_default();
    let detail = format!(
        "Just before the oldest backup disappears. Where between the two windows you stand depends on the time \
         since the newest {} backup.",
        format::interval_adjective(coarsest),
    );
    metric(
        LABEL_BEST_CASE_WINDOW,
        format::hours(schedule.best_case_window()),
        vec![Statement::interpretation(detail)],
    )
}

fn frequency_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let value = match schedule.tiers() {
        [tier] => format::every(tier.interval()),
        tiers => format::join_list(&format::interval_adjectives(tiers)),
    };
    let mut details = vec![Statement::from_policy(
        "From the policy’s table.",
        context.table_clause(),
    )];
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        details.push(Statement::interpretation(format!(
            "These are base backups; the {log} fills the time in between."
        )));
    }
    if let [fine, coarse] = schedule.tiers() {
        details.push(Statement::interpretation(format!(
            "The {} backup is one of the {} ones, kept longer.",
            format::interval_adjective(coarse.interval()),
            format::interval_adjective(fine.interval()),
        )));
    }
    metric(LABEL_FREQUENCY, value, details)
}

fn retention_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let kept = |tier: &Tier| {
        let length = tier_retention(tier);
        let length = if length.get() == 0 {
            "the latest backup only".to_owned()
        } else {
            format::hours(length)
        };
        if schedule.tiers().len() == 1 {
            return length;
        }
        format!("{length} ({})", format::interval_adjective(tier.interval()))
    };
    let values: Vec<String> = schedule.tiers().iter().map(kept).collect();
    let mut details = vec![Statement::from_policy(
        "From the policy’s table.",
        context.table_clause(),
    )];
    let explanations: Vec<String> = schedule.tiers().iter().map(explain_retention).collect();
    let why = match schedule.tiers().last().map(Tier::retention) {
        Some(Retention::Count(count)) if count > 1 => {
            let span = format::hours(schedule.guaranteed_window());
            format!(
                ": {} between them make {span}",
                format::pluralize(count - 1, "interval")
            )
        }
        _ => String::new(),
    };
    details.push(Statement::interpretation(format!(
        "As we read it, {}{why}.",
        format::join_list(&explanations)
    )));
    metric(LABEL_RETENTION, values.join(", "), details)
}

/// How the calculator reads the keep rule of a tier (DESIGN 3).
fn explain_retention(tier: &Tier) -> String {
    let step = format::interval_adjective(tier.interval());
    match tier.retention() {
        Retention::Count(1) => format!("one {step} backup is kept until the next one is taken"),
        Retention::Count(count) => format!("the newest {count} {step} backups are kept"),
        Retention::Age(age) => format!(
            "{step} backups are kept until they are {} old",
            format::hours(age)
        ),
    }
}

fn pitr_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    if schedule.mode() == RecoveryMode::Pitr {
        let mut details = statements_for(context, Topic::Pitr);
        let log = context.log_name();
        details.push(Statement::interpretation(format!(
            "From a base backup and the {log} after it, any second can be rebuilt."
        )));
        return metric(LABEL_PITR, "yes", details);
    }
    let mut details = statements_for(context, Topic::NoPitr);
    if details.is_empty() {
        details.push(Statement::from_policy(
            "The policy names backups for this plan, and no point-in-time recovery.",
            context.table_clause(),
        ));
    }
    metric(LABEL_PITR, "no", details)
}

fn restore_points_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let count = schedule.restore_point_count();
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        let detail = format!("With the {log}, any second since the oldest of them.");
        return metric(
            LABEL_RESTORE_POINTS,
            format::pluralize(count, "base backup"),
            vec![Statement::interpretation(detail)],
        );
    }
    let details = match schedule.tiers() {
        [fine, coarse] => vec![Statement::interpretation(format!(
            "{} {}, and {} more {} ones further back.",
            fine.copies(),
            format::interval_adjective(fine.interval()),
            count - fine.copies(),
            format::interval_adjective(coarse.interval()),
        ))],
        _ => Vec::new(),
    };
    metric(
        LABEL_RESTORE_POINTS,
        format::pluralize(count, "backup"),
        details,
    )
}

fn worst_case_loss_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    if schedule.mode() == RecoveryMode::Pitr {
        let silent = Statement::not_stated(&format!(
            "how late the archived {} may be",
            context.log_name()
        ));
        return metric(LABEL_WORST_CASE_LOSS, "none by schedule", vec![silent]);
    }
    let mut details = vec![Statement::interpretation(
        "What was written after the newest backup is lost.",
    )];
    if let [fine, coarse] = schedule.tiers() {
        details.push(Statement::interpretation(format!(
            "Further back than {}, the gap grows to {}.",
            format::hours(fine.guaranteed_window()),
            format::hours(coarse.interval()),
        )));
    }
    metric(
        LABEL_WORST_CASE_LOSS,
        format!("up to {}", format::minutes(schedule.worst_case_loss())),
        details,
    )
}
