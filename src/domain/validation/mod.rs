//! Validation of the names and references in a policy file.

mod changes;

use std::fmt;

use super::fact::Fact;
use super::raw::{RawPolicy, RawService};
use super::restore_guide::{DocPage, RestoreGuide};

/// Slugs that are folders of the site itself.
const RESERVED_SLUGS: [&str; 6] = ["api", "policy", "stack", "assets", "embed", "changes"];

/// An error in a policy file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path into the file: `services.redis.cells.business`.
    pub path: String,
    /// Message: one sentence in lower case without a full stop.
    pub message: String,
}

impl Problem {
    /// Creates a problem.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// Checks that slugs and ids are well-formed and unique, and that every clause and plan that is referred to exists.
pub(super) fn validate(raw: &RawPolicy) -> Vec<Problem> {
    let mut validator = Validator {
        raw,
        problems: Vec::new(),
    };
    validator.check_names();
    validator.check_references();
    validator.problems
}

/// A policy file, and the problems found in it so far.
struct Validator<'a> {
    raw: &'a RawPolicy,
    problems: Vec<Problem>,
}

impl Validator<'_> {
    fn add_problem(&mut self, path: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(path, message));
    }

    fn check_names(&mut self) {
        let raw = self.raw;
        let plans: Vec<&str> = raw.plans.iter().map(|plan| plan.slug.as_str()).collect();
        self.check_slugs("plans", &plans);
        let services = raw.services.iter().map(|service| service.slug.as_str());
        self.check_slugs("services", &services.collect::<Vec<_>>());
        for (index, clause) in raw.clauses.iter().enumerate() {
            let path = format!("clauses.{}", clause.id);
            let mut earlier = raw.clauses[..index].iter();
            if earlier.any(|earlier| earlier.id == clause.id) {
                self.add_problem(&path, "this id is used twice");
            }
            if clause.section.is_empty() || clause.quote.is_empty() {
                self.add_problem(&path, "a clause needs its section and a quote");
            }
        }
    }

    fn check_pages(&mut self) {
        let raw = self.raw;
        for (id, page) in &raw.pages {
            self.check_doc_page(&format!("pages.{id}"), page);
        }
        for clause in &raw.clauses {
            if let Some(id) = clause
                .page
                .as_ref()
                .filter(|id| !raw.pages.contains_key(*id))
            {
                let path = format!("clauses.{}", clause.id);
                self.add_problem(&path, format!("there is no page “{id}”"));
            }
        }
    }

    fn check_slugs(&mut self, list: &str, slugs: &[&str]) {
        for (index, slug) in slugs.iter().enumerate() {
            let path = format!("{list}.{slug}");
            let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if slug.is_empty()
                || !slug.chars().all(is_allowed)
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

    fn check_references(&mut self) {
        let raw = self.raw;
        self.check_clause("power_off", &raw.power_off.clause);
        if raw.power_off.after_days == 0 {
            self.add_problem("power_off", "the review comes after 1 day at the earliest");
        }
        if let Some(rule) = &raw.deletion {
            self.check_clause("deletion", &rule.clause);
        }
        if !raw.source_url.starts_with("https://") {
            let message = "the address of the document starts with https://";
            self.add_problem("source_url", message);
        }
        self.check_pages();
        self.check_changes();
        self.check_facts("facts", &raw.facts, false);
        if let Some(guide) = &raw.restore {
            self.check_restore_guide(guide);
        }
        if let Some(page) = &raw.forkable_services {
            self.check_doc_page("forkable_services", page);
        }
        for service in &raw.services {
            self.check_service(service);
        }
    }

    fn check_service(&mut self, service: &RawService) {
        let path = format!("services.{}", service.slug);
        if service.can_be_forked {
            self.check_fork(&path, &service.service_type);
        }
        if let Some(setting) = &service.persistence {
            let path = format!("{path}.persistence");
            self.check_clause(&path, &setting.clause);
            if setting.name.is_empty() || setting.enabled_values().contains(&setting.disabled_value)
            {
                self.add_problem(&path, "a setting has a name and two different values");
            }
        }
        if let Some(delay) = &service.log_delay {
            self.check_clause(&format!("{path}.log_delay"), &delay.clause);
        }
        if let Some(end) = &service.ended {
            let path = format!("{path}.ended");
            self.check_clause(&path, &end.clause);
            self.check_dates(&path, [&end.on]);
            let mut services = self.raw.services.iter();
            if let Some(slug) = &end.successor
                && !services.any(|service| service.slug == *slug)
            {
                self.add_problem(&path, format!("there is no service “{slug}”"));
            }
        }
        for (index, cell) in service.cells.iter().enumerate() {
            let path = format!("{path}.cells.{}", cell.plan);
            if !self.has_plan(&cell.plan) {
                self.add_problem(&path, "there is no such plan");
            }
            let mut earlier = service.cells[..index].iter();
            if earlier.any(|earlier| earlier.plan == cell.plan) {
                self.add_problem(&path, "this plan has a cell already");
            }
            if cell.policy_text.is_empty() {
                self.add_problem(&path, "the document's own words are missing");
            }
        }
        let has_persistence_setting = service.persistence.is_some();
        let facts_path = format!("{path}.facts");
        self.check_facts(&facts_path, &service.facts, has_persistence_setting);
        for tool in &service.tools {
            let path = format!("{path}.tools.{}", tool.name);
            self.check_clause(&path, &tool.clause);
            if !tool.url.starts_with("https://") {
                self.add_problem(&path, "the address of a tool starts with https://");
            }
        }
    }

    /// Checks what the command of a fork needs. Shells read the service type.
    fn check_fork(&mut self, path: &str, service_type: &str) {
        let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if service_type.is_empty() || !service_type.chars().all(is_allowed) {
            self.add_problem(
                path,
                "the service type of a fork has lower-case letters, digits and underscores only",
            );
        }
        if self.raw.restore.is_none() || self.raw.forkable_services.is_none() {
            let message = "“can_be_forked” needs “restore”, which says how, and “forkable_services”, which says so";
            self.add_problem(path, message);
        }
    }

    fn check_restore_guide(&mut self, guide: &RestoreGuide) {
        for (key, steps) in [
            ("pitr_steps", &guide.pitr_steps),
            ("backup_steps", &guide.backup_steps),
        ] {
            if steps.is_empty() || steps.contains(&String::new()) {
                self.add_problem(
                    &format!("restore.{key}"),
                    "there are no steps, or one is empty",
                );
            }
        }
        if guide.command.is_empty() {
            self.add_problem("restore.command", "the command is missing");
        }
        self.check_doc_page("restore.source", &guide.source);
    }

    fn check_doc_page(&mut self, path: &str, page: &DocPage) {
        if page.name.is_empty() || !page.url.starts_with("https://") {
            self.add_problem(
                path,
                "a page has a name, and its address starts with https://",
            );
        }
    }

    fn check_facts(&mut self, path: &str, facts: &[Fact], has_persistence_setting: bool) {
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
                if !self.has_plan(slug) {
                    self.add_problem(&path, format!("there is no plan “{slug}”"));
                }
            }
        }
    }

    fn check_clause(&mut self, path: &str, id: &str) {
        if !self.raw.clauses.iter().any(|clause| clause.id == id) {
            self.add_problem(path, format!("there is no clause “{id}”"));
        }
    }

    fn has_plan(&self, slug: &str) -> bool {
        self.raw.plans.iter().any(|plan| plan.slug == slug)
    }
}
