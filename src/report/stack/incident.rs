//! What an incident does to several services: to all of them, and to each.

use super::answer::meeting;
use super::{Named, all, names};
use crate::domain::probe::{Span, Verdict};
use crate::domain::stack::{Answer, Common, Joint};
use crate::domain::text::join;
use crate::domain::{Minutes, Moment, RecoveryMode, Schedule, WhatIf};
use crate::report::{Clock, Kind, Said};

/// The answer to "it broke then: can we get everything back?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackIncident {
    /// How sure the answer is, as `data-verdict` names it: `certain`, `possible`, `impossible`, `silent` where the
    /// policy does not say, `unclear` where the question does not hold together yet.
    pub verdict: &'static str,
    /// The answer in one sentence.
    pub headline: String,
    /// What follows from it, each with its name.
    pub facts: Vec<(&'static str, String)>,
    /// What to know about it.
    pub remarks: Vec<Said>,
}

/// An incident, and the answers to it.
pub(super) struct Asked<'a> {
    members: &'a [Named<'a>],
    at: Moment,
    planned: bool,
    joint: Joint,
    clock: Clock<'a>,
}

impl<'a> Asked<'a> {
    /// The incident of a case, where one is named and the time of the restore is known.
    pub(super) fn new(members: &'a [Named<'a>], case: &WhatIf, clock: Clock<'a>) -> Option<Self> {
        let (at, restore) = (case.at?, case.restore.or(clock.now)?);
        let schedules: Vec<Option<&Schedule>> = members.iter().map(Named::schedule).collect();
        Some(Self {
            members,
            at,
            planned: case.restore.is_some(),
            joint: Joint::new(&schedules, at, restore),
            clock,
        })
    }

    /// The answer of all.
    pub(super) fn report(&self) -> StackIncident {
        let (verdict, headline) = self.answer();
        let mut report = StackIncident {
            verdict,
            headline,
            facts: Vec::new(),
            remarks: Vec::new(),
        };
        if let Some(common) = &self.joint.common {
            report.facts = self.facts(common);
            let said = meeting(self.members, common).into_iter();
            report.remarks = said.map(Said::reading).collect();
            report.remarks.push(Said::reading(
                "When each service backs up is taken as unknown here; the service’s own answer takes a time of day \
                 into account.",
            ));
        }
        report
    }

    fn answer(&self) -> (&'static str, String) {
        let weakest = names(self.members, &self.joint.weakest);
        match self.joint.answer {
            Answer::Certain => (
                "certain",
                format!(
                    "Yes, for certain: {} can go back to before the incident.",
                    all(self.members)
                ),
            ),
            Answer::Possible => (
                "possible",
                format!("Perhaps: it depends on when backups of {weakest} ran."),
            ),
            Answer::Impossible => self.impossible(),
            Answer::NotYet if self.planned => (
                "unclear",
                "The restore would be before the incident. Check both times.".to_owned(),
            ),
            Answer::NotYet => (
                "unclear",
                "That moment has not come yet. To plan ahead, say when you would restore, too."
                    .to_owned(),
            ),
        }
    }

    /// Why not, of each member that it hangs on: its backups are gone, or there are none.
    fn impossible(&self) -> (&'static str, String) {
        let (lacking, gone): (Vec<usize>, Vec<usize>) = self
            .joint
            .weakest
            .iter()
            .partition(|place| self.joint.each[**place].is_none());
        let kind = |place: &usize| Kind::of(self.members[*place].subject.cell);
        let silent = gone.is_empty()
            && lacking
                .iter()
                .all(|place| kind(place) == Kind::RecoveryOnly);
        let mut why: Vec<String> = lacking
            .iter()
            .map(|place| self.members[*place].lacks())
            .collect();
        if !gone.is_empty() {
            why.insert(0, self.gone(&format!(" of {}", names(self.members, &gone))));
        }
        match silent {
            true => ("silent", format!("Not by yourself: {}.", join(&why, "; "))),
            false => ("impossible", format!("No: {}.", join(&why, "; "))),
        }
    }

    /// A restore that is planned may come too late for what there still is today.
    fn gone(&self, whose: &str) -> String {
        let then = if self.planned { "by then " } else { "" };
        format!("{then}every backup{whose} from before the incident is gone")
    }

    fn facts(&self, common: &Common) -> Vec<(&'static str, String)> {
        let certain = self.joint.answer == Answer::Certain;
        let words = |moment| self.clock.zone.words(moment);
        let deadline = match certain {
            true if common.act_before.is_exact() => words(common.act_before.from),
            true => format!(
                "{} to be sure; a backup is gone by {} at the latest",
                words(common.act_before.from),
                words(common.act_before.to)
            ),
            false => format!(
                "at once; a backup is gone by {} at the latest",
                words(common.act_before.to)
            ),
        };
        let mut facts = vec![
            ("Moment in common", self.clock.between(common.moment)),
            ("Act before", deadline),
        ];
        if certain && common.last_chance != common.act_before {
            let last = words(common.last_chance.from);
            facts.push((
                "Last chance",
                format!("older backups of all remain until {last}"),
            ));
        }
        facts
    }

    /// What one member comes back to, and what it loses.
    pub(super) fn of(&self, place: usize) -> Vec<(&'static str, String)> {
        const BACK: &str = "Comes back to";
        let (perhaps, reach) = match &self.joint.each[place] {
            Some(Verdict::Certain(reach)) => ("", reach),
            Some(Verdict::Possible(reach)) => ("perhaps ", reach),
            Some(Verdict::Impossible) => {
                return vec![(BACK, format!("nothing: {}", self.gone("")))];
            }
            Some(Verdict::NotYet) => return Vec::new(),
            None => return vec![(BACK, "nothing that you can restore".to_owned())],
        };
        let schedule = self.members[place].schedule();
        if schedule.is_some_and(|schedule| schedule.mode() == RecoveryMode::Pitr) {
            let mut facts = vec![
                (
                    BACK,
                    format!(
                        "{perhaps}any second up to {}",
                        self.clock.zone.words(self.at)
                    ),
                ),
                ("Loses", "nothing by schedule".to_owned()),
            ];
            if let Some(common) = self
                .joint
                .common
                .as_ref()
                .filter(|common| common.loss.to.get() > 0)
            {
                facts.push((
                    "Loses, brought to the moment in common",
                    self.less_than(common.loss),
                ));
            }
            return facts;
        }
        vec![
            (
                BACK,
                format!("{perhaps}a backup {}", self.clock.between(reach.point)),
            ),
            ("Loses", self.less_than(reach.loss)),
        ]
    }

    /// A loss that may be nothing, up to a minute of which only the beginning counts.
    fn less_than(&self, loss: Span<Minutes>) -> String {
        let end = self.clock.duration(Minutes::new(loss.to.get() + 1));
        format!("less than {end}")
    }
}
