//! From the policy file to a valid [`Policy`], or a list of everything that is wrong with it.

use std::fmt;

use super::policy::{Cell, CellEntry, Edition, Fact, Plan, Policy, Service};
use super::raw::{RawCell, RawKind, RawPolicy, RawService, RawTier};
use super::schedule::{Keep, Schedule, Tier};
use super::units::Hours;

/// The edition that is built in.
pub const POLICY: &str = include_str!("../../static/policy/2023-01.json");

/// Names that pages and folders of the site itself use.
const RESERVED: [&str; 4] = ["api", "policy", "stack", "assets"];

/// The browser only gets a policy that the build has checked. There names and clauses are not checked again,
/// which saves every visitor 3 KB; what makes a value of the domain is checked everywhere.
const CHECKED_BY_THE_BUILD: bool = cfg!(target_arch = "wasm32");

/// One thing that is wrong with a policy file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a path into the file: `services.redis.cells.business`.
    pub place: String,
    /// What is wrong: one lower-case sentence without a full stop.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.text)
    }
}

/// Reads a policy file.
///
/// # Errors
/// Everything that is wrong, in the order of the file. A file that is not JSON of the right shape gives
/// the first such place only; the build checks it against the JSON Schema beforehand, which names them all.
pub fn parse(json: &str) -> Result<Policy, Vec<Problem>> {
    let raw: RawPolicy = serde_json::from_str(json).map_err(|error| {
        let text = if CHECKED_BY_THE_BUILD {
            String::new()
        } else {
            error.to_string()
        };
        vec![Problem {
            place: "policy".to_owned(),
            text,
        }]
    })?;
    let mut check = Check {
        problems: Vec::new(),
        raw: &raw,
    };
    let edition = check.edition();
    if !CHECKED_BY_THE_BUILD {
        check.names();
        check.references();
    }
    let services = raw
        .services
        .iter()
        .map(|service| check.service(service))
        .collect();
    match edition {
        Some(edition) if check.problems.is_empty() => Ok(Policy {
            edition,
            title: raw.title,
            table_section: raw.table_section,
            facts: raw.facts,
            plans: raw.plans,
            services,
            clauses: raw.clauses,
        }),
        _ => Err(check.problems),
    }
}

struct Check<'a> {
    problems: Vec<Problem>,
    raw: &'a RawPolicy,
}

