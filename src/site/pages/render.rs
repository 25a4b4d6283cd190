//! Rendering of components without a browser.

use futures::executor::block_on;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::ui::Env;

#[derive(PartialEq, Properties)]
struct StaticPageProps {
    env: Env,
    children: Html,
}

/// Provides the environment to a prerendered page.
#[component]
fn StaticPage(props: &StaticPageProps) -> Html {
    html! {
        <ContextProvider<Env> context={props.env.clone()}>
            { props.children.clone() }
        </ContextProvider<Env>>
    }
}

/// Renders a page as HTML.
pub(super) fn render_html(env: &Env, page: Html) -> String {
    let props = StaticPageProps {
        env: env.clone(),
        children: page,
    };
    block_on(
        LocalServerRenderer::<StaticPage>::with_props(props)
            .hydratable(false)
            .render(),
    )
}
