//! The one view-model. Everything that decides what a visitor reads is here; pages, exports and the JSON
//! read the same [`Report`], so that they cannot disagree.

pub mod compare;
mod figures;
mod headline;
pub mod matrix;
pub mod notice;
pub mod screen;
mod sections;
pub mod timeline;
pub mod words;

use crate::domain::policy::Edition;
use crate::domain::{
    Cell, Clause, Page, PlanId, Policy, RecoveryMode, Schedule, ServiceId, Tool, address,
};

pub use compare::ServiceReport;
pub use headline::Label;
pub use matrix::Matrix;
pub use screen::{Panel, Screen};
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
    /// The schedule of the backups the user can restore, where there are any.
    pub schedule: Option<Schedule>,
    /// The figures, each with its clause.
    pub figures: Vec<Figure>,
    /// The picture, where there is something to draw.
    pub timeline: Option<Timeline>,
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

/// The kinds of answer a page tells apart at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any second within a window.
    Pitr,
    /// One of several backups.
    Backups,
    /// Only the platform can restore.
    RecoveryOnly,
    /// Nothing is backed up.
    NoBackups,
    /// The plan does not exist.
    NotOffered,
}

impl Kind {
    /// All kinds, best first.
    pub const ALL: [Kind; 5] = [
        Kind::Pitr,
        Kind::Backups,
        Kind::RecoveryOnly,
        Kind::NoBackups,
        Kind::NotOffered,
    ];

    /// The kind of a cell.
    pub fn of(cell: &Cell) -> Self {
        match cell {
            Cell::NotOffered => Kind::NotOffered,
            Cell::NoBackups => Kind::NoBackups,
            Cell::RecoveryOnly => Kind::RecoveryOnly,
            Cell::Backups(schedule) if schedule.mode() == RecoveryMode::Pitr => Kind::Pitr,
            Cell::Backups(_) => Kind::Backups,
        }
    }

    /// Its name in `data-kind`.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Pitr => "pitr",
            Kind::Backups => "backups",
            Kind::RecoveryOnly => "recovery",
            Kind::NoBackups => "none",
            Kind::NotOffered => "absent",
        }
    }

    /// What it means, for the legend.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Kind::Pitr => (
                "Any second",
                "point-in-time recovery (PITR) within the window",
            ),
            Kind::Backups => ("Backups", "back to one of the backups that are kept"),
            Kind::RecoveryOnly => (
                "Recovery only",
                "one backup that only the platform can restore",
            ),
            Kind::NoBackups => ("No backups", "nothing to go back to"),
            Kind::NotOffered => ("Not offered", "the plan does not exist for the service"),
        }
    }
}

/// One sentence, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// What it rests on.
    pub source: Source,
}

/// What a sentence rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The document says so.
    Policy(Clause),
    /// The document says nothing of it.
    Silent,
    /// The calculator's own reading or arithmetic.
    Reading,
}

impl Said {
    fn policy(text: impl Into<String>, clause: Clause) -> Self {
        Self {
            text: text.into(),
            source: Source::Policy(clause),
        }
    }

    fn silent(on: &str) -> Self {
        Self {
            text: format!("The policy is silent on {on}."),
            source: Source::Silent,
        }
    }

    fn reading(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            source: Source::Reading,
        }
    }

    /// The clause, where the document says so.
    pub fn clause(&self) -> Option<&Clause> {
        match &self.source {
            Source::Policy(clause) => Some(clause),
            _ => None,
        }
    }
}

/// A figure of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it measures.
    pub term: &'static str,
    /// Its value, in a few words.
    pub value: String,
    /// What to know about it.
    pub details: Vec<Said>,
}

/// Facts under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its parts.
    pub groups: Vec<Group>,
}

/// What is said on one matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The matter; empty where the section's heading says it.
    pub term: &'static str,
    /// What is said on it; never empty.
    pub said: Vec<Said>,
}

/// An export tool with the clause that recommends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendedTool {
    /// The tool.
    pub tool: Tool,
    /// The clause that recommends it.
    pub clause: Option<Clause>,
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
    /// The report on a service and a plan.
    pub fn new(policy: &Policy, service: ServiceId, plan: PlanId) -> Self {
        let subject = Subject::new(policy, service, plan);
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
            schedule: subject.cell.schedule().cloned(),
            figures: figures::figures(&subject),
            timeline: subject.cell.schedule().map(Timeline::new),
            sections: sections::sections(&subject),
            tools: names
                .tools
                .iter()
                .map(|tool| recommended(policy, tool))
                .collect(),
            export_remarks: sections::export_remarks(&subject),
            other_plans: other_plans(policy, service, plan),
            address: address::encode(policy, &Page::Answer(service, plan)),
        }
    }

    /// Every clause the report cites, each once, in the order of the page; the table's cell comes first.
    pub fn clauses(&self) -> Vec<&Clause> {
        let figures = self.figures.iter().flat_map(|figure| &figure.details);
        let tools = self.tools.iter().filter_map(|tool| tool.clause.as_ref());
        let groups = self.sections.iter().flat_map(|section| &section.groups);
        let mut seen: Vec<&Clause> = vec![&self.table];
        let all = figures.filter_map(Said::clause).chain(tools);
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
}

impl<'a> Subject<'a> {
    fn new(policy: &'a Policy, service: ServiceId, plan: PlanId) -> Self {
        let entry = policy.cell(service, plan);
        Self {
            policy,
            service: policy.service(service),
            plan: policy.plan(plan),
            policy_text: &entry.policy_text,
            cell: &entry.cell,
        }
    }

    /// The clause of the table's own cell.
    fn table_clause(&self) -> Clause {
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

fn other_plans(policy: &Policy, service: ServiceId, plan: PlanId) -> Vec<PlanLink> {
    let others = policy.plans().map(|(id, _)| id).filter(|id| *id != plan);
    others
        .filter(|id| policy.cell(service, *id).cell.offered())
        .map(|id| PlanLink {
            plan: plan_name(policy, id),
            kind: Kind::of(&policy.cell(service, id).cell),
            label: Label::of(&policy.cell(service, id).cell),
            address: address::encode(policy, &Page::Answer(service, id)),
        })
        .collect()
}
