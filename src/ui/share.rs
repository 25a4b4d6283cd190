//! The panel that exports the page, and what became of an export.

use yew::prelude::*;

use super::action::{Action, CopyFeedback, CopyTarget};
use super::env::Env;
use super::export_button::export_button;
use super::links::Links;
use crate::export::data_uri::data_uri;
use crate::export::{ExportFormat, ExportedFile};
use crate::report::page::EMBED_DOCS_PATH;

/// Returns the button that copies the summary, and the panel with the rest, closed until it is needed. `page_path` is the path of the page without its scenario; `is_presented` is whether it is the view for projectors; `exported` the last export,
/// unless another part of the page asked for it.
pub fn share_panel(
    page_path: &str,
    is_presented: bool,
    exported: Option<&ExportedFile>,
    copy_feedback: Option<&CopyFeedback>,
    links: &Links,
    env: &Env,
) -> Html {
    html! {
        <div class="share" data-requires-app="">
            { export_button(ExportFormat::Summary, "Copy summary", env) }
            if is_presented {
                { present_button("Exit", env) }
            }
            <details open={exported.is_some()}>
                <summary>{ "Share" }</summary>
                <div class="export-panel">
                    { export_row("Copy", buttons(&ExportFormat::COPY_FORMATS, env)) }
                    { export_row("Download", buttons(&ExportFormat::DOWNLOAD_FORMATS, env)) }
                    {
                        export_row("Elsewhere", html! {
                            <>
                                <button type="button" class="export-button" onclick={env.on_print.clone()}>
                                    { "Print" }
                                </button>
                                { present_button("Present", env) }
                                <a
                                    class="export-button share-embed"
                                    href={links.href(&format!("{EMBED_DOCS_PATH}?page={page_path}"))}
                                >
                                    { "Embed" }
                                </a>
                            </>
                        })
                    }
                    { export_result(exported, copy_feedback) }
                </div>
            </details>
        </div>
    }
}

/// Returns a button that turns the view for projectors on or off.
fn present_button(label: &'static str, env: &Env) -> Html {
    let onclick = env
        .dispatch
        .reform(|_: MouseEvent| Action::TogglePresentation);
    html! { <button type="button" class="export-button present" {onclick}>{ label }</button> }
}

fn export_row(label: &'static str, content: Html) -> Html {
    html! {
        <fieldset class="export-row">
            <legend>{ label }</legend>
            { content }
        </fieldset>
    }
}

fn buttons(formats: &[ExportFormat], env: &Env) -> Html {
    html! {
        for format in formats {
            { export_button(*format, format.label(), env) }
        }
    }
}

/// Returns what became of an export and the export itself, for browsers that refuse to deliver it. It belongs next to the button.
pub fn export_result(
    exported: Option<&ExportedFile>,
    copy_feedback: Option<&CopyFeedback>,
) -> Html {
    let status = exported.map(|exported| export_status(exported, copy_feedback));
    html! {
        <>
            // A live region must exist before its text comes.
            <p class="export-status" role="status">{ status.unwrap_or_default() }</p>
            if let Some(exported) = exported {
                { export_preview(exported) }
            }
        </>
    }
}

/// Returns what became of an export, as far as a browser tells.
fn export_status(exported: &ExportedFile, copy_feedback: Option<&CopyFeedback>) -> String {
    let feedback = copy_feedback.filter(|feedback| feedback.target == CopyTarget::Export);
    let is_file = exported.format.extension_and_mime().is_some();
    match feedback.map(|feedback| feedback.is_copied) {
        _ if is_file && exported.content.is_empty() => {
            "This browser does not paint the picture. Take the SVG instead.".to_owned()
        }
        _ if is_file => format!(
            "{} goes to your downloads. Where none comes, take it from here.",
            exported.file_name
        ),
        Some(true) => format!("{} copied.", exported.format.label()),
        Some(false) => "Not copied, but selected: press Ctrl+C.".to_owned(),
        None => String::new(),
    }
}

/// Returns the picture and the text of an export: PNG has no text, SVG has both.
fn export_preview(exported: &ExportedFile) -> Html {
    let picture = match exported.format {
        ExportFormat::Png => Some(exported.content.clone()),
        ExportFormat::Svg => Some(data_uri("image/svg+xml", &exported.content)),
        _ => None,
    };
    html! {
        <>
            if let Some(picture) = picture {
                <img alt="The picture that was taken" src={picture} />
            }
            if exported.format != ExportFormat::Png {
                <pre class="export-preview" id={CopyTarget::Export.element_id()} tabindex="0" translate="no">
                    { &exported.content }
                </pre>
            }
        </>
    }
}
