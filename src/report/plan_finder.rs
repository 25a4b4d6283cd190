//! The plan finder: which plans meet the requirements, why the others do not, and what to relax if none does.

use super::context::PlanContext;
use super::facts::statements_for;
use super::format;
use super::headline::Label;
use crate::domain::requirements::{Caveat, Requirements, UnmetRequirement};
use crate::domain::{BackupSettings, Cell, Hours, Page, Policy, Schedule, Topic, url};

/// Text in place of the summary while there are no requirements.
pub const EMPTY_HINT: &str = "Enter your requirements to find matching plans.";

/// Every cell of the matrix matched against the requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFinderResult {
    /// Number of plans that match; if there are none, which requirements to relax.
    pub summary: String,
    /// Caveats and conditions of the plans that match, each with the services that it applies to.
    pub caveats: Vec<String>,
    /// The plans that match, the smallest first.
    pub offers: Vec<PlanOffer>,
    /// Matches of the cells: for each service, in the order of the policy, those of its plans.
    pub rows: Vec<Vec<CellMatch>>,
}

/// A plan that meets the requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanOffer {
    /// Service and plan, such as "Redis Business".
    pub name: String,
    /// Label of the answer.
    pub label: Label,
    /// Path of the answer, relative to the root of the site.
    pub path: String,
}

/// A cell matched against the requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMatch {
    /// Whether the cell does not meet the requirements.
    pub is_unmet: bool,
    /// The requirements that are not met; if all are met, the caveat, if there is one.
    pub reason: Option<String>,
}

impl PlanFinderResult {
    /// Matches the cells of services with these settings; `None` if there are no requirements.
    pub fn new(
        policy: &Policy,
        requirements: &Requirements,
        settings: BackupSettings,
    ) -> Option<Self> {
        if requirements.is_empty() {
            return None;
        }
        let mut offered_count = 0;
        let mut caveats = Caveats::default();
        let mut rows = Vec::new();
        for (id, service) in policy.services() {
            let mut cells = Vec::new();
            for (plan, _) in policy.plans() {
                let context = PlanContext::new(policy, id, plan);
                let cell = policy.cell_with(id, plan, settings);
                let cell_match = match_cell(requirements, cell);
                offered_count += u32::from(cell.is_offered());
                if !cell_match.is_unmet {
                    if let Some(caveat) = &cell_match.reason {
                        caveats.add(&service.short_name, caveat);
                    }
                    for condition in statements_for(&context, Topic::Condition) {
                        caveats.add(&service.short_name, &condition.text);
                    }
                }
                cells.push(cell_match);
            }
            rows.push(cells);
        }
        let offers = offers(policy, &rows);
        Some(Self {
            summary: match offers.len() {
                0 => format!(
                    "No plan matches{}",
                    suggest_relaxation(policy, requirements, settings)
                ),
                1 => format!("1 of {offered_count} plans matches."),
                count => format!("{count} of {offered_count} plans match."),
            },
            caveats: caveats.into_sentences(),
            offers,
            rows,
        })
    }
}

/// Returns the plans that match, the smallest first.
fn offers(policy: &Policy, rows: &[Vec<CellMatch>]) -> Vec<PlanOffer> {
    let mut offers = Vec::new();
    for (column, (plan, plan_entry)) in policy.plans().enumerate() {
        for ((service, service_entry), cells) in policy.services().zip(rows) {
            if cells.get(column).is_some_and(|cell| !cell.is_unmet) {
                offers.push(PlanOffer {
                    name: format!("{} {}", service_entry.short_name, plan_entry.name),
                    label: Label::from(policy.cell_today(service, plan)),
                    path: url::encode(policy, &Page::Answer(service, plan)),
                });
            }
        }
    }
    offers
}

/// Sentences, each with the names of the services that it applies to.
#[derive(Default)]
struct Caveats(Vec<(String, Vec<String>)>);

impl Caveats {
    /// Adds a sentence for a service, unless it is known.
    fn add(&mut self, service: &str, text: &str) {
        match self.0.iter_mut().find(|(known, _)| known == text) {
            Some((_, services)) if services.iter().any(|known| known == service) => {}
            Some((_, services)) => services.push(service.to_owned()),
            None => self.0.push((text.to_owned(), vec![service.to_owned()])),
        }
    }

