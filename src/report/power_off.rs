//! A service that is powered off: what is lost, what comes back, and the days until the review that may delete it.

use chrono::{NaiveDate, TimeDelta};

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::facts::{statements_for, statements_or_not_stated};
use super::format;
use super::statement::{Statement, StatementGroup};
use super::time_context::TimeContext;
use crate::domain::{Cell, PlanId, Policy, ServiceId, ServiceOptions, Timestamp, Topic};

/// What to know of a service on a plan that is powered off on a day, or what to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerOffReport {
    /// The days that are left, in one sentence; empty while no day is named.
    pub headline: String,
    /// Whether the days are over.
    pub is_overdue: bool,
    /// How they are counted.
    pub statements: Vec<Statement>,
    /// What else to know; nothing while no day is named.
    pub groups: Vec<StatementGroup>,
    /// What to put into a calendar, as long as it helps.
    pub reminder: Option<Reminder>,
}

/// An entry for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its name, of service and plan.
    pub name: String,
    /// The day of the power-off.
    pub powered_off_on: NaiveDate,
    /// The last day on which to reset the clock.
    pub last_day: NaiveDate,
    /// What to do.
    pub summary: String,
    /// Why, and how: some lines.
    pub description: String,
    /// When the entry was made.
    pub created_at: Timestamp,
}

impl PowerOffReport {
    /// What to know in a case; nothing where the plan does not exist.
    pub fn new(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        options: &ServiceOptions,
        time: TimeContext,
    ) -> Option<Self> {
        let context =
            PlanContext::with_persistence(policy, service, plan, options.persistence_disabled);
        if !context.cell.is_offered() {
            return None;
        }
        let Some(powered_off_on) = options.powered_off_on else {
            let ask = "Name the day it was, or will be, powered off, and the days are counted from there.";
            let rule = long_power_off_statements(&context).into_iter().take(1);
            return Some(Self {
                headline: String::new(),
                is_overdue: false,
                statements: rule.chain([Statement::interpretation(ask)]).collect(),
                groups: Vec::new(),
                reminder: None,
            });
        };
        let today = time.now.map(|now| time.zone.to_local(now).date());
        let countdown =
            ReviewCountdown::new(policy.power_off.review_after_days, powered_off_on, today);
        let statements = countdown.statements(&time);
        let created_at = time.now.filter(|_| !countdown.is_overdue());
        let reminder = created_at.map(|created_at| Reminder {
            name: format!("power-off-{}-{}", context.service.slug, context.plan.slug),
            powered_off_on,
            last_day: countdown.last_day,
            summary: format!(
                "Last day to reset the power-off clock of {} {}",
                context.service.short_name, context.plan.name
            ),
            description: reminder_description(&context, &statements),
            created_at,
        });
        Some(Self {
            headline: countdown.headline(&time),
            is_overdue: countdown.is_overdue(),
            statements,
            groups: statement_groups(&context),
            reminder,
        })
    }
}

/// The days from a power-off to the review.
struct ReviewCountdown {
    /// How many there are.
    days: u16,
    /// The day of the power-off.
    powered_off_on: NaiveDate,
    /// The last of them.
    last_day: NaiveDate,
    /// Today, where it is known.
    today: Option<NaiveDate>,
}

impl ReviewCountdown {
    fn new(days: u16, powered_off_on: NaiveDate, today: Option<NaiveDate>) -> Self {
        let last_day = powered_off_on + TimeDelta::days(days.into());
        Self {
            days,
            powered_off_on,
            last_day,
            today,
        }
    }

    /// Days from today until one; negative where it is over.
    fn days_until(&self, day: NaiveDate) -> Option<i64> {
        Some((day - self.today?).num_days())
    }

    fn is_overdue(&self) -> bool {
        self.days_until(self.last_day).is_some_and(|left| left < 0)
    }

    /// The first whole day beyond them.
    fn first_review_day(&self) -> NaiveDate {
        self.last_day + TimeDelta::days(1)
    }

    fn headline(&self, time: &TimeContext) -> String {
        let last_day = time.zone.format_date(self.last_day);
        match self.days_until(self.last_day) {
            None => format!("Reset the clock by {last_day}."),
            Some(0) => format!(
                "Today, {last_day}, is the last day to reset the clock: do it before the time of day of the power-off."
            ),
            Some(left) if left > 0 => {
                format!(
                    "{} left: reset the clock by {last_day}.",
                    format_days(time, left)
                )
            }
            Some(_) => format!(
                "The {} are over: since {} the service may be under review, and after the e-mail it may be deleted any time.",
                time.format_days(self.days.into()),
                time.zone.format_date(self.first_review_day())
            ),
        }
    }

