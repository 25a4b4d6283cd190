//! All editions of the policy, and what each says of the others.

use super::changes::{EditionChanges, changes_between};
use super::derived_facts::end_of_life;
use super::edition::PolicyDate;
use super::ids::{PlanId, ServiceId};
use super::other_edition::{OtherEdition, ServiceNote};
use super::policy::{Plan, Policy};
use super::policy_file::{Problem, parse};
use super::raw::RawPolicy;
use super::raw_changes::ChangeKind;

/// Name of the edition at the root of the site, unless the build names another one.
pub const DEFAULT_EDITION: &str = "2023-01";

/// Path of the page on what changed, below the root of the site.
pub const CHANGES_PATH: &str = "changes/";

/// All editions of the policy, oldest first, and which of them is at the root of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    policies: Vec<Policy>,
    default: usize,
    changes: Vec<EditionChanges>,
}

impl Editions {
    /// Parses and validates the policy files of all editions. `default` is the name of the one at the root; [`DEFAULT_EDITION`] if it
    /// is empty.
    ///
    /// # Errors
    /// The errors in the first file that has one; or that two files are of one edition, or that the default is none of them.
    pub fn from_json<'a>(
        files: impl IntoIterator<Item = &'a str>,
        default: &str,
    ) -> Result<Self, Vec<Problem>> {
        let parsed: Result<Vec<(RawPolicy, Policy)>, _> = files.into_iter().map(parse).collect();
        let mut parsed = parsed?;
        parsed.sort_by_key(|(_, policy)| policy.edition.date());
        let names: Vec<String> = parsed
            .iter()
            .map(|(_, policy)| policy.edition.to_string())
            .collect();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            let message = format!("there are two files of the edition {}", pair[0]);
            return Err(vec![Problem::new("edition", message)]);
        }
        let default = match default {
            "" => DEFAULT_EDITION,
            default => default,
        };
        let Some(default) = names.iter().position(|name| name == default) else {
            let message = format!(
                "there is no edition {default}; there is {}",
                names.join(", ")
            );
            return Err(vec![Problem::new("EDITION", message)]);
        };
        let others: Vec<Vec<OtherEdition>> = (0..parsed.len())
            .map(|own| {
                let others = (0..parsed.len()).filter(|other| *other != own);
                others.map(|other| compare(&parsed, own, other)).collect()
            })
            .collect();
        let problems = parsed.windows(2);
        let problems: Vec<Problem> = problems
            .flat_map(|pair| check_references(&pair[0].1, &pair[1].0))
            .collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let changes = parsed.windows(2);
        let changes = changes.map(|pair| changes_between(&pair[0], &pair[1]));
        let changes = changes.collect();
        let policies = parsed.into_iter().zip(others);
        let policies = policies.map(|((_, policy), other_editions)| Policy {
            other_editions,
            ..policy
        });
        Ok(Self {
            policies: policies.collect(),
            default,
            changes,
        })
    }

    /// Returns what changed from each edition to the next one, oldest first; empty if there is only one.
    pub fn changes(&self) -> &[EditionChanges] {
        &self.changes
    }

    /// Returns the edition at the root of the site.
    pub fn at_root(&self) -> Policy {
        self.linked(self.default, |folder| folder.to_owned())
    }

    /// Returns every edition as it stands in a folder of its own, oldest first.
    pub fn in_folders(&self) -> Vec<Policy> {
        let root = self.folder(self.default);
        let linked = |index| {
            self.linked(index, |folder| match folder == root {
                true => "../".to_owned(),
                false => format!("../{folder}"),
            })
        };
        (0..self.policies.len()).map(linked).collect()
    }

    /// Returns the folder of an edition below the root of the site, with a slash at its end.
    fn folder(&self, index: usize) -> String {
        format!("{}/", self.policies[index].edition)
    }

    /// Returns an edition whose links to the folders of the others are changed.
    fn linked(&self, index: usize, link: impl Fn(&str) -> String) -> Policy {
        let mut policy = self.policies[index].clone();
        for other in &mut policy.other_editions {
            other.path = link(&other.path);
            other.changes_path = link(CHANGES_PATH);
        }
        policy
    }
}

