//! What changed from one edition of the policy to the next, and what is known after the last one.

use std::rc::Rc;

use super::edition::{Edition, PolicyDate};
use super::fact::Clause;
use super::policy::Policy;
use super::raw::RawPolicy;
use super::raw_changes::ChangeKind;
use super::restore_guide::DocPage;

/// What changed from one edition to the next, and what is known after the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionChanges {
    /// The earlier edition.
    pub before: Edition,
    /// The later edition.
    pub after: Edition,
    /// The services that both editions have.
    pub kept_services: Vec<KeptService>,
    /// The changes, oldest first.
    pub changes: Vec<Change>,
    /// What is known after the later edition, oldest first: no part of it.
    pub remarks: Vec<Change>,
}

/// A service that two editions have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptService {
    /// Its name in addresses.
    pub slug: String,
    /// Number of its cells on plans that both editions have.
    pub cells: usize,
    /// Number of those that the later edition has in other words.
    pub changed_cells: usize,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When it came.
    pub date: PolicyDate,
    /// What it concerns.
    pub kind: ChangeKind,
    /// What changed, in one or two sentences.
    pub text: String,
    /// The services that it concerns, by slug; empty if it concerns all.
    pub services: Vec<String>,
    /// What the earlier edition says of it; `None` if it says nothing.
    pub before: Option<Rc<Clause>>,
    /// What the later edition says of it; `None` if it says nothing.
    pub after: Option<Rc<Clause>>,
    /// Page of the documentation that says so; `None` if a clause or the table does.
    pub page: Option<DocPage>,
}

/// Returns what changed from an edition to the one after it. Both are as written and as parsed.
pub(super) fn changes_between(
    (_, before): &(RawPolicy, Policy),
    (raw, after): &(RawPolicy, Policy),
) -> EditionChanges {
    let mut changes = listed_changes(raw, before, after);
    changes.extend(gone_services(raw, before));
    let ended = ended_services(raw, after).into_iter();
    // The table of a later edition may still have a service that ended before the one in between.
    changes.extend(ended.filter(|change| change.date > before.edition.date()));
    changes.sort_by_key(|change| change.date);
    let mut remarks = remarks(raw);
    remarks.sort_by_key(|remark| remark.date);
    EditionChanges {
        before: before.edition,
        after: after.edition,
        kept_services: kept_services(before, after),
        changes,
        remarks,
    }
}

/// Returns the services that both editions have, in the order of the earlier one.
fn kept_services(before: &Policy, after: &Policy) -> Vec<KeptService> {
    let kept = before.services().filter_map(|(id, service)| {
        let later_id = after.find_service(&service.slug)?;
        let mut kept = KeptService {
            slug: service.slug.clone(),
            cells: 0,
            changed_cells: 0,
        };
        for (plan_id, plan) in before.plans() {
            if let Some(later_plan) = after.find_plan(&plan.slug) {
                let (cell, later) = (before.cell(id, plan_id), after.cell(later_id, later_plan));
                kept.cells += 1;
                kept.changed_cells += usize::from(cell.policy_text != later.policy_text);
            }
        }
        Some(kept)
    });
    kept.collect()
}

/// Returns the changes that a policy file lists.
fn listed_changes(raw: &RawPolicy, before: &Policy, after: &Policy) -> Vec<Change> {
    // A clause of the document gets its page, which the changes of two editions cannot do without.
    let clause = |policy: &Policy, id: &Option<String>| {
        let clause = policy.clause(id.as_deref()?)?;
        let page = clause.page.clone().or(Some(policy.document.clone()));
        Some(Rc::new(Clause {
            page,
            ..(*clause).clone()
        }))
    };
    let changes = raw.changes.iter().filter_map(|change| {
        Some(Change {
            date: change.since.parse().ok()?,
            kind: change.kind,
            text: change.text.clone(),
            services: change.services.clone(),
            before: clause(before, &change.before),
            after: clause(after, &change.after),
            page: None,
        })
    });
    changes.collect()
}

/// Returns when services left the table, and when they ended.
fn gone_services(raw: &RawPolicy, before: &Policy) -> Vec<Change> {
    let mut changes = Vec::new();
    for gone in &raw.gone_services {
        let Some(service) = before.find_service(&gone.slug) else {
            continue;
        };
        let name = &before.service(service).short_name;
        let mut add = |date: Option<PolicyDate>, text: String, page: Option<DocPage>| {
            changes.extend(date.map(|date| service_change(date, text, &gone.slug, page)));
        };
        let left = gone.left_table.parse().ok();
        add(left, format!("{name} left the table."), None);
        let ended = gone.ended.as_ref().and_then(|date| date.parse().ok());
        add(ended, format!("{name} ended."), gone.page.clone());
    }
    changes
}

/// Returns when services ended that the table still has.
fn ended_services(raw: &RawPolicy, after: &Policy) -> Vec<Change> {
    let ended = raw.services.iter().filter_map(|service| {
        let end = service.ended.as_ref()?;
        let successor = end.successor.as_ref();
        let successor = successor.and_then(|slug| after.find_service(slug));
        let name = &service.short_name;
        let text = match successor.map(|id| &after.service(id).short_name) {
            Some(successor) => format!("{name} ended and became {successor}."),
            None => format!("{name} ended."),
        };
        Some(Change {
            after: after.clause(&end.clause),
            ..service_change(end.on.parse().ok()?, text, &service.slug, None)
        })
    });
    ended.collect()
}

fn service_change(date: PolicyDate, text: String, slug: &str, page: Option<DocPage>) -> Change {
    Change {
        date,
        kind: ChangeKind::Service,
        text,
        services: vec![slug.to_owned()],
        before: None,
        after: None,
        page,
    }
}

/// Returns what is known after an edition.
fn remarks(raw: &RawPolicy) -> Vec<Change> {
    let remarks = raw.remarks.iter().filter_map(|remark| {
        Some(Change {
            date: remark.on.parse().ok()?,
            kind: ChangeKind::Remark,
            text: remark.text.clone(),
            services: remark.services.clone(),
            before: None,
            after: None,
            page: Some(remark.page.clone()),
        })
    });
    remarks.collect()
}
