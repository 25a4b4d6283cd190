//! The head of every page.

use yew::prelude::*;

use super::env::use_env;
use super::links::Links;
use crate::domain::{Page, url};
use crate::report::page::SITE_NAME;

/// Props of [`SiteHeader`].
#[derive(Properties, PartialEq)]
pub struct SiteHeaderProps {
    /// Whether the page is that of the stack.
    pub is_stack: bool,
    /// Builder of links.
    pub links: Links,
}

/// The name of the site, which leads home, the link to the stack, and the edition of the policy.
#[component]
pub fn SiteHeader(props: &SiteHeaderProps) -> Html {
    let SiteHeaderProps { is_stack, links } = props;
    let policy = &use_env().policy;
    html! {
        <header class="site-header">
            <a class="brand" href={links.page_href("")}>
                <svg aria-hidden="true"><use href="#icon-brand" /></svg>
                <span>{ SITE_NAME }</span>
            </a>
            <a
                class="nav-stack"
                id="nav-stack"
                href={links.page_href(&url::encode(policy, &Page::Stack))}
                aria-current={is_stack.then_some("page")}
            >
                { "Your stack" }
            </a>
            <p>{ "Aiven’s backup policy, " }<b>{ policy.edition.to_words() }</b></p>
        </header>
    }
}
