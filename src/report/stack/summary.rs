//! Headline, lead and metrics of a stack without an incident, and the statements on its common recovery point.

use super::member::{NamedMember, all_members_phrase, member_indices, names};
use crate::domain::stack::{CommonRecoveryPoint, StackRecovery, StackWindows};
use crate::domain::{RecoveryMode, Schedule, Timestamp};
use crate::report::format;
use crate::report::statement::{Metric, Statement};

/// Returns headline and lead of a stack whose members can all be restored.
pub(super) fn restorable_texts(
    members: &[NamedMember],
    windows: &StackWindows,
) -> (String, String) {
    let limiting = names(members, &windows.limiting_window);
    let limit = match windows.limiting_window.len() {
        _ if members.len() == 1 => String::new(),
        count if count == members.len() => ". All have the same limit".to_owned(),
        1 => format!(". {limiting} sets the limit"),
        _ => format!(". {limiting} set the limit"),
    };
    let best_case = format::hours(windows.best_case_window);
    if windows.guaranteed_window.get() == 0 {
        let (verb, its) = match windows.limiting_window.len() {
            1 => ("keeps", "its"),
            _ => ("keep", "their"),
        };
        return (
            format!("{limiting} {verb} only {its} latest backup"),
            format!(
                "The latest backup of {limiting} can be newer than the incident. It’s up to {best_case} old."
            ),
        );
    }
    let covered = format::retention(windows.guaranteed_window);
    let subject = format::capitalize(&all_members_phrase(members));
    let verb = if members.len() == 1 {
        "covers"
    } else {
        "cover"
    };
    (
        format!("{subject} {verb} at least {covered}{limit}"),
        format!(
            "For an incident in {}, every service has an earlier restore point. Depending on backup times, this can be up \
             to {best_case}.",
            format::last(windows.guaranteed_window)
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
    let first = unrestorable.first().and_then(|index| members.get(*index));
    let reason = match (first, unrestorable.len()) {
        (Some(member), 1) => member.not_restorable_reason(),
        _ => format!(
            "{} have no backups you can restore",
            names(members, unrestorable)
        ),
    };
    let headline = match members {
        [_] => reason,
        _ => format!(
            "You can’t restore {}. {}",
            all_members_phrase(members),
            format::capitalize(&reason)
        ),
    };
    let window = windows.map(|windows| windows.guaranteed_window);
    let lead = match (window, members.len() - unrestorable.len()) {
        (None, _) => "None of these services has a backup that you can restore.".to_owned(),
        (Some(window), _) if window.get() == 0 => {
            "The others keep only their latest backup.".to_owned()
        }
        (Some(window), 1) => format!(
            "The other service covers at least {}.",
            format::retention(window)
        ),
        (Some(window), count) => format!(
            "The other {count} services cover at least {}.",
            format::retention(window)
        ),
    };
    (headline, lead)
}

/// Returns the metric of the latest common recovery point without an incident.
pub(super) fn common_point_metric(members: &[NamedMember], windows: &StackWindows) -> Metric {
    let schedules: Vec<_> = members.iter().map(NamedMember::schedule).collect();
    // Without an incident the result is the same at any time.
    let recovery = StackRecovery::new(&schedules, Timestamp::MAX, Timestamp::MAX);
    let mut notes = match recovery.recoverability.outcome() {
        Some(common_point) => common_point_statements(members, common_point),
        None => Vec::new(),
    };
    if !windows.limiting_loss.is_empty() {
        let limiting = names(members, &windows.limiting_loss);
        notes.push(format!("{limiting} can be that far behind."));
    }
    let value = match windows.worst_case_loss.get() {
        0 => "log lag only".to_owned(),
        _ => format!("up to {} old", format::minutes(windows.worst_case_loss)),
    };
    notes.push("Applies when every service is at least this old and no backup failed.".to_owned());
    Metric {
        label: "Latest common restore point",
        value,
        notes: notes.into_iter().map(Statement::interpretation).collect(),
    }
}

/// Returns what holds at the common recovery point, and which members can be restored to it exactly.
pub(super) fn common_point_statements(
    members: &[NamedMember],
    common_point: &CommonRecoveryPoint,
) -> Vec<String> {
    let mut statements = vec!["Up to this point, every service has its data.".to_owned()];
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
            "You can restore {guaranteed} to exactly this point."
        ));
    }
    if !uncertain.is_empty() {
        statements.push(format!(
            "You can restore {uncertain} to this point only if it has an earlier base backup."
        ));
    }
    let has_no_pitr = |schedule: &Schedule| schedule.mode() == RecoveryMode::Basic;
    let without_pitr = member_indices(members, |member| member.schedule().is_some_and(has_no_pitr));
    if without_pitr.len() > 1 {
        let names = names(members, &without_pitr);
        statements.push(format!(
            "{names} restore to different times. The earliest one is the common restore point."
        ));
    }
    statements
}
