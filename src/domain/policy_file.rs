//! From the policy file to a valid [`Policy`], or a list of everything that is wrong with it.

use super::edition::{Edition, YearMonth};
use super::policy::{Cell, Plan, Policy, PolicyCell, Service};
use super::raw::{RawCell, RawKind, RawPolicy, RawService, RawTier};
use super::schedule::{Retention, Schedule, Tier};
use super::units::Hours;
use super::validation::Validator;

pub use super::validation::Problem;

/// The edition that is built in.
pub const POLICY_JSON: &str = include_str!("../../static/policy/2023-01.json");

/// All problems as text, one a line.
pub fn format_problems(problems: &[Problem]) -> String {
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
            path: "policy".to_owned(),
            message: error.to_string(),
        }]
    })?;
    let mut validator = Validator {
        problems: Vec::new(),
        raw: &raw,
    };
    let edition = validator.build_edition();
    validator.check_names();
    validator.check_references();
    let services = raw
        .services
        .iter()
        .map(|service| validator.build_service(service))
        .collect();
    match edition {
        Some(edition) if validator.problems.is_empty() => Ok(Policy {
            edition,
            title: raw.title,
            table_section: raw.table_section,
            power_off: raw.power_off,
            facts: raw.facts,
            plans: raw.plans,
            services,
            clauses: raw.clauses,
        }),
        _ => Err(validator.problems),
    }
}

impl Validator<'_> {
    fn build_edition(&mut self) -> Option<Edition> {
        let raw = self.raw;
        let month = self.build_month("edition", &raw.edition);
        let superseded = raw.superseded.as_deref();
        let superseded_since = superseded.and_then(|text| self.build_month("superseded", text));
        if superseded_since.is_some() && superseded_since <= month {
            let text = "an edition is superseded in a month after its own";
            self.add_problem("superseded", text);
        }
        month.map(|month| Edition {
            month,
            superseded_since,
        })
    }

    fn build_month(&mut self, path: &str, text: &str) -> Option<YearMonth> {
        let month = YearMonth::parse(text);
        if month.is_none() {
            let text = format!("“{text}” is not a year and month as YYYY-MM");
            self.add_problem(path, text);
        }
        month
    }

    fn build_service(&mut self, raw: &RawService) -> Service {
        let path = format!("services.{}", raw.slug);
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
                .map(|plan| self.build_policy_cell(&path, raw, plan))
                .collect(),
        }
    }

    fn build_policy_cell(&mut self, path: &str, service: &RawService, plan: &Plan) -> PolicyCell {
        let path = format!("{path}.cells.{}", plan.slug);
        let Some(raw) = service.cells.iter().find(|cell| cell.plan == plan.slug) else {
            self.add_problem(path, "this plan has no cell");
            return PolicyCell {
                policy_text: String::new(),
                cell: Cell::NotOffered,
            };
        };
        let cell = self.build_cell(&path, raw);
        PolicyCell {
            policy_text: raw.policy_text.clone(),
            cell,
        }
    }

    fn build_cell(&mut self, path: &str, raw: &RawCell) -> Cell {
        let plain = match raw.kind {
            RawKind::NotOffered => Cell::NotOffered,
            RawKind::NoBackups => Cell::NoBackups,
            RawKind::RecoveryOnly => Cell::RecoveryOnly,
            RawKind::Backups => return self.build_backups(path, raw),
        };
        if raw.recovery_mode.is_some() || !raw.tiers.is_empty() {
            self.add_problem(
                path,
                "only a cell of the kind “backups” has a recovery mode and tiers",
            );
        }
        plain
    }

    fn build_backups(&mut self, path: &str, raw: &RawCell) -> Cell {
        let before = self.problems.len();
        let tiers: Vec<Tier> = raw
            .tiers
            .iter()
            .enumerate()
            .filter_map(|(index, tier)| {
                read_tier(tier)
                    .map_err(|text| self.add_problem(format!("{path}.tiers.{index}"), text))
                    .ok()
            })
            .collect();
        let Some(mode) = raw.recovery_mode else {
            self.add_problem(path, "a cell of the kind “backups” needs its recovery mode");
            return Cell::NoBackups;
        };
        if self.problems.len() > before {
            return Cell::NoBackups;
        }
        match Schedule::new(mode, tiers) {
            Ok(schedule) => Cell::Backups(schedule),
            Err(text) => {
                self.add_problem(path, text);
                Cell::NoBackups
            }
        }
    }
}

fn read_tier(raw: &RawTier) -> Result<Tier, &'static str> {
    let retention = match (raw.keep_count, raw.keep_age_hours) {
        (Some(count), None) => Retention::Count(count),
        (None, Some(age)) => Retention::Age(Hours::new(age)),
        _ => return Err("a tier has either keep_count or keep_age_hours"),
    };
    Tier::new(Hours::new(raw.interval_hours), retention)
}
