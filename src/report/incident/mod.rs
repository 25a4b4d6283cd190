//! The answer to "it broke then: can I get my data back?".

mod recovery;

use super::answer_kind::AnswerKind;
use super::format;
use super::link::PageLink;
use super::plan::PlanReport;
use super::time_context::TimeContext;
use super::timeline::TimelineMarkers;
use crate::domain::persistence::PersistenceSetting;
use crate::domain::recovery::Incident;
use crate::domain::{Minutes, Page, PlanId, Policy, Scenario, Timestamp, url};

/// What there is to say about an incident, for a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentReport {
    /// How sure the answer is.
    pub verdict: IncidentVerdict,
    /// The answer in one sentence.
    pub headline: String,
    /// What follows from it, each with its name.
    pub details: Vec<(&'static str, String)>,
    /// Time left until the restore point may disappear, where there is one and that is to come, behind its name.
    pub time_left: Option<(&'static str, String)>,
    /// Until when a restore is sure, where that is to come.
    pub deadline: Option<Timestamp>,
    /// What to do.
    pub advice: Vec<Advice>,
    /// What the picture shows of it.
    pub markers: Option<TimelineMarkers>,
}

/// How sure the answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentVerdict {
    /// Whenever backups happen to run.
    Certain,
    /// It depends on when backups ran.
    Possible,
    /// There is no way back by the platform's backups.
    Impossible,
    /// The policy does not say.
    NotStated,
    /// The question does not hold together yet.
    InvalidTimes,
}

/// A piece of advice, with the address below the root of a page that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What to do.
    pub text: String,
    /// The page that helps, and its name.
    pub link: Option<PageLink>,
}

impl IncidentVerdict {
    /// Its name in `data-answer`.
    pub fn slug(self) -> &'static str {
        match self {
            IncidentVerdict::Certain => "certain",
            IncidentVerdict::Possible => "possible",
            IncidentVerdict::Impossible => "impossible",
            IncidentVerdict::NotStated => "silent",
            IncidentVerdict::InvalidTimes => "unclear",
        }
    }
}

/// An incident and the report it is asked of.
struct IncidentContext<'a> {
    policy: &'a Policy,
    report: &'a PlanReport,
    scenario: &'a Scenario,
    incident: Incident,
    time: TimeContext<'a>,
}

impl IncidentReport {
    /// The answer, where an incident is named and the time of the restore is known.
    pub fn new(
        policy: &Policy,
        report: &PlanReport,
        scenario: &Scenario,
        time: TimeContext,
    ) -> Option<Self> {
        let input = &scenario.incident;
        let incident = Incident {
            at: input.at?,
            restore_at: input.restore_time(time.now)?,
            backup_time: input.backup_time,
        };
        let context = IncidentContext {
            policy,
            report,
            scenario,
            incident,
            time,
        };
        let mut incident_report = match &report.schedule {
            _ if incident.at > incident.restore_at => context.invalid_times(),
            Some(schedule) => context.from_schedule(schedule),
            None => context.without_backups(),
        };
        if time.now.is_some_and(|now| incident.restore_at < now) {
            incident_report.advice.push(advice(
                "That restore is in the past: leave its field empty to ask for now.",
            ));
        }
        Some(incident_report)
    }
}

fn advice(text: impl Into<String>) -> Advice {
    Advice {
        text: text.into(),
        link: None,
    }
}

