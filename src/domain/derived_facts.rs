//! Facts that a policy file states as numbers, dates and remarks, as sentences.

use std::rc::Rc;

use super::edition::PolicyDate;
use super::fact::{Clause, Fact, Topic};
use super::raw::{RawPolicy, RawService};
use super::raw_changes::RawRemark;

/// Section of the clauses of what is known after the date of the edition.
const REMARK_SECTION: &str = "after this edition";

/// Returns the fact on how long backups outlive a service that is deleted; `None` if the policy does not say.
pub(super) fn deletion_fact(raw: &RawPolicy) -> Option<Fact> {
    let rule = raw.deletion.as_ref()?;
    let text = format!(
        "Aiven deletes backups {} days after the service is deleted.",
        rule.keep_days
    );
    Some(Fact::new(Topic::Deletion, text, &rule.clause))
}

/// Returns the facts of a service: those that are written, and those on its end, its log, and what is known after the date of the
/// edition.
pub(super) fn service_facts(raw: &RawPolicy, service: &RawService) -> Vec<Fact> {
    let mut facts = service.facts.clone();
    if let Some(end) = end_of_life_fact(raw, service) {
        // It leads the answer, and stands with its clause among the notes.
        facts.push(Fact {
            topic: Topic::Note,
            ..end.clone()
        });
        facts.push(end);
    }
    if let Some(delay) = &service.log_delay {
        let log = service.log_name.as_deref().unwrap_or("log");
        let text = format!(
            "The {log} archive can lag by about {} minutes.",
            delay.minutes
        );
        facts.push(Fact::new(Topic::LogDelay, text, &delay.clause));
    }
    for remark in remarks_on(raw, service) {
        let on = words(&remark.on);
        let text = format!("After this edition, on {on}: {}", remark.text);
        facts.push(Fact::new(Topic::Note, text, &remark.id));
    }
    facts
}

/// Returns the clauses of what is known after the date of the edition. They have no quote: what is said of them is a remark.
pub(super) fn remark_clauses(raw: &RawPolicy) -> impl Iterator<Item = Rc<Clause>> {
    raw.remarks.iter().map(|remark| {
        Rc::new(Clause {
            id: remark.id.clone(),
            section: REMARK_SECTION.to_owned(),
            quote: String::new(),
            page: Some(remark.page.clone()),
        })
    })
}

/// Returns the remarks that concern a service and not all.
fn remarks_on<'a>(
    raw: &'a RawPolicy,
    service: &'a RawService,
) -> impl Iterator<Item = &'a RawRemark> {
    let is_on_service = |remark: &&RawRemark| remark.services.contains(&service.slug);
    raw.remarks.iter().filter(is_on_service)
}

/// Returns the day on which a service ended, as the edition or a remark says; `None` if it did not.
pub(super) fn end_of_life<'a>(raw: &'a RawPolicy, service: &'a RawService) -> Option<&'a str> {
    let end = service.ended.as_ref().map(|end| end.on.as_str());
    end.or_else(|| remarks_on(raw, service).find_map(|remark| remark.ended.as_deref()))
}

/// Returns that a service ended, as the edition or a remark says; `None` if it did not.
fn end_of_life_fact(raw: &RawPolicy, service: &RawService) -> Option<Fact> {
    let name = &service.short_name;
    let Some(end) = &service.ended else {
        let mut remarks = remarks_on(raw, service);
        let (remark, on) = remarks.find_map(|remark| Some((remark, remark.ended.as_ref()?)))?;
        let text = format!("{name} ended on {}.", words(on));
        return Some(Fact::new(Topic::Ended, text, &remark.id));
    };
    let mut text = format!("{name} ended on {}", words(&end.on));
    if let Some(slug) = &end.successor {
        let mut services = raw.services.iter();
        let successor = services.find(|service| service.slug == *slug)?;
        text += &format!(" and became {}", successor.short_name);
    }
    Some(Fact::new(Topic::Ended, text + ".", &end.clause))
}

/// Returns a date in words; what is no date is named by the validation, and stays as it is.
fn words(date: &str) -> String {
    date.parse()
        .map_or_else(|_| date.to_owned(), PolicyDate::to_words)
}
