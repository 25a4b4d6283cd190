//! Policy files in JSON: [`Policy::from_json`] turns one into a valid [`Policy`], or lists every error in it.

use std::rc::Rc;

use super::derived_facts::{deletion_fact, remark_clauses, service_facts};
use super::edition::{Edition, PolicyDate};
use super::fact::Clause;
use super::policy::{Cell, Plan, Policy, PolicyCell, Service};
use super::raw::{RawCell, RawClause, RawKind, RawPolicy, RawService, RawTier};
use super::restore_guide::DocPage;
use super::schedule::{Retention, Schedule, Tier};
use super::units::{Hours, Minutes};
use super::validation::validate;

pub use super::validation::Problem;

/// The edition that the site is built from.
pub const POLICY_JSON: &str = include_str!("../../static/policy/2023-01.json");

/// Formats problems as text, one per line.
pub fn format_problems(problems: &[Problem]) -> String {
    let line = |problem| format!("{problem}\n");
    problems.iter().map(line).collect()
}

impl Policy {
    /// Parses and validates a policy file.
    ///
    /// # Errors
    /// Every error in the file. If the file is not JSON of the right shape, only the first one; the site build
    /// validates it against the JSON Schema beforehand, which reports all errors of shape.
    pub fn from_json(json: &str) -> Result<Policy, Vec<Problem>> {
        parse(json).map(|(_, policy)| policy)
    }
}

/// Parses and validates a policy file, and returns it as it is written, too. See [`Policy::from_json`].
pub(super) fn parse(json: &str) -> Result<(RawPolicy, Policy), Vec<Problem>> {
    let raw: RawPolicy = serde_json::from_str(json)
        .map_err(|error| vec![Problem::new("policy", error.to_string())])?;
    let mut builder = Builder {
        raw: &raw,
        problems: Vec::new(),
    };
    let edition = builder.build_edition();
    builder.problems.extend(validate(&raw));
    let services = raw.services.iter();
    let services = services
        .map(|service| builder.build_service(service))
        .collect();
    let facts = deletion_fact(&raw).into_iter();
    let facts = facts.chain(raw.facts.iter().cloned()).collect();
    let clauses = raw.clauses.iter();
    let clauses = clauses.map(|clause| builder.build_clause(clause));
    let clauses = clauses.chain(remark_clauses(&raw)).collect();
    match edition {
        Some(edition) if builder.problems.is_empty() => {
            let policy = Policy {
                edition,
                document: document(&raw),
                table_section: raw.table_section.clone(),
                power_off: raw.power_off.clone(),
                days_after_deletion: raw.deletion.as_ref().map(|rule| rule.keep_days),
                restore: raw.restore.clone(),
                facts,
                plans: raw.plans.clone(),
                services,
                clauses,
                other_editions: Vec::new(),
            };
            Ok((raw, policy))
        }
        _ => Err(builder.problems),
    }
}

/// Returns the page that is the document.
fn document(raw: &RawPolicy) -> DocPage {
    DocPage {
        name: raw.title.clone(),
        url: raw.source_url.clone(),
    }
}

