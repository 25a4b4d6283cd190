//! Notices on what of the URL was ignored.

use yew::prelude::*;

use super::action::Action;
use super::env::Env;

/// The line that the loader shows when the app does not start. It stands beside the app, not in it.
pub const APP_FAILED_NOTICE: &str = "<p id=\"app-failed\" role=\"status\" hidden>Live features are off: the program did not \
    load. This page still holds; reload it to try again.</p>";

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