/// Returns the references of a policy file to the edition before that lead nowhere.
fn check_references(before: &Policy, raw: &RawPolicy) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, change) in raw.changes.iter().enumerate() {
        if let Some(id) = change
            .before
            .as_ref()
            .filter(|id| before.clause(id).is_none())
        {
            let message = format!("there is no clause “{id}” in the edition before");
            problems.push(Problem::new(format!("changes.{index}.before"), message));
        }
    }
    for gone in &raw.gone_services {
        if before.find_service(&gone.slug).is_none() {
            let path = format!("gone_services.{}", gone.slug);
            problems.push(Problem::new(path, "the edition before has no such service"));
        }
    }
    problems
}

/// Returns what the edition at the index `other` says of the services of the one at `own`.
fn compare(parsed: &[(RawPolicy, Policy)], own: usize, other: usize) -> OtherEdition {
    let ((_, policy), (_, compared)) = (&parsed[own], &parsed[other]);
    let comparison = Comparison {
        policy,
        compared,
        // An edition lists what has changed since the one before.
        changes: &parsed[own.min(other) + 1..=own.max(other)],
        is_later: other > own,
    };
    let services = policy.services().map(|(id, _)| comparison.note(id));
    OtherEdition {
        path: format!("{}/", compared.edition),
        name: compared.edition.date().to_words(),
        changes_path: CHANGES_PATH.to_owned(),
        services: services.collect(),
        missing_plans: policy
            .plans()
            .filter(|(_, plan)| compared.find_plan(&plan.slug).is_none())
            .map(|(id, _)| id)
            .collect(),
    }
}

/// Two editions.
struct Comparison<'a> {
    policy: &'a Policy,
    compared: &'a Policy,
    /// The editions with the changes between both.
    changes: &'a [(RawPolicy, Policy)],
    is_later: bool,
}

impl Comparison<'_> {
    fn note(&self, service: ServiceId) -> ServiceNote {
        let slug = &self.policy.service(service).slug;
        let Some(other) = self.compared.find_service(slug) else {
            return ServiceNote {
                text: self.absence(slug),
                is_covered: false,
            };
        };
        let table = match self.count_changed_cells(service, other) {
            0 => "same table".to_owned(),
            1 => "1 plan differs".to_owned(),
            count => format!("{count} plans differ"),
        };
        let text = match (self.end(slug), self.count_changes(slug)) {
            (Some(end), _) => end,
            (None, 0) => table,
            (None, 1) => format!("{table}, 1 rule differs"),
            (None, count) => format!("{table}, {count} rules differ"),
        };
        ServiceNote {
            text,
            is_covered: true,
        }
    }

    /// Returns the number of plans on which the table says something else of a service.
    fn count_changed_cells(&self, service: ServiceId, other: ServiceId) -> usize {
        let is_changed = |(id, plan): &(PlanId, &Plan)| {
            let Some(other_plan) = self.compared.find_plan(&plan.slug) else {
                return self.policy.cell(service, *id).cell.is_offered();
            };
            let own = &self.policy.cell(service, *id).policy_text;
            *own != self.compared.cell(other, other_plan).policy_text
        };
        self.policy.plans().filter(is_changed).count()
    }

    /// Returns when a service ended that only the table still has, if the other edition is later; `None` if it did not.
    fn end(&self, slug: &str) -> Option<String> {
        let (raw, _) = self.changes.last().filter(|_| self.is_later)?;
        let service = raw.services.iter().find(|service| service.slug == slug)?;
        let on: PolicyDate = end_of_life(raw, service)?.parse().ok()?;
        Some(format!("ended {}", on.to_words()))
    }

    /// Returns since when a service is not in the other edition.
    fn absence(&self, slug: &str) -> String {
        let gone = self.changes.iter().flat_map(|(raw, _)| &raw.gone_services);
        let gone = gone
            .filter(|_| self.is_later)
            .find(|gone| gone.slug == slug);
        let ended = gone.and_then(|gone| gone.ended.as_deref()?.parse::<PolicyDate>().ok());
        match ended {
            Some(date) => format!("ended {}", date.to_words()),
            None => "not listed".to_owned(),
        }
    }

    /// Returns the number of changed rules that concern a service.
    fn count_changes(&self, slug: &str) -> usize {
        let changes = self.changes.iter().flat_map(|(raw, _)| &raw.changes);
        changes
            .filter(|change| matches!(change.kind, ChangeKind::Rule | ChangeKind::Tool))
            .filter(|change| {
                change.services.is_empty() || change.services.iter().any(|s| s == slug)
            })
            .count()
    }
}
