//! The one view-model. Everything that decides what a visitor reads is here; pages, exports and the JSON
//! read the same [`Report`], so that they cannot disagree.

pub mod change;
mod clock;
pub mod compare;
pub mod embed;
pub mod fields;
mod figures;
mod headline;
pub mod incident;
mod kind;
pub mod matrix;
pub mod needs;
pub mod notice;
mod parts;
pub mod persistence;
pub mod points;
pub mod power_off;
pub mod programs;
pub mod screen;
mod sections;
pub mod sheet;
pub mod stack;
pub mod take;
pub mod timeline;
pub mod words;

use crate::domain::edition::Edition;
use crate::domain::power::Persistence;
use crate::domain::{
    Cell, Clause, Page, PlanId, Policy, Schedule, ServiceId, Tool, WhatIf, address,
};

use persistence::conditions;

pub use change::Change;
pub use clock::Clock;
pub use compare::ServiceReport;
pub use fields::{Draft, Field, Input};
pub use headline::Label;
pub use incident::IncidentReport;
pub use kind::Kind;
pub use matrix::Matrix;
pub use needs::Finding;
pub use parts::{Figure, Group, RecommendedTool, Said, Section, Source};
pub use persistence::Switch;
pub use points::Points;
pub use power_off::PowerOff;
pub use screen::{Panel, Screen};
pub use sheet::Sheet;
pub use stack::StackReport;
pub use take::Take;
pub use timeline::Timeline;

/// All there is to say about a service on a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The edition of the policy it speaks of.
    pub edition: Edition,
    /// The service.
    pub service: ServiceName,
    /// The plan.
    pub plan: PlanName,
    /// The cell of the document's table, in its own words.
    pub table: Clause,
    /// What sort of answer it is.
    pub kind: Kind,
    /// The answer in a few characters.
    pub label: Label,
    /// The answer as one says it aloud.
    pub headline: String,
    /// One or two sentences that follow the headline.
    pub lead: String,
    /// What must hold for the answer to be true, where the policy names something.
    pub conditions: Vec<Said>,
    /// The schedule of the backups the user can restore, where there are any.
    pub schedule: Option<Schedule>,
    /// The figures, each with its clause.
    pub figures: Vec<Figure>,
    /// What else to know, in order of urgency.
    pub sections: Vec<Section>,
    /// The export tools the policy recommends for the service.
    pub tools: Vec<RecommendedTool>,
    /// What to say about exporting beside, or instead of, the tools.
    pub export_remarks: Vec<Said>,
    /// The plans of the service that exist, this one left out.
    pub other_plans: Vec<PlanLink>,
    /// Its address below the site's root.
    pub address: String,
}

/// How a service is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceName {
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
pub struct PlanName {
    /// In addresses.
    pub slug: String,
    /// In full.
    pub name: String,
}

/// A link to the answer for another plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLink {
    /// The plan.
    pub plan: PlanName,
    /// What sort of answer it is.
    pub kind: Kind,
    /// The answer in a few characters.
    pub label: Label,
    /// Its address below the site's root.
    pub address: String,
}

impl Report {
    /// The report on a service and a plan, as the table has it.
    pub fn new(policy: &Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::of(policy, service, plan, &WhatIf::default())
    }

    /// The report for a case: with the setting off on which backups depend, there are none, whatever the table says.
    pub fn of(policy: &Policy, service: ServiceId, plan: PlanId, case: &WhatIf) -> Self {
        let subject = Subject::of(policy, service, plan, case);
        let names = policy.service(service);
        Self {
            edition: policy.edition,
            service: service_name(policy, service),
            plan: plan_name(policy, plan),
            table: subject.table_clause(),
            kind: Kind::of(subject.cell),
            label: Label::of(subject.cell),
            headline: headline::headline(&subject),
            lead: headline::lead(&subject),
            conditions: conditions(&subject),
            schedule: subject.cell.schedule().cloned(),
            figures: figures::figures(&subject),
            sections: sections::sections(&subject),
            tools: names
                .tools
                .iter()
                .map(|tool| recommended(policy, tool))
                .collect(),
            export_remarks: sections::export_remarks(&subject),
            other_plans: other_plans(policy, service, plan, case),
            address: address::encode(policy, &Page::Answer(service, plan)),
        }
    }

