//! The page for URLs that name no page.

use yew::prelude::*;

use super::heading::page_heading;
use super::inline::text_link;
use super::links::Links;
use crate::report::NotFoundContent;

/// Returns what is wrong, what to do, and where to go.
pub fn not_found_panel(content: &NotFoundContent, links: &Links) -> Html {
    html! {
        <div class="not-found">
            { page_heading(&content.headline) }
            <p class="lead">{ &content.advice }</p>
            <ul>
                for link in &content.links {
                    <li>{ text_link(links.page_href(&link.path), &link.text) }</li>
                }
            </ul>
        </div>
    }
}
