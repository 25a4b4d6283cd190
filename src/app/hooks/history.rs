//! The URL and the history.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::subscription::use_subscription;
use crate::app::history::NavigationHistory;
use crate::app::location::current_selection;
use crate::app::state::{AppState, Session};
use crate::browser::{SiteRoot, history};
use crate::domain::{Page, url};
use crate::ui::action::{Action, NavigationKind};

/// Milliseconds without an edit after which the URL follows. Browsers limit changes of the URL.
const URL_DEBOUNCE_MS: u32 = 300;

/// The history, shared by the hooks.
pub type SharedHistory = Rc<RefCell<NavigationHistory>>;

/// Keeps the URL, the history and the scroll offset in step with the state.
#[hook]
pub fn use_history(
    session: &Rc<Session>,
    root: &Rc<SiteRoot>,
    state: &UseReducerHandle<AppState>,
    dispatch: &Callback<Action>,
) -> SharedHistory {
    let history = use_mut_ref(NavigationHistory::current);
    {
        let (session, root) = (session.clone(), root.clone());
        let (history, dispatch) = (history.clone(), dispatch.clone());
        let pending = history.clone();
        use_subscription(Box::new(move || {
            let scroll_listeners = history::manage_scroll_restoration();
            let popstate_listener = history::on_popstate(move || {
                history.borrow_mut().on_popstate();
                let (selection, warnings) = current_selection(&root, &session.policy);
                dispatch.emit(Action::Navigate {
                    selection: Box::new(selection),
                    warnings,
                    kind: NavigationKind::History,
                });
            });
            let pagehide_listener = history::on_pagehide(move || pending.borrow_mut().flush());
            Box::new((scroll_listeners, popstate_listener, pagehide_listener))
        }));
    }
    {
        let history = history.clone();
        let selection = state.selection().clone();
        let session = session.clone();
        use_effect_with(state.edit_count, move |edit_count| {
            // The error page keeps the URL that it is about.
            let is_page = !matches!(selection.page, Page::NotFound(_));
            let timer = (*edit_count > 0 && is_page).then(|| {
                let path =
                    url::encode_with_query(&session.policy, &selection.page, &selection.scenario);
                let url = format!("{}{path}", session.root_url);
                history.borrow_mut().schedule_replace(url);
                Timeout::new(URL_DEBOUNCE_MS, move || history.borrow_mut().flush())
            });
            move || drop(timer)
        });
    }
    let is_first = use_mut_ref(|| true);
    {
        let history = history.clone();
        use_effect_with(state.selection().page.clone(), move |_| {
            if !std::mem::replace(&mut *is_first.borrow_mut(), false) {
                history::scroll_to(history.borrow().saved_scroll());
            }
        });
    }
    history
}
