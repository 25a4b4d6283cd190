//! The frame of pages that the app does not know.

use yew::prelude::*;

use crate::report::PageLink;
use crate::ui::{Env, Links, site_footer, site_header};

/// Returns a page with the header and the footer of the others; `main` must have the id `panel`.
pub(super) fn static_frame(main: Html, env: &Env, links: &Links) -> Html {
    let others = env.policy.other_editions.iter();
    let edition_links: Vec<PageLink> = others
        .map(|other| PageLink {
            path: other.path.clone(),
            text: other.text.clone(),
        })
        .collect();
    html! {
        <div class="shell">
            <a class="skip" href="#panel">{ "Skip to main content" }</a>
            { site_header(&env.policy, false, &edition_links, links) }
            { main }
            { site_footer(&env.policy, "", links) }
        </div>
    }
}
