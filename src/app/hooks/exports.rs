//! Exports and copies.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::state::AppState;
use crate::browser::{clipboard, document, download, rasterize};
use crate::export::data_uri::data_uri;
use crate::export::{ExportFormat, ExportedFile};
use crate::ui::Env;
use crate::ui::action::{Action, CopyRequest, CopyTarget};

/// Returns the callback that copies a text.
pub fn copy_texts(dispatch: Callback<Action>) -> Callback<CopyRequest> {
    Callback::from(move |CopyRequest { target, text }| {
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let is_copied = clipboard::copy_text(&text, &target.element_id()).await;
            dispatch.emit(Action::CopyFinished { target, is_copied });
        });
    })
}

/// Delivers each export after it was rendered, so that visitors can copy it by hand if the browser refuses.
#[hook]
pub fn use_exports(state: &UseReducerHandle<AppState>, env: &Env) {
    let (exported, on_copy) = (state.view.exported.clone(), env.on_copy.clone());
    use_effect_with(state.export_count, move |_| {
        if let Some(exported) = exported {
            deliver(&exported, &on_copy);
        }
    });
    let dispatch = env.dispatch.clone();
    use_effect_with(state.pending_image.clone(), move |image| {
        if let Some(image) = image {
            rasterize_export(image.clone(), dispatch);
        }
    });
}

/// Copies an export or offers it for download.
fn deliver(exported: &ExportedFile, on_copy: &Callback<CopyRequest>) {
    let Some((_, mime)) = exported.format.extension_and_mime() else {
        return on_copy.emit(CopyRequest {
            target: CopyTarget::Export,
            text: exported.content.clone(),
        });
    };
    if !exported.content.is_empty() {
        let url = match exported.format {
            ExportFormat::Png => exported.content.clone(),
            // Spreadsheets take a file without a byte order mark for one of another encoding.
            ExportFormat::Csv => data_uri(mime, &format!("\u{feff}{}", exported.content)),
            _ => data_uri(mime, &exported.content),
        };
        download(&exported.file_name, &url);
    }
    // An iframe may be forbidden to download, without an error.
    if document::is_in_iframe() {
        clipboard::select_element_text(&CopyTarget::Export.element_id());
    }
}

/// Turns a vector image into pixels.
fn rasterize_export(image: Rc<ExportedFile>, dispatch: Callback<Action>) {
    spawn_local(async move {
        let png = rasterize(&image.content).await;
        dispatch.emit(Action::ImageReady { image, png });
    });
}
