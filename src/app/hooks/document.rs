//! The document around the app.

use web_sys::Element;
use yew::prelude::*;

use crate::app::state::AppState;
use crate::browser::{document, hide_tooltips_on_escape, mount};

/// Keeps the title and the display options of the document up to date, and hides tooltips on Escape.
#[hook]
pub fn use_document(state: &UseReducerHandle<AppState>) {
    let content = &state.view.content;
    use_effect_with(content.title.clone(), |title| document::set_title(title));
    use_effect_with(content.selection.scenario.display, |display| {
        document::apply_display_options(*display);
    });
    use_effect_with((), |()| {
        let listeners = hide_tooltips_on_escape();
        move || drop(listeners)
    });
}

/// Puts the app in the place of the prerendered page after the first rendering, before the browser paints.
#[hook]
pub fn use_prerendered_page(mount_point: &Element) {
    let mount_point = mount_point.clone();
    use_effect_with((), move |()| mount::replace_prerendered(&mount_point));
}
