//! Handing what was taken along to the browser, once its text is on the page: there it can be taken by hand where the
//! browser refuses.

use yew::html::Scope;

use super::App;
use super::state::Action;
use crate::browser::{clipboard, files, page};
use crate::export::link::data_link;
use crate::export::take::{Taken, View};
use crate::report::Take;
use crate::ui::TAKEN_TEXT;

/// Takes the view along in a form, and tells when it is made.
pub fn take(view: &View, form: Take, link: &Scope<App>) {
    let taken = view.take(form);
    let link = link.clone();
    if form != Take::Png {
        return link.send_message(Action::Taken(taken));
    }
    // Pixels take a while.
    let card = taken.text.clone();
    files::paint(&card, move |painted| {
        link.send_message(Action::Taken(Taken {
            text: painted.unwrap_or_default(),
            ..taken
        }));
    });
}

/// Copies it or offers it for download.
pub fn over(taken: &Taken, link: &Scope<App>) {
    let Some((_, kind)) = taken.form.file() else {
        let link = link.clone();
        let done = move |worked| link.send_message(Action::Copied(TAKEN_TEXT.to_owned(), worked));
        return clipboard::copy(TAKEN_TEXT, done);
    };
    let file = match taken.form {
        Take::Png => taken.text.clone(),
        _ => data_link(kind, &taken.text),
    };
    if !taken.text.is_empty() {
        files::download(&taken.name, &file);
    }
    // A frame may be forbidden to download, and is not told.
    if page::framed() {
        clipboard::select_text(TAKEN_TEXT);
    }
}
