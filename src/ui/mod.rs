//! What is on the page: components and view functions. Data comes in by props, from a [`View`]; what the visitor does goes out as an
//! [`Action`](action::Action), through the callbacks of the [`Env`]. The same components prerender the pages at build time.
//!
//! A function is a component where it uses a hook, or where unchanged props save a rendering; the others are view functions, which take
//! the [`Env`] if they have callbacks. Nothing here has an effect or a clock, or decides what an answer is: that is done in
//! [`crate::report`]. The CSS of a component stands beside it; `api_docs.css` and `embed_docs.css` are those of pages that only the build
//! renders.

pub mod action;
mod answer;
pub mod copy_block;
mod definition_rows;
mod env;
mod event;
mod export_button;
pub mod form;
mod heading;
mod home;
mod inline;
mod kind_icon;
mod label;
mod ladder;
mod links;
mod matrix;
mod metrics;
mod not_found;
mod notices;
mod page;
mod section;
mod service;
mod share;
mod shared;
mod site_footer;
mod site_header;
mod stack;
mod statement;
mod view;

pub use env::{Env, EnvData, use_env};
pub use kind_icon::icon_sprite;
pub use links::Links;
pub use matrix::{cell_element_id, row_element_id};
pub use notices::APP_STATUS_NOTICES;
pub use page::{Page, PageProps};
pub use shared::Shared;
pub use site_footer::site_footer;
pub use site_header::site_header;
pub use view::View;

/// Styles of the documentation pages, after [`STYLES`].
pub const DOCS_STYLES: &[&str] = &[include_str!("api_docs.css"), include_str!("embed_docs.css")];

/// Styles of all pages, tokens first, in the order in which they may override each other.
pub const STYLES: &[&str] = &[
    include_str!("tokens.css"),
    include_str!("base.css"),
    include_str!("page.css"),
    include_str!("site_header.css"),
    include_str!("kind_icon.css"),
    include_str!("matrix/matrix.css"),
    include_str!("matrix/plan_finder.css"),
    include_str!("home.css"),
    include_str!("answer/answer.css"),
    include_str!("statement.css"),
    include_str!("form/field.css"),
    include_str!("answer/setting_toggle.css"),
    include_str!("share.css"),
    include_str!("metrics.css"),
    include_str!("ladder.css"),
    include_str!("answer/incident.css"),
    include_str!("answer/restore_points.css"),
    include_str!("answer/tools.css"),
    include_str!("section.css"),
    include_str!("answer/power_off.css"),
    include_str!("answer/plan_switch.css"),
    include_str!("answer/key_facts.css"),
    include_str!("definition_rows.css"),
    include_str!("service.css"),
    include_str!("stack.css"),
    include_str!("notices.css"),
    include_str!("site_footer.css"),
    include_str!("embed.css"),
    include_str!("print.css"),
];
