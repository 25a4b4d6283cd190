//! Countdown of the days from a power-off to the review or the deletion of the service.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::power_off::{LongPowerOffResult, LongPowerOffRule};
use crate::report::statement::Statement;
use crate::report::time_context::TimeContext;

/// Days ahead from which on the year of a power-off is more likely mistyped than meant.
const MAX_PLAUSIBLE_DAYS_AHEAD: i64 = 366;
/// Days ago from which on the year of a power-off is more likely mistyped than meant.
const MAX_PLAUSIBLE_DAYS_AGO: i64 = 1000;

/// The days from a power-off to what follows.
pub(super) struct PowerOffCountdown<'a> {
    /// The number of days, and what follows.
    rule: &'a LongPowerOffRule,
    /// Day of the power-off.
    powered_off_on: NaiveDate,
    /// The last of the days.
    last_day: NaiveDate,
    /// Today; `None` if unknown.
    today: Option<NaiveDate>,
}

impl<'a> PowerOffCountdown<'a> {
    /// Creates the countdown of a rule.
    pub(super) fn new(
        rule: &'a LongPowerOffRule,
        powered_off_on: NaiveDate,
        today: Option<NaiveDate>,
    ) -> Self {
        Self {
            rule,
            powered_off_on,
            last_day: powered_off_on + TimeDelta::days(rule.after_days.into()),
            today,
        }
    }

    /// Returns the last day before what follows.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// Returns whether the last day is over; `false` if today is unknown.
    pub(super) fn is_overdue(&self) -> bool {
        self.days_until(self.last_day).is_some_and(|days| days < 0)
    }

    /// Returns the first whole day on which it may follow.
    fn first_day_after(&self) -> NaiveDate {
        self.last_day + TimeDelta::days(1)
    }

    /// Returns the days from today until `day`, negative for a day in the past; `None` if today is unknown.
    fn days_until(&self, day: NaiveDate) -> Option<i64> {
        Some((day - self.today?).num_days())
    }

    /// Returns the remaining days, or what may happen after them, in one sentence.
    pub(super) fn headline(&self, time: &TimeContext) -> String {
        let last_day = time.zone.format_date(self.last_day);
        match self.days_until(self.last_day) {
            None => format!("Power the service on, then off again by {last_day}."),
            Some(0) => "Last day. Power the service on, then off again today, before the time of day of the power-off.".to_owned(),
            Some(remaining) if remaining > 0 => format!(
                "{} left. Power the service on, then off again by {last_day}.",
                format_days(time, remaining)
            ),
            Some(_) => format!(
                "The {} have passed. Since {}, {}.",
                time.format_days(self.rule.after_days.into()),
                time.zone.format_date(self.first_day_after()),
                match self.rule.then {
                    LongPowerOffResult::Review =>
                        "Aiven can review the service and delete it after an email",
                    LongPowerOffResult::Deletion => "Aiven deletes the service",
                }
            ),
        }
    }

    /// Returns how the days are counted, with a warning if the year of the power-off is implausible.
    pub(super) fn statements(&self, time: &TimeContext) -> Vec<Statement> {
        let mut statements = vec![Statement::interpretation(format!(
            "Powered off on {}, the service reaches {} off on {}, at the same time of day. From {}, Aiven {} it.",
            time.zone.format_date(self.powered_off_on),
            time.format_days(self.rule.after_days.into()),
            time.zone.format_date(self.last_day),
            time.zone.format_date(self.first_day_after()),
            match self.rule.then {
                LongPowerOffResult::Review => "can review",
                LongPowerOffResult::Deletion => "deletes",
            },
        ))];
        if self.is_overdue() {
            let reset = "If the service still exists, power it on, then off again.";
            statements.push(Statement::interpretation(reset));
        }
        let remark = match self.days_until(self.powered_off_on) {
            Some(ahead) if ahead > MAX_PLAUSIBLE_DAYS_AHEAD => Some(format!(
                "This date is {} ahead. Check the year.",
                format_years(time, ahead)
            )),
            Some(ahead) if ahead > 0 => {
                Some(format!("The count starts in {}.", format_days(time, ahead)))
            }
            Some(ahead) if -ahead > MAX_PLAUSIBLE_DAYS_AGO => Some(format!(
                "This date was {} ago. Check the year.",
                format_years(time, ahead)
            )),
            _ => None,
        };
        statements.extend(remark.map(Statement::interpretation));
        statements.push(Statement::not_stated("the time zone of the count"));
        statements
    }
}

/// Returns the absolute number of days, such as "12 days".
fn format_days(time: &TimeContext, days: i64) -> String {
    time.format_days(days.unsigned_abs() as u32)
}

/// Returns the absolute number of days in whole years, such as "more than 3 years".
fn format_years(time: &TimeContext, days: i64) -> String {
    let years = (days.unsigned_abs() / 365) as u32;
    format!(
        "more than {}",
        time.zone.format_duration(&[(years, "year")])
    )
}
