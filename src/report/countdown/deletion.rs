//! Report on the deletion of a service: the days until its backups are deleted, too.

use chrono::NaiveDate;

use super::days::{Countdown, CountdownWords};
use super::report::{CountdownEvent, CountdownReport};
use crate::domain::Topic;
use crate::domain::time::add_days;
use crate::report::context::PlanContext;
use crate::report::facts::statements_for;
use crate::report::statement::Statement;
use crate::report::time_context::TimeContext;

/// Headline if the policy does not state that backups outlive their service.
pub(in crate::report) const DELETION_NOT_STATED: &str =
    "The policy doesn’t state whether backups outlive a deleted service.";

/// Builds the report on the deletion of the service; `None` without backups, for a service that has ended, and, as long as no day is
/// entered, if the policy does not state that backups outlive their service.
pub(super) fn report(
    context: &PlanContext,
    deleted_on: Option<NaiveDate>,
    time: TimeContext,
) -> Option<CountdownReport> {
    if !context.cell.has_backups() || context.ended().is_some() {
        return None;
    }
    let event = CountdownEvent::Deletion;
    let facts = statements_for(context, Topic::Deletion);
    Some(match (context.policy.days_after_deletion, deleted_on) {
        (None, None) => return None,
        (None, Some(_)) => CountdownReport::without_days(event, DELETION_NOT_STATED, facts),
        (Some(_), None) => {
            let ask = Statement::interpretation("Enter the deletion date to see the deadline.");
            let rule = facts.into_iter().take(1);
            CountdownReport::without_days(event, "", rule.chain([ask]).collect())
        }
        (Some(days), Some(deleted_on)) => countdown(context, days, deleted_on, &facts, time),
    })
}

/// Returns the last whole day on which the backups of a deleted service are there, as long as the policy states how many days they
/// outlive it. It states no time of day at which they are deleted.
pub(in crate::report) fn last_day(deleted_on: NaiveDate, days: u16) -> NaiveDate {
    add_days(deleted_on, i64::from(days) - 1)
}

fn countdown(
    context: &PlanContext,
    days: u16,
    deleted_on: NaiveDate,
    facts: &[Statement],
    time: TimeContext,
) -> CountdownReport {
    let last_day = last_day(deleted_on, days);
    let countdown = Countdown {
        words: CountdownWords {
            event: CountdownEvent::Deletion,
            action: "Contact Aiven support",
            on_last_day: "today",
            summary: "last day to contact Aiven support",
            result: "the backups can be gone",
            overdue_action: "Contact Aiven support anyway.",
        },
        counted_from: deleted_on,
        days,
        last_day,
        time,
    };
    let count = format!(
        "The service is deleted on {}, its backups on {}.",
        time.zone.format_date(deleted_on),
        time.zone.format_date(countdown.first_day_after()),
    );
    let mut report = countdown.report(context, count, facts, Vec::new());
    report.statements.extend(facts.iter().cloned());
    report
}
