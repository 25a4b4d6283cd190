//! The metrics of an answer: retention, PITR, data loss, export tool, frequency and restore points.

use super::context::PlanContext;
use super::facts::{retention, statements_for, statements_or_not_stated};
use super::headline::UNSPECIFIED_SCHEDULE;
use super::statement::{Metric, Source, Statement};
use super::{format, labels, persistence};
use crate::domain::{Cell, RecoveryMode, Retention, Schedule, Service, Tier, Topic};

const LABEL_RETENTION: &str = "Retention";
const LABEL_PITR: &str = "PITR";
const LABEL_DATA_LOSS: &str = "Max data loss (RPO)";
const LABEL_FREQUENCY: &str = "Backup frequency";
const LABEL_RESTORE_POINTS: &str = "Restore points";
pub(super) const LABEL_OLDEST: &str = "Oldest restore point";

/// Value that the policy does not state.
const NOT_STATED: &str = "Not stated";

/// Note on a value that is the policy's own.
const TABLE_NOTE: &str = "From the policy’s table.";

/// Number of metrics that are key facts: retention, PITR, data loss and export tool come first.
pub(super) const KEY_METRICS: usize = 4;

/// Returns the metrics of a cell; none if the plan is not offered.
pub(super) fn metrics(context: &PlanContext) -> Vec<Metric> {
    match context.cell {
        Cell::NotOffered => Vec::new(),
        Cell::NoBackups => without_backups(context),
        Cell::RecoveryOnly => without_schedule(
            context,
            "One backup",
            "when Aiven takes this backup and how old it can be",
        ),
        Cell::Unspecified => without_schedule(context, NOT_STATED, UNSPECIFIED_SCHEDULE),
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
    let (retention, note, further_notes) = match context.disabled_by {
        Some(setting) => (
            match setting.deletes_backups {
                true => "None",
                false => "No new backups",
            },
            "This overrides the retention of the plan.",
            persistence::earlier_backups_statement(setting),
        ),
        None => ("None", TABLE_NOTE, None),
    };
    let mut notes = vec![Statement::from_policy(note, context.table_clause())];
    notes.extend(further_notes);
    notes.extend(statements_for(context, Topic::Contradiction));
    let loss = Statement::interpretation("You can’t restore lost data from a backup.");
    vec![
        metric(LABEL_RETENTION, retention, notes),
        metric(LABEL_PITR, "No", Vec::new()),
        metric(LABEL_DATA_LOSS, "All data", vec![loss]),
        export_metric(context),
    ]
}

/// Returns the metrics of backups without a schedule. `unknown` is what the policy does not state of it.
fn without_schedule(context: &PlanContext, retention: &str, unknown: &str) -> Vec<Metric> {
    let mut notes = vec![Statement::from_policy(TABLE_NOTE, context.table_clause())];
    notes.extend(statements_for(context, Topic::Contradiction));
    let loss = Statement::not_stated("how much data a recovery can lose");
    let frequency = Statement::not_stated(unknown);
    vec![
        metric(LABEL_RETENTION, retention, notes),
        metric(LABEL_PITR, "No", Vec::new()),
        metric(LABEL_DATA_LOSS, NOT_STATED, vec![loss]),
        export_metric(context),
        metric(LABEL_FREQUENCY, NOT_STATED, vec![frequency]),
    ]
}

fn with_schedule(context: &PlanContext, schedule: &Schedule) -> Vec<Metric> {
    vec![
        retention_metric(context, schedule),
        pitr_metric(context, schedule),
        data_loss_metric(context, schedule),
        export_metric(context),
        frequency_metric(schedule),
        restore_points_metric(context, schedule),
        oldest_metric(schedule),
    ]
}

/// Returns the names of the export tools that the policy recommends for a service; "None listed" if there are none.
pub(super) fn export_tools(service: &Service) -> String {
    let tools = service.tools.iter();
    let names: Vec<String> = tools.map(|tool| tool.name.clone()).collect();
    match names.is_empty() {
        true => "None listed".to_owned(),
        false => names.join(", "),
    }
}

fn export_metric(context: &PlanContext) -> Metric {
    let tools = &context.service.tools;
    let value = export_tools(context.service);
    if tools.is_empty() {
        let name = &context.service.short_name;
        let note = Statement {
            text: format!("The policy recommends no export tool for {name}."),
            source: Source::NotStated,
        };
        return metric(labels::EXPORT_TOOL, value, vec![note]);
    }
    let notes = tools.iter().filter_map(|tool| {
        let text = format!("The policy recommends {} for this service.", tool.name);
        let clause = context.policy.clause(&tool.clause)?;
        Some(Statement::from_policy(text, clause))
    });
    metric(labels::EXPORT_TOOL, value, notes.collect())
}

/// Returns the age of the oldest restore point: between the guaranteed and the best-case window.
fn oldest_metric(schedule: &Schedule) -> Metric {
    let (guaranteed, best_case) = (schedule.guaranteed_window(), schedule.best_case_window());
    let value = match guaranteed.get() {
        0 => format!("Up to {} old", format::hours(best_case)),
        _ => format!("{} old", format::range(guaranteed, best_case)),
    };
    let coarsest = schedule.tiers().last().map(Tier::interval);
    let notes = [
        format!(
            "The exact age depends on when the latest {} backup ran.",
            format::interval_adjective(coarsest.unwrap_or_default())
        ),
        "Applies when the service is at least this old and no backup failed.".to_owned(),
    ];
    metric(
        LABEL_OLDEST,
        value,
        notes.into_iter().map(Statement::interpretation).collect(),
    )
}

fn frequency_metric(schedule: &Schedule) -> Metric {
    let value = match schedule.tiers() {
        [tier] if !matches!(tier.interval().get(), 1 | 24) => format::every(tier.interval()),
        tiers => format::join_list(&format::interval_adjectives(tiers)),
    };
    let mut notes = Vec::new();
    if let [fine, coarse] = schedule.tiers() {
        notes.push(Statement::interpretation(format!(
            "Aiven keeps one {} backup {} for longer.",
            format::interval_adjective(fine.interval()),
            format::every(coarse.interval()),
        )));
    }
    metric(LABEL_FREQUENCY, format::capitalize(&value), notes)
}

fn retention_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let explanations: Vec<String> = schedule.tiers().iter().map(explain_retention).collect();
    let mut notes = vec![
        Statement::from_policy(TABLE_NOTE, context.table_clause()),
        Statement::interpretation(format!(
            "{}.",
            format::capitalize(&format::join_list(&explanations))
        )),
    ];
    if schedule.is_retention_disputed() {
        notes.push(Statement::not_stated(
            "whether a changed interval keeps the number of backups or their age",
        ));
    }
    notes.extend(statements_for(context, Topic::Contradiction));
    metric(
        LABEL_RETENTION,
        format::retention(retention(schedule)),
        notes,
    )
}

