//! Clicks on links.

use std::rc::Rc;

use yew::prelude::*;

use super::history::SharedHistory;
use crate::app::state::Session;
use crate::browser::{SiteRoot, handle_fragment_click, internal_link_target};
use crate::domain::{Page, url};
use crate::ui::action::{Action, NavigationKind};

/// Returns the callback that follows internal links in place. The browser loads what the app does not know, such as JSON.
pub fn follow_links(
    session: Rc<Session>,
    root: Rc<SiteRoot>,
    history: SharedHistory,
    dispatch: Callback<Action>,
) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if handle_fragment_click(&event) {
            return;
        }
        let Some((href, path)) = internal_link_target(&root, &event) else {
            return;
        };
        let (selection, warnings) = url::decode(&session.policy, &path.path, &path.query);
        if matches!(selection.page, Page::NotFound(_)) || !history.borrow_mut().push(&href) {
            return;
        }
        event.prevent_default();
        dispatch.emit(Action::Navigate {
            selection: Box::new(selection),
            warnings,
            kind: NavigationKind::Link,
        });
    })
}
