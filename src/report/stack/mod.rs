//! Several services together: how far all of them go back, the weakest link, and what an incident does to each.

mod incident;
mod links;
mod member;
mod summary;

use super::answer_kind::AnswerKind;
use super::headline::Label;
use super::link::PageLink;
use super::persistence::conditions;
use super::statement::{Metric, Statement};
use super::time_context::TimeContext;
use super::{format, metrics};
use crate::domain::stack::StackWindows;
use crate::domain::{Hours, Page, PlanId, Policy, Scenario, Schedule, ServiceId, url};

pub use incident::StackIncident;
use links::toggle_path;
pub use links::{StackToggle, StackToggles, add_link};
use member::{NamedMember, member_indices};
use summary::{combined_metrics, restorable_texts, unrestorable_texts};

/// All there is to say about several services together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackReport {
    /// The answer in one sentence.
    pub headline: String,
    /// What follows it.
    pub lead: String,
    /// What all of them do; empty where one has no backups to restore.
    pub metrics: Vec<Metric>,
    /// The services, in the order of the policy.
    pub members: Vec<Member>,
    /// What an incident does to them, where one is named and the time of the restore is known.
    pub incident: Option<StackIncident>,
    /// What else to know.
    pub remarks: Vec<Statement>,
    /// Stacks to begin with; empty unless the stack is.
    pub suggestions: Vec<PageLink>,
}

/// A service of the stack, on its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The service and the plan: "Redis Startup".
    pub name: String,
    /// What sort of answer it has.
    pub kind: AnswerKind,
    /// Its answer in a few characters.
    pub label: Label,
    /// Whether the others would get further without it.
    pub is_limiting: bool,
    /// Its guaranteed window; no time where it has none.
    pub guaranteed_window: Hours,
    /// What it does by itself, each with its name; then what it does in the incident.
    pub details: Vec<(&'static str, String)>,
    /// What must hold for its answer to be true.
    pub conditions: Vec<Statement>,
    /// The address of its answer.
    pub path: String,
    /// The address of the stack without it.
    pub remove_path: String,
}

impl StackReport {
    /// The stack of a case. Without a clock it speaks of lengths of time only.
    pub fn new(policy: &Policy, scenario: &Scenario, time: TimeContext) -> Self {
        let members = named_members(policy, scenario);
        if members.is_empty() {
            return empty(policy, scenario);
        }
        let (lacking, together) = assess(&members);
        let (headline, lead) = headline_and_lead(&members, &lacking, together.as_ref());
        let limiting = match &together {
            Some(together) if lacking.is_empty() => &together.limiting_window,
            _ => &lacking,
        };
        let incident_context = incident::StackIncidentContext::new(&members, scenario, time);
        let cards = scenario.stack.iter().enumerate().map(|(index, pair)| {
            let mut card = member(policy, scenario, *pair, &members[index]);
            card.is_limiting = limiting.len() < members.len() && limiting.contains(&index);
            if let Some(incident_context) = &incident_context {
                card.details.extend(incident_context.member_details(index));
            }
            card
        });
        let metrics = together.as_ref().filter(|_| lacking.is_empty());
        Self {
            headline,
            lead,
            metrics: metrics.map_or_else(Vec::new, |all| combined_metrics(&members, all, time)),
            members: cards.collect(),
            incident: incident_context
                .as_ref()
                .map(incident::StackIncidentContext::report),
            remarks: remarks(&members),
            suggestions: Vec::new(),
        }
    }
}

fn named_members<'a>(policy: &'a Policy, scenario: &Scenario) -> Vec<NamedMember<'a>> {
    let pairs = scenario.stack.iter();
    pairs.map(|pair| NamedMember::new(policy, *pair)).collect()
}

/// The members without anything to restore, and what holds for all others.
fn assess(members: &[NamedMember]) -> (Vec<usize>, Option<StackWindows>) {
    let lacking = member_indices(members, |member| member.schedule().is_none());
    let schedules: Vec<Option<&Schedule>> = members.iter().map(NamedMember::schedule).collect();
    (lacking, StackWindows::new(&schedules))
}

fn headline_and_lead(
    members: &[NamedMember],
    lacking: &[usize],
    together: Option<&StackWindows>,
) -> (String, String) {
    match together {
        Some(together) if lacking.is_empty() => restorable_texts(members, together),
        _ => unrestorable_texts(members, lacking, together),
    }
}

/// Headline of the page while the stack is empty.
pub const EMPTY_HEADLINE: &str = "Which services do you use together?";

/// Lead of the page while the stack is empty.
pub const EMPTY_LEAD: &str = "Pick them in the table: how far back all of them can go, which one is the weakest link, \
    and after an incident, to which moment.";

/// Before anything is chosen: what the page is for, and each plan with all it has backups of.
fn empty(policy: &Policy, scenario: &Scenario) -> StackReport {
    let suggestions = policy.plans().filter_map(|(plan, plan_entry)| {
        let services = policy.services().map(|(service, _)| service);
        let restorable =
            services.filter(|service| policy.cell(*service, plan).cell.schedule().is_some());
        let stack: Vec<_> = restorable.map(|service| (service, plan)).collect();
        let count = format::pluralize(u32::try_from(stack.len()).ok()?, "service");
        let scenario = Scenario {
            stack,
            ..scenario.clone()
        };
        let path = url::encode_with_query(policy, &Page::Stack, &scenario);
        (scenario.stack.len() > 1).then(|| PageLink {
            path,
            text: format!("{}: {count}", plan_entry.name),
        })
    });
    StackReport {
        headline: EMPTY_HEADLINE.to_owned(),
        lead: EMPTY_LEAD.to_owned(),
        metrics: Vec::new(),
        members: Vec::new(),
        incident: None,
        remarks: Vec::new(),
        suggestions: suggestions.collect(),
    }
}

fn member(
    policy: &Policy,
    scenario: &Scenario,
    pair: (ServiceId, PlanId),
    named_member: &NamedMember,
) -> Member {
    let metrics = metrics::metrics(&named_member.context).into_iter();
    let metrics = metrics.filter(|figure| metrics::MEMBER_METRICS.contains(&figure.label));
    Member {
        name: named_member.name.clone(),
        kind: AnswerKind::from(named_member.context.cell),
        label: Label::from(named_member.context.cell),
        is_limiting: false,
        guaranteed_window: named_member
            .schedule()
            .map_or(Hours::new(0), Schedule::guaranteed_window),
        details: metrics.map(|figure| (figure.label, figure.value)).collect(),
        conditions: conditions(&named_member.context),
        path: url::encode_with_query(
            policy,
            &Page::Answer(pair.0, pair.1),
            &scenario.for_other_page(),
        ),
        remove_path: toggle_path(policy, scenario, pair),
    }
}

/// What holds for every stack, and where the policy is silent.
fn remarks(members: &[NamedMember]) -> Vec<Statement> {
    let mut statements = vec![Statement::not_stated(
        "restoring several services together: each is restored by itself",
    )];
    let any = |kind| {
        members
            .iter()
            .any(|member| AnswerKind::from(member.context.cell) == kind)
    };
    if any(AnswerKind::Pitr) {
        statements.push(Statement::not_stated("how late the archived logs may be"));
    }
    if any(AnswerKind::RecoveryOnly) {
        statements.push(Statement::not_stated(
            "when a single backup for disaster recovery is taken and how old it may be",
        ));
    }
    statements
}
