//! The whole page: header, panel, matrix, footer. Prerendered by the build and mounted by the app.

use yew::prelude::*;

use super::answer::answer_panel;
use super::env::{Env, use_env};
use super::home::home_panel;
use super::ladder::page_ladder;
use super::matrix::PolicyMatrix;
use super::not_found::not_found_panel;
use super::notices::notice_list;
use super::service::service_panel;
use super::share::share_panel;
use super::shared::Shared;
use super::site_footer::site_footer;
use super::site_header::site_header;
use super::stack::stack_panel;
use super::view::View;
use crate::domain::url;
use crate::export::ExportFormat;
use crate::report::Panel;

/// Props of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What to show now.
    pub current: Shared<View>,
    /// What to show of the parts that may lag behind: the same, or the view of some milliseconds before.
    pub settled: Shared<View>,
}

/// The whole page. The answer comes before the matrix: on a phone it is the first thing.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { current, settled } = props;
    let env = use_env();
    let content = &settled.content;
    let exported = settled.exported.clone();
    let exported = exported.filter(|exported| exported.format != ExportFormat::Ics);
    let (panel_name, panel) = panel(current, settled, &env);
    html! {
        <div class="shell" onclick={env.on_click.clone()}>
            <a class="skip" href="#panel">{ "Skip to main content" }</a>
            { site_header(&env.policy, &current.content.selection, &current.links) }
            <div class="layout" data-page={panel_name}>
                <main class="panel" id="panel" tabindex="-1">
                    if !matches!(current.content.panel, Panel::NotFound(_)) {
                        {
                            share_panel(
                                &url::encode(&env.policy, &content.selection.page),
                                current.content.selection.scenario.display.is_presented,
                                exported.as_deref(),
                                settled.copy_feedback.as_ref(),
                                &settled.links,
                                &env,
                            )
                        }
                    }
                    { panel }
                </main>
                <PolicyMatrix
                    matrix={content.matrix.clone()}
                    selected={content.selection.page.clone()}
                    stack_toggles={content.stack_toggles.clone().map(Shared::from)}
                    finder={content.finder.clone().map(Shared::from)}
                    clear_requirements_path={content.clear_requirements_path.clone().map(AttrValue::from)}
                    fields={settled.fields.clone()}
                    links={settled.links.clone()}
                />
            </div>
            { site_footer(&env.policy, &current.content.standalone_path, &settled.links) }
            <p class="visually-hidden" role="status">{ &current.announcement }</p>
            { notice_list(&current.notices, &env) }
        </div>
    }
}

/// Returns the panel and its name for the styles.
fn panel(current: &Shared<View>, settled: &Shared<View>, env: &Env) -> (&'static str, Html) {
    let links = &current.links;
    let ladder = page_ladder(current, settled, env);
    match &current.content.panel {
        Panel::Home => ("home", home_panel()),
        Panel::Service(report) => ("service", service_panel(report, ladder, links)),
        Panel::Answer(_) => ("answer", answer_panel(current, settled, ladder, env)),
        Panel::Stack(report) => ("stack", stack_panel(report, ladder, current, env)),
        Panel::NotFound(content) => ("not-found", not_found_panel(content, links)),
    }
}
