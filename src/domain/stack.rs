//! Several services that are used together: how far all of them go back, and to which moment in common.
//!
//! A service is restored by itself, and no two of them back up at the same time of day as far as anybody knows: each
//! may be at any phase, whatever the phases of the others are. So what all of them surely do is the least that one of
//! them surely does, and what all of them may do is the least that one of them may do.
//!
//! **The moment in common** is the latest one up to which every service has its data after the restore: the earliest
//! of the newest restore points from before the incident. It is not a moment at which all of them stand still:
//! - With point-in-time recovery a service comes back to the incident itself, or can be stopped at any earlier second
//!   that its base backups reach; so also at the moment in common, in order not to be ahead of the others.
//! - Without it a service comes back to a backup of its own. Only the one whose backup is the earliest stands exactly
//!   at the moment in common; the others are ahead of it. An older backup of theirs would be behind it, need not
//!   exist, and loses more; so nobody is told to take one.

use super::recovery::{Bounds, Incident, Recoverability, RecoveryOutcome};
use super::schedule::{RecoveryMode, Schedule};
use super::time::Timestamp;
use super::units::{Hours, Minutes};

/// The schedules of the members, in their order; none for a member without backups that its user can restore.
pub type MemberSchedules<'a> = [Option<&'a Schedule>];

/// What holds for all members that have backups, at any moment. Members are named by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackWindows {
    /// How far back every one surely has a restore point: the least guaranteed window.
    pub guaranteed_window: Hours,
    /// Those that reach no further than that.
    pub limiting_window: Vec<usize>,
    /// How far back all may have one, just before the first of them disappears: the least best-case window.
    pub best_case_window: Hours,
    /// How old the moment in common is at most, when nothing went wrong: the longest of the shortest intervals of
    /// those without point-in-time recovery; no time where all have it.
    pub worst_case_loss: Minutes,
    /// Those whose newest backup may be that old; none where all have point-in-time recovery.
    pub limiting_loss: Vec<usize>,
}

impl StackWindows {
    /// What holds for the members that have backups; nothing where none has.
    pub fn new(members: &MemberSchedules) -> Option<Self> {
        let measured = |measure: fn(&Schedule) -> u32| {
            let each = members.iter().enumerate();
            let each = each.filter_map(|(index, member)| Some((index, measure((*member)?))));
            each.collect::<Vec<_>>()
        };
        let guaranteed_windows = measured(|schedule| schedule.guaranteed_window().get());
        let best_case_windows = measured(|schedule| schedule.best_case_window().get());
        let losses = measured(|schedule| schedule.worst_case_loss().get());
        let guaranteed_window = guaranteed_windows.iter().map(|(_, hours)| *hours).min()?;
        let worst_case_loss = losses.iter().map(|(_, minutes)| *minutes).max()?;
        let at = |all: Vec<(usize, u32)>, value| {
            let found = all.into_iter().filter(|(_, own)| *own == value);
            found.map(|(index, _)| index).collect()
        };
        Some(Self {
            guaranteed_window: Hours::new(guaranteed_window),
            limiting_window: at(guaranteed_windows, guaranteed_window),
            best_case_window: Hours::new(
                best_case_windows
                    .into_iter()
                    .map(|(_, hours)| hours)
                    .min()?,
            ),
            worst_case_loss: Minutes::new(worst_case_loss),
            limiting_loss: match worst_case_loss {
                0 => Vec::new(),
                _ => at(losses, worst_case_loss),
            },
        })
    }
}

/// Whether all members get back to before an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackRecovery {
    /// The answer of each member for itself; none for one without backups that its user can restore.
    pub per_member: Vec<Option<Recoverability>>,
    /// The answer of all: the worst of them.
    pub recoverability: RecoverabilityKind,
    /// The members that the answer hangs on, where it is possible or impossible.
    pub limiting_members: Vec<usize>,
    /// What they come back to, where it is certain or possible.
    pub common_point: Option<CommonRecoveryPoint>,
}

/// The answer of several services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoverabilityKind {
    /// All get back, whenever backups happen to run.
    Certain,
    /// All may get back: it depends on when backups ran.
    Possible,
    /// One at least has nothing from before the incident, or nothing that its user can restore.
    Impossible,
    /// The incident is later than the restore.
    IncidentAfterRestore,
}

