//! The report on a service and plan.

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::headline::{self, Label};
use super::persistence::conditions;
use super::refs::{PlanRef, ServiceRef};
use super::statement::{Metric, RecommendedTool, Section, Statement};
use super::{metrics, sections};
use crate::domain::edition::Edition;
use crate::domain::{
    Clause, Page, PlanId, Policy, Scenario, Schedule, ServiceId, ServiceOptions, Tool, url,
};

/// All there is to say about a service on a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanReport {
    /// The edition of the policy it speaks of.
    pub edition: Edition,
    /// The service.
    pub service: ServiceRef,
    /// The plan.
    pub plan: PlanRef,
    /// The cell of the document's table, in its own words.
    pub table_clause: Clause,
    /// What sort of answer it is.
    pub answer_kind: AnswerKind,
    /// The answer in a few characters.
    pub label: Label,
    /// The answer as one says it aloud.
    pub headline: String,
    /// One or two sentences that follow the headline.
    pub lead: String,
    /// What must hold for the answer to be true, where the policy names something.
    pub conditions: Vec<Statement>,
    /// The schedule of the backups the user can restore, where there are any.
    pub schedule: Option<Schedule>,
    /// The figures, each with its clause.
    pub metrics: Vec<Metric>,
    /// What else to know, in order of urgency.
    pub sections: Vec<Section>,
    /// The export tools the policy recommends for the service.
    pub tools: Vec<RecommendedTool>,
    /// What to say about exporting beside, or instead of, the tools.
    pub export_remarks: Vec<Statement>,
    /// The plans of the service that exist, this one left out.
    pub other_plans: Vec<PlanLink>,
    /// Its address below the site's root.
    pub path: String,
}

/// A link to the answer for another plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLink {
    /// The plan.
    pub plan: PlanRef,
    /// What sort of answer it is.
    pub kind: AnswerKind,
    /// The answer in a few characters.
    pub label: Label,
    /// Its address below the site's root.
    pub path: String,
}

impl PlanReport {
    /// Builds the report on a service and plan as the policy's table has it.
    pub fn new(policy: &Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::with_persistence(policy, service, plan, false)
    }

    /// Builds the report for a state of the setting that backups depend on: while it is disabled, no backups are taken,
    /// whatever the table says. Services without such a setting ignore it.
    pub fn with_persistence(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        persistence_disabled: bool,
    ) -> Self {
        let context = PlanContext::with_persistence(policy, service, plan, persistence_disabled);
        let names = policy.service(service);
        Self {
            edition: policy.edition,
            service: ServiceRef::new(policy, service),
            plan: PlanRef::new(policy, plan),
            table_clause: context.table_clause(),
            answer_kind: AnswerKind::from(context.cell),
            label: Label::from(context.cell),
            headline: headline::headline(&context),
            lead: headline::lead(&context),
            conditions: conditions(&context),
            schedule: context.cell.schedule().cloned(),
            metrics: metrics::metrics(&context),
            sections: sections::sections(&context),
            tools: names
                .tools
                .iter()
                .map(|tool| recommended_tool(policy, tool))
                .collect(),
            export_remarks: sections::export_remarks(&context),
            other_plans: other_plans(policy, service, plan, persistence_disabled),
            path: url::encode(policy, &Page::Answer(service, plan)),
        }
    }

    /// Returns the lead and the conditions of the answer, for texts that stand alone.
    pub fn lead_with_conditions(&self) -> String {
        let conditions = self
            .conditions
            .iter()
            .map(|condition| condition.text.as_str());
        let sentences: Vec<&str> = std::iter::once(self.lead.as_str())
            .chain(conditions)
            .collect();
        sentences.join(" ")
    }

    /// Every clause the report cites, each once, in the order of the page; the table's cell comes first.
    pub fn clauses(&self) -> Vec<&Clause> {
        let conditions = self.conditions.iter().filter_map(Statement::clause);
        let figures = self.metrics.iter().flat_map(|metric| &metric.notes);
        let tools = self.tools.iter().filter_map(|tool| tool.clause.as_ref());
        let groups = self.sections.iter().flat_map(|section| &section.groups);
        let mut seen: Vec<&Clause> = vec![&self.table_clause];
        let all = conditions
            .chain(figures.filter_map(Statement::clause))
            .chain(tools);
        let all = all.chain(self.export_remarks.iter().filter_map(Statement::clause));
        for clause in all.chain(
            groups
                .flat_map(|group| &group.statements)
                .filter_map(Statement::clause),
        ) {
            if !seen.iter().any(|known| known.id == clause.id) {
                seen.push(clause);
            }
        }
        seen
    }
}

fn recommended_tool(policy: &Policy, tool: &Tool) -> RecommendedTool {
    RecommendedTool {
        tool: tool.clone(),
        clause: policy.clause(&tool.clause).cloned(),
    }
}

fn other_plans(
    policy: &Policy,
    service: ServiceId,
    plan: PlanId,
    persistence_disabled: bool,
) -> Vec<PlanLink> {
    let scenario = Scenario {
        service: ServiceOptions {
            persistence_disabled,
            ..ServiceOptions::default()
        },
        ..Scenario::default()
    };
    let others = policy.plans().map(|(id, _)| id).filter(|id| *id != plan);
    others
        .filter(|id| policy.cell(service, *id).cell.is_offered())
        .map(|id| {
            let cell =
                PlanContext::with_persistence(policy, service, id, persistence_disabled).cell;
            PlanLink {
                plan: PlanRef::new(policy, id),
                kind: AnswerKind::from(cell),
                label: Label::from(cell),
                path: url::encode_with_query(policy, &Page::Answer(service, id), &scenario),
            }
        })
        .collect()
}
