//! Service stacks: the windows that hold for several services, and their common recovery point after an incident.
//!
//! Services are restored one by one, and their backups run independently: every combination of phases is possible. So
//! what is guaranteed for the stack is the least that is guaranteed for a member, and what is possible for the stack is
//! the least that is possible for a member.
//!
//! The **common recovery point** is the latest time up to which every member has its data after the restore: the
//! earliest of the members' newest restore points from before the incident. It is not a consistent state of all
//! members:
//! - A member with point-in-time recovery is restored to the incident itself, or to any earlier second for which it has
//!   a base backup; so also to the common recovery point, in order not to be ahead of the others.
//! - A member without it is restored to one of its own backups. Only the one with the earliest backup is exactly at the
//!   common recovery point; the others are ahead of it. Their older backups are not used: they would be behind the
//!   point, need not exist, and lose more.

use super::recovery::{Bounds, Incident, Recoverability, RecoveryOutcome};
use super::schedule::{RecoveryMode, Schedule};
use super::time::Timestamp;
use super::units::{Hours, Minutes};

/// Schedules of the members of a stack, in order; `None` for a member without backups that the user can restore.
pub type MemberSchedules<'a> = [Option<&'a Schedule>];

/// Windows and loss that hold for all members with backups, at any time. Members are given by their index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackWindows {
    /// How far back every member has a restore point at any time: the shortest guaranteed window.
    pub guaranteed_window: Hours,
    /// Members with the shortest guaranteed window.
    pub limiting_window: Vec<usize>,
    /// How far back every member may have a restore point: the shortest best-case window.
    pub best_case_window: Hours,
    /// Upper bound of the age of the common recovery point without an incident: the largest worst-case loss; 0 if all
    /// members have point-in-time recovery.
    pub worst_case_loss: Minutes,
    /// Members with the largest worst-case loss; empty if all members have point-in-time recovery.
    pub limiting_loss: Vec<usize>,
}

impl StackWindows {
    /// Returns the windows of the members with backups; `None` if no member has any.
    pub fn new(members: &MemberSchedules) -> Option<Self> {
        let schedules = members.iter().enumerate();
        let schedules: Vec<(usize, &Schedule)> = schedules
            .filter_map(|(index, schedule)| Some((index, (*schedule)?)))
            .collect();
        let all = || schedules.iter().map(|(_, schedule)| *schedule);
        let guaranteed_window = all().map(Schedule::guaranteed_window).min()?;
        let best_case_window = all().map(Schedule::best_case_window).min()?;
        let worst_case_loss = all().map(Schedule::worst_case_loss).max()?;
        let members_with = |is_limiting: &dyn Fn(&Schedule) -> bool| {
            let limiting = schedules
                .iter()
                .filter(|(_, schedule)| is_limiting(schedule));
            limiting.map(|(index, _)| *index).collect()
        };
        Some(Self {
            guaranteed_window,
            limiting_window: members_with(&|schedule| {
                schedule.guaranteed_window() == guaranteed_window
            }),
            best_case_window,
            worst_case_loss,
            limiting_loss: match worst_case_loss.get() {
                0 => Vec::new(),
                _ => members_with(&|schedule| schedule.worst_case_loss() == worst_case_loss),
            },
        })
    }
}

/// Recovery of a stack from an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackRecovery {
    /// Recoverability of each member; `None` for a member without backups that the user can restore.
    pub per_member: Vec<Option<Recoverability>>,
    /// Recoverability of all members: the worst one.
    pub recoverability: Recoverability<CommonRecoveryPoint>,
    /// Members that make the recovery impossible, or else only possible; empty if it is certain.
    pub limiting_members: Vec<usize>,
}

/// What all members are restored to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonRecoveryPoint {
    /// Time of the common recovery point.
    pub time: Bounds<Timestamp>,
    /// Time from the common recovery point to the incident: what a member with point-in-time recovery loses if it is
    /// restored to that point.
    pub data_loss: Bounds<Minutes>,
    /// Time at which the first of the members' restore points expires.
    pub deadline: Bounds<Timestamp>,
    /// Time at which the first member loses its last restore point from before the incident.
    pub final_deadline: Bounds<Timestamp>,
    /// Members with point-in-time recovery, each with whether it can certainly be restored to the common recovery
    /// point: that may be before the oldest base backup, although the incident is not.
    pub pitr_targets: Vec<(usize, bool)>,
}

impl StackRecovery {
    /// Assesses an incident. The time of day of the backups is taken as unknown, since it differs between members.
    pub fn new(members: &MemberSchedules, at: Timestamp, restore_at: Timestamp) -> Self {
        let incident = Incident {
            at,
            restore_at,
            backup_time: None,
        };
        let assess = |schedule: &Option<&Schedule>| Some(schedule.as_ref()?.assess(&incident));
        let per_member: Vec<Option<Recoverability>> = members.iter().map(assess).collect();
        let (mut impossible, mut possible, mut outcomes) = (Vec::new(), Vec::new(), Vec::new());
        for (index, recoverability) in per_member.iter().enumerate() {
            match recoverability {
                Some(Recoverability::Certain(outcome)) => outcomes.push(*outcome),
                Some(Recoverability::Possible(outcome)) => {
                    outcomes.push(*outcome);
                    possible.push(index);
                }
                _ => impossible.push(index),
            }
        }
        let common_point = CommonRecoveryPoint::new(members, &outcomes, &incident);
        let (recoverability, limiting_members) = match common_point {
            _ if restore_at < at => (Recoverability::IncidentAfterRestore, Vec::new()),
            Some(point) if impossible.is_empty() && possible.is_empty() => {
                (Recoverability::Certain(point), Vec::new())
            }
            Some(point) if impossible.is_empty() => (Recoverability::Possible(point), possible),
            _ => (Recoverability::Impossible, impossible),
        };
        Self {
            per_member,
            recoverability,
            limiting_members,
        }
    }
}

impl CommonRecoveryPoint {
    /// Combines the outcomes of the members; `None` if there are none. Since phases are independent, the bounds of a
    /// minimum are the minima of the bounds.
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
            min: incident.at - data_loss.max,
            max: incident.at - data_loss.min,
        };
        let earliest = Incident {
            at: time.min,
            ..*incident
        };
        let pitr_targets = members.iter().enumerate().filter_map(|(index, member)| {
            let schedule = member.filter(|schedule| schedule.mode() == RecoveryMode::Pitr)?;
            let is_certain = data_loss.max.get() == 0 || schedule.assess(&earliest).is_certain();
            Some((index, is_certain))
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

/// Returns the bounds of the minimum of two independent times.
fn min_bounds(one: Bounds<Timestamp>, other: Bounds<Timestamp>) -> Bounds<Timestamp> {
    Bounds {
        min: one.min.min(other.min),
        max: one.max.min(other.max),
    }
}
