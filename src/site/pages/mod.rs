//! Every page of the site, rendered without a browser from the app's own components.

use std::rc::Rc;

use futures::executor::block_on;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::domain::selection::NotFound;
use crate::domain::time::Utc;
use crate::domain::{Page, Policy, Selection, Timestamp, url};
use crate::report::api_docs::{ApiDocsPage, PATH};
use crate::report::embed_docs::{self, EmbedPage};
use crate::report::{Matrix, PageContent};
use crate::ui::{self, Links, ShellProps, Versions, shell};

/// A page as rendered.
pub struct RenderedPage {
    /// Its address below the root; none for the error page.
    pub path: Option<String>,
    /// Its title and description.
    pub screen: Rc<PageContent>,
    /// Its markup, without the document around it.
    pub body: String,
}

/// Every page that an address names, in the order of the matrix; the stack is the last.
pub fn all_pages(policy: &Policy) -> Vec<Page> {
    let services = policy.services().flat_map(|(service, _)| {
        let answers = policy
            .plans()
            .map(move |(plan, _)| Page::Answer(service, plan));
        std::iter::once(Page::Service(service)).chain(answers)
    });
    let stack = std::iter::once(Page::Stack);
    std::iter::once(Page::Index)
        .chain(services)
        .chain(stack)
        .collect()
}

/// The error page, for an address that names nothing.
pub fn not_found() -> Page {
    Page::NotFound(NotFound::Path)
}

/// Renders a page as it is written. `root` is the path of the site's root where it is known; only the error page needs it.
pub fn render_page(policy: &Rc<Policy>, page: Page, root: Option<&str>) -> RenderedPage {
    render_selection(policy, Selection::from(page), root, None)
}

/// Renders what the app shows for a selection at a moment, in UTC.
pub fn render_selection(
    policy: &Rc<Policy>,
    selection: Selection,
    root: Option<&str>,
    now: Option<Timestamp>,
) -> RenderedPage {
    let screen = Rc::new(PageContent::new(policy, &selection));
    let is_not_found = matches!(selection.page, Page::NotFound(_));
    let address = (!is_not_found).then(|| url::encode(policy, &selection.page));
    let links = match (&address, root) {
        (None, Some(root)) => Links::from_root(root.to_owned()),
        _ => Links::from_page(address.as_deref().unwrap_or_default()),
    };
    let links = links.with_query(policy, &selection.scenario);
    let props = Rc::new(props(policy, selection, screen.clone(), links, now));
    RenderedPage {
        path: address,
        screen,
        body: markup(move || shell(&props)),
    }
}

/// Renders the page for programs, which is no page of the app.
pub fn render_api_docs(policy: &Rc<Policy>, page: ApiDocsPage) -> String {
    let props = plain(policy, PATH);
    markup(move || ui::programs(&page, &props))
}

/// Renders the page that says what to paste into pages of other sites, which is no page of the app either.
pub fn render_embed_docs(policy: &Rc<Policy>, page: EmbedPage) -> String {
    let props = plain(policy, embed_docs::PATH);
    markup(move || ui::embed_page(&page, &props))
}

/// What the head and the foot of a page need that is none of the app.
fn plain(policy: &Rc<Policy>, address: &str) -> ShellProps {
    let selection = Selection::from(Page::Index);
    let screen = Rc::new(PageContent::new(policy, &selection));
    props(policy, selection, screen, Links::from_page(address), None)
}

fn props(
    policy: &Rc<Policy>,
    selection: Selection,
    screen: Rc<PageContent>,
    links: Links,
    now: Option<Timestamp>,
) -> ShellProps {
    ShellProps {
        policy: policy.clone(),
        matrix: Rc::new(Matrix::new(policy)),
        selection,
        screen,
        links,
        whole: true,
        versions: Versions::default(),
        drafts: Vec::new(),
        now,
        zone: Rc::new(Utc),
        notes: Vec::new(),
        announcement: Default::default(),
        copied: None,
        onclick: Default::default(),
        oninput: Default::default(),
        onkeydown: Default::default(),
        oncopy: Default::default(),
        taken: None,
        ontake: Default::default(),
        onprint: Default::default(),
        ondismiss: Default::default(),
    }
}

fn markup(draw: impl Fn() -> Html + 'static) -> String {
    let render: Callback<(), Html> = Callback::from(move |()| draw());
    block_on(
        LocalServerRenderer::<Written>::with_props(WrittenProps { render })
            .hydratable(false)
            .render(),
    )
}

#[derive(Clone, PartialEq, Properties)]
struct WrittenProps {
    render: Callback<(), Html>,
}

/// The renderer wants a component.
#[component]
fn Written(props: &WrittenProps) -> Html {
    props.render.emit(())
}
