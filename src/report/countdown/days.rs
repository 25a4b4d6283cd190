//! The days of a countdown.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::report::{CountdownEvent, CountdownReport, Reminder};
use crate::domain::time::add_days;
use crate::report::context::PlanContext;
use crate::report::statement::{Statement, StatementGroup};
use crate::report::time_context::TimeContext;

/// Days from today to an event, negative in the past, outside of which its year is more likely mistyped than meant.
const PLAUSIBLE_DAYS_AHEAD: RangeInclusive<i64> = -1000..=366;

/// The words of a countdown.
pub(super) struct CountdownWords {
    /// The event from which the days count.
    pub(super) event: CountdownEvent,
    /// What to do until the last day, as a sentence begins.
    pub(super) action: &'static str,
    /// When to do it on the last day.
    pub(super) on_last_day: &'static str,
    /// Title of the calendar entry, after the names of service and plan.
    pub(super) summary: &'static str,
    /// What may be so from the day after the last day on.
    pub(super) result: &'static str,
    /// What to do once the days are over.
    pub(super) overdue_action: &'static str,
}

/// The days from an event to what follows.
pub(super) struct Countdown<'a> {
    pub(super) words: CountdownWords,
    /// Day of the event.
    pub(super) counted_from: NaiveDate,
    /// The number of days in the rule.
    pub(super) days: u16,
    /// The last of the days.
    pub(super) last_day: NaiveDate,
    /// The current time and the time zone of the reader.
    pub(super) time: TimeContext<'a>,
}

impl Countdown<'_> {
    /// Returns the first whole day on which it may follow.
    pub(super) fn first_day_after(&self) -> NaiveDate {
        add_days(self.last_day, 1)
    }

    /// Builds the report. The statement on how the days are counted comes first, and with the facts into the calendar entry.
    pub(super) fn report(
        self,
        context: &PlanContext,
        count: String,
        facts: &[Statement],
        groups: Vec<StatementGroup>,
    ) -> CountdownReport {
        let count = Statement::interpretation(count);
        let is_overdue = self.is_overdue();
        let created_at = self.time.now.filter(|_| !is_overdue);
        let reminder = created_at.map(|created_at| Reminder {
            name: format!(
                "{}-{}-{}",
                self.words.event.slug(),
                context.service.slug,
                context.plan.slug
            ),
            counted_from: self.counted_from,
            last_day: self.last_day,
            summary: format!(
                "{} {}: {}",
                context.service.short_name, context.plan.name, self.words.summary
            ),
            description: reminder_description(context, &count, facts),
            created_at,
        });
        CountdownReport {
            event: self.words.event,
            headline: self.headline(),
            is_overdue,
            statements: self.statements(count),
            groups,
            reminder,
        }
    }

    /// Returns whether the last day is over; `false` if today is unknown.
    fn is_overdue(&self) -> bool {
        self.days_until(self.last_day).is_some_and(|days| days < 0)
    }

    /// Returns the days from today until `day`, negative for a day in the past; `None` if today is unknown.
    fn days_until(&self, day: NaiveDate) -> Option<i64> {
        Some((day - self.time.today()?).num_days())
    }

    /// Returns the remaining days, or what may happen after them, in one sentence.
    fn headline(&self) -> String {
        let CountdownWords {
            action,
            on_last_day,
            result,
            ..
        } = self.words;
        let last_day = self.time.zone.format_date(self.last_day);
        match self.days_until(self.last_day) {
            None => format!("{action} by {last_day}."),
            Some(0) => format!("Last day. {action} {on_last_day}."),
            Some(remaining) if remaining > 0 => {
                let remaining = self.format_days(remaining);
                format!("{remaining} left. {action} by {last_day}.")
            }
            Some(_) => format!(
                "The {} have passed. Since {}, {result}.",
                self.format_days(self.days.into()),
                self.time.zone.format_date(self.first_day_after()),
            ),
        }
    }

    /// Returns how the days are counted, with a warning if the year of the event is implausible.
    fn statements(&self, count: Statement) -> Vec<Statement> {
        let mut statements = vec![count];
        if self.is_overdue() {
            statements.push(Statement::interpretation(self.words.overdue_action));
        }
        let is_implausible = |ahead| !PLAUSIBLE_DAYS_AHEAD.contains(&ahead);
        if self
            .days_until(self.counted_from)
            .is_some_and(is_implausible)
        {
            let check = "This date is far from today. Check the year.";
            statements.push(Statement::interpretation(check));
        }
        statements.push(Statement::not_stated("the time zone of the count"));
        statements
    }

    /// Returns the absolute number of days, such as "12 days".
    fn format_days(&self, days: i64) -> String {
        self.time.format_days(days.unsigned_abs() as u32)
    }
}

/// Returns the lines of a calendar entry: how the days are counted, the facts of the policy, and its edition.
fn reminder_description(context: &PlanContext, count: &Statement, facts: &[Statement]) -> String {
    let mut text = String::new();
    for statement in std::iter::once(count).chain(facts) {
        text += &statement.text;
        text.push('\n');
    }
    let edition = context.policy.edition.to_words();
    text + &format!("Based on Aiven’s backup policy, {edition}.")
}