/// Returns how the calculator interprets the retention rule of a tier.
fn explain_retention(tier: &Tier) -> String {
    let interval = format::interval_adjective(tier.interval());
    match tier.retention() {
        Retention::Count(1) => format!("each {interval} backup is kept until the next one"),
        Retention::Count(count) => format!("the latest {count} {interval} backups are kept"),
        Retention::Age(age) => format!("{interval} backups expire after {}", format::hours(age)),
    }
}

fn pitr_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    if schedule.mode() == RecoveryMode::Pitr {
        let mut notes = statements_for(context, Topic::Pitr);
        let log = context.log_name();
        notes.push(Statement::interpretation(format!(
            "You can restore any second from a base backup and the {log} after it."
        )));
        return metric(LABEL_PITR, "Yes", notes);
    }
    let mut notes = statements_for(context, Topic::NoPitr);
    if notes.is_empty() {
        notes.push(Statement::from_policy(
            "The policy lists backups for this plan, but not PITR.",
            context.table_clause(),
        ));
    }
    metric(LABEL_PITR, "No", notes)
}

fn restore_points_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    let count = schedule.restore_point_count();
    let noun = match schedule.mode() {
        RecoveryMode::Pitr => "base backup",
        RecoveryMode::Basic => "backup",
    };
    let note = match (schedule.mode(), schedule.tiers()) {
        (RecoveryMode::Pitr, _) => {
            let log = context.log_name();
            Some(format!("With the {log}, any second after the oldest one."))
        }
        (_, [fine, coarse]) => Some(format!(
            "{} {} and {} older {} backups.",
            fine.copies(),
            format::interval_adjective(fine.interval()),
            count - fine.copies(),
            format::interval_adjective(coarse.interval()),
        )),
        _ => None,
    };
    let notes = note.into_iter().map(Statement::interpretation).collect();
    metric(LABEL_RESTORE_POINTS, format::pluralize(count, noun), notes)
}

fn data_loss_metric(context: &PlanContext, schedule: &Schedule) -> Metric {
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        let value = match schedule.log_delay() {
            Some(delay) => format!("About {}", format::minutes(delay)),
            None => format!("{} lag only", format::capitalize(log)),
        };
        let subject = format!("how far the {log} archive can lag");
        let notes = statements_or_not_stated(context, Topic::LogDelay, &subject);
        return metric(LABEL_DATA_LOSS, value, notes);
    }
    let mut notes = vec![Statement::interpretation(
        "Changes after the latest backup are lost.",
    )];
    if let [fine, coarse] = schedule.tiers() {
        notes.push(Statement::interpretation(format!(
            "For restore points older than {}, up to {}.",
            format::hours(fine.guaranteed_window()),
            format::hours(coarse.interval()),
        )));
    }
    let loss = format::minutes(schedule.worst_case_loss());
    metric(LABEL_DATA_LOSS, format!("Up to {loss}"), notes)
}
