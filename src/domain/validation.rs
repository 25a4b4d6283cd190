//! The check of what a policy file names: slugs, clauses, plans. The build runs it; see [`super::matrix::parse`].

use std::fmt;

use super::policy::Fact;
use super::raw::RawPolicy;

/// Names that pages and folders of the site itself use.
const RESERVED_SLUGS: [&str; 5] = ["api", "policy", "stack", "assets", "embed"];

/// One thing that is wrong with a policy file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a path into the file: `services.redis.cells.business`.
    pub path: String,
    /// What is wrong: one lower-case sentence without a full stop.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// A policy file as written, and what was found wrong with it so far.
pub(super) struct Validator<'a> {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// The file.
    pub raw: &'a RawPolicy,
}

impl Validator<'_> {
    /// Notes one more thing that is wrong.
    pub fn add_problem(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem {
            path: path.into(),
            message: message.into(),
        });
    }

    /// Names must be there, be fit for addresses, and be named once.
    pub fn check_names(&mut self) {
        let raw = self.raw;
        self.check_slugs(
            "plans",
            &raw.plans
                .iter()
                .map(|plan| plan.slug.as_str())
                .collect::<Vec<_>>(),
        );
        self.check_slugs(
            "services",
            &raw.services
                .iter()
                .map(|service| service.slug.as_str())
                .collect::<Vec<_>>(),
        );
        for (index, clause) in raw.clauses.iter().enumerate() {
            let path = format!("clauses.{}", clause.id);
            if raw.clauses[..index]
                .iter()
                .any(|earlier| earlier.id == clause.id)
            {
                self.add_problem(&path, "this id is used twice");
            }
            if clause.section.is_empty() || clause.quote.is_empty() {
                self.add_problem(&path, "a clause needs its section and a quote");
            }
        }
    }

    /// What services, facts and tools name must be there.
    pub fn check_references(&mut self) {
        let raw = self.raw;
        self.check_clause("power_off", &raw.power_off.clause);
        if raw.power_off.review_after_days == 0 {
            self.add_problem("power_off", "the review comes after 1 day at the earliest");
        }
        self.check_facts("facts", &raw.facts, false);
        for service in &raw.services {
            let path = format!("services.{}", service.slug);
            if let Some(switch) = &service.persistence {
                let path = format!("{path}.persistence");
                self.check_clause(&path, &switch.clause);
                if switch.name.is_empty() || switch.enabled_value == switch.disabled_value {
                    self.add_problem(&path, "a setting has a name and two different values");
                }
            }
            for (index, cell) in service.cells.iter().enumerate() {
                let path = format!("{path}.cells.{}", cell.plan);
                if !raw.plans.iter().any(|plan| plan.slug == cell.plan) {
                    self.add_problem(&path, "there is no such plan");
                }
                if service.cells[..index]
                    .iter()
                    .any(|earlier| earlier.plan == cell.plan)
                {
                    self.add_problem(&path, "this plan has a cell already");
                }
                if cell.policy_text.is_empty() {
                    self.add_problem(&path, "the document's own words are missing");
                }
            }
            let has_persistence_setting = service.persistence.is_some();
            self.check_facts(
                &format!("{path}.facts"),
                &service.facts,
                has_persistence_setting,
            );
            for tool in &service.tools {
                let path = format!("{path}.tools.{}", tool.name);
                self.check_clause(&path, &tool.clause);
                if !tool.url.starts_with("https://") {
                    self.add_problem(&path, "the address of a tool starts with https://");
                }
            }
        }
    }

    fn check_slugs(&mut self, list: &str, slugs: &[&str]) {
        for (index, slug) in slugs.iter().enumerate() {
            let path = format!("{list}.{slug}");
            let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if slug.is_empty()
                || !slug.chars().all(fit)
                || slug.starts_with('-')
                || slug.ends_with('-')
            {
                self.add_problem(
                    &path,
                    "a slug has lower-case letters, digits and inner hyphens only",
                );
            }
            if RESERVED_SLUGS.contains(slug) {
                self.add_problem(&path, "this slug is an address of the site itself");
            }
            if slugs[..index].contains(slug) {
                self.add_problem(&path, "this slug is used twice");
            }
        }
        if slugs.is_empty() {
            self.add_problem(list, "there must be at least one");
        }
    }

    fn check_clause(&mut self, path: &str, id: &str) {
        if !self.raw.clauses.iter().any(|clause| clause.id == id) {
            self.add_problem(path, format!("there is no clause “{id}”"));
        }
    }

    /// Facts of a service whose backups depend on a setting, or do not.
    fn check_facts(&mut self, path: &str, facts: &[Fact], has_persistence_setting: bool) {
        let raw = self.raw;
        for (index, fact) in facts.iter().enumerate() {
            let path = format!("{path}.{index}");
            self.check_clause(&path, &fact.clause);
            if fact.persistence.is_some() && !has_persistence_setting {
                self.add_problem(&path, "there is no setting “persistence” to depend on");
            }
            if fact.plans.as_ref().is_some_and(Vec::is_empty) {
                self.add_problem(&path, "it holds for no plan; leave “plans” out for all");
            }
            for slug in fact.plans.iter().flatten() {
                if !raw.plans.iter().any(|plan| plan.slug == *slug) {
                    self.add_problem(&path, format!("there is no plan “{slug}”"));
                }
            }
        }
    }
}
