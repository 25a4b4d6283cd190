//! The metrics of an answer: windows, worst-case loss, frequency, retention, PITR and restore points.

use super::context::PlanContext;
use super::facts::{statements_for, tier_retention};
use super::statement::{LabeledValue, Metric, Statement};
use super::{format, persistence};
use crate::domain::{Cell, RecoveryMode, Retention, Schedule, Tier, Topic};

const LABEL_FREQUENCY: &str = "Backup frequency";
const LABEL_RETENTION: &str = "Retention";
const LABEL_PITR: &str = "Point-in-time recovery (PITR)";
const LABEL_RESTORE_POINTS: &str = "Restore points kept";
const LABEL_GUARANTEED_WINDOW: &str = "Guaranteed window";
const LABEL_BEST_CASE_WINDOW: &str = "Best-case window";
const LABEL_WORST_CASE_LOSS: &str = "Worst-case loss (RPO)";

/// Labels of the metrics that each member of a stack has.
pub(super) const MEMBER_METRICS: [&str; 3] = [
    LABEL_GUARANTEED_WINDOW,
    LABEL_BEST_CASE_WINDOW,
    LABEL_WORST_CASE_LOSS,
];

/// Returns the metrics of a cell; none if the plan is not offered.
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
    let (table_note, retention, retention_notes) = match context.disabled_by {
        Some(_) => (
            "This overrules the policy’s table.",
            "nothing new is kept",
            vec![persistence::earlier_backups_statement()],
        ),
        None => ("From the policy’s table.", "nothing is kept", Vec::new()),
    };
    let table = Statement::from_policy(table_note, context.table_clause());
    let pitr = Statement::interpretation("There is no backup to start from.");
    let loss = Statement::interpretation("What the service itself loses, no backup brings back.");
    vec![
        metric(LABEL_WORST_CASE_LOSS, "no limit", vec![loss]),
        metric(LABEL_FREQUENCY, "no backups", vec![table]),
        metric(LABEL_RETENTION, retention, retention_notes),
        metric(LABEL_PITR, "no", vec![pitr]),
    ]
}

fn recovery_only(context: &PlanContext) -> Vec<Metric> {
    let table = Statement::from_policy("From the policy’s table.", context.table_clause());
    let loss = Statement::not_stated("how much the recovery may lose");
    let frequency = Statement::not_stated("when this single backup is taken and how old it may be");
    let pitr = Statement::interpretation("A single backup leaves no point in time to choose.");
    let points =
        Statement::interpretation("A backup for disaster recovery is not one to choose from.");
    vec![
        metric(LABEL_WORST_CASE_LOSS, "unknown", vec![loss]),
        metric(LABEL_FREQUENCY, "unknown", vec![frequency]),
        metric(LABEL_RETENTION, "a single backup", vec![table]),
        metric(LABEL_PITR, "no", vec![pitr]),
        metric(LABEL_RESTORE_POINTS, "none to choose", vec![points]),
    ]
}

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

/// Returns the values of a schedule that the card of a plan shows.
pub(super) fn card_values(schedule: &Schedule) -> Vec<LabeledValue> {
    let loss = match schedule.worst_case_loss() {
        loss if loss.get() == 0 => "none by schedule".to_owned(),
        loss => format::minutes(loss),
    };
    let window = format::hours(schedule.guaranteed_window());
    let best_case = format::hours(schedule.best_case_window());
    let count = schedule.restore_point_count().to_string();
    vec![
        LabeledValue::new(LABEL_GUARANTEED_WINDOW, window),
        LabeledValue::new(LABEL_BEST_CASE_WINDOW, best_case),
        LabeledValue::new(LABEL_RESTORE_POINTS, count),
        LabeledValue::new("Worst-case loss", loss),
    ]
}

