//! What an incident does to several services: to all of them, and to each.

use super::member::{NamedMember, all_members_phrase, names};
use super::summary::common_point_statements;
use crate::domain::recovery::{Bounds, Recoverability};
use crate::domain::stack::{CommonRecoveryPoint, StackRecovery};
use crate::domain::{Minutes, RecoveryMode, Scenario, Schedule, Timestamp};
use crate::report::answer_kind::AnswerKind;
use crate::report::incident::IncidentVerdict;
use crate::report::statement::Statement;
use crate::report::time_context::TimeContext;

/// The answer to "it broke then: can we get everything back?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackIncident {
    /// Whether the whole stack can be restored to before the incident.
    pub verdict: IncidentVerdict,
    /// The answer in one sentence.
    pub headline: String,
    /// What follows from it, each with its name.
    pub details: Vec<(&'static str, String)>,
    /// What to know about it.
    pub remarks: Vec<Statement>,
}

/// An incident, and the answers to it.
pub(super) struct StackIncidentContext<'a> {
    members: &'a [NamedMember<'a>],
    incident_at: Timestamp,
    is_restore_planned: bool,
    recovery: StackRecovery,
    time: TimeContext<'a>,
}

impl<'a> StackIncidentContext<'a> {
    /// The incident of a case, where one is named and the time of the restore is known.
    pub(super) fn new(
        members: &'a [NamedMember<'a>],
        scenario: &Scenario,
        time: TimeContext<'a>,
    ) -> Option<Self> {
        let (incident_at, restore) = (
            scenario.incident.at?,
            scenario.incident.restore_time(time.now)?,
        );
        let schedules: Vec<Option<&Schedule>> = members.iter().map(NamedMember::schedule).collect();
        Some(Self {
            members,
            incident_at,
            is_restore_planned: scenario.incident.restore_at.is_some(),
            recovery: StackRecovery::new(&schedules, incident_at, restore),
            time,
        })
    }

    /// The answer of all.
    pub(super) fn report(&self) -> StackIncident {
        let (verdict, headline) = self.verdict_and_headline();
        let mut report = StackIncident {
            verdict,
            headline,
            details: Vec::new(),
            remarks: Vec::new(),
        };
        if let Some(common) = self.recovery.recoverability.outcome() {
            report.details = self.details(common);
            let statements = common_point_statements(self.members, common).into_iter();
            report.remarks = statements.map(Statement::interpretation).collect();
            report.remarks.push(Statement::interpretation(
                "When each service backs up is taken as unknown here; the service’s own answer takes a time of day \
                 into account.",
            ));
        }
        report
    }

    fn verdict_and_headline(&self) -> (IncidentVerdict, String) {
        let weakest = names(self.members, &self.recovery.limiting_members);
        match &self.recovery.recoverability {
            Recoverability::Certain(_) => (
                IncidentVerdict::Certain,
                format!(
                    "Yes, for certain: {} can go back to before the incident.",
                    all_members_phrase(self.members)
                ),
            ),
            Recoverability::Possible(_) => (
                IncidentVerdict::Possible,
                format!("Perhaps: it depends on when backups of {weakest} ran."),
            ),
            Recoverability::Impossible => self.impossible(),
            Recoverability::IncidentAfterRestore if self.is_restore_planned => (
                IncidentVerdict::InvalidTimes,
                "The restore would be before the incident. Check both times.".to_owned(),
            ),
            Recoverability::IncidentAfterRestore => (
                IncidentVerdict::InvalidTimes,
                "That moment has not come yet. To plan ahead, say when you would restore, too."
                    .to_owned(),
            ),
        }
    }

    /// Why not, of each member that it hangs on: its backups are gone, or there are none.
    fn impossible(&self) -> (IncidentVerdict, String) {
        let (lacking, expired): (Vec<usize>, Vec<usize>) = self
            .recovery
            .limiting_members
            .iter()
            .partition(|place| self.recovery.per_member[**place].is_none());
        let kind = |place: &usize| AnswerKind::from(self.members[*place].context.cell);
        let not_stated = expired.is_empty()
            && lacking
                .iter()
                .all(|place| kind(place) == AnswerKind::RecoveryOnly);
        let mut why: Vec<String> = lacking
            .iter()
            .map(|place| self.members[*place].not_restorable_reason())
            .collect();
        if !expired.is_empty() {
            why.insert(
                0,
                self.expired_text(&format!(" of {}", names(self.members, &expired))),
            );
        }
        match not_stated {
            true => (
                IncidentVerdict::NotStated,
                format!("Not by yourself: {}.", why.join("; ")),
            ),
            false => (
                IncidentVerdict::Impossible,
                format!("No: {}.", why.join("; ")),
            ),
        }
    }

    /// A restore that is planned may come too late for what there still is today.
    fn expired_text(&self, whose: &str) -> String {
        let then = if self.is_restore_planned {
            "by then "
        } else {
            ""
        };
        format!("{then}every backup{whose} from before the incident is gone")
    }

    fn details(&self, common: &CommonRecoveryPoint) -> Vec<(&'static str, String)> {
        let certain = self.recovery.recoverability.is_certain();
        let words = |moment| self.time.zone.format_timestamp(moment);
        let deadline = match certain {
            true if common.deadline.is_exact() => words(common.deadline.min),
            true => format!(
                "{} to be sure; a backup is gone by {} at the latest",
                words(common.deadline.min),
                words(common.deadline.max)
            ),
            false => format!(
                "at once; a backup is gone by {} at the latest",
                words(common.deadline.max)
            ),
        };
        let mut details = vec![
            ("Moment in common", self.time.format_bounds(common.time)),
            ("Act before", deadline),
        ];
        if certain && common.final_deadline != common.deadline {
            let last = words(common.final_deadline.min);
            details.push((
                "Last chance",
                format!("older backups of all remain until {last}"),
            ));
        }
        details
    }

    /// What one member comes back to, and what it loses.
    pub(super) fn member_details(&self, index: usize) -> Vec<(&'static str, String)> {
        const RECOVERS_TO: &str = "Comes back to";
        let (perhaps, reach) = match &self.recovery.per_member[index] {
            Some(Recoverability::Certain(reach)) => ("", reach),
            Some(Recoverability::Possible(reach)) => ("perhaps ", reach),
            Some(Recoverability::Impossible) => {
                return vec![(RECOVERS_TO, format!("nothing: {}", self.expired_text("")))];
            }
            Some(Recoverability::IncidentAfterRestore) => return Vec::new(),
            None => return vec![(RECOVERS_TO, "nothing that you can restore".to_owned())],
        };
        let schedule = self.members[index].schedule();
        if schedule.is_some_and(|schedule| schedule.mode() == RecoveryMode::Pitr) {
            let mut facts = vec![
                (
                    RECOVERS_TO,
                    format!(
                        "{perhaps}any second up to {}",
                        self.time.zone.format_timestamp(self.incident_at)
                    ),
                ),
                ("Loses", "nothing by schedule".to_owned()),
            ];
            if let Some(common) = self
                .recovery
                .recoverability
                .outcome()
                .filter(|common| common.data_loss.max.get() > 0)
            {
                facts.push((
                    "Loses, brought to the moment in common",
                    self.format_upper_bound(common.data_loss),
                ));
            }
            return facts;
        }
        vec![
            (
                RECOVERS_TO,
                format!(
                    "{perhaps}a backup {}",
                    self.time.format_bounds(reach.restore_point_taken)
                ),
            ),
            ("Loses", self.format_upper_bound(reach.data_loss)),
        ]
    }

    /// A loss that may be nothing, up to a minute of which only the beginning counts.
    fn format_upper_bound(&self, loss: Bounds<Minutes>) -> String {
        let end = self.time.format_duration(Minutes::new(loss.max.get() + 1));
        format!("less than {end}")
    }
}
