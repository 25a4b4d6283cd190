//! The answer to "it broke then: can I get my data back?".

mod recovery;

use super::{AnswerKind, PlanReport, TimeContext, format};
use crate::domain::recovery::{Incident, Recoverability};
use crate::domain::{Minutes, Page, Policy, Scenario, ServiceId, Timestamp, url};

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
    pub link: Option<(String, String)>,
}

/// Ages on the time line, before the restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineMarkers {
    /// The incident.
    pub incident: Minutes,
    /// The restore point, from its least age to its greatest.
    pub restore_point: Option<(Minutes, Minutes)>,
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
        let restore = scenario.restore_at.or(time.now)?;
        let incident = Incident {
            at: scenario.incident_at?,
            restore_at: restore,
            backup_time: scenario.backup_time,
        };
        let context = IncidentContext {
            policy,
            report,
            scenario,
            incident,
            time,
        };
        let mut incident_report = match &report.schedule {
            _ if incident.at > restore => context.invalid_times(),
            Some(schedule) => context.from_schedule(schedule),
            None => context.without_backups(),
        };
        if time.now.is_some_and(|now| restore < now) {
            incident_report.advice.push(advice(
                "That restore is in the past: leave its field empty to ask for now.",
            ));
        }
        let age = restore.checked_duration_since(incident.at);
        incident_report.markers = age.map(|incident| TimelineMarkers {
            incident,
            restore_point: incident_report
                .markers
                .and_then(|marks| marks.restore_point),
        });
        Some(incident_report)
    }
}

fn new_report(verdict: IncidentVerdict, headline: impl Into<String>) -> IncidentReport {
    IncidentReport {
        verdict,
        headline: headline.into(),
        details: Vec::new(),
        time_left: None,
        deadline: None,
        advice: Vec::new(),
        markers: None,
    }
}

fn advice(text: impl Into<String>) -> Advice {
    Advice {
        text: text.into(),
        link: None,
    }
}

impl IncidentContext<'_> {
    fn format(&self, moment: Timestamp) -> String {
        self.time.zone.format_timestamp(moment)
    }

    fn invalid_times(&self) -> IncidentReport {
        let is_future = self.time.now.is_some_and(|now| now < self.incident.at);
        let mut report = new_report(
            IncidentVerdict::InvalidTimes,
            match is_future && self.scenario.restore_at.is_none() {
                true => "That moment has not come yet.",
                false => "The restore would be before the incident.",
            },
        );
        report.advice.push(advice(match self.scenario.restore_at {
            None => "Check the date. To plan ahead, say when you would restore, too.",
            Some(_) => "Check both times: the restore must come after the incident.",
        }));
        report
    }

    fn without_backups(&self) -> IncidentReport {
        let service = &self.report.service.short_name;
        let plan = &self.report.plan.name;
        let mut report = match self.report.answer_kind {
            _ if self.is_persistence_disabled() => new_report(
                IncidentVerdict::NotStated,
                "Not from new backups: none are taken. The policy does not say whether earlier ones remain.",
            ),
            AnswerKind::RecoveryOnly => new_report(
                IncidentVerdict::NotStated,
                "Not by yourself, and the policy does not say whether the platform can.",
            ),
            AnswerKind::NotOffered => new_report(
                IncidentVerdict::Impossible,
                format!("There is no {plan} plan for {service}, so there is nothing to restore."),
            ),
            _ => new_report(
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

    fn service(&self) -> Option<ServiceId> {
        let slug = &self.report.service.slug;
        let mut services = self.policy.services();
        services
            .find(|(_, service)| service.slug == *slug)
            .map(|(id, _)| id)
    }

    /// Whether the setting is off without which the service takes no backups.
    fn is_persistence_disabled(&self) -> bool {
        let mut plans = self.policy.plans();
        plans
            .find(|(_, plan)| plan.slug == self.report.plan.slug)
            .zip(self.service())
            .is_some_and(|((plan, _), service)| {
                self.policy
                    .disabled_persistence(service, plan, self.scenario)
                    .is_some()
            })
    }

    /// What would have helped: the smallest plan that surely reaches back, and an export made before.
    fn add_alternatives(&self, report: &mut IncidentReport) {
        let (policy, plan_report) = (self.policy, self.report);
        let saves = self.service().and_then(|service| {
            policy.plans().find_map(|(plan, named)| {
                // With the setting off on which backups depend, no plan has any.
                if policy
                    .disabled_persistence(service, plan, self.scenario)
                    .is_some()
                {
                    return None;
                }
                let schedule = policy.cell(service, plan).cell.schedule()?;
                let is_certain =
                    matches!(schedule.assess(&self.incident), Recoverability::Certain(_));
                let page = Page::Answer(service, plan);
                let path = url::encode_with_query(policy, &page, &self.scenario.for_other_page());
                is_certain.then(|| (path, named.name.clone()))
            })
        });
        if let Some((path, name)) = saves {
            report.advice.push(Advice {
                text: format!("The {name} plan would have reached back to it."),
                link: Some((path, name)),
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