fn guaranteed_window_metric(schedule: &Schedule) -> Metric {
    let (value, note) = match schedule.guaranteed_window() {
        window if window.get() == 0 => (
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
        vec![Statement::interpretation(note)],
    )
}

fn best_case_window_metric(schedule: &Schedule) -> Metric {
    let coarsest = schedule
        .tiers()
        .last()
        .map(Tier::interval)
        .unwrap_or_default();
    let note = format!(
        "Just before the oldest backup disappears. Where between the two windows you stand depends on the time \
         since the newest {} backup.",
        format::interval_adjective(coarsest),
    );
    metric(
        LABEL_BEST_CASE_WINDOW,
        format::hours(schedule.best_case_window()),
        vec![Statement::interpretation(note)],
    )
}

fn frequency_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let value = match schedule.tiers() {
        [tier] => format::every(tier.interval()),
        tiers => format::join_list(&format::interval_adjectives(tiers)),
    };
    let mut notes = vec![Statement::from_policy(
        "From the policy’s table.",
        context.table_clause(),
    )];
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        notes.push(Statement::interpretation(format!(
            "These are base backups; the {log} fills the time in between."
        )));
    }
    if let [fine, coarse] = schedule.tiers() {
        notes.push(Statement::interpretation(format!(
            "The {} backup is one of the {} ones, kept longer.",
            format::interval_adjective(coarse.interval()),
            format::interval_adjective(fine.interval()),
        )));
    }
    metric(LABEL_FREQUENCY, value, notes)
}

fn retention_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let tier_value = |tier: &Tier| {
        let retention = match tier_retention(tier) {
            retention if retention.get() == 0 => "the latest backup only".to_owned(),
            retention => format::hours(retention),
        };
        match schedule.tiers().len() {
            1 => retention,
            _ => format!(
                "{retention} ({})",
                format::interval_adjective(tier.interval())
            ),
        }
    };
    let values: Vec<String> = schedule.tiers().iter().map(tier_value).collect();
    let mut notes = vec![Statement::from_policy(
        "From the policy’s table.",
        context.table_clause(),
    )];
    let explanations: Vec<String> = schedule.tiers().iter().map(explain_retention).collect();
    let calculation = match schedule.tiers().last().map(Tier::retention) {
        Some(Retention::Count(count)) if count > 1 => {
            let window = format::hours(schedule.guaranteed_window());
            format!(
                ": {} between them make {window}",
                format::pluralize(count - 1, "interval")
            )
        }
        _ => String::new(),
    };
    notes.push(Statement::interpretation(format!(
        "As we read it, {}{calculation}.",
        format::join_list(&explanations)
    )));
    metric(LABEL_RETENTION, values.join(", "), notes)
}

/// Returns how the calculator interprets the retention rule of a tier.
fn explain_retention(tier: &Tier) -> String {
    let interval = format::interval_adjective(tier.interval());
    match tier.retention() {
        Retention::Count(1) => format!("one {interval} backup is kept until the next one is taken"),
        Retention::Count(count) => format!("the newest {count} {interval} backups are kept"),
        Retention::Age(age) => format!(
            "{interval} backups are kept until they are {} old",
            format::hours(age)
        ),
    }
}

fn pitr_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    if schedule.mode() == RecoveryMode::Pitr {
        let mut notes = statements_for(context, Topic::Pitr);
        let log = context.log_name();
        notes.push(Statement::interpretation(format!(
            "From a base backup and the {log} after it, any second can be rebuilt."
        )));
        return metric(LABEL_PITR, "yes", notes);
    }
    let mut notes = statements_for(context, Topic::NoPitr);
    if notes.is_empty() {
        notes.push(Statement::from_policy(
            "The policy names backups for this plan, and no point-in-time recovery.",
            context.table_clause(),
        ));
    }
    metric(LABEL_PITR, "no", notes)
}

fn restore_points_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let count = schedule.restore_point_count();
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        let note = format!("With the {log}, any second since the oldest of them.");
        return metric(
            LABEL_RESTORE_POINTS,
            format::pluralize(count, "base backup"),
            vec![Statement::interpretation(note)],
        );
    }
    let notes = match schedule.tiers() {
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
        notes,
    )
}

fn worst_case_loss_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    if schedule.mode() == RecoveryMode::Pitr {
        let delay = Statement::not_stated(&format!(
            "how late the archived {} may be",
            context.log_name()
        ));
        return metric(LABEL_WORST_CASE_LOSS, "none by schedule", vec![delay]);
    }
    let mut notes = vec![Statement::interpretation(
        "What was written after the newest backup is lost.",
    )];
    if let [fine, coarse] = schedule.tiers() {
        notes.push(Statement::interpretation(format!(
            "Further back than {}, the gap grows to {}.",
            format::hours(fine.guaranteed_window()),
            format::hours(coarse.interval()),
        )));
    }
    metric(
        LABEL_WORST_CASE_LOSS,
        format!("up to {}", format::minutes(schedule.worst_case_loss())),
        notes,
    )
}
