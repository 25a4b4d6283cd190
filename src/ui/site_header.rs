//! The header of every page.

use yew::prelude::*;

use super::links::Links;
use crate::domain::{Page, Policy, url};
use crate::report::PageLink;
use crate::report::page::SITE_NAME;

/// Returns the name of the site, which leads home, the link to all services where the table is not beside the answer, the link to the stack, and the edition of the policy
/// with what the others say of the page.
pub fn site_header(
    policy: &Policy,
    is_stack: bool,
    edition_links: &[PageLink],
    links: &Links,
) -> Html {
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
                aria-current={is_stack.then_some("page")}
            >
                { "Your stack" }
            </a>
            <p>
                { "Aiven’s backup policy, " }
                <b>{ policy.edition.to_words() }</b>
                for link in edition_links {
                    { " · " }
                    // With a target the browser loads the page: the app has one edition.
                    <a href={links.href(&link.path)} target="_self">{ &link.text }</a>
                }
            </p>
        </header>
    }
}
