//! From the policy file to a valid [`Policy`], or a list of everything that is wrong with it.

use super::check::Check;
use super::edition::{Edition, YearMonth};
use super::policy::{Cell, CellEntry, Plan, Policy, Service};
use super::raw::{RawCell, RawKind, RawPolicy, RawService, RawTier};
use super::schedule::{Keep, Schedule, Tier};
use super::units::Hours;

pub use super::check::Problem;

/// The edition that is built in.
pub const POLICY: &str = include_str!("../../static/policy/2023-01.json");

/// All problems as text, one a line.
pub fn told(problems: &[Problem]) -> String {
    let line = |problem| format!("{problem}\n");
    problems.iter().map(line).collect()
}

/// Reads a policy file.
///
/// # Errors
/// Everything that is wrong, each with its place. A file that is not JSON of the right shape gives the first
/// such place only; the build checks it against the JSON Schema beforehand, which names them all.
pub fn parse(json: &str) -> Result<Policy, Vec<Problem>> {
    let raw: RawPolicy = serde_json::from_str(json).map_err(|error| {
        vec![Problem {
            place: "policy".to_owned(),
            text: error.to_string(),
        }]
    })?;
    let mut check = Check {
        problems: Vec::new(),
        raw: &raw,
    };
    let edition = check.edition();
    check.names();
    check.references();
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
            power_off: raw.power_off,
            facts: raw.facts,
            plans: raw.plans,
            services,
            clauses: raw.clauses,
        }),
        _ => Err(check.problems),
    }
}

impl Check<'_> {
    fn edition(&mut self) -> Option<Edition> {
        let raw = self.raw;
        let month = self.month("edition", &raw.edition);
        let superseded = raw.superseded.as_deref();
        let superseded = superseded.and_then(|text| self.month("superseded", text));
        if superseded.is_some() && superseded <= month {
            let text = "an edition is superseded in a month after its own";
            self.wrong("superseded", text);
        }
        month.map(|month| Edition { month, superseded })
    }

    fn month(&mut self, place: &str, text: &str) -> Option<YearMonth> {
        let month = YearMonth::parse(text);
        if month.is_none() {
            let text = format!("“{text}” is not a year and month as YYYY-MM");
            self.wrong(place, text);
        }
        month
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
            persistence: raw.persistence.clone(),
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
