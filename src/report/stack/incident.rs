//! Report on an incident of a stack: the answer for all members together, and for each member.

use super::member::{NamedMember, all_members_phrase, names};
use super::summary::common_point_statements;
use crate::domain::recovery::{Bounds, Recoverability};
use crate::domain::stack::{CommonRecoveryPoint, StackRecovery};
use crate::domain::{IncidentInput, Schedule, Timestamp};
use crate::report::answer_kind::AnswerKind;
use crate::report::format;
use crate::report::incident::IncidentVerdict;
use crate::report::incident::caveats::{Reading, is_log_late, late_log_headline};
use crate::report::incident::deadline::deadline_rows;
use crate::report::statement::{LabeledValue, Statement};
use crate::report::time_context::TimeContext;

/// Report on an incident of a stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackIncident {
    /// Certainty that every member gets back to before the incident.
    pub verdict: IncidentVerdict,
    /// The answer in one sentence, with a full stop.
    pub headline: String,
    /// Common recovery point and deadline; empty if a member cannot be restored.
    pub details: Vec<LabeledValue>,
    /// Statements on the common recovery point.
    pub remarks: Vec<Statement>,
    /// Time of the common recovery point; `None` if there is none.
    pub common_point: Option<Bounds<Timestamp>>,
}

impl StackIncident {
    /// Creates the report for a power-off or a deletion before the restore. The day of it is that of one service.
    pub(super) fn out_of_service() -> Self {
        Self {
            verdict: IncidentVerdict::NotStated,
            headline: "For a service that is off or deleted, open its answer and enter the date."
                .to_owned(),
            details: Vec::new(),
            remarks: Vec::new(),
            common_point: None,
        }
    }
}

/// An incident with the recovery of all members.
pub(super) struct StackIncidentContext<'a> {
    members: &'a [NamedMember<'a>],
    /// Whether the time of the restore was entered.
    is_restore_planned: bool,
    recovery: StackRecovery,
    /// How the recovery depends on the reading of the retentions.
    reading: Reading,
    /// Headline if the log of the incident may not have been archived at the time of the restore; `None` otherwise.
    late_log: Option<String>,
    time: TimeContext<'a>,
}

