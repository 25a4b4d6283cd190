//! The header of every page.

use yew::prelude::*;

use super::inline::page_link;
use super::links::Links;
use crate::domain::other_edition::OtherEdition;
use crate::domain::{EmbedMode, Page, Policy, Selection, url};
use crate::report::page::SITE_NAME;

/// Returns the name of the site, which leads home, the link to all services where the table is not beside the answer, the link to the
/// stack, and the edition of the policy with what the others say of the page.
pub fn site_header(policy: &Policy, selection: &Selection, links: &Links) -> Html {
    let lacks = |other: &OtherEdition| selection.service().is_some_and(|it| other.lacks(it));
    let is_missing = policy.other_editions.iter().any(lacks);
    html! {
        <header class="site-header">
            <a class="brand" href={links.page_href("")}>
                <svg aria-hidden="true"><use href="#icon-brand" /></svg>
                <span>{ SITE_NAME }</span>
            </a>
            <a class="nav-services" href={links.page_href("")}>{ "All services" }</a>
            <a
                class="nav-stack"
                id="nav-stack"
                href={links.page_href(&url::encode(policy, &Page::Stack))}
                aria-current={(selection.page == Page::Stack).then_some("page")}
            >
                { "Your stack" }
            </a>
            <p data-missing={is_missing.then_some("")}>
                { "Aiven’s backup policy, " }
                <b>{ policy.edition.date().to_words() }</b>
                for other in &policy.other_editions {
                    { " · " }
                    { edition_link(policy, other, selection, links) }
                }
            </p>
        </header>
    }
}

/// Returns the link to the page of another edition with the visitor's case, and what it says of it, as a link to what changed. The browser loads
/// these pages: the app has one edition.
fn edition_link(
    policy: &Policy,
    other: &OtherEdition,
    selection: &Selection,
    links: &Links,
) -> Html {
    let (service, plan) = match selection.page {
        Page::Service(service) => (Some(service), None),
        Page::Answer(service, plan) => (Some(service), Some(plan)),
        _ => (None, None),
    };
    let note = service.and_then(|service| other.note(service));
    // The nearest page that it has.
    let page = match service {
        Some(service) if other.lacks(service) => &Page::Index,
        Some(service) if plan.is_some_and(|plan| other.missing_plans.contains(&plan)) => {
            &Page::Service(service)
        }
        _ => &selection.page,
    };
    let scenario = selection.scenario.without_display_options();
    let is_embedded = selection.scenario.display.embed != EmbedMode::Off;
    let path = url::encode_with_query(policy, page, &scenario);
    let changes_path = match service {
        Some(service) => format!("{}{}/", other.changes_path, policy.service(service).slug),
        None => other.changes_path.clone(),
    };
    let changes = note.map_or("what changed", |note| &note.text);
    html! {
        <>
            { page_link(links.href(&format!("{}{path}", other.path)), &other.name, is_embedded) }
            { ": " }
            { page_link(links.href(&changes_path), changes, is_embedded) }
        </>
    }
}
