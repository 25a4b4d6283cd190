//! A service that is powered off: what is lost, what comes back, and the days until the review that may delete it.

use chrono::{NaiveDate, TimeDelta};

use super::figures::facts;
use super::sections::facts_or;
use super::{Clock, Group, Kind, Said, Subject, words};
use crate::domain::{Cell, Moment, PlanId, Policy, ServiceId, Topic, WhatIf};

/// What to know of a service on a plan that is powered off on a day, or what to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerOff {
    /// The days that are left, in one sentence; empty while no day is named.
    pub headline: String,
    /// Whether the days are over.
    pub over: bool,
    /// How they are counted.
    pub said: Vec<Said>,
    /// What else to know; nothing while no day is named.
    pub groups: Vec<Group>,
    /// What to put into a calendar, as long as it helps.
    pub reminder: Option<Reminder>,
}

/// An entry for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its name, of service and plan.
    pub name: String,
    /// The day of the power-off.
    pub off: NaiveDate,
    /// The last day on which to reset the clock.
    pub day: NaiveDate,
    /// What to do.
    pub summary: String,
    /// Why, and how: some lines.
    pub text: String,
    /// When the entry was made.
    pub made: Moment,
}

impl PowerOff {
    /// What to know in a case; nothing where the plan does not exist.
    pub fn new(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        case: &WhatIf,
        clock: Clock,
    ) -> Option<Self> {
        let subject = Subject::of(policy, service, plan, case);
        if !subject.cell.offered() {
            return None;
        }
        let Some(off) = case.off else {
            let ask = "Name the day it was, or will be, powered off, and the days are counted from there.";
            let rule = long_off(&subject).into_iter().take(1);
            return Some(Self {
                headline: String::new(),
                over: false,
                said: rule.chain([Said::reading(ask)]).collect(),
                groups: Vec::new(),
                reminder: None,
            });
        };
        let today = clock.now.map(|now| clock.zone.clock(now).date());
        let count = Count::new(policy.power_off.review_after_days, off, today);
        let said = count.said(&clock);
        let made = clock.now.filter(|_| !count.over());
        let reminder = made.map(|made| Reminder {
            name: format!("power-off-{}-{}", subject.service.slug, subject.plan.slug),
            off,
            day: count.last,
            summary: format!(
                "Last day to reset the power-off clock of {} {}",
                subject.service.short_name, subject.plan.name
            ),
            text: text(&subject, &said),
            made,
        });
        Some(Self {
            headline: count.headline(&clock),
            over: count.over(),
            said,
            groups: groups(&subject),
            reminder,
        })
    }
}

/// The days from a power-off to the review.
struct Count {
    /// How many there are.
    days: u16,
    /// The day of the power-off.
    off: NaiveDate,
    /// The last of them.
    last: NaiveDate,
    /// Today, where it is known.
    today: Option<NaiveDate>,
}

impl Count {
    fn new(days: u16, off: NaiveDate, today: Option<NaiveDate>) -> Self {
        let last = off + TimeDelta::days(days.into());
        Self {
            days,
            off,
            last,
            today,
        }
    }

    /// Days from today until one; negative where it is over.
    fn until(&self, day: NaiveDate) -> Option<i64> {
        Some((day - self.today?).num_days())
    }

    fn over(&self) -> bool {
        self.until(self.last).is_some_and(|left| left < 0)
    }

    /// The first whole day beyond them.
    fn first_beyond(&self) -> NaiveDate {
        self.last + TimeDelta::days(1)
    }

    fn headline(&self, clock: &Clock) -> String {
        let last = clock.zone.day(self.last);
        match self.until(self.last) {
            None => format!("Reset the clock by {last}."),
            Some(0) => format!(
                "Today, {last}, is the last day to reset the clock: do it before the time of day of the power-off."
            ),
            Some(left) if left > 0 => {
                format!("{} left: reset the clock by {last}.", days(clock, left))
            }
            Some(_) => format!(
                "The {} are over: since {} the service may be under review, and after the e-mail it may be deleted any time.",
                clock.days(self.days.into()),
                clock.zone.day(self.first_beyond())
            ),
        }
    }