/// Builds the parts of a policy. A part with a problem gets a placeholder, so that the other parts are checked, too.
struct Builder<'a> {
    raw: &'a RawPolicy,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn add_problem(&mut self, path: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(path, message));
    }

    fn build_edition(&mut self) -> Option<Edition> {
        let raw = self.raw;
        let date = self.build_date("edition", &raw.edition);
        let superseded = raw.superseded.as_deref();
        let superseded_since = superseded.and_then(|text| self.build_date("superseded", text));
        if superseded_since.is_some() && superseded_since <= date {
            let message = "an edition is superseded later than its own date";
            self.add_problem("superseded", message);
        }
        date.map(|date| Edition {
            date,
            superseded_since,
        })
    }

    fn build_date(&mut self, path: &str, text: &str) -> Option<PolicyDate> {
        let date = text.parse().ok();
        if date.is_none() {
            let message = format!("“{text}” is not a month as YYYY-MM, nor a day as YYYY-MM-DD");
            self.add_problem(path, message);
        }
        date
    }

    fn build_clause(&self, raw: &RawClause) -> Rc<Clause> {
        let page = raw.page.as_ref().and_then(|id| self.raw.pages.get(id));
        Rc::new(Clause {
            id: raw.id.clone(),
            section: raw.section.clone(),
            quote: raw.quote.clone(),
            page: page.cloned(),
        })
    }

    fn build_service(&mut self, raw: &RawService) -> Service {
        let path = format!("services.{}", raw.slug);
        let plans = &self.raw.plans;
        let cells: Vec<PolicyCell> = plans
            .iter()
            .map(|plan| self.build_policy_cell(&path, raw, plan))
            .collect();
        Service {
            slug: raw.slug.clone(),
            service_type: raw.service_type.clone(),
            name: raw.name.clone(),
            short_name: raw.short_name.clone(),
            table_row: raw.table_row.clone(),
            log_name: raw.log_name.clone(),
            persistence: raw.persistence.clone(),
            can_be_forked: raw.can_be_forked,
            facts: service_facts(self.raw, raw),
            tools: raw.tools.clone(),
            cells_at_set_time: self.build_cells_at_set_time(&path, raw, &cells),
            cells,
        }
    }

    fn build_policy_cell(&mut self, path: &str, service: &RawService, plan: &Plan) -> PolicyCell {
        let path = format!("{path}.cells.{}", plan.slug);
        let Some(raw) = service.cells.iter().find(|cell| cell.plan == plan.slug) else {
            self.add_problem(&path, "this plan has no cell");
            return PolicyCell {
                policy_text: String::new(),
                cell: Cell::NotOffered,
            };
        };
        PolicyCell {
            policy_text: raw.policy_text.clone(),
            cell: self.build_cell(&path, raw, service),
        }
    }

    fn build_cell(&mut self, path: &str, raw: &RawCell, service: &RawService) -> Cell {
        let cell = match raw.kind {
            RawKind::NotOffered => Cell::NotOffered,
            RawKind::NoBackups => Cell::NoBackups,
            RawKind::RecoveryOnly => Cell::RecoveryOnly,
            RawKind::Unspecified => Cell::Unspecified,
            RawKind::Backups => {
                let delay = service.log_delay.as_ref();
                let delay = delay.map(|delay| Minutes::new(delay.minutes.into()));
                let schedule = self.build_schedule(path, raw);
                let schedule = schedule.map(|schedule| schedule.with_log_delay(delay));
                return schedule.map_or(Cell::NoBackups, Cell::Backups);
            }
        };
        if raw.recovery_mode.is_some() || !raw.tiers.is_empty() {
            self.add_problem(
                path,
                "only a cell of the kind “backups” has a recovery mode and tiers",
            );
        }
        cell
    }

    /// Builds the cells with the interval that holds once the time of day is set; none if no tier of the service has one.
    fn build_cells_at_set_time(
        &mut self,
        path: &str,
        service: &RawService,
        cells: &[PolicyCell],
    ) -> Vec<PolicyCell> {
        let interval = |plan: &Plan| {
            let cell = service.cells.iter().find(|cell| cell.plan == plan.slug)?;
            cell.tiers
                .iter()
                .find_map(|tier| tier.interval_hours_at_hour)
        };
        let plans = &self.raw.plans;
        if !plans.iter().any(|plan| interval(plan).is_some()) {
            return Vec::new();
        }
        let mut changed = cells.to_vec();
        for (plan, cell) in plans.iter().zip(&mut changed) {
            if let (Some(hours), Cell::Backups(schedule)) = (interval(plan), &cell.cell) {
                match schedule.with_interval(Hours::new(hours)) {
                    Ok(schedule) => cell.cell = Cell::Backups(schedule),
                    Err(message) => {
                        self.add_problem(&format!("{path}.cells.{}", plan.slug), message)
                    }
                }
            }
        }
        changed
    }

    fn build_schedule(&mut self, path: &str, raw: &RawCell) -> Option<Schedule> {
        let mut tiers = Vec::new();
        for (index, tier) in raw.tiers.iter().enumerate() {
            match Tier::try_from(tier) {
                Ok(tier) => tiers.push(tier),
                Err(message) => self.add_problem(&format!("{path}.tiers.{index}"), message),
            }
        }
        let Some(mode) = raw.recovery_mode else {
            self.add_problem(path, "a cell of the kind “backups” needs its recovery mode");
            return None;
        };
        if tiers.len() < raw.tiers.len() {
            return None;
        }
        Schedule::new(mode, tiers)
            .map_err(|message| self.add_problem(path, message))
            .ok()
    }
}

impl TryFrom<&RawTier> for Tier {
    type Error = &'static str;

    fn try_from(raw: &RawTier) -> Result<Self, &'static str> {
        let retention = match (raw.keep_count, raw.keep_age_hours) {
            (Some(count), None) => Retention::Count(count),
            (None, Some(age)) => Retention::Age(Hours::new(age)),
            _ => return Err("a tier has either keep_count or keep_age_hours"),
        };
        Tier::new(Hours::new(raw.interval_hours), retention)
    }
}
