//! The buttons that export the page.

use yew::prelude::*;

use super::action::Action;
use super::env::use_env;
use crate::export::ExportFormat;

/// Props of [`ExportButton`].
#[derive(Properties, PartialEq)]
pub struct ExportButtonProps {
    /// The format.
    pub format: ExportFormat,
}

/// A button that exports the page in a format.
#[component]
pub fn ExportButton(props: &ExportButtonProps) -> Html {
    let format = props.format;
    let dispatch = use_env().dispatch.clone();
    let onclick = use_callback((format, dispatch), |_: MouseEvent, (format, dispatch)| {
        dispatch.emit(Action::Export(*format));
    });
    html! { <button type="button" class="export-button" {onclick}>{ format.label() }</button> }
}
