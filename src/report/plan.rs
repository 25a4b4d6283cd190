//! The report on a service and plan.

use std::rc::Rc;

use super::answer_kind::AnswerKind;
use super::context::PlanContext;
use super::headline::{self, Label};
use super::persistence::conditions;
use super::refs::{PlanRef, ServiceRef};
use super::statement::{Metric, RecommendedTool, Section, Statement};
use super::{metrics, sections};
use crate::domain::edition::Edition;
use crate::domain::{
    BackupSettings, Clause, Page, PlanId, Policy, Scenario, Schedule, ServiceId, ServiceOptions,
    Tool, url,
};

/// Report on a service and plan: everything that depends neither on the time nor on an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanReport {
    /// Edition of the policy.
    pub edition: Edition,
    /// The service.
    pub service: ServiceRef,
    /// The plan.
    pub plan: PlanRef,
    /// Clause with the text of the cell in the policy's table.
    pub table_clause: Rc<Clause>,
    /// Kind of the answer.
    pub answer_kind: AnswerKind,
    /// Label of the answer.
    pub label: Label,
    /// The answer in one sentence, without a full stop.
    pub headline: String,
    /// One or two sentences that follow the headline.
    pub lead: String,
    /// Conditions that the policy names for the answer.
    pub conditions: Vec<Statement>,
    /// Schedule of the backups; `None` without backups that the user can restore.
    pub schedule: Option<Schedule>,
    /// Metrics of the backups, the key facts first; empty if the plan is not offered.
    pub metrics: Vec<Metric>,
    /// Section on the reason and on alternatives; `None` unless no backups are taken.
    pub alternatives: Option<Section>,
    /// Sections on failures, settings, and storage with notes, and what the policy does not state, in order of urgency.
    pub sections: Vec<Section>,
    /// Export tools that the policy recommends for the service.
    pub tools: Vec<RecommendedTool>,
    /// Statements on exports, in addition to the tools.
    pub export_remarks: Vec<Statement>,
    /// Links to the plans on which the service is offered, smallest first.
    pub plan_links: Vec<PlanLink>,
    /// Path of the answer, relative to the root of the site.
    pub path: String,
}

/// A link to the answer for a plan of the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLink {
    /// The plan.
    pub plan: PlanRef,
    /// Kind of the answer.
    pub kind: AnswerKind,
    /// Whether the answer is for this plan.
    pub is_selected: bool,
    /// Path of the answer with the same persistence setting, relative to the root of the site.
    pub path: String,
}

impl PlanReport {
    /// Builds the report on a cell as the policy's table has it.
    pub fn new(policy: &Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::with_settings(policy, service, plan, BackupSettings::default())
    }

    /// Builds the report for what is set on the service: while the setting that backups depend on is disabled, no backups are taken,
    /// whatever the table says. Services without such settings ignore them.
    pub fn with_settings(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        settings: BackupSettings,
    ) -> Self {
        let context = PlanContext::with_settings(policy, service, plan, settings);
        let metrics = metrics::metrics(&context);
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
            schedule: context.schedule().cloned(),
            alternatives: sections::alternatives(&context),
            sections: sections::sections(&context, &metrics),
            metrics,
            tools: context
                .service
                .tools
                .iter()
                .map(|tool| recommended_tool(policy, tool))
                .collect(),
            export_remarks: sections::export_remarks(&context),
            plan_links: plan_links(policy, service, plan, settings.persistence_disabled),
            path: url::encode(policy, &Page::Answer(service, plan)),
        }
    }

    /// Returns the facts to know first: retention, PITR, data loss and export tools; empty if the plan is not offered.
    pub fn key_facts(&self) -> &[Metric] {
        self.metrics.get(..metrics::KEY_METRICS).unwrap_or_default()
    }

    /// Returns the metrics that are no key facts.
    pub fn further_metrics(&self) -> &[Metric] {
        self.metrics.get(metrics::KEY_METRICS..).unwrap_or_default()
    }

    /// Returns the further metrics in one line, such as "Daily · 15 base backups · 14 to 15 days old".
    pub fn retention_summary(&self) -> String {
        let metrics = self.further_metrics().iter();
        let values: Vec<String> = metrics.map(|metric| metric.value.clone()).collect();
        values.join(" · ")
    }

    /// Returns all sections, in order of urgency.
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        self.alternatives.iter().chain(&self.sections)
    }

    /// Returns every clause that the report cites, each once, in the order of the page; the clause of the table comes first.
    pub fn clauses(&self) -> Vec<&Rc<Clause>> {
        let notes = self.metrics.iter().flat_map(|metric| &metric.notes);
        let before_tools = self.conditions.iter().chain(notes);
        let tools = self.tools.iter().filter_map(|tool| tool.clause.as_ref());
        let groups = self.all_sections().flat_map(|section| &section.groups);
        let in_sections = groups.flat_map(|group| &group.statements);
        let after_tools = self.export_remarks.iter().chain(in_sections);
        let cited = before_tools
            .filter_map(Statement::clause)
            .chain(tools)
            .chain(after_tools.filter_map(Statement::clause));
        let mut clauses = vec![&self.table_clause];
        for clause in cited {
            if !clauses.iter().any(|known| known.id == clause.id) {
                clauses.push(clause);
            }
        }
        clauses
    }
}

fn recommended_tool(policy: &Policy, tool: &Rc<Tool>) -> RecommendedTool {
    RecommendedTool {
        tool: tool.clone(),
        note: tool.note.as_ref().map(Statement::interpretation),
        clause: policy.clause(&tool.clause),
    }
}

fn plan_links(
    policy: &Policy,
    service: ServiceId,
    selected: PlanId,
    persistence_disabled: bool,
) -> Vec<PlanLink> {
    let scenario = Scenario {
        service: ServiceOptions {
            persistence_disabled,
            ..ServiceOptions::default()
        },
        ..Scenario::default()
    };
    let plans = policy.plans().map(|(id, _)| id);
    plans
        .filter(|id| policy.cell(service, *id).cell.is_offered())
        .map(|id| {
            let settings = scenario.backup_settings();
            let cell = PlanContext::with_settings(policy, service, id, settings).cell;
            PlanLink {
                plan: PlanRef::new(policy, id),
                kind: AnswerKind::from(cell),
                is_selected: id == selected,
                path: url::encode_with_query(policy, &Page::Answer(service, id), &scenario),
            }
        })
        .collect()
}
