//! The one view-model. Everything that decides what a visitor reads is here; pages, exports and the JSON
//! read the same [`Report`], so that they cannot disagree.

mod answer_kind;
pub mod api_docs;
pub mod embed_docs;
pub mod export_document;
pub mod export_format;
pub mod form;
pub mod format;
mod headline;
pub mod incident;
pub mod matrix;
mod metrics;
pub mod page;
pub mod persistence;
pub mod plan_comparison;
pub mod plan_finder;
pub mod power_off;
pub mod restore_points;
mod sections;
pub mod service;
pub mod stack;
mod statement;
mod time_context;
pub mod timeline;
pub mod url_warning;

use crate::domain::edition::Edition;
use crate::domain::power::PersistenceSetting;
use crate::domain::{Cell, Clause, Page, PlanId, Policy, Scenario, Schedule, ServiceId, Tool, url};

use persistence::conditions;

pub use answer_kind::AnswerKind;
pub use export_document::ExportDocument;
pub use export_format::ExportFormat;
pub use form::{Draft, FieldState, FormField};
pub use headline::Label;
pub use incident::IncidentReport;
pub use matrix::Matrix;
pub use page::{PageContent, Panel};
pub use persistence::SettingToggle;
pub use plan_comparison::PlanComparison;
pub use plan_finder::PlanFinderResult;
pub use power_off::PowerOffReport;
pub use restore_points::RestorePointTable;
pub use service::ServiceReport;
pub use stack::StackReport;
pub use statement::{Metric, RecommendedTool, Section, Source, Statement, StatementGroup};
pub use time_context::TimeContext;
pub use timeline::Timeline;

/// All there is to say about a service on a plan.
#[derive(Clone, Debug, PartialEq)]
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

/// How a service is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRef {
    /// In addresses.
    pub slug: String,
    /// In full.
    pub name: String,
    /// Where space is short.
    pub short_name: String,
    /// In the platform's API.
    pub service_type: String,
}

/// How a plan is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRef {
    /// In addresses.
    pub slug: String,
    /// In full.
    pub name: String,
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
    /// The report on a service and a plan, as the table has it.
    pub fn new(policy: &Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::for_scenario(policy, service, plan, &Scenario::default())
    }

    /// The report for a case: with the setting off on which backups depend, there are none, whatever the table says.
    pub fn for_scenario(
        policy: &Policy,
        service: ServiceId,
        plan: PlanId,
        scenario: &Scenario,
    ) -> Self {
        let context = PlanContext::for_scenario(policy, service, plan, scenario);
        let names = policy.service(service);
        Self {
            edition: policy.edition,
            service: service_ref(policy, service),
            plan: plan_ref(policy, plan),
            table_clause: context.table_clause(),
            answer_kind: AnswerKind::of(context.cell),
            label: Label::of(context.cell),
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
            other_plans: other_plans(policy, service, plan, scenario),
            path: url::encode(policy, &Page::Answer(service, plan)),
        }
    }

    /// The picture of the schedule alone, where there is one.
    pub fn timeline(&self) -> Option<Timeline> {
        self.schedule.as_ref().map(Timeline::new)
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

/// What a report is about, borrowed from the policy.
struct PlanContext<'a> {
    policy: &'a Policy,
    service: &'a crate::domain::Service,
    plan: &'a crate::domain::Plan,
    policy_text: &'a str,
    cell: &'a Cell,
    /// The setting without which there are no backups, where it is off.
    disabled_by: Option<&'a PersistenceSetting>,
}

impl<'a> PlanContext<'a> {
    /// As the table has it.
    fn new(policy: &'a Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::for_scenario(policy, service, plan, &Scenario::default())
    }

    /// In a case: with the setting off on which backups depend, there are none.
    fn for_scenario(
        policy: &'a Policy,
        service: ServiceId,
        plan: PlanId,
        scenario: &Scenario,
    ) -> Self {
        static NO_BACKUPS_CELL: Cell = Cell::NoBackups;
        let entry = policy.cell(service, plan);
        let disabled_by = policy.disabled_persistence(service, plan, scenario);
        Self {
            policy,
            service: policy.service(service),
            plan: policy.plan(plan),
            policy_text: &entry.policy_text,
            cell: disabled_by.map_or(&entry.cell, |_| &NO_BACKUPS_CELL),
            disabled_by,
        }
    }

    /// What the service's archived log is called.
    fn log_name(&self) -> &str {
        self.service.log_name.as_deref().unwrap_or("log")
    }

    /// The clause of the table's own cell; where a setting is off, the clause that overrules it.
    fn table_clause(&self) -> Clause {
        let over = self
            .disabled_by
            .and_then(|off| self.policy.clause(&off.clause));
        if let Some(clause) = over {
            return clause.clone();
        }
        Clause {
            id: format!("table-{}-{}", self.service.slug, self.plan.slug),
            section: self.policy.table_section.clone(),
            quote: self.policy_text.to_owned(),
        }
    }
}

fn service_ref(policy: &Policy, id: ServiceId) -> ServiceRef {
    let service = policy.service(id);
    ServiceRef {
        slug: service.slug.clone(),
        name: service.name.clone(),
        short_name: service.short_name.clone(),
        service_type: service.service_type.clone(),
    }
}

fn plan_ref(policy: &Policy, id: PlanId) -> PlanRef {
    let plan = policy.plan(id);
    PlanRef {
        slug: plan.slug.clone(),
        name: plan.name.clone(),
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
    scenario: &Scenario,
) -> Vec<PlanLink> {
    // The report outlives the rest of the case, which changes with every letter typed.
    let scenario = &Scenario {
        persistence_disabled: scenario.persistence_disabled,
        ..Scenario::default()
    };
    let others = policy.plans().map(|(id, _)| id).filter(|id| *id != plan);
    others
        .filter(|id| policy.cell(service, *id).cell.is_offered())
        .map(|id| {
            let cell = PlanContext::for_scenario(policy, service, id, scenario).cell;
            PlanLink {
                plan: plan_ref(policy, id),
                kind: AnswerKind::of(cell),
                label: Label::of(cell),
                path: url::encode_with_query(policy, &Page::Answer(service, id), scenario),
            }
        })
        .collect()
}