/// What all members come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonRecoveryPoint {
    /// The moment in common: the earliest of the members' own.
    pub time: Bounds<Timestamp>,
    /// Time from it to the incident: what a member with point-in-time recovery loses that is stopped there.
    pub data_loss: Bounds<Minutes>,
    /// When the first of the restore points disappears that the members come back to.
    pub deadline: Bounds<Timestamp>,
    /// When the first member loses its last restore point from before the incident.
    pub final_deadline: Bounds<Timestamp>,
    /// The members with point-in-time recovery, each with whether it can surely be stopped at the moment in common:
    /// that moment may be before the oldest base backup, though the incident is not.
    pub pitr_targets: Vec<(usize, bool)>,
}

impl StackRecovery {
    /// The answer for an incident. A time of day is that of one service only, and is taken as unknown here.
    pub fn new(members: &MemberSchedules, at: Timestamp, restore_at: Timestamp) -> Self {
        let incident = Incident {
            at,
            restore_at,
            backup_time: None,
        };
        let assessed = members
            .iter()
            .map(|member| Some(member.as_ref()?.assess(&incident)));
        let per_member: Vec<Option<Recoverability>> = assessed.collect();
        let (mut lost, mut doubtful, mut outcomes) = (Vec::new(), Vec::new(), Vec::new());
        for (index, recoverability) in per_member.iter().enumerate() {
            match recoverability {
                Some(Recoverability::Certain(outcome)) => outcomes.push(*outcome),
                Some(Recoverability::Possible(outcome)) => {
                    outcomes.push(*outcome);
                    doubtful.push(index);
                }
                _ => lost.push(index),
            }
        }
        let (recoverability, limiting_members) = match restore_at < at {
            true => (RecoverabilityKind::IncidentAfterRestore, Vec::new()),
            false if !lost.is_empty() => (RecoverabilityKind::Impossible, lost),
            false if !doubtful.is_empty() => (RecoverabilityKind::Possible, doubtful),
            false => (RecoverabilityKind::Certain, Vec::new()),
        };
        let common_point = match recoverability {
            RecoverabilityKind::Certain | RecoverabilityKind::Possible => {
                CommonRecoveryPoint::new(members, &outcomes, &incident)
            }
            _ => None,
        };
        Self {
            per_member,
            recoverability,
            limiting_members,
            common_point,
        }
    }
}

impl CommonRecoveryPoint {
    /// `reaches` has one for each member. Phases are independent, so the ends of a least are the least of the ends.
    fn new(
        members: &MemberSchedules,
        outcomes: &[RecoveryOutcome],
        incident: &Incident,
    ) -> Option<Self> {
        let (first, others) = outcomes.split_first()?;
        let (mut data_loss, mut deadline, mut final_deadline) =
            (first.data_loss, first.deadline, first.final_deadline);
        for outcome in others {
            data_loss.min = data_loss.min.max(outcome.data_loss.min);
            data_loss.max = data_loss.max.max(outcome.data_loss.max);
            deadline = min_bounds(deadline, outcome.deadline);
            final_deadline = min_bounds(final_deadline, outcome.final_deadline);
        }
        let time = Bounds {
            min: incident.at.back(data_loss.max),
            max: incident.at.back(data_loss.min),
        };
        let furthest = Incident {
            at: time.min,
            ..*incident
        };
        let pitr_targets = members.iter().enumerate().filter_map(|(index, member)| {
            let schedule = member.filter(|schedule| schedule.mode() == RecoveryMode::Pitr)?;
            let is_guaranteed = data_loss.max.get() == 0
                || matches!(schedule.assess(&furthest), Recoverability::Certain(_));
            Some((index, is_guaranteed))
        });
        Some(Self {
            time,
            data_loss,
            deadline,
            final_deadline,
            pitr_targets: pitr_targets.collect(),
        })
    }
}

fn min_bounds(one: Bounds<Timestamp>, other: Bounds<Timestamp>) -> Bounds<Timestamp> {
    Bounds {
        min: one.min.min(other.min),
        max: one.max.min(other.max),
    }
}
