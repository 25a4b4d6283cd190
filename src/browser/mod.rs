//! The thin edge to the page: URL, history, document, focus, clipboard, downloads, time zone, and mounting over the
//! prerendered page. Only effects, event handlers and the first state call it. Each function does one thing and reports
//! a refusal of the browser as `None` or `false` instead of panicking.

pub mod clipboard;
pub mod document;
mod dom;
mod download;
mod focus;
mod foreign_changes;
pub mod history;
mod image;
pub mod mount;
pub mod shortcuts;
mod time_zone;
mod tooltips;
mod url;
mod visitor_state;

pub use download::download;
pub use focus::{choose_cell, focus, focus_is_on_body, focus_without_scroll, focused_link_id};
pub use foreign_changes::ForeignChanges;
pub use image::rasterize;
pub use time_zone::{BrowserTimeZone, now};
pub use tooltips::hide_tooltips_on_escape;
pub use url::{SitePath, SiteRoot, handle_fragment_click, internal_link_target};
