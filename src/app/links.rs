//! Links of the page: how they are written, and what a click on one does.

use web_sys::MouseEvent;
use yew::prelude::*;

use super::state::{Action, State, Trip};
use super::{App, AppProps};
use crate::browser::page::SiteRoot;
use crate::domain::{Page, Selection, url};
use crate::ui::Links;

impl App {
    /// The way from the page that is shown to the root.
    pub(super) fn links(&self, props: &AppProps) -> Links {
        let Selection {
            page,
            scenario: case,
        } = &self.state.selection;
        let links = match page {
            page if self.journey.borrow().is_astray() || matches!(page, Page::NotFound(_)) => {
                Links::from_root(props.root.as_str().to_owned())
            }
            page => Links::from_page(&url::encode(&props.policy, page)),
        };
        links.with_query(&props.policy, case)
    }

    /// Links to pages of the site change the page in place; what the app does not know, such as the JSON, the
    /// browser loads.
    pub(super) fn follow_links(&self, ctx: &Context<Self>) -> Callback<MouseEvent> {
        let (props, journey) = (ctx.props().clone(), self.journey.clone());
        ctx.link().batch_callback(move |event: MouseEvent| {
            if SiteRoot::handle_fragment_click(&event) {
                return None;
            }
            let (href, place) = props.root.internal_link_target(&event)?;
            let next = State::at(&props.policy, Some(place));
            if matches!(next.selection.page, Page::NotFound(_))
                || !journey.borrow_mut().follow(&href)
            {
                return None;
            }
            event.prevent_default();
            Some(Action::Go(next, Trip::Followed))
        })
    }
}
