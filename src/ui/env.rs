//! What is constant while the app runs, for every component.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::action::{Action, CopyRequest};
use crate::domain::Policy;

/// Environment of the components: data and callbacks that stay the same as long as the app runs. Prerendered pages have the
/// data, and callbacks that do nothing.
#[derive(Clone)]
pub struct Env(Rc<EnvData>);

/// Contents of [`Env`].
pub struct EnvData {
    /// The policy.
    pub policy: Rc<Policy>,
    /// Changes the state.
    pub dispatch: Callback<Action>,
    /// Copies the text of a target to the clipboard.
    pub on_copy: Callback<CopyRequest>,
    /// Opens the print dialog.
    pub on_print: Callback<MouseEvent>,
    /// Handles every click on the page, to follow internal links.
    pub on_click: Callback<MouseEvent>,
    /// Handles keys pressed in the matrix.
    pub on_matrix_keydown: Callback<KeyboardEvent>,
    /// Is told when a component renders, so that its changes of the page are known from those of others.
    pub on_render: Callback<()>,
}

impl Env {
    /// Wraps the data.
    pub fn new(data: EnvData) -> Self {
        Self(Rc::new(data))
    }

    /// Creates the environment of prerendered pages, without callbacks.
    pub fn prerendered(policy: Rc<Policy>) -> Self {
        Self::new(EnvData {
            policy,
            dispatch: Callback::noop(),
            on_copy: Callback::noop(),
            on_print: Callback::noop(),
            on_click: Callback::noop(),
            on_matrix_keydown: Callback::noop(),
            on_render: Callback::noop(),
        })
    }
}

/// Equal only to its own clones.
impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Env {
    type Target = EnvData;

    fn deref(&self) -> &EnvData {
        &self.0
    }
}

/// Returns the environment, and tells it that the component renders.
///
/// # Panics
/// If no provider is above the component: `App` and the build's `StaticPage` provide it.
#[hook]
pub fn use_env() -> Env {
    let env = use_context::<Env>().expect("Env is provided by App and StaticPage");
    env.on_render.emit(());
    env
}