    /// The picture of the schedule alone, where there is one.
    pub fn timeline(&self) -> Option<Timeline> {
        self.schedule.as_ref().map(Timeline::new)
    }

    /// Every clause the report cites, each once, in the order of the page; the table's cell comes first.
    pub fn clauses(&self) -> Vec<&Clause> {
        let conditions = self.conditions.iter().filter_map(Said::clause);
        let figures = self.figures.iter().flat_map(|figure| &figure.details);
        let tools = self.tools.iter().filter_map(|tool| tool.clause.as_ref());
        let groups = self.sections.iter().flat_map(|section| &section.groups);
        let mut seen: Vec<&Clause> = vec![&self.table];
        let all = conditions
            .chain(figures.filter_map(Said::clause))
            .chain(tools);
        let all = all.chain(self.export_remarks.iter().filter_map(Said::clause));
        for clause in all.chain(
            groups
                .flat_map(|group| &group.said)
                .filter_map(Said::clause),
        ) {
            if !seen.iter().any(|known| known.id == clause.id) {
                seen.push(clause);
            }
        }
        seen
    }
}

/// What a report is about, borrowed from the policy.
struct Subject<'a> {
    policy: &'a Policy,
    service: &'a crate::domain::Service,
    plan: &'a crate::domain::Plan,
    policy_text: &'a str,
    cell: &'a Cell,
    /// The setting without which there are no backups, where it is off.
    off: Option<&'a Persistence>,
}

impl<'a> Subject<'a> {
    /// As the table has it.
    fn new(policy: &'a Policy, service: ServiceId, plan: PlanId) -> Self {
        Self::of(policy, service, plan, &WhatIf::default())
    }

    /// In a case: with the setting off on which backups depend, there are none.
    fn of(policy: &'a Policy, service: ServiceId, plan: PlanId, case: &WhatIf) -> Self {
        static NONE: Cell = Cell::NoBackups;
        let entry = policy.cell(service, plan);
        let off = policy.switched_off(service, plan, case);
        Self {
            policy,
            service: policy.service(service),
            plan: policy.plan(plan),
            policy_text: &entry.policy_text,
            cell: off.map_or(&entry.cell, |_| &NONE),
            off,
        }
    }

    /// What the service's archived log is called.
    fn log_name(&self) -> &str {
        self.service.log_name.as_deref().unwrap_or("log")
    }

    /// The clause of the table's own cell; where a setting is off, the clause that overrules it.
    fn table_clause(&self) -> Clause {
        let over = self.off.and_then(|off| self.policy.clause(&off.clause));
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

fn service_name(policy: &Policy, id: ServiceId) -> ServiceName {
    let service = policy.service(id);
    ServiceName {
        slug: service.slug.clone(),
        name: service.name.clone(),
        short_name: service.short_name.clone(),
        service_type: service.service_type.clone(),
    }
}

fn plan_name(policy: &Policy, id: PlanId) -> PlanName {
    let plan = policy.plan(id);
    PlanName {
        slug: plan.slug.clone(),
        name: plan.name.clone(),
    }
}

fn recommended(policy: &Policy, tool: &Tool) -> RecommendedTool {
    RecommendedTool {
        tool: tool.clone(),
        clause: policy.clause(&tool.clause).cloned(),
    }
}

fn other_plans(policy: &Policy, service: ServiceId, plan: PlanId, case: &WhatIf) -> Vec<PlanLink> {
    // The report outlives the rest of the case, which changes with every letter typed.
    let case = &WhatIf {
        persistence_off: case.persistence_off,
        ..WhatIf::default()
    };
    let others = policy.plans().map(|(id, _)| id).filter(|id| *id != plan);
    others
        .filter(|id| policy.cell(service, *id).cell.offered())
        .map(|id| {
            let cell = Subject::of(policy, service, id, case).cell;
            PlanLink {
                plan: plan_name(policy, id),
                kind: Kind::of(cell),
                label: Label::of(cell),
                address: address::encode_with(policy, &Page::Answer(service, id), case),
            }
        })
        .collect()
}
