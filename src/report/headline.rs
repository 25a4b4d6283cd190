//! The answer in a few characters, in one sentence, and in two.

use super::context::PlanContext;
use super::{format, persistence};
use crate::domain::{Cell, RecoveryMode, Schedule};

/// The answer in a few characters, in parts that may stand on lines of their own: "every 12 h", "3 d".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(pub Vec<String>);

impl From<&Cell> for Label {
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

/// The retention the policy names: the reach of the counted backups, or the age until which they are kept.
fn schedule_label(schedule: &Schedule) -> Vec<String> {
    let Some(longest) = schedule.tiers().last() else {
        return Vec::new();
    };
    let retention = super::facts::tier_retention(longest);
    if schedule.mode() == RecoveryMode::Pitr {
        return vec![format::hours_short(retention), "PITR".to_owned()];
    }
    let taken = match schedule.tiers() {
        [tier] => format!("every {} h", tier.interval().get()),
        tiers => format::interval_adjectives(tiers).join(", "),
    };
    let kept = match retention.get() {
        0 => "1 kept".to_owned(),
        _ => format::hours_short(retention),
    };
    vec![taken, kept]
}

/// The answer as one says it aloud.
pub(super) fn headline(context: &PlanContext) -> String {
    let (service, plan) = (&context.service.short_name, &context.plan.name);
    if let Some(off) = context.disabled_by {
        return persistence::disabled_headline(off);
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
    let steps = format::interval_adjectives(schedule.tiers());
    match (window.get(), steps.as_slice()) {
        (0, [step, ..]) => format!("Back to the latest {step} backup, and no further"),
        (_, [step]) => format!("Back at least {}, in {step} steps", format::hours(window)),
        _ => format!(
            "Back at least {}, in {} steps",
            format::hours(window),
            steps.join(", then ")
        ),
    }
}

/// What follows the headline.
pub(super) fn lead(context: &PlanContext) -> String {
    let service = &context.service.short_name;
    if let Some(off) = context.disabled_by {
        return persistence::disabled_lead(off);
    }
    match context.cell {
        Cell::NotOffered => format!("Aiven offers {service} on other plans only."),
        Cell::NoBackups if context.service.facts.iter().any(|fact| fact.topic == crate::domain::Topic::Instead) => {
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
    let best = format::hours(schedule.best_case_window());
    let every = format::every(schedule.shortest_interval());
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        return format!(
            "A base backup {every} and the {log} in between: up to {best} just before the oldest base backup \
             disappears. By this schedule nothing of the latest state is lost; how late the archived {log} may be, \
             the policy does not say."
        );
    }
    let loss = format::minutes(schedule.worst_case_loss());
    if schedule.best_case_window() == schedule.shortest_interval() {
        return format!(
            "One backup is kept, taken {every}: it is up to {best} old when you need it. All that was written after \
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
        "A backup is taken {every}{longer}: up to {best} back just before the oldest one disappears. \
         Up to {loss} of the latest changes can be lost."
    )
}
