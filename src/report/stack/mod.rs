//! Several services together: how far all of them go back, the weakest link, and what an incident does to each.

mod answer;
mod incident;

use super::{Clock, Figure, Kind, Label, Said, Subject, conditions, figures, words};
use crate::domain::stack::Together;
use crate::domain::{Hours, Page, PlanId, Policy, Schedule, Selection, ServiceId, WhatIf, address};

use answer::{answer, no_answer, shared};
pub use incident::StackIncident;

/// All there is to say about several services together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackReport {
    /// The answer in one sentence.
    pub headline: String,
    /// What follows it.
    pub lead: String,
    /// What all of them do; empty where one has no backups to restore.
    pub figures: Vec<Figure>,
    /// The services, in the order of the policy.
    pub members: Vec<Member>,
    /// What an incident does to them, where one is named and the time of the restore is known.
    pub incident: Option<StackIncident>,
    /// What else to know.
    pub remarks: Vec<Said>,
    /// Where nothing is chosen yet: addresses of stacks to begin with, with names.
    pub offers: Vec<(String, String)>,
}

/// A service of the stack, on its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The service and the plan: "Redis Startup".
    pub name: String,
    /// What sort of answer it has.
    pub kind: Kind,
    /// Its answer in a few characters.
    pub label: Label,
    /// Whether the others would get further without it.
    pub weakest: bool,
    /// Its guaranteed window; no time where it has none.
    pub reach: Hours,
    /// What it does by itself, each with its name; then what it does in the incident.
    pub facts: Vec<(&'static str, String)>,
    /// What must hold for its answer to be true.
    pub conditions: Vec<Said>,
    /// The address of its answer.
    pub address: String,
    /// The address of the stack without it.
    pub without: String,
}

/// A member as the sentences need it.
struct Named<'a> {
    subject: Subject<'a>,
    name: String,
}

impl<'a> Named<'a> {
    fn new(policy: &'a Policy, (service, plan): (ServiceId, PlanId)) -> Self {
        let subject = Subject::new(policy, service, plan);
        let name = format!("{} {}", subject.service.short_name, subject.plan.name);
        Self { subject, name }
    }

    fn schedule(&self) -> Option<&'a Schedule> {
        self.subject.cell.schedule()
    }

    /// Why there is nothing to restore.
    fn lacks(&self) -> String {
        let why = match Kind::of(self.subject.cell) {
            Kind::RecoveryOnly => "has one backup, for disaster recovery only",
            Kind::NotOffered => "is not offered",
            _ => "has no backups",
        };
        format!("{} {why}", self.name)
    }
}

/// The names at these places as a list.
fn names<'a>(members: &[Named], places: impl IntoIterator<Item = &'a usize>) -> String {
    let named = places.into_iter().filter_map(|place| members.get(*place));
    words::list(&named.map(|member| member.name.clone()).collect::<Vec<_>>())
}

/// "Redis Startup", "both", "all 3".
fn all(members: &[Named]) -> String {
    match members {
        [one] => one.name.clone(),
        [_, _] => "both".to_owned(),
        many => format!("all {}", many.len()),
    }
}

/// The places of the members that something holds of.
fn places(members: &[Named], holds: fn(&Named) -> bool) -> Vec<usize> {
    let found = members
        .iter()
        .enumerate()
        .filter(|(_, member)| holds(member));
    found.map(|(place, _)| place).collect()
}

impl StackReport {
    /// The stack of a case. Without a clock it speaks of lengths of time only.
    pub fn new(policy: &Policy, case: &WhatIf, clock: Clock) -> Self {
        let members = named(policy, case);
        if members.is_empty() {
            return empty(policy, case);
        }
        let (lacking, together) = weighed(&members);
        let (headline, lead) = spoken(&members, &lacking, together.as_ref());
        let weakest = match &together {
            Some(together) if lacking.is_empty() => &together.weakest,
            _ => &lacking,
        };
        let asked = incident::Asked::new(&members, case, clock);
        let cards = case.stack.iter().enumerate().map(|(place, pair)| {
            let mut card = member(policy, case, *pair, &members[place]);
            card.weakest = weakest.len() < members.len() && weakest.contains(&place);
            if let Some(asked) = &asked {
                card.facts.extend(asked.of(place));
            }
            card
        });
        let figures = together.as_ref().filter(|_| lacking.is_empty());
        Self {
            headline,
            lead,
            figures: figures.map_or_else(Vec::new, |all| shared(&members, all, clock)),
            members: cards.collect(),
            incident: asked.as_ref().map(incident::Asked::report),
            remarks: remarks(&members),
            offers: Vec::new(),
        }
    }
}

/// The headline of the stack of a case, which holds at any time; none where nothing is chosen yet.
pub fn headline(policy: &Policy, case: &WhatIf) -> Option<String> {
    let members = named(policy, case);
    let (lacking, together) = weighed(&members);
    (!members.is_empty()).then(|| spoken(&members, &lacking, together.as_ref()).0)
}

