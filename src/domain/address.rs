//! Between addresses and [`Selection`]s. Addresses are parsed here and nowhere else.

use super::look::Embed;
use super::policy::Policy;
use super::query::{self, Taken};
use super::selection::{Missing, Page, Selection, ServiceId};
use super::whatif::WhatIf;

/// Something in an address that was ignored; the rest still works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// A query parameter that no edition of the calculator knew.
    UnknownParameter(String),
    /// A parameter whose value is no such thing.
    Damaged {
        /// The parameter.
        name: String,
        /// Its value.
        value: String,
        /// What a value looks like.
        example: &'static str,
    },
    /// A parameter that stands in the address before with another value, which holds.
    Repeated(String),
}

/// Reads the part of an address below the site's root, without a leading slash, and its query without the `?`.
///
/// Any text is an address: what names no page becomes [`Page::Missing`], what is damaged is listed as ignored.
pub fn decode(policy: &Policy, path: &str, query: &str) -> (Selection, Vec<Ignored>) {
    let folder = path.strip_suffix("index.html");
    let path = folder
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .unwrap_or(path);
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let page = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Page::Index,
        (Some(STACK), None, None) => Page::Stack,
        (Some(service), plan, None) => {
            decode_pair(policy, &unescape(service), plan.map(unescape).as_deref())
        }
        _ => Page::Missing(Missing::Elsewhere),
    };
    let (case, ignored) = decode_query(policy, query);
    let mut selection = Selection { page, case };
    let look = &mut selection.case.look;
    // Where no row is chosen there is none to show alone, on this page and on those it leads to.
    if look.embed == Embed::Row && selection.page.service().is_none() {
        look.embed = Embed::Table;
    }
    (selection, ignored)
}

/// The name of the page of several services in addresses; no service may have it.
pub const STACK: &str = "stack";

fn decode_query(policy: &Policy, query: &str) -> (WhatIf, Vec<Ignored>) {
    let (mut case, mut ignored) = (WhatIf::default(), Vec::new());
    let mut read: Vec<(String, String)> = Vec::new();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let [name, value] = [name, value].map(|text| unescape(&text.replace('+', " ")));
        let stray = match read.iter().find(|(known, _)| *known == name) {
            _ if name.is_empty() => continue,
            Some((_, known)) if *known == value => continue,
            Some(_) => Ignored::Repeated(name),
            None => match query::read(policy, &mut case, &name, &value) {
                Taken::Yes => {
                    read.push((name, value));
                    continue;
                }
                Taken::Unknown => Ignored::UnknownParameter(name),
                Taken::Damaged(example) => Ignored::Damaged {
                    name,
                    value,
                    example,
                },
            },
        };
        if !ignored.contains(&stray) {
            ignored.push(stray);
        }
    }
    (case, ignored)
}

/// The text that an address writes with `%` and two digits a byte; what is no such text stays as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let digits = tail.get(..2).filter(|_| *first == b'%');
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let byte = digits
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn decode_pair(policy: &Policy, asked: &str, plan: Option<&str>) -> Page {
    let Some((service, _)) = policy.services().find(|(_, service)| service.slug == asked) else {
        return Page::Missing(Missing::Service {
            asked: asked.to_owned(),
            like: alike(policy, asked),
        });
    };
    let Some(asked) = plan else {
        return Page::Service(service);
    };
    match policy.plans().find(|(_, plan)| plan.slug == asked) {
        Some((plan, _)) => Page::Answer(service, plan),
        None => Page::Missing(Missing::Plan {
            service,
            asked: asked.to_owned(),
        }),
    }
}

/// The service somebody may have meant: `pg`, `Postgres` and `apache-kafka` are names in use.
fn alike(policy: &Policy, asked: &str) -> Option<ServiceId> {
    let asked = asked.to_ascii_lowercase();
    let resembles = |slug: &str, service_type: &str| {
        asked == service_type
            || asked == slug
            || (asked.len() >= 3
                && (slug.starts_with(&asked) || asked.split('-').any(|part| part == slug)))
    };
    policy
        .services()
        .find(|(_, service)| resembles(&service.slug, &service.service_type))
        .map(|(id, _)| id)
}

/// The address of a page below the site's root: empty, or with a trailing slash.
pub fn encode(policy: &Policy, page: &Page) -> String {
    match page {
        Page::Index | Page::Missing(_) => String::new(),
        Page::Stack => format!("{STACK}/"),
        Page::Service(service) => format!("{}/", policy.service(*service).slug),
        Page::Answer(service, plan) => {
            format!(
                "{}/{}/",
                policy.service(*service).slug,
                policy.plan(*plan).slug
            )
        }
    }
}

/// The address of a page with a case.
pub fn encode_with(policy: &Policy, page: &Page, case: &WhatIf) -> String {
    match query::write(policy, case) {
        query if query.is_empty() => encode(policy, page),
        query => format!("{}?{query}", encode(policy, page)),
    }
}
