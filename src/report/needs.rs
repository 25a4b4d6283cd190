//! The needs finder: which cells of the table give what somebody needs, why the others do not, and what to do where
//! no plan of a service does.

use super::figures::facts;
use super::{Subject, words};
use crate::domain::needs::{Caveat, Needs, Shortfall};
use crate::domain::text::join;
use crate::domain::{Cell, Hours, Policy, Schedule, Service, Topic};

/// What stands in the place of the summary as long as nothing is asked.
pub const HINT: &str = "Say what you need: plans that do not give it step back.";

/// The table, judged by needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How many plans qualify; where none does, what to relax.
    pub summary: String,
    /// What to know of those that qualify, each with the services it is about.
    pub caveats: Vec<String>,
    /// One for each service, in the order of the table.
    pub rows: Vec<FoundRow>,
}

/// A service, judged by needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRow {
    /// The plans that qualify ("from Business"), or what to use instead ("none: use pg_dump").
    pub line: String,
    /// One for each plan.
    pub cells: Vec<Found>,
}

/// A cell, judged by needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether it does not qualify.
    pub short: bool,
    /// Why it does not; or, where it does, what to know; often nothing.
    pub why: String,
}

impl Finding {
    /// The table of a policy, judged; nothing where nothing is asked.
    pub fn new(policy: &Policy, needs: &Needs) -> Option<Self> {
        if needs.is_empty() {
            return None;
        }
        let (mut offered, mut fit) = (0, 0);
        let mut caveats = Caveats::default();
        let mut rows = Vec::new();
        for (id, service) in policy.services() {
            let mut cells = Vec::new();
            for (plan, _) in policy.plans() {
                let subject = Subject::new(policy, id, plan);
                let found = judge(needs, subject.cell);
                offered += u32::from(subject.cell.offered());
                if !found.short {
                    fit += 1;
                    caveats.note(&service.short_name, &found.why);
                    for condition in facts(&subject, Topic::Condition) {
                        caveats.note(&service.short_name, &condition.text);
                    }
                }
                cells.push(found);
            }
            let line = line(policy, service, &cells);
            rows.push(FoundRow { line, cells });
        }
        Some(Self {
            summary: match fit {
                0 => format!("No plan qualifies{}", relax(policy, needs)),
                1 => format!("1 of {offered} plans on offer qualifies."),
                _ => format!("{fit} of {offered} plans on offer qualify."),
            },
            caveats: caveats.lines(),
            rows,
        })
    }
}

/// Sentences, each with the services it is about.
#[derive(Default)]
struct Caveats(Vec<(String, Vec<String>)>);

impl Caveats {
    fn note(&mut self, service: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| known == text) {
            Some((_, services)) if services.iter().any(|known| known == service) => {}
            Some((_, services)) => services.push(service.to_owned()),
            None => self.0.push((text.to_owned(), vec![service.to_owned()])),
        }
    }

    fn lines(self) -> Vec<String> {
        let line =
            |(text, services): (String, Vec<String>)| format!("{}: {text}", words::list(&services));
        self.0.into_iter().map(line).collect()
    }
}

fn judge(needs: &Needs, cell: &Cell) -> Found {
    let shortfalls = needs.shortfalls(cell);
    let why: Vec<String> = shortfalls.iter().map(|one| lack(needs, *one)).collect();
    Found {
        short: !why.is_empty(),
        why: match needs.caveat(cell) {
            Some(caveat) => proviso(caveat),
            None => join(&why, " "),
        },
    }
}

fn lack(needs: &Needs, shortfall: Shortfall) -> String {
    let words = match shortfall {
        Shortfall::NotOffered => "There is no such plan.",
        Shortfall::NoBackups => "No backups.",
        Shortfall::RecoveryOnly => "Only the platform can restore it.",
        Shortfall::NoPitr => "No PITR.",
        Shortfall::Lose(loss) => return format!("Can lose up to {}.", words::minutes(loss)),
        Shortfall::Back(window) if window.get() == 0 => "Goes back to the latest backup only.",
        Shortfall::Back(window) => {
            let asked = words::minutes(needs.back.unwrap_or_default());
            return format!("Goes back {} for sure, not {asked}.", words::hours(window));
        }
    };
    words.to_owned()
}

fn proviso(caveat: Caveat) -> String {
    match caveat {
        Caveat::Gap { beyond, gap } => format!(
            "Further back than {}, up to {} can be lost.",
            reach(beyond),
            words::minutes(gap)
        ),
        Caveat::Log => "The policy is silent on how late the archived log may be.".to_owned(),
    }
}

/// How far back, where no time at all means the latest backup.
fn reach(window: Hours) -> String {
    match window.get() {
        0 => "the latest backup".to_owned(),
        _ => words::hours(window),
    }
}

/// "from Business", "only Startup", "Startup and Business"; or what there is where no plan qualifies.
fn line(policy: &Policy, service: &Service, cells: &[Found]) -> String {
    let plans = policy.plans().zip(cells).filter(|(_, cell)| !cell.short);
    let plans: Vec<String> = plans.map(|((_, plan), _)| plan.name.clone()).collect();
    let upward = cells
        .iter()
        .skip_while(|cell| cell.short)
        .all(|cell| !cell.short);
    match plans.as_slice() {
        [] => {}
        [one] => return format!("only {one}"),
        [smallest, ..] if upward => return format!("from {smallest}"),
        plans => return words::list(plans),
    }
    let tools: Vec<String> = service.tools.iter().map(|tool| tool.name.clone()).collect();
    if !tools.is_empty() {
        return format!("none: use {}", words::list(&tools));
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
fn relax(policy: &Policy, needs: &Needs) -> String {
    let giving = |needs: Needs| {
        let mut fit: Vec<&Schedule> = Vec::new();
        for (id, _) in policy.services() {
            for (plan, _) in policy.plans() {
                let cell = &policy.cell(id, plan).cell;
                if needs.shortfalls(cell).is_empty() {
                    fit.extend(cell.schedule());
                }
            }
        }
        fit
    };
    let mut ways = Vec::new();
    let less = giving(Needs {
        back: None,
        ..*needs
    });
    if let Some(window) = less.iter().map(|one| one.guaranteed_window()).max() {
        ways.push(format!("go back no further than {}", reach(window)));
    }
    let less = giving(Needs {
        lose: None,
        ..*needs
    });
    if let Some(loss) = less.iter().map(|one| one.worst_case_loss()).min() {
        ways.push(format!("accept to lose up to {}", words::minutes(loss)));
    }
    if !giving(Needs {
        pitr: false,
        ..*needs
    })
    .is_empty()
    {
        ways.push("do without PITR".to_owned());
    }
    if ways.is_empty() {
        return ", whichever one of your needs you relax.".to_owned();
    }
    format!(". Some would if you {}.", join(&ways, " or "))
}
