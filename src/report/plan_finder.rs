//! The needs finder: which cells of the table give what somebody needs, why the others do not, and what to do where
//! no plan of a service does.

use super::context::PlanContext;
use super::facts::statements_for;
use super::format;
use crate::domain::requirements::{Caveat, Requirements, UnmetRequirement};
use crate::domain::{Cell, Hours, Policy, Schedule, Service, Topic};

/// What stands in the place of the summary as long as nothing is asked.
pub const EMPTY_HINT: &str = "Say what you need: plans that do not give it step back.";

/// The table, judged by needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFinderResult {
    /// How many plans qualify; where none does, what to relax.
    pub summary: String,
    /// What to know of those that qualify, each with the services it is about.
    pub caveats: Vec<String>,
    /// One for each service, in the order of the table.
    pub rows: Vec<ServiceMatch>,
}

/// A service, judged by needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceMatch {
    /// The plans that qualify ("from Business"), or what to use instead ("none: use pg_dump").
    pub summary: String,
    /// One for each plan.
    pub cells: Vec<CellMatch>,
}

/// A cell, judged by needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMatch {
    /// Whether it does not qualify.
    pub is_unmet: bool,
    /// Why it does not; or, where it does, what to know; often nothing.
    pub reason: String,
}

impl PlanFinderResult {
    /// The table of a policy, judged; nothing where nothing is asked.
    pub fn new(policy: &Policy, requirements: &Requirements) -> Option<Self> {
        if requirements.is_empty() {
            return None;
        }
        let (mut offered, mut fit) = (0, 0);
        let mut caveats = Caveats::default();
        let mut rows = Vec::new();
        for (id, service) in policy.services() {
            let mut cells = Vec::new();
            for (plan, _) in policy.plans() {
                let context = PlanContext::new(policy, id, plan);
                let cell_match = match_cell(requirements, context.cell);
                offered += u32::from(context.cell.is_offered());
                if !cell_match.is_unmet {
                    fit += 1;
                    caveats.add(&service.short_name, &cell_match.reason);
                    for condition in statements_for(&context, Topic::Condition) {
                        caveats.add(&service.short_name, &condition.text);
                    }
                }
                cells.push(cell_match);
            }
            let summary = service_summary(policy, service, &cells);
            rows.push(ServiceMatch { summary, cells });
        }
        Some(Self {
            summary: match fit {
                0 => format!(
                    "No plan qualifies{}",
                    suggest_relaxation(policy, requirements)
                ),
                1 => format!("1 of {offered} plans on offer qualifies."),
                _ => format!("{fit} of {offered} plans on offer qualify."),
            },
            caveats: caveats.into_sentences(),
            rows,
        })
    }
}

/// Sentences, each with the services it is about.
#[derive(Default)]
struct Caveats(Vec<(String, Vec<String>)>);

impl Caveats {
    fn add(&mut self, service: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| known == text) {
            Some((_, services)) if services.iter().any(|known| known == service) => {}
            Some((_, services)) => services.push(service.to_owned()),
            None => self.0.push((text.to_owned(), vec![service.to_owned()])),
        }
    }

    fn into_sentences(self) -> Vec<String> {
        let line = |(text, services): (String, Vec<String>)| {
            format!("{}: {text}", format::join_list(&services))
        };
        self.0.into_iter().map(line).collect()
    }
}

fn match_cell(requirements: &Requirements, cell: &Cell) -> CellMatch {
    let unmet = requirements.unmet(cell);
    let why: Vec<String> = unmet
        .iter()
        .map(|one| unmet_text(requirements, *one))
        .collect();
    CellMatch {
        is_unmet: !why.is_empty(),
        reason: match requirements.caveat(cell) {
            Some(caveat) => caveat_text(caveat),
            None => why.join(" "),
        },
    }
}

