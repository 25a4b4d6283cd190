//! Report on a power-off: what is lost, what comes back, and the days until the review after which a service may be deleted, or until its
//! deletion.

use chrono::NaiveDate;

use super::days::{Countdown, CountdownWords};
use super::report::{CountdownEvent, CountdownReport};
use crate::domain::Topic;
use crate::domain::power_off::LongPowerOffResult;
use crate::domain::time::add_days;
use crate::report::context::PlanContext;
use crate::report::facts::statements_for;
use crate::report::power_statements::{
    long_power_off_statements, power_off_statements, power_on_statements,
};
use crate::report::statement::{Statement, StatementGroup};
use crate::report::time_context::TimeContext;

/// Builds the report on a power-off; `None` if the plan is not offered.
pub(super) fn report(
    context: &PlanContext,
    powered_off_on: Option<NaiveDate>,
    time: TimeContext,
) -> Option<CountdownReport> {
    if !context.cell.is_offered() {
        return None;
    }
    Some(match powered_off_on {
        Some(powered_off_on) => countdown(context, powered_off_on, time),
        None => {
            let ask = Statement::interpretation("Enter the power-off date to see the deadline.");
            let rule = long_power_off_statements(context).into_iter().take(1);
            let statements = rule.chain([ask]).collect();
            CountdownReport::without_days(CountdownEvent::PowerOff, "", statements)
        }
    })
}

fn countdown(
    context: &PlanContext,
    powered_off_on: NaiveDate,
    time: TimeContext,
) -> CountdownReport {
    let rule = &context.policy.power_off;
    let (result, summary, verb) = match rule.then {
        LongPowerOffResult::Review => (
            "Aiven can review the service and delete it after an email",
            "last day to power on before review",
            "can review",
        ),
        LongPowerOffResult::Deletion => (
            "Aiven deletes the service",
            "last day to power on before deletion",
            "deletes",
        ),
    };
    let countdown = Countdown {
        words: CountdownWords {
            event: CountdownEvent::PowerOff,
            action: "Power the service on, then off again",
            on_last_day: "today, before the time of day of the power-off",
            summary,
            result,
            overdue_action: "If the service still exists, power it on, then off again.",
        },
        counted_from: powered_off_on,
        days: rule.after_days,
        last_day: add_days(powered_off_on, rule.after_days.into()),
        time,
    };
    let count = format!(
        "Powered off on {}, the service reaches {} off on {}, at the same time of day. From {}, Aiven {verb} it.",
        time.zone.format_date(powered_off_on),
        time.format_days(rule.after_days.into()),
        time.zone.format_date(countdown.last_day),
        time.zone.format_date(countdown.first_day_after()),
    );
    countdown.report(
        context,
        count,
        &long_power_off_statements(context),
        statement_groups(context),
    )
}

/// Returns the statements on what follows, the power-off and the power-on.
fn statement_groups(context: &PlanContext) -> Vec<StatementGroup> {
    let mut long_power_off = long_power_off_statements(context);
    let (heading, not_stated) = match context.policy.power_off.then {
        LongPowerOffResult::Review => (
            "Review and how to avoid it",
            "when the review starts and how long before the cleanup Aiven sends the email",
        ),
        LongPowerOffResult::Deletion => (
            "Deletion and how to avoid it",
            "how long before the deletion Aiven sends the notification",
        ),
    };
    long_power_off.push(Statement::not_stated(not_stated));
    long_power_off.extend(statements_for(context, Topic::Deletion));
    long_power_off.push(Statement::interpretation(
        "Powering the service on, then off again restarts the count.",
    ));
    let mut power_off = power_off_statements(context);
    if context.is_never_backed_up() {
        let reason = Statement::from_policy("There are no backups.", context.table_clause());
        power_off.insert(0, reason);
    }
    vec![
        StatementGroup {
            heading: Some(heading),
            statements: long_power_off,
        },
        StatementGroup {
            heading: Some("Data lost at power-off"),
            statements: power_off,
        },
        StatementGroup {
            heading: Some("Data restored at power-on"),
            statements: power_on_statements(context),
        },
    ]
}
