//! Between addresses and [`Selection`]s. Addresses are parsed here and nowhere else.

use super::display::EmbedMode;
use super::ids::ServiceId;
use super::policy::Policy;
use super::query::{self, ParameterResult};
use super::scenario::Scenario;
use super::selection::{NotFound, Page, Selection};

/// Something in an address that was ignored; the rest still works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlWarning {
    /// A query parameter that no edition of the calculator knew.
    UnknownParameter(String),
    /// A parameter whose value is no such thing.
    InvalidValue {
        /// The parameter.
        name: String,
        /// Its value.
        value: String,
        /// What a value looks like.
        example: &'static str,
    },
    /// A parameter that stands in the address before with another value, which holds.
    DuplicateParameter(String),
}

/// Reads the part of an address below the site's root, without a leading slash, and its query without the `?`.
///
/// Any text is an address: what names no page becomes [`Page::Missing`], what is damaged is listed as ignored.
pub fn decode(policy: &Policy, path: &str, query: &str) -> (Selection, Vec<UrlWarning>) {
    let folder = path.strip_suffix("index.html");
    let path = folder
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .unwrap_or(path);
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let page = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Page::Index,
        (Some(STACK_PATH), None, None) => Page::Stack,
        (Some(service), plan, None) => decode_service_path(
            policy,
            &percent_decode(service),
            plan.map(percent_decode).as_deref(),
        ),
        _ => Page::NotFound(NotFound::Path),
    };
    let (scenario, warnings) = decode_query(policy, query);
    let mut selection = Selection { page, scenario };
    let display = &mut selection.scenario.display;
    // Where no row is chosen there is none to show alone, on this page and on those it leads to.
    if display.embed == EmbedMode::ServiceRow && selection.page.service().is_none() {
        display.embed = EmbedMode::FullMatrix;
    }
    (selection, warnings)
}

/// The name of the page of several services in addresses; no service may have it.
pub const STACK_PATH: &str = "stack";

fn decode_query(policy: &Policy, query: &str) -> (Scenario, Vec<UrlWarning>) {
    let (mut scenario, mut warnings) = (Scenario::default(), Vec::new());
    let mut read: Vec<(String, String)> = Vec::new();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let [name, value] = [name, value].map(|text| percent_decode(&text.replace('+', " ")));
        let warning = match read.iter().find(|(known, _)| *known == name) {
            _ if name.is_empty() => continue,
            Some((_, known)) if *known == value => continue,
            Some(_) => UrlWarning::DuplicateParameter(name),
            None => match query::apply_parameter(policy, &mut scenario, &name, &value) {
                ParameterResult::Applied => {
                    read.push((name, value));
                    continue;
                }
                ParameterResult::Unknown => UrlWarning::UnknownParameter(name),
                ParameterResult::Invalid(example) => UrlWarning::InvalidValue {
                    name,
                    value,
                    example,
                },
            },
        };
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
    (scenario, warnings)
}

/// The text that an address writes with `%` and two digits a byte; what is no such text stays as it is.
fn percent_decode(text: &str) -> String {
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

fn decode_service_path(policy: &Policy, requested: &str, plan: Option<&str>) -> Page {
    let Some((service, _)) = policy
        .services()
        .find(|(_, service)| service.slug == requested)
    else {
        return Page::NotFound(NotFound::Service {
            requested: requested.to_owned(),
            suggestion: suggest_service(policy, requested),
        });
    };
    let Some(requested) = plan else {
        return Page::Service(service);
    };
    match policy.plans().find(|(_, plan)| plan.slug == requested) {
        Some((plan, _)) => Page::Answer(service, plan),
        None => Page::NotFound(NotFound::Plan {
            service,
            requested: requested.to_owned(),
        }),
    }
}

/// The service somebody may have meant: `pg`, `Postgres` and `apache-kafka` are names in use.
fn suggest_service(policy: &Policy, requested: &str) -> Option<ServiceId> {
    let requested = requested.to_ascii_lowercase();
    let resembles = |slug: &str, service_type: &str| {
        requested == service_type
            || requested == slug
            || (requested.len() >= 3
                && (slug.starts_with(&requested) || requested.split('-').any(|part| part == slug)))
    };
    policy
        .services()
        .find(|(_, service)| resembles(&service.slug, &service.service_type))
        .map(|(id, _)| id)
}

/// The address of a page below the site's root: empty, or with a trailing slash.
pub fn encode(policy: &Policy, page: &Page) -> String {
    match page {
        Page::Index | Page::NotFound(_) => String::new(),
        Page::Stack => format!("{STACK_PATH}/"),
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
pub fn encode_with_query(policy: &Policy, page: &Page, scenario: &Scenario) -> String {
    match query::to_query_string(policy, scenario) {
        query if query.is_empty() => encode(policy, page),
        query => format!("{}?{query}", encode(policy, page)),
    }
}
