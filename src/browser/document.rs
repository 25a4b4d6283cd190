//! The document as a whole: its title, the attributes of its `html` element, and printing.

use super::dom::{document, document_element, window};
use crate::domain::DisplayOptions;

/// Sets the title of the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Writes the display options into `html[data-embed]` and `html[data-theme]`, for the styles. The loader does the same
/// before the app starts.
pub fn apply_display_options(display: DisplayOptions) {
    set_root_attribute("data-embed", display.embed.query_value());
    set_root_attribute("data-theme", display.theme.query_value());
    set_root_attribute("data-present", display.is_presented.then_some(""));
}

/// Sets an attribute of the `html` element, or removes it.
pub(super) fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(html) = document_element() {
        match value {
            Some(value) => html.set_attribute(name, value).ok(),
            None => html.remove_attribute(name).ok(),
        };
    }
}

/// Returns whether the document is in an iframe, as the loader wrote into `html[data-in-iframe]`.
pub fn is_in_iframe() -> bool {
    document_element().is_some_and(|html| html.has_attribute("data-in-iframe"))
}

/// Sets `html[data-app-ready]`: the app has replaced the prerendered page.
pub fn mark_app_ready() {
    set_root_attribute("data-app-ready", Some(""));
}

/// Opens the browser's print dialog.
pub fn print() {
    window().print().ok();
}
