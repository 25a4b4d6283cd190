//! Report on a stack of services that are used together: how far back all of them can be restored, the limiting members, and
//! the effect of an incident on each.

mod incident;
mod links;
mod member;
mod summary;

use super::answer_kind::AnswerKind;
use super::format;
use super::headline::Label;
use super::incident::out_of_service::OutOfService;
use super::link::PageLink;
use super::persistence::conditions;
use super::statement::{Metric, Statement};
use super::time_context::TimeContext;
use crate::domain::stack::StackWindows;
use crate::domain::{Page, PlanId, Policy, Scenario, Schedule, ServiceId, query_value, url};
use incident::StackIncidentContext;
use links::toggle_path;
use member::{NamedMember, member_indices};
use summary::{common_point_metric, restorable_texts, unrestorable_texts};

pub use incident::StackIncident;
pub use links::{StackToggle, StackToggles, add_link};

/// Headline of the page while the stack is empty.
pub const EMPTY_HEADLINE: &str = "Check a stack";

/// Lead of the page while the stack is empty.
pub const EMPTY_LEAD: &str =
    "Select the services you use together to see how far back you can restore all of them.";

/// Stacks to begin with: what they are for, and their members. Those that an edition does not offer are left out.
const TYPICAL_STACKS: [(&str, &str); 3] = [
    (
        "Web application",
        "postgresql.business,redis.business,valkey.business",
    ),
    (
        "Online store",
        "mysql.business,opensearch.business,redis.business,valkey.business",
    ),
    (
        "Analytics",
        "clickhouse.business,postgresql.business,kafka.business",
    ),
];

/// Report on a stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackReport {
    /// The answer in one sentence, without a full stop.
    pub headline: String,
    /// One or two sentences that follow the headline.
    pub lead: String,
    /// Metrics of all members together; empty with an incident, and if a member cannot be restored.
    pub metrics: Vec<Metric>,
    /// Members, in the order of the policy.
    pub members: Vec<Member>,
    /// Effect of the incident; `None` if none is entered or the time of the restore is unknown.
    pub incident: Option<StackIncident>,
    /// Statements that hold for every stack of these kinds of answers.
    pub remarks: Vec<Statement>,
    /// Links to stacks to begin with; empty unless the stack is empty.
    pub suggestions: Vec<PageLink>,
}

/// A service of the stack on its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Names of service and plan, such as "Redis Startup".
    pub name: String,
    /// Kind of the answer.
    pub kind: AnswerKind,
    /// Label of the answer.
    pub label: Label,
    /// Whether the other members could be restored further back without this one.
    pub is_limiting: bool,
    /// Conditions that the policy names for the answer.
    pub conditions: Vec<Statement>,
    /// Path of the answer, relative to the root of the site.
    pub path: String,
    /// Path of the stack without this member.
    pub remove_path: String,
}

impl StackReport {
    /// Builds the report on the stack of a scenario. Without a current time it has durations instead of timestamps.
    pub fn new(policy: &Policy, scenario: &Scenario, time: TimeContext) -> Self {
        if scenario.stack.is_empty() {
            return Self::empty(policy, scenario);
        }
        let pairs = scenario.stack.iter();
        let members: Vec<NamedMember> = pairs.map(|pair| NamedMember::new(policy, *pair)).collect();
        let schedules: Vec<Option<&Schedule>> = members.iter().map(NamedMember::schedule).collect();
        let windows = StackWindows::new(&schedules);
        let unrestorable = member_indices(&members, |member| member.schedule().is_none());
        let all_windows = windows.as_ref().filter(|_| unrestorable.is_empty());
        let (headline, lead) = match all_windows {
            Some(windows) => restorable_texts(&members, windows),
            None => unrestorable_texts(&members, &unrestorable, windows.as_ref()),
        };
        let limiting = all_windows.map_or(&unrestorable, |windows| &windows.limiting_window);
        let incident = StackIncidentContext::new(&members, &scenario.incident, time);
        let is_off = OutOfService::before_restore(policy, scenario, time).is_some();
        let incident_report = match &incident {
            Some(_) if is_off => Some(StackIncident::out_of_service()),
            incident => incident.as_ref().map(StackIncidentContext::report),
        };
        let cards = scenario.stack.iter().zip(&members).enumerate();
        let cards = cards.map(|(index, (pair, named_member))| {
            let mut card = member(policy, scenario, *pair, named_member);
            card.is_limiting = limiting.len() < members.len() && limiting.contains(&index);
            card
        });
        Self {
            headline,
            lead,
            // With an incident, its common restore point stands in their place.
            metrics: match all_windows {
                Some(windows) if incident_report.is_none() => {
                    vec![common_point_metric(&members, windows)]
                }
                _ => Vec::new(),
            },
            members: cards.collect(),
            incident: incident_report,
            remarks: remarks(&members),
            suggestions: Vec::new(),
        }
    }

    /// Builds the report on an empty stack, which suggests stacks to begin with.
    fn empty(policy: &Policy, scenario: &Scenario) -> Self {
        Self {
            headline: EMPTY_HEADLINE.to_owned(),
            lead: EMPTY_LEAD.to_owned(),
            metrics: Vec::new(),
            members: Vec::new(),
            incident: None,
            remarks: Vec::new(),
            suggestions: suggestions(policy, scenario),
        }
    }
}

/// Returns links to the typical stacks, as far as their services are offered.
fn suggestions(policy: &Policy, scenario: &Scenario) -> Vec<PageLink> {
    let suggestion = |(name, members): &(&str, &str)| {
        let mut stack = query_value::parse_stack(policy, members);
        stack.retain(|(service, plan)| policy.cell_today(*service, *plan).is_offered());
        let scenario = Scenario {
            stack,
            ..scenario.clone()
        };
        let pairs = scenario.stack.iter();
        let members = pairs.map(|pair| NamedMember::new(policy, *pair).name);
        (!scenario.stack.is_empty()).then(|| PageLink {
            path: url::encode_with_query(policy, &Page::Stack, &scenario),
            text: format!(
                "{name}: {}",
                format::join_list(&members.collect::<Vec<_>>())
            ),
        })
    };
    TYPICAL_STACKS.iter().filter_map(suggestion).collect()
}

/// Builds a member without the effect of an incident.
fn member(
    policy: &Policy,
    scenario: &Scenario,
    (service, plan): (ServiceId, PlanId),
    named_member: &NamedMember,
) -> Member {
    let answer = Page::Answer(service, plan);
    Member {
        name: named_member.name.clone(),
        kind: named_member.kind(),
        label: Label::from(named_member.context.cell),
        is_limiting: false,
        conditions: conditions(&named_member.context),
        path: url::encode_with_query(policy, &answer, &scenario.for_other_page()),
        remove_path: toggle_path(policy, scenario, (service, plan)),
    }
}

/// Returns what the policy does not state about a stack.
fn remarks(members: &[NamedMember]) -> Vec<Statement> {
    let mut statements = vec![Statement::not_stated(
        "how to restore services together. You restore each one separately",
    )];
    let has_kind = |kind| members.iter().any(|member| member.kind() == kind);
    let has_unknown_lag = |member: &NamedMember| {
        let schedule = member.schedule();
        member.kind() == AnswerKind::Pitr
            && schedule.is_some_and(|schedule| schedule.log_delay().is_none())
    };
    if members.iter().any(has_unknown_lag) {
        statements.push(Statement::not_stated("how far log archives can lag"));
    }
    if has_kind(AnswerKind::RecoveryOnly) {
        statements.push(Statement::not_stated(
            "when Aiven takes the disaster recovery backup and how old it can be",
        ));
    }
    statements
}