impl<'a> StackIncidentContext<'a> {
    /// Assesses the members; `None` if no incident is entered or the time of the restore is unknown.
    pub(super) fn new(
        members: &'a [NamedMember<'a>],
        input: &IncidentInput,
        time: TimeContext<'a>,
    ) -> Option<Self> {
        let incident_at = input.at?;
        let restore_at = input.restore_time(time.now)?;
        let schedules: Vec<Option<&Schedule>> = members.iter().map(NamedMember::schedule).collect();
        let others: Vec<Option<Schedule>> = schedules
            .iter()
            .map(|schedule| Some((*schedule)?.other_reading()))
            .collect();
        let others: Vec<Option<&Schedule>> = others.iter().map(Option::as_ref).collect();
        let recovery = StackRecovery::new(&schedules, incident_at, restore_at);
        let other = StackRecovery::new(&others, incident_at, restore_at);
        let mut pitr = members
            .iter()
            .filter(|member| member.kind() == AnswerKind::Pitr);
        let late_log = pitr.next().filter(|_| is_log_late(incident_at, restore_at));
        Some(Self {
            members,
            is_restore_planned: input.restore_at.is_some(),
            reading: Reading::new(&recovery.recoverability, &other.recoverability),
            late_log: late_log.map(|member| late_log_headline(member.context.log_lag())),
            recovery,
            time,
        })
    }

    /// Builds the report on all members together.
    pub(super) fn report(&self) -> StackIncident {
        let (verdict, headline) = self.verdict_and_headline();
        let (mut details, mut remarks) = (Vec::new(), Vec::new());
        if let Some(common_point) = self.recovery.recoverability.outcome() {
            details = self.details(common_point);
            let statements = common_point_statements(self.members, common_point).into_iter();
            remarks.extend(statements.map(Statement::interpretation));
            remarks.push(Statement::interpretation(
                "Backup times aren’t used for stacks. To use one, open the service.",
            ));
        }
        StackIncident {
            verdict,
            headline,
            details,
            remarks,
            common_point: self
                .recovery
                .recoverability
                .outcome()
                .map(|common_point| common_point.time),
        }
    }

    fn verdict_and_headline(&self) -> (IncidentVerdict, String) {
        match &self.recovery.recoverability {
            Recoverability::Certain(_) if let Some(late_log) = &self.late_log => {
                (IncidentVerdict::Possible, late_log.clone())
            }
            Recoverability::Certain(_) => (
                IncidentVerdict::Certain,
                format!(
                    "{}. You can restore {} to before the incident.",
                    self.reading.yes(),
                    all_members_phrase(self.members)
                ),
            ),
            Recoverability::Possible(_) => (
                IncidentVerdict::Possible,
                format!(
                    "Maybe. It depends on the backup time of {}.",
                    names(self.members, &self.recovery.limiting_members)
                ),
            ),
            Recoverability::Impossible => self.impossible(),
            Recoverability::IncidentAfterRestore if self.is_restore_planned => (
                IncidentVerdict::InvalidTimes,
                "The restore time is before the incident. Check both times.".to_owned(),
            ),
            Recoverability::IncidentAfterRestore => (
                IncidentVerdict::InvalidTimes,
                "This time is in the future. To plan ahead, also enter a restore time.".to_owned(),
            ),
        }
    }

    /// Returns verdict and headline for a stack that cannot be restored, with the reason of each limiting member.
    fn impossible(&self) -> (IncidentVerdict, String) {
        let (unrestorable, expired): (Vec<usize>, Vec<usize>) =
            self.recovery.limiting_members.iter().partition(|index| {
                self.recovery
                    .per_member
                    .get(**index)
                    .is_none_or(Option::is_none)
            });
        let mut reasons = Vec::new();
        if !expired.is_empty() {
            let owner = format!(" of {}", names(self.members, &expired));
            reasons.push(self.expired_text(&owner));
        }
        let members = unrestorable
            .iter()
            .filter_map(|index| self.members.get(*index));
        reasons.extend(members.clone().map(NamedMember::not_restorable_reason));
        let reasons = reasons.join("; ");
        let mut kinds = members.map(NamedMember::kind);
        let is_recovery_only = kinds.clone().all(|kind| kind == AnswerKind::RecoveryOnly);
        if expired.is_empty() && kinds.all(AnswerKind::is_not_stated) {
            let who = match is_recovery_only {
                true => "You can’t restore it yourself. ",
                false => "",
            };
            (
                IncidentVerdict::NotStated,
                format!("{who}{}.", format::capitalize(&reasons)),
            )
        } else if self.reading == Reading::Disputed {
            (
                IncidentVerdict::Possible,
                format!("Maybe. By one interpretation of the policy, {reasons}."),
            )
        } else {
            (
                IncidentVerdict::Impossible,
                format!("No. {}.", format::capitalize(&reasons)),
            )
        }
    }

    /// Returns that the backups of `owner` are gone: now, or by the time of a planned restore.
    fn expired_text(&self, owner: &str) -> String {
        let time = if self.is_restore_planned {
            "by then, "
        } else {
            ""
        };
        format!("{time}all backups{owner} from before the incident have expired")
    }

    /// Returns the details of the common recovery point.
    fn details(&self, common_point: &CommonRecoveryPoint) -> Vec<LabeledValue> {
        let is_certain = self.recovery.recoverability.is_certain();
        let earliest = self.format(common_point.deadline.min);
        let latest = self.format(common_point.deadline.max);
        let common_time = self.time.format_bounds(common_point.time);
        let mut details = vec![LabeledValue::new("Common restore point", common_time)];
        let deadline = deadline_rows(is_certain.then_some(earliest), latest);
        details.extend(deadline.into_iter().flatten());
        if is_certain && common_point.final_deadline != common_point.deadline {
            let end = self.format(common_point.final_deadline.min);
            details.push(LabeledValue::new(
                "Older backup",
                format!("available for all services until {end}"),
            ));
        }
        details
    }

    /// Formats a timestamp in the time zone of the reader.
    fn format(&self, timestamp: Timestamp) -> String {
        self.time.zone.format_timestamp(timestamp)
    }
}