impl IncidentContext<'_> {
    /// Starts a report with a verdict and nothing else.
    fn new_report(&self, verdict: IncidentVerdict, headline: impl Into<String>) -> IncidentReport {
        IncidentReport {
            verdict,
            headline: headline.into(),
            details: Vec::new(),
            time_left: None,
            deadline: None,
            advice: Vec::new(),
            markers: self.markers(None),
        }
    }

    /// Returns the markers of the incident and the ages of its restore point, least first; `None` if the incident is later
    /// than the restore.
    fn markers(&self, restore_point: Option<(Minutes, Minutes)>) -> Option<TimelineMarkers> {
        let incident = self.age(self.incident.at)?;
        Some(TimelineMarkers {
            incident,
            restore_point,
        })
    }

    /// Returns how long before the restore `time` is; `None` if it is later.
    fn age(&self, time: Timestamp) -> Option<Minutes> {
        self.incident.restore_at.checked_duration_since(time)
    }

    fn format(&self, moment: Timestamp) -> String {
        self.time.zone.format_timestamp(moment)
    }

    fn invalid_times(&self) -> IncidentReport {
        let is_future = self.time.now.is_some_and(|now| now < self.incident.at);
        let mut report = self.new_report(
            IncidentVerdict::InvalidTimes,
            match is_future && self.scenario.incident.restore_at.is_none() {
                true => "That moment has not come yet.",
                false => "The restore would be before the incident.",
            },
        );
        report
            .advice
            .push(advice(match self.scenario.incident.restore_at {
                None => "Check the date. To plan ahead, say when you would restore, too.",
                Some(_) => "Check both times: the restore must come after the incident.",
            }));
        report
    }

    fn without_backups(&self) -> IncidentReport {
        let service = &self.report.service.short_name;
        let plan = &self.report.plan.name;
        let mut report = match self.report.answer_kind {
            _ if self.is_persistence_disabled() => self.new_report(
                IncidentVerdict::NotStated,
                "Not from new backups: none are taken. The policy does not say whether earlier ones remain.",
            ),
            AnswerKind::RecoveryOnly => self.new_report(
                IncidentVerdict::NotStated,
                "Not by yourself, and the policy does not say whether the platform can.",
            ),
            AnswerKind::NotOffered => self.new_report(
                IncidentVerdict::Impossible,
                format!("There is no {plan} plan for {service}, so there is nothing to restore."),
            ),
            _ => self.new_report(
                IncidentVerdict::Impossible,
                format!("No: there are no backups of {service} on {plan}."),
            ),
        };
        if self.report.answer_kind == AnswerKind::RecoveryOnly {
            report.advice.push(advice(
                "One backup exists, for disaster recovery only. Its age, and how to ask for it, the policy does not say.",
            ));
        }
        self.add_alternatives(&mut report);
        report
    }

    /// Whether the setting that the backups of this plan depend on is disabled.
    fn is_persistence_disabled(&self) -> bool {
        self.disabled_persistence(self.report.plan.id).is_some()
    }

    fn disabled_persistence(&self, plan: PlanId) -> Option<&PersistenceSetting> {
        let is_disabled = self.scenario.service.persistence_disabled;
        self.policy
            .disabled_persistence(self.report.service.id, plan, is_disabled)
    }

    /// What would have helped: the smallest plan that surely reaches back, and an export made before.
    fn add_alternatives(&self, report: &mut IncidentReport) {
        let (policy, plan_report) = (self.policy, self.report);
        let service = plan_report.service.id;
        let recovering = policy.plans().find(|(plan, _)| {
            // While the setting that backups depend on is disabled, no plan has any.
            let schedule = policy.cell(service, *plan).cell.schedule();
            self.disabled_persistence(*plan).is_none()
                && schedule.is_some_and(|schedule| schedule.assess(&self.incident).is_certain())
        });
        if let Some((plan, named)) = recovering {
            let page = Page::Answer(service, plan);
            report.advice.push(Advice {
                text: format!("The {} plan would have reached back to it.", named.name),
                link: Some(PageLink {
                    path: url::encode_with_query(policy, &page, &self.scenario.for_other_page()),
                    text: named.name.clone(),
                }),
            });
        } else if plan_report.answer_kind != AnswerKind::NotOffered {
            report.advice.push(advice(format!(
                "No plan of {} is sure to reach back that far.",
                plan_report.service.short_name
            )));
        }
        let tools: Vec<String> = plan_report
            .tools
            .iter()
            .map(|tool| tool.tool.name.clone())
            .collect();
        report.advice.push(advice(match (tools.as_slice(), plan_report.answer_kind) {
            ([], AnswerKind::NoBackups) => {
                "See below what the policy says about other ways.".to_owned()
            }
            ([], _) => {
                "An export made before the incident would help; the policy recommends no tool for it.".to_owned()
            }
            (tools, _) => format!(
                "An export made before the incident would help: the policy recommends {}.",
                format::join_list(tools)
            ),
        }));
    }
}
