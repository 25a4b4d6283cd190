//! Headline, lead and metrics of a stack without an incident, and the statements on its common recovery point.

use super::member::{NamedMember, all_members_phrase, member_indices, names};
use crate::domain::stack::{CommonRecoveryPoint, StackRecovery, StackWindows};
use crate::domain::{Hours, RecoveryMode, Schedule, Timestamp};
use crate::report::format;
use crate::report::statement::{Metric, Statement};
use crate::report::time_context::TimeContext;

/// Returns headline and lead of a stack whose members can all be restored.
pub(super) fn restorable_texts(
    members: &[NamedMember],
    windows: &StackWindows,
) -> (String, String) {
    let all = all_members_phrase(members);
    let limiting = names(members, &windows.limiting_window);
    let link = match windows.limiting_window.len() {
        _ if members.len() == 1 => String::new(),
        count if count == members.len() => "; none is weaker than another".to_owned(),
        1 => format!("; {limiting} is the weakest link"),
        _ => format!("; {limiting} are the weakest links"),
    };
    let best_case = format::hours(windows.best_case_window);
    if windows.guaranteed_window.get() == 0 {
        return (
            format!("No age is sure for {all}{link}"),
            format!(
                "There always is a backup, but that of {limiting} may be younger than what went wrong. At best it is \
                 {best_case} back."
            ),
        );
    }
    let guaranteed = format::hours(windows.guaranteed_window);
    let subject = format::capitalize(&all);
    (
        format!("{subject} can surely go back {guaranteed}{link}"),
        format!(
            "Whatever went wrong in the last {guaranteed}, there surely is a restore point from before it for {all}. At \
             best it is {best_case} back."
        ),
    )
}

/// Returns headline and lead of a stack with members that cannot be restored. `windows` are those of the other members; `None` if
/// there are none.
pub(super) fn unrestorable_texts(
    members: &[NamedMember],
    unrestorable: &[usize],
    windows: Option<&StackWindows>,
) -> (String, String) {
    let reason = match unrestorable {
        [index] => members[*index].not_restorable_reason(),
        _ => format!(
            "{} have no backups you can restore",
            names(members, unrestorable)
        ),
    };
    let headline = match members {
        [_] => reason,
        _ => format!(
            "You cannot restore {}: {reason}",
            all_members_phrase(members)
        ),
    };
    let window = windows.map(|windows| windows.guaranteed_window);
    let lead = match (window, members.len() - unrestorable.len()) {
        (None, _) => "There is no backup here that you can choose to restore.".to_owned(),
        (Some(window), _) if window.get() == 0 => {
            "For the rest, there always is a backup, but no age is sure.".to_owned()
        }
        (Some(window), 1) => format!(
            "The other one can surely go back {}.",
            format::hours(window)
        ),
        (Some(window), count) => format!(
            "The other {count} can surely go back {}.",
            format::hours(window)
        ),
    };
    (headline, lead)
}

/// Returns the metrics of all members together.
pub(super) fn combined_metrics(
    members: &[NamedMember],
    windows: &StackWindows,
    time: TimeContext,
) -> Vec<Metric> {
    vec![
        guaranteed_window_metric(windows.guaranteed_window, time),
        metric(
            "At best",
            format::hours(windows.best_case_window),
            vec!["Just before the first of the oldest backups disappears.".to_owned()],
        ),
        common_point_metric(members, windows),
    ]
}

fn metric(label: &'static str, value: String, notes: Vec<String>) -> Metric {
    Metric {
        label,
        value,
        notes: notes.into_iter().map(Statement::interpretation).collect(),
    }
}

fn guaranteed_window_metric(window: Hours, time: TimeContext) -> Metric {
    let mut notes = vec![
        "Whenever backups happen to run, once every service has run that long, and if no backup failed.".to_owned(),
    ];
    if let Some(now) = time.now.filter(|_| window.get() > 0) {
        let limit = time.zone.format_timestamp(now - window.to_minutes());
        notes.push(format!("Now, that is back to {limit}."));
    }
    let value = match window.get() {
        0 => "no age is sure".to_owned(),
        _ => format::hours(window),
    };
    metric("All surely go back", value, notes)
}

/// Returns the metric of the latest common recovery point without an incident.
fn common_point_metric(members: &[NamedMember], windows: &StackWindows) -> Metric {
    let schedules: Vec<_> = members.iter().map(NamedMember::schedule).collect();
    // Without an incident the result is the same at any time.
    let recovery = StackRecovery::new(&schedules, Timestamp::MAX, Timestamp::MAX);
    let mut notes = match recovery.recoverability.outcome() {
        Some(common_point) => common_point_statements(members, common_point),
        None => Vec::new(),
    };
    if !windows.limiting_loss.is_empty() {
        let limiting = names(members, &windows.limiting_loss);
        notes.push(format!("{limiting} may be that far behind."));
    }
    let value = match windows.worst_case_loss.get() {
        0 => "the present, by schedule".to_owned(),
        _ => format!("less than {} old", format::minutes(windows.worst_case_loss)),
    };
    metric("Latest moment in common", value, notes)
}

/// Returns what holds at the common recovery point, and which members can be restored to it exactly.
pub(super) fn common_point_statements(
    members: &[NamedMember],
    common_point: &CommonRecoveryPoint,
) -> Vec<String> {
    let mut statements = vec!["Up to it, every service has its data after the restore.".to_owned()];
    if common_point.data_loss.max.get() == 0 {
        return statements;
    }
    let targets = |guaranteed: bool| {
        let targets = common_point.pitr_targets.iter();
        let targets = targets.filter(|(_, is_guaranteed)| *is_guaranteed == guaranteed);
        names(members, targets.map(|(index, _)| index))
    };
    let (guaranteed, uncertain) = (targets(true), targets(false));
    if !guaranteed.is_empty() {
        statements.push(format!(
            "{guaranteed} can be brought to it exactly, so as not to be ahead of the rest."
        ));
    }
    if !uncertain.is_empty() {
        statements.push(format!(
            "{uncertain} can be brought to it only if there is a base backup from before it, which is not sure."
        ));
    }
    let has_no_pitr = |schedule: &Schedule| schedule.mode() == RecoveryMode::Basic;
    let without_pitr = member_indices(members, |member| member.schedule().is_some_and(has_no_pitr));
    if without_pitr.len() > 1 {
        let names = names(members, &without_pitr);
        statements.push(format!("{names} each come back to a backup of their own; only the earliest of these is at that moment."));
    }
    statements
}
