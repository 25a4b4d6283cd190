//! Content of the page of an answer.

use std::rc::Rc;

use chrono::NaiveDate;

use super::{MAX_TITLE_LENGTH, first_sentence};
use crate::domain::{BackupSettings, PlanId, Policy, Scenario, Selection, ServiceId, Timestamp};
use crate::report::countdown::CountdownReport;
use crate::report::incident::IncidentReport;
use crate::report::incident::out_of_service::OutOfService;
use crate::report::link::PageLink;
use crate::report::persistence::SettingToggle;
use crate::report::plan::PlanReport;
use crate::report::restore_points::{RestorePointTable, RestorePointTimes};
use crate::report::stack::add_link;
use crate::report::time_context::TimeContext;

/// All reports on a service and plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerContent {
    /// Report that depends neither on the time nor on an incident.
    pub report: Rc<PlanReport>,
    /// Links to the answer for each value of the setting that the backups depend on; `None` if they depend on no setting.
    pub setting_toggle: Option<SettingToggle>,
    /// Link that adds the service and plan to the stack; `None` if the plan is not offered.
    pub stack_link: Option<PageLink>,
    /// Report on the incident; `None` if none is entered or the time of the restore is unknown.
    pub incident: Option<Rc<IncidentReport>>,
    /// Restore points at the time of the restore; `None` without backups that the user can restore.
    pub restore_points: Option<Rc<RestorePointTable>>,
    /// Countdowns after a power-off and after the deletion of the service, as far as there are any.
    pub countdowns: Rc<Vec<CountdownReport>>,
    /// Inputs of the reports that an update shares.
    inputs: SharedInputs,
}

/// Inputs of the reports that an update shares: a report is built again only if its inputs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SharedInputs {
    /// Inputs of every report: the service, the plan, and what is set on the service.
    plan: (ServiceId, PlanId, BackupSettings),
    /// Further inputs of the restore points; `None` if there are none because the service is deleted.
    restore_points: Option<RestorePointTimes>,
    /// Further inputs of the countdowns: the days from which they count, and, if there are any, the current time.
    countdowns: ([Option<NaiveDate>; 2], Option<Timestamp>),
}

impl SharedInputs {
    fn new(
        (service, plan): (ServiceId, PlanId),
        scenario: &Scenario,
        out_of_service: Option<OutOfService>,
        now: Option<Timestamp>,
    ) -> Self {
        let days = [scenario.service.powered_off_on, scenario.service.deleted_on];
        Self {
            plan: (service, plan, scenario.backup_settings()),
            restore_points: match out_of_service {
                Some(OutOfService {
                    deleted_on: Some(_),
                    ..
                }) => None,
                _ => Some(RestorePointTimes::new(
                    &scenario.incident,
                    out_of_service.map(|out_of_service| out_of_service.time),
                    now,
                )),
            },
            countdowns: (days, now.filter(|_| days != [None, None])),
        }
    }
}

impl AnswerContent {
    /// Builds the reports on a service and plan, and shares those of `previous` whose inputs are the same.
    pub(super) fn build(
        policy: &Policy,
        (service, plan): (ServiceId, PlanId),
        selection: &Selection,
        time: TimeContext,
        previous: Option<&Self>,
    ) -> Self {
        let scenario = &selection.scenario;
        let out_of_service = OutOfService::before_restore(policy, scenario, time);
        let inputs = SharedInputs::new((service, plan), scenario, out_of_service, time.now);
        let previous = previous.filter(|previous| previous.inputs.plan == inputs.plan);
        let report = match previous {
            Some(previous) => previous.report.clone(),
            None => {
                let settings = scenario.backup_settings();
                Rc::new(PlanReport::with_settings(policy, service, plan, settings))
            }
        };
        let schedule = report.schedule.as_ref();
        let incident = IncidentReport::new(policy, &report, scenario, time);
        let restore_points =
            match previous.filter(|p| p.inputs.restore_points == inputs.restore_points) {
                Some(previous) => previous.restore_points.clone(),
                None => schedule
                    .zip(inputs.restore_points)
                    .map(|(schedule, times)| RestorePointTable::new(schedule, times, time))
                    .map(Rc::new),
            };
        let countdowns = match previous.filter(|p| p.inputs.countdowns == inputs.countdowns) {
            Some(previous) => previous.countdowns.clone(),
            None => {
                let options = &scenario.service;
                Rc::new(CountdownReport::all(policy, service, plan, options, time))
            }
        };
        Self {
            setting_toggle: SettingToggle::new(policy, selection),
            stack_link: add_link(policy, selection),
            incident: incident.map(Rc::new),
            report,
            restore_points,
            countdowns,
            inputs,
        }
    }
    /// Returns the title of the document, without the name of the site.
    pub(super) fn title(&self) -> String {
        let PlanReport { service, plan, .. } = &*self.report;
        let name = format!("{} {}", service.short_name, plan.name);
        let title = match (self.report.key_facts(), &self.incident) {
            ([], _) => self.report.headline.clone(),
            (_, Some(incident)) => format!("{}: {name}", first_sentence(&incident.headline)),
            ([retention, ..], None) => format!("{name} backups: {}", retention.value),
        };
        match title.len() {
            0..=MAX_TITLE_LENGTH => title,
            _ => name,
        }
    }

    /// Returns the key facts with their condition and their source.
    pub(super) fn meta_description(&self, source: &str) -> String {
        let report = &self.report;
        let condition = report.conditions.first();
        // A condition takes the place of the last fact, the export tool.
        let facts = report.key_facts().iter().take(match condition {
            Some(_) => 3,
            None => 4,
        });
        let mut text: String = facts
            .map(|fact| format!("{}: {}. ", fact.label, fact.value))
            .collect();
        if text.is_empty() {
            text = format!("{}. {} ", report.headline, report.lead);
        }
        if let Some(condition) = condition {
            text += &format!("{}. ", first_sentence(&condition.text));
        }
        text + &format!("Based on {source}.")
    }
}