    fn said(&self, clock: &Clock) -> Vec<Said> {
        let day = |day| clock.zone.day(day);
        let full = clock.days(self.days.into());
        let mut said = vec![Said::reading(format!(
            "Powered off on {}, it has been off for {full} on {}, at the time of day of the power-off. From {} on it \
             has been off for longer at any time of day, and the review may come.",
            day(self.off),
            day(self.last),
            day(self.first_beyond()),
        ))];
        if self.over() {
            let now = "If the service is still there, reset the clock now.";
            said.push(Said::reading(now));
        }
        match self.until(self.off) {
            Some(ahead) if ahead > FAR_AHEAD => said.push(Said::reading(format!(
                "That power-off is {} ahead: check the year.",
                years(clock, ahead)
            ))),
            Some(ahead) if ahead > 0 => said.push(Said::reading(format!(
                "That power-off is {} ahead; the count begins then.",
                days(clock, ahead)
            ))),
            Some(ahead) if -ahead > LONG_AGO => said.push(Said::reading(format!(
                "That power-off was {} ago: check the year.",
                years(clock, ahead)
            ))),
            _ => {}
        }
        said.push(Said::silent("the time zone in which the days are counted"));
        said
    }
}

/// Days ahead beyond which a year is more likely mistyped than meant.
const FAR_AHEAD: i64 = 366;
/// The same for days ago.
const LONG_AGO: i64 = 1000;

fn days(clock: &Clock, number: i64) -> String {
    clock.days(number.unsigned_abs() as u32)
}

fn years(clock: &Clock, days: i64) -> String {
    let years = (days.unsigned_abs() / 365) as u32;
    format!("more than {}", clock.zone.length(&[(years, "year")]))
}

fn groups(subject: &Subject) -> Vec<Group> {
    let mut gone = lost(subject);
    if *subject.cell == Cell::NoBackups && subject.off.is_none() {
        let none = Said::policy("There are no backups.", subject.table_clause());
        gone.insert(0, none);
    }
    let mut clean_up = long_off(subject);
    clean_up.push(Said::silent(
        "how soon the review comes then, and how long before the clean-up the e-mail does",
    ));
    clean_up.push(Said::reading(
        "By our reading a reset starts the days anew, from the day it is powered off again.",
    ));
    vec![
        Group {
            term: "The review, and how to avoid it",
            said: clean_up,
        },
        Group {
            term: "What is lost at power-off",
            said: gone,
        },
        Group {
            term: "What comes back at power-on",
            said: restored(subject),
        },
    ]
}

/// The lines of a calendar entry: how the days are counted, what the policy says, and which policy.
fn text(subject: &Subject, said: &[Said]) -> String {
    let counted = said.iter().take(1).cloned();
    let mut text = String::new();
    for said in counted.chain(long_off(subject)) {
        text += &said.text;
        text.push('\n');
    }
    text + &format!(
        "After Aiven’s backup policy of {}.",
        subject.policy.edition.words()
    )
}

/// What is lost when the service is powered off.
pub(super) fn lost(subject: &Subject) -> Vec<Said> {
    let silent_on = if subject.cell.backups() {
        "what becomes of data written after the last backup"
    } else {
        "what becomes of the data"
    };
    let mut said = facts_or(subject, Topic::PowerOff, silent_on);
    if subject.off.is_some() {
        said.push(Said::reading(
            "No backup brings anything back: take it that all data is lost.",
        ));
    }
    said
}

/// What is restored when it is powered on again.
pub(super) fn restored(subject: &Subject) -> Vec<Said> {
    if *subject.cell == Cell::NoBackups {
        let (none, silent_on) = match subject.off {
            Some(_) => (
                "There is no new backup to restore.",
                "whether one from before the setting was off is restored",
            ),
            None => (
                "There is no backup to restore.",
                "what remains of the data of such a service",
            ),
        };
        return vec![Said::reading(none), Said::silent(silent_on)];
    }
    let mut said = facts(subject, Topic::PowerOn);
    if Kind::of(subject.cell) == Kind::Pitr {
        let log = subject.log_name();
        said.push(Said::silent(&format!(
            "whether the {log} after that backup is replayed then"
        )));
    }
    said
}

/// What follows after a long time powered off: the rule first.
pub(super) fn long_off(subject: &Subject) -> Vec<Said> {
    let rule = &subject.policy.power_off;
    let clause = subject.policy.clause(&rule.clause);
    let rule = clause.map(|clause| {
        let days = words::count(rule.review_after_days.into(), "day");
        let text =
            format!("A service that stays powered off for longer than {days} comes under review.");
        Said::policy(text, clause.clone())
    });
    let mut said: Vec<Said> = rule.into_iter().collect();
    said.extend(facts(subject, Topic::LongPowerOff));
    said
}
