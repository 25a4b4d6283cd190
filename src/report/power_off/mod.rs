//! Report on a power-off: what is lost, what comes back, and the days until the review after which a service may be deleted.

mod countdown;

use chrono::NaiveDate;

use super::context::PlanContext;
use super::facts::statements_for;
use super::power_statements::{
    long_power_off_statements, power_off_statements, power_on_statements,
};
use super::statement::{Statement, StatementGroup};
use super::time_context::TimeContext;
use crate::domain::power_off::LongPowerOffResult;
use crate::domain::{BackupSettings, PlanId, Policy, ServiceId, ServiceOptions, Timestamp, Topic};
use countdown::PowerOffCountdown;

/// Report on a power-off of a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerOffReport {
    /// The remaining days in one sentence; empty if the day of the power-off is not entered.
    pub headline: String,
    /// Whether the days are over.
    pub is_overdue: bool,
    /// How the days are counted.
    pub statements: Vec<Statement>,
    /// Statements on the review, the power-off and the power-on; empty if the day of the power-off is not entered.
    pub groups: Vec<StatementGroup>,
    /// Calendar entry for the last day; `None` if the day of the power-off is not entered, if the current time is unknown, and
    /// once the days are over.
    pub reminder: Option<Reminder>,
}

/// A calendar entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Name with the slugs of service and plan, for the file and the identifier of the entry.
    pub name: String,
    /// Day of the power-off.
    pub powered_off_on: NaiveDate,
    /// Last day on which to reset the days.
    pub last_day: NaiveDate,
    /// Title of the entry.
    pub summary: String,
    /// Text of the entry, in lines.
    pub description: String,
    /// Creation time of the entry.
    pub created_at: Timestamp,
}

impl PowerOffReport {
    /// Builds the report; `None` if the plan is not offered.
    pub fn new(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        options: &ServiceOptions,
        time: TimeContext,
    ) -> Option<Self> {
        let settings = BackupSettings {
            persistence_disabled: options.persistence_disabled,
            ..BackupSettings::default()
        };
        let context = PlanContext::with_settings(policy, service, plan, settings);
        if !context.cell.is_offered() {
            return None;
        }
        Some(match options.powered_off_on {
            Some(powered_off_on) => Self::with_countdown(&context, powered_off_on, time),
            None => Self::without_countdown(&context),
        })
    }

    /// Builds the report for a power-off on a day that is not entered: the rule, and what to enter.
    fn without_countdown(context: &PlanContext) -> Self {
        let ask = "Enter the power-off date to see the deadline.";
        let rule = long_power_off_statements(context).into_iter().take(1);
        Self {
            headline: String::new(),
            is_overdue: false,
            statements: rule.chain([Statement::interpretation(ask)]).collect(),
            groups: Vec::new(),
            reminder: None,
        }
    }

    fn with_countdown(context: &PlanContext, powered_off_on: NaiveDate, time: TimeContext) -> Self {
        let today = time.now.map(|now| time.zone.to_local(now).date());
        let rule = &context.policy.power_off;
        let countdown = PowerOffCountdown::new(rule, powered_off_on, today);
        let statements = countdown.statements(&time);
        let created_at = time.now.filter(|_| !countdown.is_overdue());
        let reminder = created_at.map(|created_at| Reminder {
            name: format!("power-off-{}-{}", context.service.slug, context.plan.slug),
            powered_off_on,
            last_day: countdown.last_day(),
            summary: format!(
                "{} {}: last day to power on before {}",
                context.service.short_name,
                context.plan.name,
                match rule.then {
                    LongPowerOffResult::Review => "review",
                    LongPowerOffResult::Deletion => "deletion",
                }
            ),
            description: reminder_description(context, &statements),
            created_at,
        });
        Self {
            headline: countdown.headline(&time),
            is_overdue: countdown.is_overdue(),
            statements,
            groups: statement_groups(context),
            reminder,
        }
    }
}

/// Returns the statements on the review, the power-off and the power-on.
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

/// Returns the lines of a calendar entry: the first of the statements on the count, the facts of the policy, and its edition.
fn reminder_description(context: &PlanContext, statements: &[Statement]) -> String {
    let count = statements.iter().take(1).cloned();
    let mut text = String::new();
    for statement in count.chain(long_power_off_statements(context)) {
        text += &statement.text;
        text.push('\n');
    }
    let edition = context.policy.edition.to_words();
    text + &format!("Based on Aiven’s backup policy, {edition}.")
}
