//! The sentences on several services when nothing went wrong yet.

use super::member::{NamedMember, all_members_phrase, member_indices, names};
use crate::domain::stack::{CommonRecoveryPoint, StackRecovery, StackWindows};
use crate::domain::{RecoveryMode, Timestamp};
use crate::report::{Metric, Statement, TimeContext, format};

/// Headline and lead where every member has backups to restore.
pub(super) fn restorable_texts(
    members: &[NamedMember],
    together: &StackWindows,
) -> (String, String) {
    let (all, sure) = (
        all_members_phrase(members),
        format::hours(together.guaranteed_window),
    );
    let names = names(members, &together.limiting_window);
    let link = match together.limiting_window.len() {
        _ if members.len() == 1 => String::new(),
        count if count == members.len() => "; none is weaker than another".to_owned(),
        1 => format!("; {names} is the weakest link"),
        _ => format!("; {names} are the weakest links"),
    };
    let best = format::hours(together.best_case_window);
    if together.guaranteed_window.get() == 0 {
        return (
            format!("No age is sure for {all}{link}"),
            format!(
                "There always is a backup, but that of {names} may be younger than what went wrong. At best it is \
                 {best} back."
            ),
        );
    }
    (
        format!(
            "{} can surely go back {sure}{link}",
            format::capitalize(&all)
        ),
        format!(
            "Whatever went wrong in the last {sure}, there surely is a restore point from before it for {all}. At \
             best it is {best} back."
        ),
    )
}

/// Headline and lead where a member has nothing to restore.
pub(super) fn unrestorable_texts(
    members: &[NamedMember],
    lacking: &[usize],
    rest: Option<&StackWindows>,
) -> (String, String) {
    let why = match lacking {
        [one] => members[*one].not_restorable_reason(),
        several => format!(
            "{} have no backups you can restore",
            names(members, several)
        ),
    };
    let headline = match members {
        [_] => why,
        _ => format!("You cannot restore {}: {why}", all_members_phrase(members)),
    };
    let lead = match rest.map(|rest| (rest.guaranteed_window, members.len() - lacking.len())) {
        None => "There is no backup here that you can choose to restore.".to_owned(),
        Some((none, _)) if none.get() == 0 => {
            "For the rest, there always is a backup, but no age is sure.".to_owned()
        }
        Some((sure, 1)) => format!("The other one can surely go back {}.", format::hours(sure)),
        Some((sure, count)) => {
            format!(
                "The other {count} can surely go back {}.",
                format::hours(sure)
            )
        }
    };
    (headline, lead)
}

/// What all members do when nothing went wrong.
pub(super) fn combined_metrics(
    members: &[NamedMember],
    together: &StackWindows,
    time: TimeContext,
) -> Vec<Metric> {
    let metric = |label, value, notes: Vec<String>| Metric {
        label,
        value,
        notes: notes.into_iter().map(Statement::interpretation).collect(),
    };
    let mut sure = vec![
        "Whenever backups happen to run, once every service has run that long, and if no backup failed.".to_owned(),
    ];
    if let Some(now) = time.now.filter(|_| together.guaranteed_window.get() > 0) {
        let moment = time
            .zone
            .format_timestamp(now - together.guaranteed_window.to_minutes());
        sure.push(format!("Now, that is back to {moment}."));
    }
    let window = match together.guaranteed_window.get() {
        0 => "no age is sure".to_owned(),
        _ => format::hours(together.guaranteed_window),
    };
    let schedules: Vec<_> = members.iter().map(NamedMember::schedule).collect();
    // When nothing went wrong, any moment is as good as another.
    let present = StackRecovery::new(&schedules, Timestamp::MAX, Timestamp::MAX).recoverability;
    let mut newest = present
        .outcome()
        .map_or_else(Vec::new, |common| common_point_statements(members, common));
    if !together.limiting_loss.is_empty() {
        let names = names(members, &together.limiting_loss);
        newest.push(format!("{names} may be that far behind."));
    }
    let latest = match together.worst_case_loss.get() {
        0 => "the present, by schedule".to_owned(),
        _ => format!(
            "less than {} old",
            format::minutes(together.worst_case_loss)
        ),
    };
    vec![
        metric("All surely go back", window, sure),
        metric(
            "At best",
            format::hours(together.best_case_window),
            vec!["Just before the first of the oldest backups disappears.".to_owned()],
        ),
        metric("Latest moment in common", latest, newest),
    ]
}

/// What holds at the moment in common, and who can be brought there.
pub(super) fn common_point_statements(
    members: &[NamedMember],
    common: &CommonRecoveryPoint,
) -> Vec<String> {
    let mut statements = vec!["Up to it, every service has its data after the restore.".to_owned()];
    if common.data_loss.max.get() == 0 {
        return statements;
    }
    let stopping = |sure: bool| {
        let found = common
            .pitr_targets
            .iter()
            .filter(|(_, surely)| *surely == sure);
        names(members, found.map(|(place, _)| place))
    };
    let (sure, unsure) = (stopping(true), stopping(false));
    if !sure.is_empty() {
        statements.push(format!(
            "{sure} can be brought to it exactly, so as not to be ahead of the rest."
        ));
    }
    if !unsure.is_empty() {
        statements.push(format!(
            "{unsure} can be brought to it only if there is a base backup from before it, which is not sure."
        ));
    }
    let basic = member_indices(members, |member| {
        member
            .schedule()
            .is_some_and(|schedule| schedule.mode() == RecoveryMode::Basic)
    });
    if basic.len() > 1 {
        let names = names(members, &basic);
        statements.push(format!("{names} each come back to a backup of their own; only the earliest of these is at that moment."));
    }
    statements
}
