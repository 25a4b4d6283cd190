//! Notices on what of the URL was ignored.

use yew::prelude::*;

use super::action::Action;
use super::env::Env;

/// The lines on an app that is not there, beside the app instead of in it. The styles show the first one if the app does not start,
/// also if the loader never runs, the second one if the app has stopped, and the last one until it answers the query of the URL.
pub const APP_STATUS_NOTICES: &str = "<p id=\"app-failed\" role=\"status\" hidden>\
    <span>Interactive features didn’t load. A case in the URL has no result. Reload to try again.</span>\
    <span>The program has stopped. This page may not match the URL. Links still work. Reload to continue.</span></p>\n\
    <p id=\"case-unanswered\" role=\"status\">The case in the URL has no result yet.</p>";

/// Returns the notices, out of the flow so that nothing moves when one appears.
pub fn notice_list(notices: &[String], env: &Env) -> Html {
    let onclick = env.dispatch.reform(|_: MouseEvent| Action::DismissNotices);
    html! {
        <div class="notices" role="status">
            if !notices.is_empty() {
                <div class="notice">
                    for notice in notices {
                        <p>{ notice }</p>
                    }
                    <button type="button" {onclick}>{ "Dismiss" }</button>
                </div>
            }
        </div>
    }
}
