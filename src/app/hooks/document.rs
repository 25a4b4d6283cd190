//! The document around the app.

use web_sys::Element;
use yew::prelude::*;

use super::subscription::use_subscription;
use crate::app::state::AppState;
use crate::browser::{document, hide_tooltips_on_escape, mount};

/// Keeps the title and the display options of the document up to date.
#[hook]
pub fn use_document(state: &UseReducerHandle<AppState>) {
    let content = &state.view.content;
    let dependencies = (content.title.clone(), content.selection.scenario.display);
    use_effect_with(dependencies, |(title, display)| {
        document::set_title(title);
        document::apply_display_options(*display);
    });
}

/// Puts the app in the place of the prerendered page after the first rendering, before the browser paints. From then on Escape hides
/// tooltips.
#[hook]
pub fn use_prerendered_page(mount_point: &Element) {
    let mount_point = mount_point.clone();
    use_subscription(Box::new(move || {
        mount::replace_prerendered(&mount_point);
        Box::new(hide_tooltips_on_escape())
    }));
}
