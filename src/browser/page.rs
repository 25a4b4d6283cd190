//! The address, title and scroll position of the page.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent, MouseEvent, ScrollRestoration, Url};

use super::{document, event_target, window};
use crate::domain::DisplayOptions;

/// Where the site is: the address of its root, which the loader knows from its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteRoot(String);

/// An address below the root: path without a leading slash, query without `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePath {
    /// The path below the root.
    pub path: String,
    /// The query.
    pub query: String,
}

impl SiteRoot {
    /// The root that the loader wrote on the document element.
    pub fn read() -> Option<Self> {
        document()
            .document_element()?
            .get_attribute("data-root")
            .map(Self)
    }

    /// Its address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place of the page that is shown.
    pub fn current_path(&self) -> Option<SitePath> {
        self.resolve(&window().location().href().ok()?)
    }

    /// The place of an absolute address, if it is below the root.
    pub fn resolve(&self, absolute_url: &str) -> Option<SitePath> {
        let url = Url::new(absolute_url).ok()?;
        let whole = format!("{}{}", url.origin(), url.pathname());
        let path = whole.strip_prefix(&self.0)?.to_owned();
        Some(SitePath {
            path,
            query: url.search().trim_start_matches('?').to_owned(),
        })
    }

    /// Moves on to the place in the page that a clicked link names, if that is what this event is: without a history
    /// entry, which would be one more step on the way back.
    pub fn handle_fragment_click(event: &MouseEvent) -> bool {
        let link = event_target(event).and_then(|element| element.closest("a[href^='#']").ok()?);
        let written = link.and_then(|link| link.get_attribute("href"));
        let place = written
            .and_then(|written| document().get_element_by_id(written.trim_start_matches('#')));
        let Some(place) = place.filter(|_| event.button() == 0) else {
            return false;
        };
        event.prevent_default();
        super::focus_without_scroll(&place.id());
        place.scroll_into_view();
        true
    }

    /// The address and place of the link that a plain click follows within the site, if that is what this event is.
    /// After a change in place links may lag behind the address that is shown, until they are drawn anew; but they all
    /// lead by way of the root, so that what follows the steps up to it says where.
    pub fn internal_link_target(&self, event: &MouseEvent) -> Option<(String, SitePath)> {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented();
        let link = event_target(event)
            .filter(|_| plain)?
            .closest("a[href]")
            .ok()??;
        if link.has_attribute("target") || link.has_attribute("download") {
            return None;
        }
        let written = link.get_attribute("href")?;
        let mut below = written.as_str();
        while let Some(rest) = below.strip_prefix("../") {
            below = rest;
        }
        let url = Url::new_with_base(below, &self.0).ok()?;
        Some((url.href(), self.resolve(&url.href())?))
    }
}

/// Whether the page stands in a frame of another, as the loader wrote on the document element.
pub fn is_in_iframe() -> bool {
    document()
        .document_element()
        .is_some_and(|page| page.has_attribute("data-framed"))
}

/// Writes on the document element, for the styles, how the page is shown. At first the loader does.
pub fn apply_display_options(display: DisplayOptions) {
    let Some(page) = document().document_element() else {
        return;
    };
    for (name, value) in [
        ("data-embed", display.embed.query_value()),
        ("data-theme", display.theme.query_value()),
    ] {
        match value {
            Some(value) => page.set_attribute(name, value).ok(),
            None => page.remove_attribute(name).ok(),
        };
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// How far down the page is scrolled.
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls there at once.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// The number of the history entry that is shown; the first page has none and counts as 0.
pub fn history_index() -> usize {
    let state = window().history().and_then(|history| history.state());
    state
        .ok()
        .and_then(|state| state.as_f64())
        .map_or(0, |number| number as usize)
}

/// Whether this is the address that is shown.
pub fn is_current_url(href: &str) -> bool {
    window().location().href().is_ok_and(|here| here == href)
}

/// Adds a history entry of this number. Says no where the browser refuses.
pub fn push_state(index: usize, url: &str) -> bool {
    let history = window().history();
    history
        .and_then(|history| {
            history.push_state_with_url(&JsValue::from(index as u32), "", Some(url))
        })
        .is_ok()
}

/// Puts another address in the place of the one that is shown. Says no where the browser refuses: for changes in
/// too quick a row and in a frame without an origin, the old one stays until the next change.
pub fn replace_state(index: usize, url: &str) -> bool {
    let history = window().history();
    history
        .and_then(|history| {
            history.replace_state_with_url(&JsValue::from(index as u32), "", Some(url))
        })
        .is_ok()
}

/// While the app runs it restores scroll positions itself; a page that is left gives that back to the browser,
/// and one that comes back from the browser's cache takes it again.
pub fn manage_scroll_restoration() -> [EventListener; 2] {
    fn set(how: ScrollRestoration) {
        window()
            .history()
            .and_then(|history| history.set_scroll_restoration(how))
            .ok();
    }
    set(ScrollRestoration::Manual);
    [
        EventListener::new(&window(), "pagehide", |_| set(ScrollRestoration::Auto)),
        EventListener::new(&window(), "pageshow", |_| set(ScrollRestoration::Manual)),
    ]
}

/// Calls back whenever the visitor goes back or forward.
pub fn on_popstate(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| callback())
}

/// After Escape no remark stands over the page, until another key is pressed or the pointer comes to another cell.
pub fn hide_tooltips_on_escape() -> [EventListener; 2] {
    let set_tooltips_hidden = |hidden| {
        if let Some(page) = document().document_element() {
            page.toggle_attribute_with_force("data-hush", hidden).ok();
        }
    };
    let cell = |element: Option<Element>| element.and_then(|one| one.closest("td").ok()?);
    [
        EventListener::new(&window(), "keydown", move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            set_tooltips_hidden(event.key() == "Escape");
        }),
        EventListener::new(&window(), "mouseover", move |event| {
            let event: &MouseEvent = event.unchecked_ref();
            let from = event.related_target();
            let from = from.and_then(|from| from.dyn_into::<Element>().ok());
            if cell(event_target(event)) != cell(from) {
                set_tooltips_hidden(false);
            }
        }),
    ]
}

/// The id of the link an event is about, if it is about one.
pub fn focused_link_id(event: &KeyboardEvent) -> Option<String> {
    let element = event_target(event.unchecked_ref())?
        .closest("a[id]")
        .ok()??;
    Some(element.id())
}
