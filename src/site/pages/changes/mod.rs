//! The pages on what changed between the editions: one on all of it, and one for each service.

mod view;

use std::rc::Rc;

use crate::domain::Policy;
use crate::domain::changes::{Change, EditionChanges};
use crate::domain::edition::Edition;
use crate::domain::editions::CHANGES_PATH;
use crate::domain::text::pluralize;
use crate::report::format::join_list;

/// A service of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceName {
    /// Its name in addresses.
    pub slug: String,
    /// Its short name in the latest edition that has it.
    pub name: String,
    /// The editions that have it, oldest first: changes for all services are for it, too, where both editions have it.
    pub editions: Vec<Edition>,
}

/// Content of a page on what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesPage {
    /// Title of the page, without the name of the site.
    pub title: String,
    /// What did not change, in a few sentences.
    pub lead: String,
    /// The service that it is about; `None` for all of them.
    pub service: Option<ServiceName>,
    /// All services.
    pub services: Vec<ServiceName>,
    /// The sections, newest first.
    pub sections: Vec<ChangesSection>,
}

/// The changes from one edition to the next, or after the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesSection {
    /// Heading.
    pub heading: String,
    /// What to know of all of them; `None` if there is nothing.
    pub note: Option<&'static str>,
    /// Names of the earlier and the later edition.
    pub editions: [String; 2],
    /// The changes, newest first; never empty.
    pub changes: Vec<Change>,
}

/// Returns every service of the editions once, by its name in the latest one, in the order of the earliest. The editions are oldest first.
pub fn services(policies: &[Rc<Policy>]) -> Vec<ServiceName> {
    let mut services: Vec<ServiceName> = Vec::new();
    for policy in policies {
        for (_, service) in policy.services() {
            let (name, edition) = (service.short_name.clone(), policy.edition);
            let mut known = services.iter_mut();
            match known.find(|known| known.slug == service.slug) {
                Some(known) => {
                    known.name = name;
                    known.editions.push(edition);
                }
                None => services.push(ServiceName {
                    slug: service.slug.clone(),
                    name,
                    editions: vec![edition],
                }),
            }
        }
    }
    services
}

impl ChangesPage {
    /// Builds the page on all changes, or on those that concern a service. `changes` are oldest first; there must be some.
    pub fn new(
        changes: &[EditionChanges],
        services: &[ServiceName],
        service: Option<&ServiceName>,
    ) -> Self {
        // `editions` are those that must have a service for which a change for all services counts.
        let newest_first = |changes: &[Change], editions: &[Edition]| -> Vec<Change> {
            let is_shown = |change: &&Change| {
                service.is_none_or(|service| match change.services.is_empty() {
                    true => editions
                        .iter()
                        .all(|edition| service.editions.contains(edition)),
                    false => change.services.contains(&service.slug),
                })
            };
            changes.iter().rev().filter(is_shown).cloned().collect()
        };
        let mut sections = Vec::new();
        if let Some(last) = changes.last() {
            let name = last.after.date().to_words();
            sections.push(ChangesSection {
                heading: format!("After {name}"),
                note: Some("In no edition: what the documentation said later."),
                editions: [name, String::new()],
                changes: newest_first(&last.remarks, &[last.after]),
            });
        }
        sections.extend(changes.iter().rev().map(|compared| {
            let names = [compared.before, compared.after];
            let editions = names.map(|edition: Edition| edition.date().to_words());
            ChangesSection {
                heading: format!("From {} to {}", editions[0], editions[1]),
                note: None,
                editions,
                changes: newest_first(&compared.changes, &[compared.before, compared.after]),
            }
        }));
        sections.retain(|section| !section.changes.is_empty());
        Self {
            title: match service {
                Some(service) => format!("What changed for {}", service.name),
                None => "What changed in the policy".to_owned(),
            },
            lead: lead(changes, service),
            service: service.cloned(),
            services: services.to_vec(),
            sections,
        }
    }

    /// Returns the path of the page, below the root of the site.
    pub fn path(&self) -> String {
        match &self.service {
            Some(service) => format!("{CHANGES_PATH}{}/", service.slug),
            None => CHANGES_PATH.to_owned(),
        }
    }
}

/// Returns how many cells of the table the latest change of edition has changed, in sentences.
fn lead(changes: &[EditionChanges], service: Option<&ServiceName>) -> String {
    let Some(last) = changes.last() else {
        return String::new();
    };
    let [before, after] = [last.before, last.after].map(|edition| edition.date().to_words());
    let is_shown = |slug: &str| service.is_none_or(|service| service.slug == slug);
    let kept = last.kept_services.iter();
    let kept: Vec<_> = kept.filter(|kept| is_shown(&kept.slug)).collect();
    let cells = kept.iter().map(|kept| kept.cells).sum::<usize>() as u32;
    let changed = kept.iter().map(|kept| kept.changed_cells).sum::<usize>() as u32;
    let subject = match service {
        Some(service) if kept.is_empty() => {
            let editions: Vec<String> = service
                .editions
                .iter()
                .map(|edition| edition.date().to_words())
                .collect();
            return format!(
                "{} is in the policy of {} only. Compared: {before} and {after}.",
                service.name,
                join_list(&editions)
            );
        }
        Some(service) => format!("of {}", service.name),
        None => format!("of the {} services in both editions", kept.len()),
    };
    let rest = format!("Compared: the policy of {before} and of {after}.");
    match changed {
        0 => format!(
            "No retention figure changed: all {cells} cells {subject} read the same. {rest}"
        ),
        _ => format!(
            "{} {subject} changed, of {cells}. {rest}",
            pluralize(changed, "cell")
        ),
    }
}
