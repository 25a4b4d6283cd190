//! What happened beside the answer: parts of the address that were ignored. Emits `notices`, `notice`.

use super::ShellProps;
use super::element::{Element, classed, el};

/// The line that the loader shows when the program does not arrive. It stands beside the app, which never changes it.
pub const APP_FAILED_NOTICE: &str = "<p id=\"live-off\" role=\"status\" hidden>Live features are off: the program did not \
    load. This page still holds; reload it to try again.</p>";

/// The notices, out of the flow so that nothing moves when one appears.
pub fn notices(props: &ShellProps) -> Element {
    let mut notices = classed("div", "notices").attr("role", "status");
    if !props.notes.is_empty() {
        let notice = classed("div", "notice")
            .children(props.notes.iter().map(|text| el("p").words(text).into()));
        let dismiss = el("button")
            .attr("type", "button")
            .onclick(props.ondismiss.clone())
            .text("Dismiss");
        notices = notices.with(notice.with(dismiss));
    }
    notices
}
