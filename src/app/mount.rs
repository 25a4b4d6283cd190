//! The root component.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::hooks::{
    copy_texts, follow_links, use_clock, use_deferred, use_document, use_exports,
    use_focus_recovery, use_history, use_prerendered_page, use_repair, use_shortcuts,
};
use super::location::current_selection;
use super::matrix_keyboard::move_focus;
use super::state::{AppState, Session};
use crate::browser::mount::create_mount_point;
use crate::browser::{BrowserTimeZone, SiteRoot, document, now};
use crate::domain::{BackupSettings, Policy};
use crate::report::Matrix;
use crate::ui::{Env, EnvData, Page, Shared};

/// Mounts the app over the prerendered page. Does nothing without the root that the loader writes on the document.
pub fn mount(policy: Policy) {
    let (Some(root), Some(mount_point)) = (SiteRoot::read(), create_mount_point()) else {
        return;
    };
    let props = AppProps {
        session: Rc::new(Session {
            policy: Rc::new(policy),
            time_zone: Rc::new(BrowserTimeZone::detect()),
            root_url: root.as_str().to_owned(),
        }),
        root: Rc::new(root),
        mount_point: mount_point.clone(),
    };
    yew::Renderer::<App>::with_root_and_props(mount_point, props).render();
}

/// Props of [`App`], which stay the same as long as it runs.
#[derive(Clone, Properties)]
struct AppProps {
    session: Rc<Session>,
    root: Rc<SiteRoot>,
    mount_point: Element,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// The app.
#[component]
fn App(props: &AppProps) -> Html {
    let AppProps {
        session,
        root,
        mount_point,
    } = props;
    let state = use_reducer(|| {
        let (selection, warnings) = current_selection(root, &session.policy);
        AppState::new(session.clone(), selection, warnings, now())
    });
    let current = Shared::from(state.view.clone());
    let settled = use_deferred(current.clone(), state.urgency.delay_ms());
    // A slider must stay the same element while it is dragged, and a field while somebody types: Firefox may lose the focus of a
    // new one.
    let replaced = use_deferred(current.clone(), state.urgency.replacement_delay_ms());
    let shown = match state.urgency.replacement_delay_ms() {
        Some(_) => (replaced.clone(), replaced),
        None => (replaced, settled.clone()),
    };
    // Before the hooks that move focus and scroll offset.
    let (generation, changes) = use_repair(mount_point, shown);
    let dispatch = use_focus_recovery(&state);
    let history = use_history(session, root, &state, &dispatch);
    let env = use_memo((), |()| {
        Env::new(EnvData {
            policy: session.policy.clone(),
            on_copy: copy_texts(dispatch.clone()),
            on_print: Callback::from(|_| document::print()),
            on_click: follow_links(session.clone(), root.clone(), history, dispatch.clone()),
            on_matrix_keydown: Callback::from({
                // It has the same rows and columns with all settings.
                let matrix = Matrix::new(&session.policy, BackupSettings::default());
                move |event| move_focus(&event, &matrix)
            }),
            dispatch: dispatch.clone(),
            on_render: Callback::from(move |()| changes.begin_rendering()),
        })
    });
    use_exports(&state, &env);
    use_clock(&dispatch);
    use_shortcuts(&state, &dispatch);
    use_document(&state);
    use_prerendered_page(mount_point);
    html! {
        <ContextProvider<Env> context={(*env).clone()}>
            <Page key={generation} {current} {settled} />
        </ContextProvider<Env>>
    }
}
