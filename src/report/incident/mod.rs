//! The answer to "it broke then: can I get my data back?".

mod reach;

use super::{Clock, Kind, Report, words};
use crate::domain::probe::{Incident, Verdict};
use crate::domain::{Minutes, Moment, Page, Policy, ServiceId, WhatIf, address};

/// What there is to say about an incident, for a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentReport {
    /// How sure the answer is.
    pub answer: Answer,
    /// The answer in one sentence.
    pub headline: String,
    /// What follows from it, each with its name.
    pub facts: Vec<(&'static str, String)>,
    /// Time left until the restore point may disappear, where there is one and that is to come, behind its name.
    pub left: Option<(&'static str, String)>,
    /// Until when a restore is sure, where that is to come.
    pub act_before: Option<Moment>,
    /// What to do.
    pub advice: Vec<Advice>,
    /// What the picture shows of it.
    pub marks: Option<Marks>,
}

/// How sure the answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Whenever backups happen to run.
    Certain,
    /// It depends on when backups ran.
    Possible,
    /// There is no way back by the platform's backups.
    Impossible,
    /// The policy does not say.
    Silent,
    /// The question does not hold together yet.
    Unclear,
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
pub struct Marks {
    /// The incident.
    pub at: Minutes,
    /// The restore point, from its least age to its greatest.
    pub point: Option<(Minutes, Minutes)>,
}

impl Answer {
    /// Its name in `data-answer`.
    pub fn slug(self) -> &'static str {
        match self {
            Answer::Certain => "certain",
            Answer::Possible => "possible",
            Answer::Impossible => "impossible",
            Answer::Silent => "silent",
            Answer::Unclear => "unclear",
        }
    }
}

/// An incident and the report it is asked of.
struct Asked<'a> {
    policy: &'a Policy,
    report: &'a Report,
    case: &'a WhatIf,
    incident: Incident,
    clock: Clock<'a>,
}

impl IncidentReport {
    /// The answer, where an incident is named and the time of the restore is known.
    pub fn new(policy: &Policy, report: &Report, case: &WhatIf, clock: Clock) -> Option<Self> {
        let restore = case.restore.or(clock.now)?;
        let incident = Incident {
            at: case.at?,
            restore,
            hour: case.hour,
        };
        let asked = Asked {
            policy,
            report,
            case,
            incident,
            clock,
        };
        let mut answer = match &report.schedule {
            _ if incident.at > restore => asked.not_yet(),
            Some(schedule) => asked.probed(schedule),
            None => asked.without(),
        };
        if clock.now.is_some_and(|now| restore < now) {
            answer.advice.push(advice(
                "That restore is in the past: leave its field empty to ask for now.",
            ));
        }
        let age = restore.since(incident.at);
        answer.marks = age.map(|at| Marks {
            at,
            point: answer.marks.and_then(|marks| marks.point),
        });
        Some(answer)
    }
}

fn said(answer: Answer, headline: impl Into<String>) -> IncidentReport {
    IncidentReport {
        answer,
        headline: headline.into(),
        facts: Vec::new(),
        left: None,
        act_before: None,
        advice: Vec::new(),
        marks: None,
    }
}

fn advice(text: impl Into<String>) -> Advice {
    Advice {
        text: text.into(),
        link: None,
    }
}

impl Asked<'_> {
    fn words(&self, moment: Moment) -> String {
        self.clock.zone.words(moment)
    }

    fn not_yet(&self) -> IncidentReport {
        let ahead = self.clock.now.is_some_and(|now| now < self.incident.at);
        let mut report = said(
            Answer::Unclear,
            match ahead && self.case.restore.is_none() {
                true => "That moment has not come yet.",
                false => "The restore would be before the incident.",
            },
        );
        report.advice.push(advice(match self.case.restore {
            None => "Check the date. To plan ahead, say when you would restore, too.",
            Some(_) => "Check both times: the restore must come after the incident.",
        }));
        report
    }

    fn without(&self) -> IncidentReport {
        let service = &self.report.service.short_name;
        let plan = &self.report.plan.name;
        let mut report = match self.report.kind {
            _ if self.switched_off() => said(
                Answer::Silent,
                "Not from new backups: none are taken. The policy does not say whether earlier ones remain.",
            ),
            Kind::RecoveryOnly => said(
                Answer::Silent,
                "Not by yourself, and the policy does not say whether the platform can.",
            ),
            Kind::NotOffered => said(
                Answer::Impossible,
                format!("There is no {plan} plan for {service}, so there is nothing to restore."),
            ),
            _ => said(
                Answer::Impossible,
                format!("No: there are no backups of {service} on {plan}."),
            ),
        };
        if self.report.kind == Kind::RecoveryOnly {
            report.advice.push(advice(
                "One backup exists, for disaster recovery only. Its age, and how to ask for it, the policy does not say.",
            ));
        }
        self.otherwise(&mut report);
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
    fn switched_off(&self) -> bool {
        let mut plans = self.policy.plans();
        plans
            .find(|(_, plan)| plan.slug == self.report.plan.slug)
            .zip(self.service())
            .is_some_and(|((plan, _), service)| {
                self.policy.switched_off(service, plan, self.case).is_some()
            })
    }

    /// What would have helped: the smallest plan that surely reaches back, and an export made before.
    fn otherwise(&self, report: &mut IncidentReport) {
        let (policy, asked) = (self.policy, self.report);
        let saves = self.service().and_then(|service| {
            policy.plans().find_map(|(plan, named)| {
                // With the setting off on which backups depend, no plan has any.
                if policy.switched_off(service, plan, self.case).is_some() {
                    return None;
                }
                let schedule = policy.cell(service, plan).cell.schedule()?;
                let sure = matches!(schedule.probe(&self.incident), Verdict::Certain(_));
                let page = Page::Answer(service, plan);
                let address = address::encode_with(policy, &page, &self.case.carried());
                sure.then(|| (address, named.name.clone()))
            })
        });
        if let Some((address, name)) = saves {
            report.advice.push(Advice {
                text: format!("The {name} plan would have reached back to it."),
                link: Some((address, name)),
            });
        } else if asked.kind != Kind::NotOffered {
            report.advice.push(advice(format!(
                "No plan of {} is sure to reach back that far.",
                asked.service.short_name
            )));
        }
        let tools: Vec<String> = asked
            .tools
            .iter()
            .map(|tool| tool.tool.name.clone())
            .collect();
        report.advice.push(advice(match (tools.as_slice(), asked.kind) {
            ([], Kind::NoBackups) => {
                "See below what the policy says about other ways.".to_owned()
            }
            ([], _) => {
                "An export made before the incident would help; the policy recommends no tool for it.".to_owned()
            }
            (tools, _) => format!(
                "An export made before the incident would help: the policy recommends {}.",
                words::list(tools)
            ),
        }));
    }
}
