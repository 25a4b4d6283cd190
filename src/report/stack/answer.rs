//! The sentences on several services when nothing went wrong yet.

use super::{Named, all, names, places};
use crate::domain::stack::{Common, Joint, Together};
use crate::domain::{Moment, RecoveryMode};
use crate::report::{Clock, Figure, Said, words};

/// Headline and lead where every member has backups to restore.
pub(super) fn answer(members: &[Named], together: &Together) -> (String, String) {
    let (all, sure) = (all(members), words::hours(together.sure));
    let names = names(members, &together.weakest);
    let link = match together.weakest.len() {
        _ if members.len() == 1 => String::new(),
        count if count == members.len() => "; none is weaker than another".to_owned(),
        1 => format!("; {names} is the weakest link"),
        _ => format!("; {names} are the weakest links"),
    };
    let best = words::hours(together.best);
    if together.sure.get() == 0 {
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
            words::sentence_case(&all)
        ),
        format!(
            "Whatever went wrong in the last {sure}, there surely is a restore point from before it for {all}. At \
             best it is {best} back."
        ),
    )
}

/// Headline and lead where a member has nothing to restore.
pub(super) fn no_answer(
    members: &[Named],
    lacking: &[usize],
    rest: Option<&Together>,
) -> (String, String) {
    let why = match lacking {
        [one] => members[*one].lacks(),
        several => format!(
            "{} have no backups you can restore",
            names(members, several)
        ),
    };
    let headline = match members {
        [_] => why,
        _ => format!("You cannot restore {}: {why}", all(members)),
    };
    let lead = match rest.map(|rest| (rest.sure, members.len() - lacking.len())) {
        None => "There is no backup here that you can choose to restore.".to_owned(),
        Some((none, _)) if none.get() == 0 => {
            "For the rest, there always is a backup, but no age is sure.".to_owned()
        }
        Some((sure, 1)) => format!("The other one can surely go back {}.", words::hours(sure)),
        Some((sure, count)) => {
            format!(
                "The other {count} can surely go back {}.",
                words::hours(sure)
            )
        }
    };
    (headline, lead)
}

/// What all members do when nothing went wrong.
pub(super) fn shared(members: &[Named], together: &Together, clock: Clock) -> Vec<Figure> {
    let figure = |term, value, details: Vec<String>| Figure {
        term,
        value,
        details: details.into_iter().map(Said::reading).collect(),
    };
    let mut sure = vec![
        "Whenever backups happen to run, once every service has run that long, and if no backup failed.".to_owned(),
    ];
    if let Some(now) = clock.now.filter(|_| together.sure.get() > 0) {
        let moment = clock.zone.words(now.back(together.sure.minutes()));
        sure.push(format!("Now, that is back to {moment}."));
    }
    let window = match together.sure.get() {
        0 => "no age is sure".to_owned(),
        _ => words::hours(together.sure),
    };
    let schedules: Vec<_> = members.iter().map(Named::schedule).collect();
    // When nothing went wrong, any moment is as good as another.
    let present = Joint::new(&schedules, Moment::LAST, Moment::LAST).common;
    let mut newest = present.map_or_else(Vec::new, |common| meeting(members, &common));
    if !together.oldest.is_empty() {
        let names = names(members, &together.oldest);
        newest.push(format!("{names} may be that far behind."));
    }
    let latest = match together.latest.get() {
        0 => "the present, by schedule".to_owned(),
        _ => format!("less than {} old", words::minutes(together.latest)),
    };
    vec![
        figure("All surely go back", window, sure),
        figure(
            "At best",
            words::hours(together.best),
            vec!["Just before the first of the oldest backups disappears.".to_owned()],
        ),
        figure("Latest moment in common", latest, newest),
    ]
}

/// What holds at the moment in common, and who can be brought there.
pub(super) fn meeting(members: &[Named], common: &Common) -> Vec<String> {
    let mut said = vec!["Up to it, every service has its data after the restore.".to_owned()];
    if common.loss.to.get() == 0 {
        return said;
    }
    let stopping = |sure: bool| {
        let found = common.stops.iter().filter(|(_, surely)| *surely == sure);
        names(members, found.map(|(place, _)| place))
    };
    let (sure, unsure) = (stopping(true), stopping(false));
    if !sure.is_empty() {
        said.push(format!(
            "{sure} can be brought to it exactly, so as not to be ahead of the rest."
        ));
    }
    if !unsure.is_empty() {
        said.push(format!(
            "{unsure} can be brought to it only if there is a base backup from before it, which is not sure."
        ));
    }
    let basic = places(members, |member| {
        member
            .schedule()
            .is_some_and(|schedule| schedule.mode() == RecoveryMode::Basic)
    });
    if basic.len() > 1 {
        let names = names(members, &basic);
        said.push(format!("{names} each come back to a backup of their own; only the earliest of these is at that moment."));
    }
    said
}
