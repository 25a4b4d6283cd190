//! Report on an incident: whether a restore gets back to before it, to which restore point, and until when.

mod alternatives;
pub(super) mod caveats;
pub(super) mod deadline;
mod deleted_service;
pub(super) mod out_of_service;
mod recovery;
mod restore_steps;
mod verdict;

use super::answer_kind::AnswerKind;
use super::link::PageLink;
use super::plan::PlanReport;
use super::statement::LabeledValue;
use super::time_context::TimeContext;
use out_of_service::OutOfService;

pub use restore_steps::RestoreSteps;
pub use verdict::IncidentVerdict;

use crate::domain::persistence::PersistenceSetting;
use crate::domain::recovery::Incident;
use crate::domain::{Policy, Scenario, Timestamp, Topic};

/// Report on an incident of a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentReport {
    /// Certainty of the answer.
    pub verdict: IncidentVerdict,
    /// The answer in one sentence, with a full stop.
    pub headline: String,
    /// What to know first: the time before which to restore, or of expired backups the oldest one that exists; `None` if nothing expires.
    pub lead: Option<LabeledValue>,
    /// Restore point, loss and retention rule.
    pub details: Vec<LabeledValue>,
    /// Time from now to the deadline; `None` if there is no deadline or it has passed.
    pub time_left: Option<LabeledValue>,
    /// Time until which the restore is certain to succeed; `None` if it is not certain or the time has passed.
    pub deadline: Option<Timestamp>,
    /// Advice on what to do.
    pub advice: Vec<Advice>,
    /// What would break a positive answer, and the policy does not rule out.
    pub caveats: Vec<String>,
    /// How to restore; `None` unless the answer is positive and the documentation says how.
    pub restore_steps: Option<Box<RestoreSteps>>,
}

/// Advice where backups are not certain to exist.
const CHECK_BACKUPS: &str = "Check your backups in the Aiven Console now.";

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What to do.
    pub text: String,
    /// Link to a page that helps; its text occurs in the advice.
    pub link: Option<PageLink>,
}

/// An incident with the report on the plan that it concerns.
struct IncidentContext<'a> {
    policy: &'a Policy,
    /// Report on the service and plan.
    report: &'a PlanReport,
    scenario: &'a Scenario,
    /// The incident with the time of its restore, or of the power-off or deletion before it.
    incident: Incident,
    /// Time of the restore.
    restore_at: Timestamp,
    /// The power-off or deletion before the restore; `None` if the service is on.
    out_of_service: Option<OutOfService>,
    /// Whether a time of day of the backups is known, but so close before the incident that it is not used.
    is_backup_too_close: bool,
    time: TimeContext<'a>,
}

impl IncidentReport {
    /// Builds the report; `None` if no incident is entered.
    pub fn new(
        policy: &Policy,
        report: &PlanReport,
        scenario: &Scenario,
        time: TimeContext,
    ) -> Option<Self> {
        let input = &scenario.incident;
        let at = input.at?;
        let Some(restore_at) = input.restore_time(time.now) else {
            return Some(Self::new_without_clock());
        };
        let mut incident = Incident {
            at,
            restore_at,
            backup_time: input.backup_time,
        };
        let schedule = report.schedule.as_ref();
        let is_backup_too_close = incident.backup_time.is_some()
            && schedule.is_some_and(|schedule| !schedule.uses_backup_time(&incident));
        if is_backup_too_close {
            incident.backup_time = None;
        }
        let out_of_service = OutOfService::before_restore(policy, scenario, time);
        if let Some(out_of_service) = &out_of_service {
            incident.restore_at = out_of_service.time.max;
        }
        let context = IncidentContext {
            policy,
            report,
            scenario,
            incident,
            restore_at,
            out_of_service,
            is_backup_too_close,
            time,
        };
        let mut incident_report = match (context.ended_headline(), &report.schedule) {
            _ if incident.at > restore_at => context.invalid_times(),
            (Some(ended), _) => context.new_report(IncidentVerdict::Impossible, ended),
            (None, Some(schedule)) => context.with_backups(schedule),
            (None, None) => context.without_backups(),
        };
        let is_open = !matches!(
            incident_report.verdict,
            IncidentVerdict::Impossible | IncidentVerdict::InvalidTimes
        );
        if is_open && let Some(deleted) = context.with_deleted_service() {
            incident_report = deleted;
        }
        let verdict = incident_report.verdict;
        if let (Some(schedule), IncidentVerdict::Certain | IncidentVerdict::Possible) =
            (&report.schedule, verdict)
        {
            context.add_restore_steps(&mut incident_report, schedule);
        }
        if context.is_backup_too_close {
            incident_report.advice.push(advice(
                "The backup just before the incident may not be complete, so its time of day is not used.",
            ));
        }
        if time.now.is_some_and(|now| restore_at < now) {
            incident_report.advice.push(advice(
                "This restore time is in the past. Clear it to use the current time.",
            ));
        }
        Some(incident_report)
    }
}

