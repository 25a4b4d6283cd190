//! What is on the page: components and view functions. Data comes in by props, from a [`View`]; what the visitor does goes out as an
//! [`Action`](action::Action), through the callbacks of the [`Env`]. The same components prerender the pages at build time.
//!
//! A function is a component where it uses a hook, or where unchanged props save a rendering; the others are view functions, which take
//! the [`Env`] if they have callbacks. Nothing here has an effect or a clock, or decides what an answer is: that is done in
//! [`crate::report`]. The CSS of a component stands beside it, and [`styles`] says which pages carry it; `api_docs.css` and `embed_docs.css`
//! are those of pages that only the build renders.

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
pub mod inline;
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
pub mod statement;
pub mod styles;
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
