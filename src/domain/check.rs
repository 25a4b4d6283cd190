//! The check of what a policy file names: slugs, clauses, plans. The build runs it; see [`super::matrix::parse`].

use std::fmt;

use super::policy::Fact;
use super::raw::RawPolicy;

/// Names that pages and folders of the site itself use.
const RESERVED: [&str; 5] = ["api", "policy", "stack", "assets", "embed"];

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

/// A policy file as written, and what was found wrong with it so far.
pub(super) struct Check<'a> {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// The file.
    pub raw: &'a RawPolicy,
}

impl Check<'_> {
    /// Notes one more thing that is wrong.
    pub fn wrong(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.problems.push(Problem {
            place: place.into(),
            text: text.into(),
        });
    }

    /// Names must be there, be fit for addresses, and be named once.
    pub fn names(&mut self) {
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
    pub fn references(&mut self) {
        let raw = self.raw;
        self.clause("power_off", &raw.power_off.clause);
        if raw.power_off.review_after_days == 0 {
            self.wrong("power_off", "the review comes after 1 day at the earliest");
        }
        self.facts("facts", &raw.facts, false);
        for service in &raw.services {
            let place = format!("services.{}", service.slug);
            if let Some(switch) = &service.persistence {
                let place = format!("{place}.persistence");
                self.clause(&place, &switch.clause);
                if switch.setting.is_empty() || switch.on == switch.off {
                    self.wrong(&place, "a setting has a name and two different values");
                }
            }
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
            let switched = service.persistence.is_some();
            self.facts(&format!("{place}.facts"), &service.facts, switched);
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

    /// Facts of a service whose backups depend on a setting, or do not.
    fn facts(&mut self, place: &str, facts: &[Fact], switched: bool) {
        let raw = self.raw;
        for (index, fact) in facts.iter().enumerate() {
            let place = format!("{place}.{index}");
            self.clause(&place, &fact.clause);
            if fact.persistence.is_some() && !switched {
                self.wrong(&place, "there is no setting “persistence” to depend on");
            }
            if fact.plans.as_ref().is_some_and(Vec::is_empty) {
                self.wrong(&place, "it holds for no plan; leave “plans” out for all");
            }
            for slug in fact.plans.iter().flatten() {
                if !raw.plans.iter().any(|plan| plan.slug == *slug) {
                    self.wrong(&place, format!("there is no plan “{slug}”"));
                }
            }
        }
    }
}
