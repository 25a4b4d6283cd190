//! Every page of the site, rendered without a browser by the components of the app.

pub mod api_docs;
pub mod changes;
mod docs_section;
pub mod embed_docs;
mod render;
mod static_frame;

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::selection::NotFound;
use crate::domain::time::Utc;
use crate::domain::{Page, Policy, Selection, Timestamp, url};
use crate::report::page::{API_DOCS_PATH, EMBED_DOCS_PATH};
use crate::report::{PageContent, TimeContext};
use crate::ui::form::FormState;
use crate::ui::{self, Env, Links, View};
use api_docs::ApiDocsPage;
use changes::ChangesPage;
use embed_docs::EmbedPage;
use render::render_html;
use static_frame::static_frame;

/// Rendered page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedPage {
    /// Path below the root; `None` for the error page, which is served for any path.
    pub path: Option<String>,
    /// Content of the page.
    pub content: PageContent,
    /// HTML of the page, without the document around it.
    pub body: String,
}

/// Returns every page that has a URL, in the order of the matrix; the stack is the last one.
pub fn all_pages(policy: &Policy) -> Vec<Page> {
    let services = policy.services().flat_map(|(service, _)| {
        let answers = policy
            .plans()
            .map(move |(plan, _)| Page::Answer(service, plan));
        std::iter::once(Page::Service(service)).chain(answers)
    });
    std::iter::once(Page::Index)
        .chain(services)
        .chain([Page::Stack])
        .collect()
}

/// Returns the error page.
pub fn not_found() -> Page {
    Page::NotFound(NotFound::Path)
}

/// Renders a page as it is published. `root` is the path of the site's root if it is known; only the error page needs it.
pub fn render_page(policy: &Rc<Policy>, page: Page, root: Option<&str>) -> RenderedPage {
    render_selection(policy, Selection::from(page), root, None)
}

/// Renders what the app shows for a selection at a time, in UTC.
pub fn render_selection(
    policy: &Rc<Policy>,
    selection: Selection,
    root: Option<&str>,
    now: Option<Timestamp>,
) -> RenderedPage {
    let time = TimeContext { now, zone: &Utc };
    let content = PageContent::new(policy, &selection, time);
    let is_not_found = matches!(selection.page, Page::NotFound(_));
    let path = (!is_not_found).then(|| url::encode(policy, &selection.page));
    let links = match (&path, root) {
        (None, Some(root)) => Links::from_root(root.to_owned()),
        _ => Links::from_page(path.as_deref().unwrap_or_default()),
    };
    let links = links.with_query(policy, &selection.scenario);
    let fields = FormState::new(&selection.scenario, &[], time);
    let view = Rc::new(View::new(content.clone(), fields, links));
    let body = render_html(
        &Env::prerendered(policy.clone()),
        html! { <ui::Page current={view.clone()} settled={view} /> },
    );
    RenderedPage {
        path,
        content,
        body,
    }
}

/// Renders the API documentation.
pub fn render_api_docs(policy: &Rc<Policy>, page: &ApiDocsPage) -> String {
    let links = Links::from_page(API_DOCS_PATH);
    render_static(policy, page.view(&links), &links)
}

/// Renders the documentation on embedding.
pub fn render_embed_docs(policy: &Rc<Policy>, page: &EmbedPage) -> String {
    let links = Links::from_page(EMBED_DOCS_PATH);
    render_static(policy, page.view(), &links)
}

/// Renders a page on what changed between the editions.
pub fn render_changes(policy: &Rc<Policy>, page: &ChangesPage) -> String {
    let links = Links::from_page(&page.path());
    render_static(policy, page.view(&links), &links)
}

/// Renders a page that the app does not know.
fn render_static(policy: &Rc<Policy>, main: Html, links: &Links) -> String {
    let env = Env::prerendered(policy.clone());
    render_html(&env, static_frame(main, &env, links))
}