    /// Returns the sentences with their services in front.
    fn into_sentences(self) -> Vec<String> {
        let sentence = |(text, services): (String, Vec<String>)| {
            format!("{}: {text}", format::join_list(&services))
        };
        self.0.into_iter().map(sentence).collect()
    }
}

fn match_cell(requirements: &Requirements, cell: &Cell) -> CellMatch {
    let unmet = requirements.unmet(cell);
    let reasons: Vec<String> = unmet
        .iter()
        .map(|unmet| unmet_text(requirements, cell, *unmet))
        .collect();
    let is_unmet = !reasons.is_empty();
    CellMatch {
        is_unmet,
        reason: match requirements.caveat(cell) {
            Some(caveat) => Some(caveat_text(caveat)),
            None => is_unmet.then(|| reasons.join(" ")),
        },
    }
}

fn unmet_text(requirements: &Requirements, cell: &Cell, unmet: UnmetRequirement) -> String {
    let text = match unmet {
        UnmetRequirement::Schedule => return format!("{}.", Label::from(cell)),
        UnmetRequirement::Pitr => "No PITR.",
        UnmetRequirement::Loss(loss) => {
            return format!("Can lose up to {}.", format::minutes(loss));
        }
        UnmetRequirement::Window(window) if window.get() == 0 => "Keeps only the latest backup.",
        UnmetRequirement::Window(window) => {
            let requested = format::minutes(requirements.min_window.unwrap_or_default());
            return format!(
                "Covers at least {}, not {requested}.",
                format::hours(window)
            );
        }
    };
    text.to_owned()
}

fn caveat_text(caveat: Caveat) -> String {
    match caveat {
        Caveat::CoarserBeyond { window, interval } => format!(
            "Restore points older than {} can lose up to {}.",
            format_window(window),
            format::minutes(interval)
        ),
        Caveat::LogDelayNotStated => "Not stated: how far the log archive can lag.".to_owned(),
    }
}

/// Returns how far back a window reaches; a window of zero reaches to the latest backup.
fn format_window(window: Hours) -> String {
    match window.get() {
        0 => "the latest backup".to_owned(),
        _ => format::hours(window),
    }
}

/// Returns the text after "No plan matches": each requirement without which some plan matches, with the best value on offer.
fn suggest_relaxation(
    policy: &Policy,
    requirements: &Requirements,
    settings: BackupSettings,
) -> String {
    let mut suggestions = Vec::new();
    let relaxed = Requirements {
        min_window: None,
        ..*requirements
    };
    let schedules = matching_schedules(policy, &relaxed, settings).into_iter();
    if let Some(window) = schedules.map(Schedule::guaranteed_window).max() {
        suggestions.push(format!("accept retention of {}", format_window(window)));
    }
    let relaxed = Requirements {
        max_loss: None,
        ..*requirements
    };
    let schedules = matching_schedules(policy, &relaxed, settings).into_iter();
    if let Some(loss) = schedules.map(Schedule::worst_case_loss).min() {
        suggestions.push(format!("accept to lose up to {}", format::minutes(loss)));
    }
    let relaxed = Requirements {
        pitr_required: false,
        ..*requirements
    };
    if !matching_schedules(policy, &relaxed, settings).is_empty() {
        suggestions.push("do without PITR".to_owned());
    }
    if suggestions.is_empty() {
        return ", whichever one of your needs you relax.".to_owned();
    }
    format!(". Some would if you {}.", suggestions.join(" or "))
}

/// Returns the schedules of the cells that meet the requirements.
fn matching_schedules<'a>(
    policy: &'a Policy,
    requirements: &Requirements,
    settings: BackupSettings,
) -> Vec<&'a Schedule> {
    let mut schedules = Vec::new();
    for (service, _) in policy.services() {
        for (plan, _) in policy.plans() {
            let cell = policy.cell_with(service, plan, settings);
            if requirements.unmet(cell).is_empty() {
                schedules.extend(cell.schedule());
            }
        }
    }
    schedules
}
