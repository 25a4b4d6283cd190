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

use super::moment::Moment;
use super::probe::{Incident, Reach, Span, Verdict};
use super::schedule::{RecoveryMode, Schedule};
use super::selection::{PlanId, ServiceId};
use super::units::{Hours, Minutes};
use super::whatif::WhatIf;

/// The schedules of the members, in their order; none for a member without backups that its user can restore.
pub type Members<'a> = [Option<&'a Schedule>];

/// What holds for all members that have backups, at any moment. Members are named by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// How far back every one surely has a restore point: the least guaranteed window.
    pub sure: Hours,
    /// Those that reach no further than that.
    pub weakest: Vec<usize>,
    /// How far back all may have one, just before the first of them disappears: the least best-case window.
    pub best: Hours,
    /// How old the moment in common is at most, when nothing went wrong: the longest of the shortest intervals of
    /// those without point-in-time recovery; no time where all have it.
    pub latest: Minutes,
    /// Those whose newest backup may be that old; none where all have point-in-time recovery.
    pub oldest: Vec<usize>,
}

impl Together {
    /// What holds for the members that have backups; nothing where none has.
    pub fn new(members: &Members) -> Option<Self> {
        let measured = |measure: fn(&Schedule) -> u32| {
            let each = members.iter().enumerate();
            let each = each.filter_map(|(place, member)| Some((place, measure((*member)?))));
            each.collect::<Vec<_>>()
        };
        let sure = measured(|schedule| schedule.guaranteed_window().get());
        let best = measured(|schedule| schedule.best_case_window().get());
        let loss = measured(|schedule| schedule.worst_case_loss().get());
        let least = sure.iter().map(|(_, hours)| *hours).min()?;
        let latest = loss.iter().map(|(_, minutes)| *minutes).max()?;
        let at = |all: Vec<(usize, u32)>, value| {
            let found = all.into_iter().filter(|(_, own)| *own == value);
            found.map(|(place, _)| place).collect()
        };
        Some(Self {
            sure: Hours::new(least),
            weakest: at(sure, least),
            best: Hours::new(best.into_iter().map(|(_, hours)| hours).min()?),
            latest: Minutes::new(latest),
            oldest: match latest {
                0 => Vec::new(),
                _ => at(loss, latest),
            },
        })
    }
}

/// Whether all members get back to before an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// The answer of each member for itself; none for one without backups that its user can restore.
    pub each: Vec<Option<Verdict>>,
    /// The answer of all: the worst of them.
    pub answer: Answer,
    /// The members that the answer hangs on, where it is possible or impossible.
    pub weakest: Vec<usize>,
    /// What they come back to, where it is certain or possible.
    pub common: Option<Common>,
}

/// The answer of several services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// All get back, whenever backups happen to run.
    Certain,
    /// All may get back: it depends on when backups ran.
    Possible,
    /// One at least has nothing from before the incident, or nothing that its user can restore.
    Impossible,
    /// The incident is later than the restore.
    NotYet,
}

/// What all members come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Common {
    /// The moment in common: the earliest of the members' own.
    pub moment: Span<Moment>,
    /// Time from it to the incident: what a member with point-in-time recovery loses that is stopped there.
    pub loss: Span<Minutes>,
    /// When the first of the restore points disappears that the members come back to.
    pub act_before: Span<Moment>,
    /// When the first member loses its last restore point from before the incident.
    pub last_chance: Span<Moment>,
    /// The members with point-in-time recovery, each with whether it can surely be stopped at the moment in common:
    /// that moment may be before the oldest base backup, though the incident is not.
    pub stops: Vec<(usize, bool)>,
}

impl Joint {
    /// The answer for an incident. A time of day is that of one service only, and is taken as unknown here.
    pub fn new(members: &Members, at: Moment, restore: Moment) -> Self {
        let incident = Incident {
            at,
            restore,
            hour: None,
        };
        let probed = members
            .iter()
            .map(|member| Some(member.as_ref()?.probe(&incident)));
        let each: Vec<Option<Verdict>> = probed.collect();
        let (mut lost, mut doubtful, mut reaches) = (Vec::new(), Vec::new(), Vec::new());
        for (place, one) in each.iter().enumerate() {
            match one {
                Some(Verdict::Certain(reach)) => reaches.push(*reach),
                Some(Verdict::Possible(reach)) => {
                    reaches.push(*reach);
                    doubtful.push(place);
                }
                _ => lost.push(place),
            }
        }
        let (answer, weakest) = match restore < at {
            true => (Answer::NotYet, Vec::new()),
            false if !lost.is_empty() => (Answer::Impossible, lost),
            false if !doubtful.is_empty() => (Answer::Possible, doubtful),
            false => (Answer::Certain, Vec::new()),
        };
        let common = match answer {
            Answer::Certain | Answer::Possible => Common::new(members, &reaches, &incident),
            _ => None,
        };
        Self {
            each,
            answer,
            weakest,
            common,
        }
    }
}

impl Common {
    /// `reaches` has one for each member. Phases are independent, so the ends of a least are the least of the ends.
    fn new(members: &Members, reaches: &[Reach], incident: &Incident) -> Option<Self> {
        let (first, others) = reaches.split_first()?;
        let (mut loss, mut act_before, mut last_chance) =
            (first.loss, first.act_before, first.last_chance);
        for reach in others {
            loss.from = loss.from.max(reach.loss.from);
            loss.to = loss.to.max(reach.loss.to);
            act_before = sooner(act_before, reach.act_before);
            last_chance = sooner(last_chance, reach.last_chance);
        }
        let moment = Span {
            from: incident.at.back(loss.to),
            to: incident.at.back(loss.from),
        };
        let furthest = Incident {
            at: moment.from,
            ..*incident
        };
        let stops = members.iter().enumerate().filter_map(|(place, member)| {
            let schedule = member.filter(|schedule| schedule.mode() == RecoveryMode::Pitr)?;
            let sure =
                loss.to.get() == 0 || matches!(schedule.probe(&furthest), Verdict::Certain(_));
            Some((place, sure))
        });
        Some(Self {
            moment,
            loss,
            act_before,
            last_chance,
            stops: stops.collect(),
        })
    }
}

fn sooner(one: Span<Moment>, other: Span<Moment>) -> Span<Moment> {
    Span {
        from: one.from.min(other.from),
        to: one.to.min(other.to),
    }
}

impl WhatIf {
    /// What goes along of the case, with this pair taken into the stack, or out of it where it stands there. The pairs keep the
    /// order of the policy, so that one stack has one address.
    pub fn toggled(&self, pair: (ServiceId, PlanId)) -> Self {
        let mut case = self.carried();
        match case.stack.binary_search(&pair) {
            Ok(place) => drop(case.stack.remove(place)),
            Err(place) => case.stack.insert(place, pair),
        }
        case
    }
}