    fn statements(&self, time: &TimeContext) -> Vec<Statement> {
        let day = |day| time.zone.format_date(day);
        let full = time.format_days(self.days.into());
        let mut statements = vec![Statement::interpretation(format!(
            "Powered off on {}, it has been off for {full} on {}, at the time of day of the power-off. From {} on it \
             has been off for longer at any time of day, and the review may come.",
            day(self.powered_off_on),
            day(self.last_day),
            day(self.first_review_day()),
        ))];
        if self.is_overdue() {
            let now = "If the service is still there, reset the clock now.";
            statements.push(Statement::interpretation(now));
        }
        match self.days_until(self.powered_off_on) {
            Some(ahead) if ahead > MAX_PLAUSIBLE_DAYS_AHEAD => {
                statements.push(Statement::interpretation(format!(
                    "That power-off is {} ahead: check the year.",
                    format_years(time, ahead)
                )))
            }
            Some(ahead) if ahead > 0 => statements.push(Statement::interpretation(format!(
                "That power-off is {} ahead; the count begins then.",
                format_days(time, ahead)
            ))),
            Some(ahead) if -ahead > MAX_PLAUSIBLE_DAYS_AGO => {
                statements.push(Statement::interpretation(format!(
                    "That power-off was {} ago: check the year.",
                    format_years(time, ahead)
                )))
            }
            _ => {}
        }
        statements.push(Statement::not_stated(
            "the time zone in which the days are counted",
        ));
        statements
    }
}

/// Days ahead beyond which a year is more likely mistyped than meant.
const MAX_PLAUSIBLE_DAYS_AHEAD: i64 = 366;
/// The same for days ago.
const MAX_PLAUSIBLE_DAYS_AGO: i64 = 1000;

fn format_days(time: &TimeContext, number: i64) -> String {
    time.format_days(number.unsigned_abs() as u32)
}

fn format_years(time: &TimeContext, days: i64) -> String {
    let years = (days.unsigned_abs() / 365) as u32;
    format!(
        "more than {}",
        time.zone.format_duration(&[(years, "year")])
    )
}

fn statement_groups(context: &PlanContext) -> Vec<StatementGroup> {
    let mut gone = power_off_statements(context);
    if *context.cell == Cell::NoBackups && context.disabled_by.is_none() {
        let none = Statement::from_policy("There are no backups.", context.table_clause());
        gone.insert(0, none);
    }
    let mut clean_up = long_power_off_statements(context);
    clean_up.push(Statement::not_stated(
        "how soon the review comes then, and how long before the clean-up the e-mail does",
    ));
    clean_up.push(Statement::interpretation(
        "By our reading a reset starts the days anew, from the day it is powered off again.",
    ));
    vec![
        StatementGroup {
            heading: "The review, and how to avoid it",
            statements: clean_up,
        },
        StatementGroup {
            heading: "What is lost at power-off",
            statements: gone,
        },
        StatementGroup {
            heading: "What comes back at power-on",
            statements: power_on_statements(context),
        },
    ]
}

/// The lines of a calendar entry: how the days are counted, what the policy says, and which policy.
fn reminder_description(context: &PlanContext, statements: &[Statement]) -> String {
    let counted = statements.iter().take(1).cloned();
    let mut text = String::new();
    for statement in counted.chain(long_power_off_statements(context)) {
        text += &statement.text;
        text.push('\n');
    }
    text + &format!(
        "After Aiven’s backup policy of {}.",
        context.policy.edition.to_words()
    )
}

/// What is lost when the service is powered off.
pub(super) fn power_off_statements(context: &PlanContext) -> Vec<Statement> {
    let silent_on = if context.cell.has_backups() {
        "what becomes of data written after the last backup"
    } else {
        "what becomes of the data"
    };
    let mut statements = statements_or_not_stated(context, Topic::PowerOff, silent_on);
    if context.disabled_by.is_some() {
        statements.push(Statement::interpretation(
            "No backup brings anything back: take it that all data is lost.",
        ));
    }
    statements
}

/// What is restored when it is powered on again.
pub(super) fn power_on_statements(context: &PlanContext) -> Vec<Statement> {
    if *context.cell == Cell::NoBackups {
        let (none, silent_on) = match context.disabled_by {
            Some(_) => (
                "There is no new backup to restore.",
                "whether one from before the setting was off is restored",
            ),
            None => (
                "There is no backup to restore.",
                "what remains of the data of such a service",
            ),
        };
        return vec![
            Statement::interpretation(none),
            Statement::not_stated(silent_on),
        ];
    }
    let mut statements = statements_for(context, Topic::PowerOn);
    if AnswerKind::from(context.cell) == AnswerKind::Pitr {
        let log = context.log_name();
        statements.push(Statement::not_stated(&format!(
            "whether the {log} after that backup is replayed then"
        )));
    }
    statements
}

/// What follows after a long time powered off: the rule first.
pub(super) fn long_power_off_statements(context: &PlanContext) -> Vec<Statement> {
    let rule = &context.policy.power_off;
    let clause = context.policy.clause(&rule.clause);
    let rule = clause.map(|clause| {
        let days = format::pluralize(rule.review_after_days.into(), "day");
        let text =
            format!("A service that stays powered off for longer than {days} comes under review.");
        Statement::from_policy(text, clause.clone())
    });
    let mut statements: Vec<Statement> = rule.into_iter().collect();
    statements.extend(statements_for(context, Topic::LongPowerOff));
    statements
}
