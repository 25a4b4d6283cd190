//! What would have helped if no backup gets back to before an incident.

use super::{Advice, IncidentContext, IncidentReport, advice};
use crate::domain::{Page, url};
use crate::report::answer_kind::AnswerKind;
use crate::report::context::PlanContext;
use crate::report::format;
use crate::report::link::PageLink;

impl IncidentContext<'_> {
    /// Adds what would have helped: the smallest plan whose backups are certain to get back, and an export.
    pub(super) fn add_alternatives(&self, report: &mut IncidentReport) {
        let (policy, plan_report) = (self.policy, self.report);
        let service = plan_report.service.id;
        let sufficient = policy.plans().find(|(id, _)| {
            let settings = self.scenario.backup_settings();
            let schedule = PlanContext::with_settings(policy, service, *id, settings)
                .cell
                .schedule();
            schedule.is_some_and(|schedule| schedule.assess(&self.incident).is_certain())
        });
        if let Some((id, plan)) = sufficient {
            let page = Page::Answer(service, id);
            report.advice.push(Advice {
                text: format!("{} keeps backups from that time.", plan.name),
                link: Some(PageLink {
                    path: url::encode_with_query(policy, &page, &self.scenario.for_other_page()),
                    text: plan.name.clone(),
                }),
            });
        } else if !matches!(
            plan_report.answer_kind,
            AnswerKind::NotOffered | AnswerKind::NoBackups
        ) {
            report.advice.push(advice(format!(
                "No {} plan always keeps backups that long.",
                plan_report.service.short_name
            )));
        }
        let tools: Vec<String> = plan_report
            .tools
            .iter()
            .map(|tool| tool.tool.name.clone())
            .collect();
        report
            .advice
            .push(advice(match (tools.as_slice(), plan_report.answer_kind) {
                ([], AnswerKind::NoBackups) => "See the alternatives below.".to_owned(),
                ([], _) => "If you have an export from before the incident, restore it.".to_owned(),
                (tools, _) => format!(
                    "If you have a {} export from before the incident, restore it.",
                    format::join_list(tools)
                ),
            }));
    }
}
