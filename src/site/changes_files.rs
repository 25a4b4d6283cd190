//! What changed between the editions, for programs and texts: JSON, CSV, Markdown, and a feed.

use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::domain::Clause;
use crate::domain::changes::{Change, EditionChanges};
use crate::domain::restore_guide::DocPage;
use crate::domain::text::escape_xml;
use crate::export::csv::write_row;
use crate::site::pages::changes::ServiceName;

/// Names of the columns of the CSV.
const COLUMNS: [&str; 9] = [
    "date",
    "kind",
    "services",
    "text",
    "edition_before",
    "before",
    "edition",
    "after",
    "page",
];

/// A change, as published in `api/v1/changes.json`.
#[derive(Serialize)]
pub struct ChangeJson<'a> {
    /// When it came, as YYYY-MM-DD.
    date: String,
    /// What it concerns: `service`, `plan`, `rule`, `tool`, or `remark` for what is in no edition.
    kind: &'static str,
    /// What changed, in one or two sentences.
    text: &'a str,
    /// The services that it concerns, by slug; empty for all.
    services: &'a [String],
    /// The edition before.
    edition_before: String,
    /// What it says of it, or null.
    before: Option<QuoteJson<'a>>,
    /// The edition that has the change; null for a remark, which is in none.
    edition: Option<String>,
    /// What that edition says of it, or null.
    after: Option<QuoteJson<'a>>,
    /// The page of the documentation that says so, or null.
    page: Option<&'a DocPage>,
}

/// A clause with its page.
#[derive(Serialize)]
pub struct QuoteJson<'a> {
    id: &'a str,
    section: &'a str,
    quote: &'a str,
    /// The page that it is on.
    page: Option<&'a DocPage>,
}

impl<'a> From<&'a Clause> for QuoteJson<'a> {
    fn from(clause: &'a Clause) -> Self {
        Self {
            id: &clause.id,
            section: &clause.section,
            quote: &clause.quote,
            page: clause.page.as_ref(),
        }
    }
}

/// Returns all changes, oldest first, and after them what is known after the last edition.
pub fn json(changes: &[EditionChanges]) -> Vec<ChangeJson<'_>> {
    let mut all = Vec::new();
    for compared in changes {
        let before = compared.before.to_string();
        let after = compared.after.to_string();
        all.extend(
            compared
                .changes
                .iter()
                .map(|change| change_json(change, &before, Some(&after))),
        );
    }
    if let Some(last) = changes.last() {
        let before = last.after.to_string();
        all.extend(
            last.remarks
                .iter()
                .map(|remark| change_json(remark, &before, None)),
        );
    }
    all
}

fn change_json<'a>(change: &'a Change, before: &str, after: Option<&String>) -> ChangeJson<'a> {
    ChangeJson {
        date: change.date.to_string(),
        kind: change.kind.as_str(),
        text: &change.text,
        services: &change.services,
        edition_before: before.to_owned(),
        before: change.before.as_deref().map(QuoteJson::from),
        edition: after.cloned(),
        after: change.after.as_deref().map(QuoteJson::from),
        page: change.page.as_ref(),
    }
}

/// Returns the same as a table with a head. Services are separated by blanks.
pub fn csv(changes: &[EditionChanges]) -> String {
    let mut table = write_row(&COLUMNS);
    let quote = |quote: &Option<QuoteJson>| {
        quote
            .as_ref()
            .map_or(String::new(), |quote| quote.quote.to_owned())
    };
    for change in json(changes) {
        table += &write_row(&[
            change.date.clone(),
            change.kind.to_owned(),
            change.services.join(" "),
            change.text.to_owned(),
            change.edition_before.clone(),
            quote(&change.before),
            change.edition.clone().unwrap_or_default(),
            quote(&change.after),
            change.page.map_or(String::new(), |page| page.url.clone()),
        ]);
    }
    table
}

/// Returns the same as Markdown, with the words of both editions below each change.
pub fn markdown(changes: &[EditionChanges]) -> String {
    let mut text = String::from("# What changed in Aiven’s backup policy\n");
    let mut heading = String::new();
    for change in json(changes) {
        let new_heading = match &change.edition {
            Some(edition) => format!("From {} to {edition}", change.edition_before),
            None => format!("After {}, in no edition", change.edition_before),
        };
        if new_heading != heading {
            text += &format!("\n## {new_heading}\n\n");
            heading = new_heading;
        }
        let services = match change.services {
            [] => "all services".to_owned(),
            services => services.join(", "),
        };
        text += &format!(
            "- {} ({services}): {}\n",
            change.date,
            change.text.replace('_', "\\_")
        );
        if let Some(page) = change.page {
            text += &format!("  - [{}]({})\n", page.name, page.url);
        }
        let after = change.edition.clone().unwrap_or_default();
        for (name, quote) in [
            (&change.edition_before, &change.before),
            (&after, &change.after),
        ] {
            if let Some(quote) = quote {
                text += &format!("  - {name}: “{}”\n", quote.quote.replace('_', "\\_"));
            }
        }
    }
    text
}

/// Returns the same as an Atom feed, newest first. `url` is the URL of the page on all changes; empty if it is unknown.
pub fn atom(changes: &[EditionChanges], services: &[ServiceName], url: &str) -> String {
    let mut entries = String::new();
    let mut all = json(changes);
    all.reverse();
    let Some(updated) = all.first().map(|change| feed_time(&change.date)) else {
        return String::new();
    };
    let page = if url.is_empty() {
        "../../changes/"
    } else {
        url
    };
    for change in &all {
        let services = services.iter();
        let services: Vec<&ServiceName> = services
            .filter(|service| change.services.contains(&service.slug))
            .collect();
        let names: Vec<&str> = services.iter().map(|service| &*service.name).collect();
        let title = match names.is_empty() {
            true => change.text.to_owned(),
            false => format!("{}: {}", names.join(", "), change.text),
        };
        let link = match services.as_slice() {
            [service] => format!("{page}{}/", service.slug),
            _ => page.to_owned(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            entries,
            "<entry><id>urn:backup-calculator:change:{}:{}</id><title>{}</title><updated>{}</updated><category term=\"{}\"/>\
             <link href=\"{}\"/></entry>",
            change.date,
            short_hash(change.text),
            escape_xml(&title),
            feed_time(&change.date),
            change.kind,
            escape_xml(&link),
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <id>urn:backup-calculator:changes</id><title>What changed in Aiven’s backup policy</title><updated>{updated}</updated>\n\
         <author><name>Backup calculator</name></author><link href=\"{}\"/>\n{entries}</feed>\n",
        escape_xml(page)
    )
}

/// Returns the beginning of the hash of a text: two changes of one day are told apart, and keep their names when others are added.
fn short_hash(text: &str) -> String {
    let hash = Sha256::digest(text);
    hash[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the time of a day in a feed.
fn feed_time(date: &str) -> String {
    format!("{date}T00:00:00Z")
}
