//! The label, the headline and the lead of an answer.

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::facts::{retention, tier_retention};
use super::{format, persistence};
use crate::domain::{Cell, RecoveryMode, Schedule, Topic};

/// What the policy does not state of backups without a schedule.
pub(super) const UNSPECIFIED_SCHEDULE: &str = "when Aiven takes backups and how long it keeps them";

/// An answer in a few words, in parts that may be put on separate lines, such as "3 days" and "hourly, daily".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(pub Vec<String>);

impl From<&Cell> for Label {
    /// Returns the label of a cell.
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::NotOffered => Self(vec!["Not available".to_owned()]),
            Cell::NoBackups => Self(vec!["No backups".to_owned()]),
            Cell::RecoveryOnly => Self(vec!["Recovery only".to_owned()]),
            Cell::Unspecified => Self(vec!["Schedule not stated".to_owned()]),
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
    let retention = retention(schedule);
    let frequency = match schedule.mode() {
        RecoveryMode::Pitr => "PITR".to_owned(),
        RecoveryMode::Basic => format::interval_adjectives(schedule.tiers()).join(", "),
    };
    vec![format::retention(retention), frequency]
}

/// Returns the answer in one sentence, without a full stop.
pub(super) fn headline(context: &PlanContext) -> String {
    let (service, plan) = (&context.service.short_name, &context.plan.name);
    if let Some(ended) = context.ended() {
        return ended.trim_end_matches('.').to_owned();
    }
    if let Some(setting) = context.disabled_by {
        return persistence::disabled_headline(setting);
    }
    match context.cell {
        Cell::NotOffered => format!("{service} isn’t available on {plan}"),
        Cell::Backups(schedule) => schedule_headline(schedule),
        cell => format::capitalize(AnswerKind::from(cell).without_schedule()),
    }
}

fn schedule_headline(schedule: &Schedule) -> String {
    let retention = retention(schedule);
    let last = format::last(retention);
    if schedule.mode() == RecoveryMode::Pitr {
        return format!("Restore to any second in {last}");
    }
    let intervals = format::interval_adjectives(schedule.tiers());
    match (schedule.tiers(), intervals.as_slice()) {
        ([fine, _], [hourly, daily]) => format::capitalize(&format!(
            "{hourly} backups from the last {}, {daily} from {last}",
            format::hours(tier_retention(fine))
        )),
        (_, [interval, ..]) if retention.get() == 0 => {
            format!("Restore the latest {interval} backup only")
        }
        (_, [interval, ..]) => format!("Restore any {interval} backup from {last}"),
        _ => String::new(),
    }
}

/// Returns the one or two sentences that follow the headline.
pub(super) fn lead(context: &PlanContext) -> String {
    let service = &context.service.short_name;
    if context.ended().is_some() {
        return "The policy’s table lists it.".to_owned();
    }
    if let Some(setting) = context.disabled_by {
        return persistence::disabled_lead(setting);
    }
    match context.cell {
        Cell::NotOffered => format!("Aiven offers {service} on other plans only."),
        Cell::NoBackups => {
            let mut facts = context.service.facts.iter();
            match facts.any(|fact| fact.topic == Topic::Instead) {
                true => {
                    "Aiven doesn’t back up this service. Set up your own copy before you need one."
                }
                false => "Aiven doesn’t back up this service.",
            }
            .to_owned()
        }
        Cell::RecoveryOnly => {
            "Aiven keeps one backup for disaster recovery. You can’t choose a restore point. Its \
             age and how to request it aren’t stated."
                .to_owned()
        }
        Cell::Unspecified => format!("The policy doesn’t state {UNSPECIFIED_SCHEDULE}."),
        Cell::Backups(schedule) => {
            let mut lead = schedule_lead(context, schedule);
            if context.policy.restore.is_some() && !context.service.can_be_forked {
                lead += " The documentation names no way to restore it yourself.";
            }
            lead
        }
    }
}

fn schedule_lead(context: &PlanContext, schedule: &Schedule) -> String {
    let every = format::every(schedule.shortest_interval());
    if schedule.mode() == RecoveryMode::Pitr {
        let log = context.log_name();
        let unknown = "The policy doesn’t state how far the archive can lag.";
        let lag = context.log_lag().unwrap_or(unknown);
        return format!(
            "Aiven takes a full backup {every} and archives the {log} continuously. {lag}"
        );
    }
    let loss = format::minutes(schedule.worst_case_loss());
    match schedule.tiers() {
        [_] if schedule.restore_point_count() == 1 => format!(
            "Aiven takes a backup {every} and keeps only the latest. It can be up to {loss} old. Later changes are lost."
        ),
        [_, coarse, ..] => format!(
            "Aiven takes a backup {every} and keeps one {} for longer. Restoring the latest backup can lose up to {loss} \
             of changes.",
            format::every(coarse.interval())
        ),
        _ => format!("Aiven takes a backup {every}. A restore can lose up to {loss} of changes."),
    }
}
