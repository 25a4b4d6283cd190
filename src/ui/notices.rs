//! Notices on what of the URL was ignored.

use yew::prelude::*;

use super::action::Action;
use super::env::Env;

/// The lines on an app that is not there, beside the app instead of in it. The styles show the first one if the app does not start,
/// also if the loader never runs, the second one if the app has stopped, and the last one until it answers the query of the URL.
pub const APP_STATUS_NOTICES: &str = "<p id=\"app-failed\" role=\"status\" hidden>\
    <span>Live features are off: the program has not loaded. A case in the address is not answered. Reload to try again.</span>\
    <span>The program has stopped: what stands here may not answer the address. Links still work; reload to go on.</span></p>\n\
    <p id=\"case-unanswered\" role=\"status\">The case in the address is not answered yet.</p>";

/// Returns the notices, out of the flow so that nothing moves when one appears.
pub fn notice_list(notices: &[String], env: &Env) -> Html {
    let onclick = env.dispatch.reform(|_: MouseEvent| Action::DismissWarnings);
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
