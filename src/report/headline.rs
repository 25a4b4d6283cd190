//! The label, the headline and the lead of an answer.

use super::context::PlanContext;
use super::facts::tier_retention;
use super::{format, persistence};
use crate::domain::{Cell, RecoveryMode, Schedule, Topic};

/// An answer in a few characters, in parts that may be put on separate lines, such as "every 12 h" and "3 d".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(pub Vec<String>);

impl From<&Cell> for Label {
    /// Returns the label of a cell.
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::NotOffered => Self(vec!["not offered".to_owned()]),
            Cell::NoBackups => Self(vec!["no backups".to_owned()]),
            Cell::RecoveryOnly => Self(vec!["recovery only".to_owned()]),
            Cell::Backups(schedule) => Self(schedule_label(schedule)),
        }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join(" · "))
    }
}

/// Returns the parts of a schedule's label, with the retention that the policy names for the coarsest tier.
fn schedule_label(schedule: &Schedule) -> Vec<String> {
    let Some(coarsest) = schedule.tiers().last() else {
        return Vec::new();
    };
    let retention = tier_retention(coarsest);
    if schedule.mode() == RecoveryMode::Pitr {
        return vec![format::hours_short(retention), "PITR".to_owned()];
    }
    let frequency = match schedule.tiers() {
        [tier] => format!("every {} h", tier.interval().get()),
        tiers => format::interval_adjectives(tiers).join(", "),
    };
    let retention = match retention.get() {
        0 => "1 kept".to_owned(),
        _ => format::hours_short(retention),
    };
    vec![frequency, retention]
}

/// Returns the answer in one sentence, without a full stop.
pub(super) fn headline(context: &PlanContext) -> String {
    let (service, plan) = (&context.service.short_name, &context.plan.name);
    if let Some(setting) = context.disabled_by {
        return persistence::disabled_headline(setting);
    }
    match context.cell {
        Cell::NotOffered => format!("There is no {plan} plan for {service}"),
        Cell::NoBackups => "There are no backups to go back to".to_owned(),
        Cell::RecoveryOnly => {
            "One backup, for disaster recovery only: no restore to choose".to_owned()
        }
        Cell::Backups(schedule) => schedule_headline(schedule),
    }
}

fn schedule_headline(schedule: &Schedule) -> String {
    let window = schedule.guaranteed_window();
    if schedule.mode() == RecoveryMode::Pitr {
        return format!("Back to any second of the last {}", format::hours(window));
    }
    let intervals = format::interval_adjectives(schedule.tiers());
    match (window.get(), intervals.as_slice()) {
        (0, [interval, ..]) => format!("Back to the latest {interval} backup, and no further"),
        (_, [interval]) => format!(
            "Back at least {}, in {interval} steps",
            format::hours(window)
        ),
        _ => format!(
            "Back at least {}, in {} steps",
            format::hours(window),
            intervals.join(", then ")
        ),
    }
}

/// Returns the one or two sentences that follow the headline.
pub(super) fn lead(context: &PlanContext) -> String {
    let service = &context.service.short_name;
    if let Some(setting) = context.disabled_by {
        return persistence::disabled_lead(setting);
    }
    match context.cell {
        Cell::NotOffered => format!("Aiven offers {service} on other plans only."),
        Cell::NoBackups if context.service.facts.iter().any(|fact| fact.topic == Topic::Instead) => {
            "Aiven takes no backups of this service. To be able to go back, set up a way of your own beforehand."
                .to_owned()
        }
        Cell::NoBackups => "Aiven takes no backups of this service.".to_owned(),
        Cell::RecoveryOnly => "The platform keeps a single backup to recover from a disaster. You cannot choose it, \
             and the policy is silent on how old it may be and on how to ask for it."
            .to_owned(),
        Cell::Backups(schedule) => schedule_lead(context, schedule),
    }
}

fn schedule_lead(context: &PlanContext, schedule: &Schedule) -> String {
    let best_case = format::hours(schedule.best_case_window());
    let every = format::every(schedule.shortest_interval());
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        return format!(
            "A base backup {every} and the {log} in between: up to {best_case} just before the oldest base backup \
             disappears. By this schedule nothing of the latest state is lost; how late the archived {log} may be, \
             the policy does not say."
        );
    }
    let loss = format::minutes(schedule.worst_case_loss());
    if schedule.best_case_window() == schedule.shortest_interval() {
        return format!(
            "One backup is kept, taken {every}: it is up to {best_case} old when you need it. All that was written after \
             it can be lost."
        );
    }
    let longer: String = schedule.tiers()[1..]
        .iter()
        .map(|tier| {
            format!(
                ", and one {} is kept longer",
                format::every(tier.interval())
            )
        })
        .collect();
    format!(
        "A backup is taken {every}{longer}: up to {best_case} back just before the oldest one disappears. \
         Up to {loss} of the latest changes can be lost."
    )
}
