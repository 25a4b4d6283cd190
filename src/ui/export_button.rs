//! The buttons that export the page.

use yew::prelude::*;

use super::action::Action;
use super::env::Env;
use crate::export::ExportFormat;

/// Returns a button that exports the page in a format.
pub fn export_button(format: ExportFormat, label: &'static str, env: &Env) -> Html {
    let onclick = env
        .dispatch
        .reform(move |_: MouseEvent| Action::Export(format));
    html! { <button type="button" class="export-button" {onclick}>{ label }</button> }
}
