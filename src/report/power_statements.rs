//! Statements on data that is lost at power-off, restored at power-on, or deleted after a long power-off.

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::facts::{has_own_facts, own_statements_for, statements_for, statements_or_not_stated};
use super::format;
use super::statement::Statement;
use crate::domain::power_off::LongPowerOffResult;
use crate::domain::{Cell, Topic};

/// Returns what is lost when the service is powered off.
pub(super) fn power_off_statements(context: &PlanContext) -> Vec<Statement> {
    let subject = if context.cell.has_backups() {
        "whether a power-off keeps changes after the last backup"
    } else {
        "what happens to the data at power-off"
    };
    let mut statements = statements_or_not_stated(context, Topic::PowerOff, subject);
    if context.disabled_by.is_some() {
        statements.push(Statement::interpretation("Assume that all data is lost."));
    }
    statements
}

/// Returns what is restored when the service is powered on again.
pub(super) fn power_on_statements(context: &PlanContext) -> Vec<Statement> {
    if *context.cell == Cell::NoBackups {
        let (reason, subject) = match context.disabled_by {
            Some(setting) if setting.deletes_backups => {
                return vec![Statement::interpretation("There’s no backup to restore.")];
            }
            Some(_) => (
                "There’s no new backup to restore.",
                "whether an earlier backup is restored at power-on",
            ),
            None if has_own_facts(context, Topic::PowerOn) => {
                return own_statements_for(context, Topic::PowerOn);
            }
            None => (
                "There’s no backup to restore.",
                "what data remains at power-on",
            ),
        };
        return vec![
            Statement::interpretation(reason),
            Statement::not_stated(subject),
        ];
    }
    let mut statements = statements_for(context, Topic::PowerOn);
    if AnswerKind::from(context.cell) == AnswerKind::Pitr && !has_own_facts(context, Topic::PowerOn)
    {
        let log = context.log_name();
        statements.push(Statement::not_stated(&format!(
            "whether the {log} after the latest backup is replayed at power-on"
        )));
    }
    statements
}

/// Returns what follows after a long time powered off; the rule with its number of days comes first.
pub(super) fn long_power_off_statements(context: &PlanContext) -> Vec<Statement> {
    let rule = &context.policy.power_off;
    let clause = context.policy.clause(&rule.clause);
    let rule = clause.map(|clause| {
        let days = format::pluralize(rule.after_days.into(), "day");
        let verb = match rule.then {
            LongPowerOffResult::Review => "reviews",
            LongPowerOffResult::Deletion => "deletes",
        };
        let text = format!("Aiven {verb} services that are powered off for longer than {days}.");
        Statement::from_policy(text, clause)
    });
    let mut statements: Vec<Statement> = rule.into_iter().collect();
    statements.extend(statements_for(context, Topic::LongPowerOff));
    statements
}
