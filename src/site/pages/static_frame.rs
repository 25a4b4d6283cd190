//! The frame of pages that the app does not know.

use yew::prelude::*;

use crate::domain::{Page, Selection};
use crate::ui::{Env, Links, site_footer, site_header};

/// Returns a page with the header and the footer of the others; `main` must have the id `panel`.
pub(super) fn static_frame(main: Html, env: &Env, links: &Links) -> Html {
    let selection = Selection::from(Page::Index);
    html! {
        <div class="shell">
            <a class="skip" href="#panel">{ "Skip to main content" }</a>
            { site_header(&env.policy, &selection, links) }
            { main }
            { site_footer(&env.policy, "", links) }
        </div>
    }
}