fn named<'a>(policy: &'a Policy, case: &WhatIf) -> Vec<Named<'a>> {
    let pairs = case.stack.iter();
    pairs.map(|pair| Named::new(policy, *pair)).collect()
}

/// The members without anything to restore, and what holds for all others.
fn weighed(members: &[Named]) -> (Vec<usize>, Option<Together>) {
    let lacking = places(members, |member| member.schedule().is_none());
    let schedules: Vec<Option<&Schedule>> = members.iter().map(Named::schedule).collect();
    (lacking, Together::new(&schedules))
}

fn spoken(members: &[Named], lacking: &[usize], together: Option<&Together>) -> (String, String) {
    match together {
        Some(together) if lacking.is_empty() => answer(members, together),
        _ => no_answer(members, lacking, together),
    }
}

/// Where a cell of the matrix leads while a stack is chosen: to the stack with the pair in it, or without it where it
/// stands in it. A pair that is not offered keeps its answer, unless an address brought it in.
pub fn picked(policy: &Policy, selection: &Selection, pair: (ServiceId, PlanId)) -> Option<String> {
    let known = policy.cell(pair.0, pair.1).cell.offered() || selection.case.stack.contains(&pair);
    (known && selection.page == Page::Stack).then(|| changed(policy, &selection.case, pair))
}

fn changed(policy: &Policy, case: &WhatIf, pair: (ServiceId, PlanId)) -> String {
    address::encode_with(policy, &Page::Stack, &case.toggled(pair))
}

/// From an answer to the stack with its pair in it: the address and what it does; nothing for a plan that does not
/// exist.
pub fn addition(policy: &Policy, selection: &Selection) -> Option<(String, &'static str)> {
    let pair = selection.cell()?;
    let case = &selection.case;
    if case.stack.contains(&pair) {
        return Some((
            address::encode_with(policy, &Page::Stack, &case.carried()),
            "In your stack",
        ));
    }
    let text = match case.stack.is_empty() {
        true => "Add to a stack",
        false => "Add to your stack",
    };
    let offered = policy.cell(pair.0, pair.1).cell.offered();
    offered.then(|| (changed(policy, case, pair), text))
}

/// What the page asks while no service is chosen.
pub const ASK: &str = "Which services do you use together?";

/// What it says beside that.
pub const ASK_LEAD: &str = "Pick them in the table: how far back all of them can go, which one is the weakest link, \
    and after an incident, to which moment.";

/// Before anything is chosen: what the page is for, and each plan with all it has backups of.
fn empty(policy: &Policy, case: &WhatIf) -> StackReport {
    let offers = policy.plans().filter_map(|(plan, named)| {
        let services = policy.services().map(|(service, _)| service);
        let restorable =
            services.filter(|service| policy.cell(*service, plan).cell.schedule().is_some());
        let stack: Vec<_> = restorable.map(|service| (service, plan)).collect();
        let count = words::count(u32::try_from(stack.len()).ok()?, "service");
        let case = WhatIf {
            stack,
            ..case.clone()
        };
        let address = address::encode_with(policy, &Page::Stack, &case);
        (case.stack.len() > 1).then(|| (address, format!("{}: {count}", named.name)))
    });
    StackReport {
        headline: ASK.to_owned(),
        lead: ASK_LEAD.to_owned(),
        figures: Vec::new(),
        members: Vec::new(),
        incident: None,
        remarks: Vec::new(),
        offers: offers.collect(),
    }
}

fn member(policy: &Policy, case: &WhatIf, pair: (ServiceId, PlanId), named: &Named) -> Member {
    let facts = figures::figures(&named.subject).into_iter();
    let facts = facts.filter(|figure| figures::OF_A_MEMBER.contains(&figure.term));
    Member {
        name: named.name.clone(),
        kind: Kind::of(named.subject.cell),
        label: Label::of(named.subject.cell),
        weakest: false,
        reach: named
            .schedule()
            .map_or(Hours::new(0), Schedule::guaranteed_window),
        facts: facts.map(|figure| (figure.term, figure.value)).collect(),
        conditions: conditions(&named.subject),
        address: address::encode_with(policy, &Page::Answer(pair.0, pair.1), &case.carried()),
        without: changed(policy, case, pair),
    }
}

/// What holds for every stack, and where the policy is silent.
fn remarks(members: &[Named]) -> Vec<Said> {
    let mut all = vec![Said::silent(
        "restoring several services together: each is restored by itself",
    )];
    let any = |kind| {
        members
            .iter()
            .any(|member| Kind::of(member.subject.cell) == kind)
    };
    if any(Kind::Pitr) {
        all.push(Said::silent("how late the archived logs may be"));
    }
    if any(Kind::RecoveryOnly) {
        all.push(Said::silent(
            "when a single backup for disaster recovery is taken and how old it may be",
        ));
    }
    all
}
