//! URLs of the site, and what a click on a link does.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Url};

use super::dom::{document_element, element_by_id, event_target, window};
use super::focus::focus_without_scroll;

/// The absolute URL of the site's root, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteRoot(String);

/// A URL below the root, split into path and query; without the fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePath {
    /// The path, relative to the root, without a leading slash.
    pub path: String,
    /// The query, without `?`; empty if there is none.
    pub query: String,
}

impl SiteRoot {
    /// Returns the root that the loader wrote into `html[data-root]`; `None` if the attribute is missing.
    pub fn read() -> Option<Self> {
        document_element()?.get_attribute("data-root").map(Self)
    }

    /// Returns the root as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path and query of the document's URL; `None` if it is not below the root.
    pub fn current_path(&self) -> Option<SitePath> {
        self.resolve(&window().location().href().ok()?)
    }

    /// Returns the path and query of an absolute URL; `None` if it is invalid or not below the root.
    pub fn resolve(&self, url: &str) -> Option<SitePath> {
        let url = Url::new(url).ok()?;
        let page = url.origin() + &url.pathname();
        Some(SitePath {
            path: page.strip_prefix(&self.0)?.to_owned(),
            query: url.search().trim_start_matches('?').to_owned(),
        })
    }
}

/// Returns the absolute URL and the path of the clicked link; `None` if the click is not on a link to the same site, or
/// if the browser should handle it: another button, a modifier key, a `target`, a download, or a click that is handled
/// already.
pub fn internal_link_target(root: &SiteRoot, event: &MouseEvent) -> Option<(String, SitePath)> {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || has_modifier || event.default_prevented() {
        return None;
    }
    let link: HtmlAnchorElement = clicked_link(event, "a[href]")?.dyn_into().ok()?;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let url = link.href();
    let path = root.resolve(&url)?;
    Some((url, path))
}

/// Focuses the target of a clicked link to a fragment (`#id`) and scrolls to it, without a new history entry. Returns
/// `false` if the click is not on such a link.
pub fn handle_fragment_click(event: &MouseEvent) -> bool {
    let href = clicked_link(event, "a[href^='#']").and_then(|link| link.get_attribute("href"));
    let Some(href) = href.filter(|_| event.button() == 0) else {
        return false;
    };
    let id = href.trim_start_matches('#');
    let Some(target) = element_by_id::<Element>(id) else {
        return false;
    };
    event.prevent_default();
    focus_without_scroll(id);
    target.scroll_into_view();
    true
}

/// Returns the nearest link around the click that matches the selector.
fn clicked_link(event: &MouseEvent, selector: &str) -> Option<Element> {
    event_target(event)?.closest(selector).ok()?
}