impl Check<'_> {
    fn wrong(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.problems.push(Problem {
            place: place.into(),
            text: text.into(),
        });
    }

    fn edition(&mut self) -> Option<Edition> {
        let edition = Edition::parse(&self.raw.edition);
        if edition.is_none() {
            self.wrong(
                "edition",
                format!("“{}” is not a year and month as YYYY-MM", self.raw.edition),
            );
        }
        edition
    }

    /// Names must be there, be fit for addresses, and be named once.
    fn names(&mut self) {
        let raw = self.raw;
        self.slugs(
            "plans",
            &raw.plans
                .iter()
                .map(|plan| plan.slug.as_str())
                .collect::<Vec<_>>(),
        );
        self.slugs(
            "services",
            &raw.services
                .iter()
                .map(|service| service.slug.as_str())
                .collect::<Vec<_>>(),
        );
        for (index, clause) in raw.clauses.iter().enumerate() {
            let place = format!("clauses.{}", clause.id);
            if raw.clauses[..index]
                .iter()
                .any(|earlier| earlier.id == clause.id)
            {
                self.wrong(&place, "this id is used twice");
            }
            if clause.section.is_empty() || clause.quote.is_empty() {
                self.wrong(&place, "a clause needs its section and a quote");
            }
        }
    }

    /// What services, facts and tools name must be there.
    fn references(&mut self) {
        let raw = self.raw;
        self.facts("facts", &raw.facts);
        for service in &raw.services {
            let place = format!("services.{}", service.slug);
            for (index, cell) in service.cells.iter().enumerate() {
                let place = format!("{place}.cells.{}", cell.plan);
                if !raw.plans.iter().any(|plan| plan.slug == cell.plan) {
                    self.wrong(&place, "there is no such plan");
                }
                if service.cells[..index]
                    .iter()
                    .any(|earlier| earlier.plan == cell.plan)
                {
                    self.wrong(&place, "this plan has a cell already");
                }
                if cell.policy_text.is_empty() {
                    self.wrong(&place, "the document's own words are missing");
                }
            }
            self.facts(&format!("{place}.facts"), &service.facts);
            for tool in &service.tools {
                let place = format!("{place}.tools.{}", tool.name);
                self.clause(&place, &tool.clause);
                if !tool.url.starts_with("https://") {
                    self.wrong(&place, "the address of a tool starts with https://");
                }
            }
        }
    }

    fn slugs(&mut self, list: &str, slugs: &[&str]) {
        for (index, slug) in slugs.iter().enumerate() {
            let place = format!("{list}.{slug}");
            let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if slug.is_empty()
                || !slug.chars().all(fit)
                || slug.starts_with('-')
                || slug.ends_with('-')
            {
                self.wrong(
                    &place,
                    "a slug has lower-case letters, digits and inner hyphens only",
                );
            }
            if RESERVED.contains(slug) {
                self.wrong(&place, "this slug is an address of the site itself");
            }
            if slugs[..index].contains(slug) {
                self.wrong(&place, "this slug is used twice");
            }
        }
        if slugs.is_empty() {
            self.wrong(list, "there must be at least one");
        }
    }

    fn clause(&mut self, place: &str, id: &str) {
        if !self.raw.clauses.iter().any(|clause| clause.id == id) {
            self.wrong(place, format!("there is no clause “{id}”"));
        }
    }

    fn facts(&mut self, place: &str, facts: &[Fact]) {
        let raw = self.raw;
        for (index, fact) in facts.iter().enumerate() {
            let place = format!("{place}.{index}");
            self.clause(&place, &fact.clause);
            for slug in fact.plans.iter().flatten() {
                if !raw.plans.iter().any(|plan| plan.slug == *slug) {
                    self.wrong(&place, format!("there is no plan “{slug}”"));
                }
            }
        }
    }

    fn service(&mut self, raw: &RawService) -> Service {
        let place = format!("services.{}", raw.slug);
        let plans = &self.raw.plans;
        Service {
            slug: raw.slug.clone(),
            service_type: raw.service_type.clone(),
            name: raw.name.clone(),
            short_name: raw.short_name.clone(),
            table_row: raw.table_row.clone(),
            log_name: raw.log_name.clone(),
            facts: raw.facts.clone(),
            tools: raw.tools.clone(),
            cells: plans
                .iter()
                .map(|plan| self.entry(&place, raw, plan))
                .collect(),
        }
    }

    fn entry(&mut self, place: &str, service: &RawService, plan: &Plan) -> CellEntry {
        let place = format!("{place}.cells.{}", plan.slug);
        let Some(raw) = service.cells.iter().find(|cell| cell.plan == plan.slug) else {
            self.wrong(place, "this plan has no cell");
            return CellEntry {
                policy_text: String::new(),
                cell: Cell::NotOffered,
            };
        };
        let cell = self.cell(&place, raw);
        CellEntry {
            policy_text: raw.policy_text.clone(),
            cell,
        }
    }

    fn cell(&mut self, place: &str, raw: &RawCell) -> Cell {
        let plain = match raw.kind {
            RawKind::NotOffered => Cell::NotOffered,
            RawKind::NoBackups => Cell::NoBackups,
            RawKind::RecoveryOnly => Cell::RecoveryOnly,
            RawKind::Backups => return self.backups(place, raw),
        };
        if raw.recovery_mode.is_some() || !raw.tiers.is_empty() {
            self.wrong(
                place,
                "only a cell of the kind “backups” has a recovery mode and tiers",
            );
        }
        plain
    }

    fn backups(&mut self, place: &str, raw: &RawCell) -> Cell {
        let before = self.problems.len();
        let tiers: Vec<Tier> = raw
            .tiers
            .iter()
            .enumerate()
            .filter_map(|(index, tier)| {
                read_tier(tier)
                    .map_err(|text| self.wrong(format!("{place}.tiers.{index}"), text))
                    .ok()
            })
            .collect();
        let Some(mode) = raw.recovery_mode else {
            self.wrong(
                place,
                "a cell of the kind “backups” needs its recovery mode",
            );
            return Cell::NoBackups;
        };
        if self.problems.len() > before {
            return Cell::NoBackups;
        }
        match Schedule::new(mode, tiers) {
            Ok(schedule) => Cell::Backups(schedule),
            Err(text) => {
                self.wrong(place, text);
                Cell::NoBackups
            }
        }
    }
}

fn read_tier(raw: &RawTier) -> Result<Tier, &'static str> {
    let keep = match (raw.keep_count, raw.keep_age_hours) {
        (Some(count), None) => Keep::Count(count),
        (None, Some(age)) => Keep::Age(Hours::new(age)),
        _ => return Err("a tier has either keep_count or keep_age_hours"),
    };
    Tier::new(Hours::new(raw.interval_hours), keep)
}
