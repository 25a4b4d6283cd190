//! The footer of every page.

use yew::prelude::*;

use super::inline::{page_link, text_link};
use super::links::Links;
use crate::domain::Policy;
use crate::report::page::API_DOCS_PATH;

/// Returns where the facts come from and the data for programs; in an iframe one line instead, with the link out of it.
pub fn site_footer(policy: &Policy, standalone_path: &str, links: &Links) -> Html {
    let Policy {
        document, edition, ..
    } = policy;
    let superseded = edition.superseded_suffix();
    html! {
        <footer class="footer">
            <p>
                { "Facts: “" }
                { text_link(document.url.clone().into(), &document.name) }
                { format!("”, edition {edition}{superseded}. Calculated values and commands are not part of the policy. No cookies, no data sent.") }
            </p>
            <p>
                { text_link(links.href(API_DOCS_PATH), "API") }
                { text_link(links.href("api/v1/index.json"), "All results as JSON") }
                { text_link(links.href(&format!("policy/{edition}.json")), "Policy data") }
            </p>
            <p class="open-full-link">
                <span>{ format!("Aiven’s backup policy, {} · ", edition.date().to_words()) }</span>
                { page_link(links.href(standalone_path), "Open full calculator", true) }
            </p>
        </footer>
    }
}