impl IncidentReport {
    /// Creates the report for a restore now if the current time is unknown.
    fn new_without_clock() -> Self {
        let advice = advice("Also enter a restore time.");
        Self {
            verdict: IncidentVerdict::InvalidTimes,
            headline: "Your device clock isn’t set.".to_owned(),
            lead: None,
            details: Vec::new(),
            time_left: None,
            deadline: None,
            advice: vec![advice],
            caveats: Vec::new(),
            restore_steps: None,
        }
    }
}

/// Creates advice without a link.
fn advice(text: impl Into<String>) -> Advice {
    Advice {
        text: text.into(),
        link: None,
    }
}

impl IncidentContext<'_> {
    /// Creates a report with a verdict and a headline only.
    fn new_report(&self, verdict: IncidentVerdict, headline: impl Into<String>) -> IncidentReport {
        IncidentReport {
            verdict,
            headline: headline.into(),
            lead: None,
            details: Vec::new(),
            time_left: None,
            deadline: None,
            advice: Vec::new(),
            caveats: Vec::new(),
            restore_steps: None,
        }
    }

    /// Formats a timestamp in the time zone of the reader.
    fn format(&self, timestamp: Timestamp) -> String {
        self.time.zone.format_timestamp(timestamp)
    }

    /// Builds the report for an incident that is later than its restore.
    fn invalid_times(&self) -> IncidentReport {
        let is_future = self.time.now.is_some_and(|now| now < self.incident.at);
        let mut report = self.new_report(
            IncidentVerdict::InvalidTimes,
            if is_future && self.scenario.incident.restore_at.is_none() {
                "This time is in the future."
            } else {
                "The restore time is before the incident."
            },
        );
        report
            .advice
            .push(advice(match self.scenario.incident.restore_at {
                None => "Check the date. To plan ahead, also enter a restore time.",
                Some(_) => "Enter a restore time after the incident time.",
            }));
        report
    }

    /// Builds the report for a plan without backups that the user can restore.
    fn without_backups(&self) -> IncidentReport {
        let service = &self.report.service.short_name;
        let plan = &self.report.plan.name;
        let kind = self.report.answer_kind;
        let disabled_by = self.disabled_persistence();
        let headline = match (kind, disabled_by) {
            (_, Some(setting)) if !setting.deletes_backups => {
                "No new backups exist. The policy doesn’t state whether earlier backups remain."
                    .to_owned()
            }
            (_, Some(setting)) => format!(
                "No. Switching {} to {} deleted all backups.",
                setting.name, setting.disabled_value
            ),
            (AnswerKind::RecoveryOnly, _) => {
                "You can’t restore it yourself. The policy doesn’t state whether Aiven can."
                    .to_owned()
            }
            (AnswerKind::Unspecified, _) => {
                "The policy doesn’t state which backups exist.".to_owned()
            }
            (AnswerKind::NotOffered, _) => {
                format!("{service} isn’t available on {plan}.")
            }
            _ => format!("No. Aiven doesn’t back up {service} on {plan}."),
        };
        let verdict = IncidentVerdict::without_backups(kind, disabled_by);
        let mut report = self.new_report(verdict, headline);
        match kind {
            AnswerKind::RecoveryOnly => report.advice.push(advice(
                "Aiven keeps one backup for disaster recovery. Its age and how to request it aren’t stated in the policy.",
            )),
            AnswerKind::Unspecified => report.advice.push(advice(CHECK_BACKUPS)),
            _ => {}
        }
        self.add_alternatives(&mut report);
        report
    }

    /// Returns the disabled setting that the backups of this plan depend on; `None` if there is none or it is enabled.
    fn disabled_persistence(&self) -> Option<&PersistenceSetting> {
        let is_disabled = self.scenario.service.persistence_disabled;
        let (service, plan) = (self.report.service.id, self.report.plan.id);
        self.policy.disabled_persistence(service, plan, is_disabled)
    }

    /// Returns how far the archived log can lag, in a sentence; `None` if the policy does not state it.
    fn log_lag(&self) -> Option<&str> {
        self.policy
            .service(self.report.service.id)
            .first_fact(Topic::LogDelay)
    }

    /// Returns that the service has ended, so that nothing can be restored, whatever the backups; `None` otherwise.
    fn ended_headline(&self) -> Option<String> {
        let service = self.policy.service(self.report.service.id);
        let ended = service.first_fact(Topic::Ended)?;
        Some(format!("No. {ended}"))
    }
}
