//! Handing what was taken along to the browser, once its text is on the page: there it can be taken by hand where the
//! browser refuses.

use yew::html::Scope;

use super::App;
use super::state::Action;
use crate::browser::{clipboard, files, page};
use crate::export::data_uri::data_uri;
use crate::export::exporter::{ExportContext, ExportedFile};
use crate::report::ExportFormat;
use crate::ui::TAKEN_TEXT;

/// Takes the view along in a form, and tells when it is made.
pub fn take(view: &ExportContext, form: ExportFormat, link: &Scope<App>) {
    let taken = view.export(form);
    let link = link.clone();
    if form != ExportFormat::Png {
        return link.send_message(Action::Taken(taken));
    }
    // Pixels take a while.
    let card = taken.content.clone();
    files::rasterize(&card, move |painted| {
        link.send_message(Action::Taken(ExportedFile {
            content: painted.unwrap_or_default(),
            ..taken
        }));
    });
}

/// Copies it or offers it for download.
pub fn over(taken: &ExportedFile, link: &Scope<App>) {
    let Some((_, kind)) = taken.format.extension_and_mime() else {
        let link = link.clone();
        let done = move |worked| link.send_message(Action::Copied(TAKEN_TEXT.to_owned(), worked));
        return clipboard::copy(TAKEN_TEXT, done);
    };
    let file = match taken.format {
        ExportFormat::Png => taken.content.clone(),
        _ => data_uri(kind, &taken.content),
    };
    if !taken.content.is_empty() {
        files::download(&taken.file_name, &file);
    }
    // A frame may be forbidden to download, and is not told.
    if page::is_in_iframe() {
        clipboard::select_element_text(TAKEN_TEXT);
    }
}
