//! The reports of an answer.

use std::rc::Rc;

use super::PageContent;
use crate::domain::{PlanId, Policy, Selection, ServiceId};
use crate::report::incident::IncidentReport;
use crate::report::link::PageLink;
use crate::report::persistence::SettingToggle;
use crate::report::plan::PlanReport;
use crate::report::plan_comparison::PlanComparison;
use crate::report::power_off::PowerOffReport;
use crate::report::restore_points::RestorePointTable;
use crate::report::stack::add_link;
use crate::report::time_context::TimeContext;
use crate::report::timeline::Timeline;

/// Every report on a service and plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerContent {
    /// What holds without an incident.
    pub report: Rc<PlanReport>,
    /// Links to both states of the setting that backups depend on, if there is one.
    pub setting_toggle: Option<SettingToggle>,
    /// Link that adds the service and plan to the stack; `None` if the plan is not offered.
    pub stack_link: Option<PageLink>,
    /// What the incident means; `None` if none is entered or the time of the restore is unknown.
    pub incident: Option<Rc<IncidentReport>>,
    /// The comparison with another plan; `None` if the service has no other plan.
    pub comparison: Option<Rc<PlanComparison>>,
    /// The time line of backups; `None` without backups that the user can restore.
    pub timeline: Option<Rc<Timeline>>,
    /// All restore points at the time of the restore; `None` without backups that the user can restore.
    pub restore_points: Option<Rc<RestorePointTable>>,
    /// What a power-off means; `None` if the plan is not offered.
    pub power_off: Option<Rc<PowerOffReport>>,
}

impl AnswerContent {
    /// Builds the reports, and takes from `previous`, the content of the same page, those whose inputs did not change.
    pub(super) fn build(
        policy: &Policy,
        (service, plan): (ServiceId, PlanId),
        selection: &Selection,
        time: TimeContext,
        previous: Option<&PageContent>,
    ) -> Self {
        let scenario = &selection.scenario;
        let before = previous.and_then(PreviousAnswer::new);
        let same_service = |before: &PreviousAnswer| {
            let previous = &before.page.selection.scenario.service;
            previous.persistence_disabled == scenario.service.persistence_disabled
        };
        let before = before.filter(same_service);
        let same_time = |before: &PreviousAnswer| before.page.now == time.now;
        let report = match &before {
            Some(before) => before.answer.report.clone(),
            None => Rc::new(PlanReport::with_persistence(
                policy,
                service,
                plan,
                scenario.service.persistence_disabled,
            )),
        };
        let incident = IncidentReport::new(policy, &report, scenario, time).map(Rc::new);
        let comparison = PlanComparison::new(policy, &report, selection).map(Rc::new);
        let same_points = |before: &&PreviousAnswer| {
            let previous = &before.page.selection.scenario.incident;
            RestorePointTable::depends_equally(previous, &scenario.incident) && same_time(before)
        };
        let restore_points = match before.as_ref().filter(same_points) {
            Some(before) => before.answer.restore_points.clone(),
            None => report.schedule.as_ref().map(|schedule| {
                Rc::new(RestorePointTable::new(schedule, &scenario.incident, time))
            }),
        };
        let same_power_off = |before: &&PreviousAnswer| {
            let previous = &before.page.selection.scenario.service;
            previous.powered_off_on == scenario.service.powered_off_on && same_time(before)
        };
        let power_off = match before.as_ref().filter(same_power_off) {
            Some(before) => before.answer.power_off.clone(),
            None => {
                PowerOffReport::new(policy, service, plan, &scenario.service, time).map(Rc::new)
            }
        };
        let timeline = report.schedule.as_ref().map(|schedule| {
            let markers = incident.as_ref().and_then(|incident| incident.markers);
            let compared = comparison.as_ref();
            let compared = compared.and_then(|comparison| comparison.compared_plan.clone());
            let input = &scenario.incident;
            Rc::new(Timeline::for_incident(
                schedule, input, markers, compared, time.now,
            ))
        });
        Self {
            setting_toggle: SettingToggle::new(policy, selection),
            stack_link: add_link(policy, selection),
            report,
            incident,
            comparison,
            timeline,
            restore_points,
            power_off,
        }
    }
}

/// The content of the page before a change, if it is an answer.
struct PreviousAnswer<'a> {
    page: &'a PageContent,
    answer: &'a AnswerContent,
}

impl<'a> PreviousAnswer<'a> {
    fn new(page: &'a PageContent) -> Option<Self> {
        match &page.panel {
            super::Panel::Answer(answer) => Some(Self { page, answer }),
            _ => None,
        }
    }
}
