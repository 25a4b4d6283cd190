//! Conversion between URLs and [`Selection`]s. This is the only parser of URLs.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::display::EmbedMode;
use super::ids::ServiceId;
use super::policy::Policy;
use super::query::{self, ParameterResult};
use super::scenario::Scenario;
use super::selection::{NotFound, Page, Selection};
use super::text::is_filler;

/// A part of a URL that was ignored, while the other parts take effect; or that was read otherwise than written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlWarning {
    /// The path has other names of the service or the plan, such as `pg/business-4/`.
    OtherPath {
        /// The path.
        requested: String,
        /// The path of the page.
        canonical: String,
    },
    /// There is no query parameter of this name, but one like it. Names that resemble none, such as those of trackers, are ignored
    /// without a warning.
    UnknownParameter(String),
    /// The value of a parameter is invalid.
    InvalidValue {
        /// Name of the parameter.
        name: String,
        /// Invalid value, or the invalid part of it.
        value: String,
        /// Valid value.
        example: &'static str,
    },
    /// The parameter of this name occurs before with another value, which takes effect.
    DuplicateParameter(String),
}

/// Parses the path of a URL below the site's root, without a leading slash, and its query, without `?`.
///
/// Every text is accepted: an unknown path becomes [`Page::NotFound`], and ignored parameters are listed as warnings.
pub fn decode(policy: &Policy, path: &str, query: &str) -> (Selection, Vec<UrlWarning>) {
    let folder = path.strip_suffix("index.html");
    let path = folder
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .unwrap_or(path);
    let mut parts = path_parts(path);
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
    let (scenario, mut warnings) = decode_query(policy, query);
    let canonical = encode(policy, &page);
    let is_canonical = path_parts(&path.to_ascii_lowercase()).eq(path_parts(&canonical));
    if !canonical.is_empty() && !is_canonical {
        warnings.push(UrlWarning::OtherPath {
            requested: path.to_owned(),
            canonical,
        });
    }
    let mut selection = Selection { page, scenario };
    let display = &mut selection.scenario.display;
    // A page without a service has no row to show alone.
    if display.embed == EmbedMode::ServiceRow && selection.page.service().is_none() {
        display.embed = EmbedMode::FullMatrix;
    }
    (selection, warnings)
}

fn path_parts(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty())
}

/// Path of the stack page. It is a reserved slug.
const STACK_PATH: &str = "stack";

fn decode_query(policy: &Policy, query: &str) -> (Scenario, Vec<UrlWarning>) {
    let (mut scenario, mut warnings) = (Scenario::default(), Vec::new());
    let mut applied: Vec<(String, String)> = Vec::new();
    // A second query that was glued to the first one begins with a question mark.
    for pair in query.split(['&', '?']) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let [name, value] = [name, value].map(|text| {
            let text = percent_decode(&text.replace('+', " "));
            // A link that was copied with the punctuation of the sentence around it. A dot at the start may belong to a number.
            let text = text.trim_start_matches(is_filler);
            text.trim_end_matches(|c| is_filler(c) || matches!(c, '.' | ',' | ':'))
                .to_owned()
        });
        // A link that was copied from markup.
        let name = name
            .rsplit_once(';')
            .map_or(&*name, |(_, name)| name)
            .to_ascii_lowercase();
        let warning = match applied.iter().find(|(known, _)| *known == name) {
            _ if name.is_empty() => continue,
            Some((_, known)) if *known == value => continue,
            Some(_) => UrlWarning::DuplicateParameter(name),
            None => match query::apply_parameter(policy, &mut scenario, &name, &value) {
                ParameterResult::Applied => {
                    applied.push((name, value));
                    continue;
                }
                ParameterResult::Unknown => continue,
                ParameterResult::Misspelled => UrlWarning::UnknownParameter(name),
                ParameterResult::Invalid { ignored, example } => UrlWarning::InvalidValue {
                    name,
                    value: ignored,
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

/// Decodes percent-encoded bytes. An invalid escape stays as it is, and so does the text if the result is not UTF-8.
fn percent_decode(text: &str) -> String {
    percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), Cow::into_owned)
}

fn decode_service_path(policy: &Policy, requested: &str, plan: Option<&str>) -> Page {
    let Some(service) = policy.find_service(requested) else {
        return Page::NotFound(NotFound::Service {
            requested: requested.to_owned(),
            suggestion: suggest_service(policy, requested),
        });
    };
    let Some(requested) = plan else {
        return Page::Service(service);
    };
    match policy.find_plan(requested) {
        Some(plan) => Page::Answer(service, plan),
        None => Page::NotFound(NotFound::Plan {
            service,
            requested: requested.to_owned(),
        }),
    }
}

/// Returns the service that an unknown slug may stand for, like `Postgres` or `apache-kafka`; `None` if there is none.
fn suggest_service(policy: &Policy, requested: &str) -> Option<ServiceId> {
    let requested = requested.to_ascii_lowercase();
    let resembles = |slug: &str| {
        requested.len() >= 3
            && (slug.starts_with(&requested) || requested.split('-').any(|part| part == slug))
    };
    policy
        .services()
        .find(|(_, service)| resembles(&service.slug))
        .map(|(id, _)| id)
}

/// Returns the path of a page below the site's root: empty, or with a trailing slash.
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

/// Returns the path of a page with the query of a scenario.
pub fn encode_with_query(policy: &Policy, page: &Page, scenario: &Scenario) -> String {
    match encode_query(policy, scenario) {
        query if query.is_empty() => encode(policy, page),
        query => format!("{}?{query}", encode(policy, page)),
    }
}

/// Returns the query of a scenario, without `?`; empty if every parameter has its default.
pub fn encode_query(policy: &Policy, scenario: &Scenario) -> String {
    query::to_query_string(policy, scenario)
}
