//! The footer of every page.

use yew::prelude::*;

use super::inline::{text_link, visually_hidden};
use super::links::Links;
use crate::domain::Policy;
use crate::report::page::API_DOCS_PATH;

/// Returns where the facts come from and the data for programs; in an iframe one line instead, with the link out of it.
pub fn site_footer(policy: &Policy, standalone_path: &str, links: &Links) -> Html {
    let Policy { title, edition, .. } = policy;
    let superseded = edition.superseded_suffix();
    html! {
        <footer class="footer">
            <p>
                { format!("Facts from “{title}”, edition {edition}{superseded}, each with its clause. Figures derived from them, readings, and commands are the calculator’s own. This page sets no cookies and sends nothing anywhere.") }
            </p>
            <p>
                { text_link(links.href(API_DOCS_PATH), "For programs") }
                { text_link(links.href("api/v1/index.json"), "All answers as JSON") }
                { text_link(links.href(&format!("policy/{edition}.json")), "The policy as data") }
            </p>
            <p class="open-full-link">
                { format!("Aiven’s backup policy, {} · ", edition.to_words()) }
                <a href={links.href(standalone_path)} target="_blank">
                    { "Open the whole calculator" }
                    { visually_hidden(" in a new tab") }
                </a>
            </p>
        </footer>
    }
}