fn unmet_text(requirements: &Requirements, unmet: UnmetRequirement) -> String {
    let words = match unmet {
        UnmetRequirement::NotOffered => "There is no such plan.",
        UnmetRequirement::NoBackups => "No backups.",
        UnmetRequirement::RecoveryOnly => "Only the platform can restore it.",
        UnmetRequirement::Pitr => "No PITR.",
        UnmetRequirement::Loss(loss) => {
            return format!("Can lose up to {}.", format::minutes(loss));
        }
        UnmetRequirement::Window(window) if window.get() == 0 => {
            "Goes back to the latest backup only."
        }
        UnmetRequirement::Window(window) => {
            let requested = format::minutes(requirements.min_window.unwrap_or_default());
            return format!(
                "Goes back {} for sure, not {requested}.",
                format::hours(window)
            );
        }
    };
    words.to_owned()
}

fn caveat_text(caveat: Caveat) -> String {
    match caveat {
        Caveat::CoarserBeyond {
            window: beyond,
            interval: gap,
        } => format!(
            "Further back than {}, up to {} can be lost.",
            format_window(beyond),
            format::minutes(gap)
        ),
        Caveat::LogDelayNotStated => {
            "The policy is silent on how late the archived log may be.".to_owned()
        }
    }
}

/// How far back, where no time at all means the latest backup.
fn format_window(window: Hours) -> String {
    match window.get() {
        0 => "the latest backup".to_owned(),
        _ => format::hours(window),
    }
}

/// "from Business", "only Startup", "Startup and Business"; or what there is where no plan qualifies.
fn service_summary(policy: &Policy, service: &Service, cells: &[CellMatch]) -> String {
    let plans = policy.plans().zip(cells).filter(|(_, cell)| !cell.is_unmet);
    let plans: Vec<String> = plans.map(|((_, plan), _)| plan.name.clone()).collect();
    let upward = cells
        .iter()
        .skip_while(|cell| cell.is_unmet)
        .all(|cell| !cell.is_unmet);
    match plans.as_slice() {
        [] => {}
        [one] => return format!("only {one}"),
        [smallest, ..] if upward => return format!("from {smallest}"),
        plans => return format::join_list(plans),
    }
    let tools: Vec<String> = service.tools.iter().map(|tool| tool.name.clone()).collect();
    if !tools.is_empty() {
        return format!("none: use {}", format::join_list(&tools));
    }
    let other = service
        .facts
        .iter()
        .any(|fact| fact.topic == Topic::Instead);
    let words = if other {
        "none, but the policy names other ways"
    } else {
        "none, and the policy names no tool"
    };
    words.to_owned()
}

/// What follows "No plan qualifies": each need that alone is too much, with as much of it as some plan gives.
fn suggest_relaxation(policy: &Policy, requirements: &Requirements) -> String {
    let giving = |requirements: Requirements| {
        let mut fit: Vec<&Schedule> = Vec::new();
        for (id, _) in policy.services() {
            for (plan, _) in policy.plans() {
                let cell = &policy.cell(id, plan).cell;
                if requirements.unmet(cell).is_empty() {
                    fit.extend(cell.schedule());
                }
            }
        }
        fit
    };
    let mut ways = Vec::new();
    let less = giving(Requirements {
        min_window: None,
        ..*requirements
    });
    if let Some(window) = less.iter().map(|one| one.guaranteed_window()).max() {
        ways.push(format!("go back no further than {}", format_window(window)));
    }
    let less = giving(Requirements {
        max_loss: None,
        ..*requirements
    });
    if let Some(loss) = less.iter().map(|one| one.worst_case_loss()).min() {
        ways.push(format!("accept to lose up to {}", format::minutes(loss)));
    }
    if !giving(Requirements {
        pitr_required: false,
        ..*requirements
    })
    .is_empty()
    {
        ways.push("do without PITR".to_owned());
    }
    if ways.is_empty() {
        return ", whichever one of your needs you relax.".to_owned();
    }
    format!(". Some would if you {}.", ways.join(" or "))
}
