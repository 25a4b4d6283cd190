//! The backup calculator: whether a customer of a managed data platform can get their data back.
//!
//! The straight line, which a newcomer can follow aloud:
//!
//! ```text
//! address -> Selection -> policy cell -> Schedule -> Report -> view
//! ```
//!
//! - [`domain`] is what the policy means: types, the check of the policy file, addresses, schedules.
//! - [`report`] is the one view-model: everything a visitor reads is decided and worded there.
//! - [`export`] turns a [`report::Report`] into other forms: JSON, tables, calendars, pictures.
//! - [`ui`] turns a report into elements: values in, callbacks out.
//! - `browser` (feature `csr`) is the thin edge to the page; `app` (feature `csr`) holds the state and the wiring.
//! - `site` (feature `site`) writes the pages and the JSON at build time. It is never part of the Wasm.
//!
//! The arrow means "may use", never backwards: `bin -> app -> {ui, browser} -> export -> report -> domain`,
//! and `site -> {ui, export, report, domain}`.
//!
//! **Architecture invariants**, held by `tests/tidy.rs` where a test can hold them:
//! - The policy is one file, `static/policy/2023-01.json`. No other place states a fact of it. The browser gets it
//!   checked and packed, by `src/build.rs`.
//! - `domain` and `report` know no Yew, no browser and no clock: the same arguments give the same answer, natively
//!   and in Wasm. Numbers are integers in named units; there is no floating point on the line above.
//! - An address is parsed once, in [`domain::address`]; any text is an address, and none makes the program panic.
//! - Pages, JSON and tests read the same [`report::Report`]; a view decides nothing.
//! - A written page and the running app are the same elements, since [`ui::shell`] makes both. What never changes
//!   (the sprite of marks, the loader's line) stands beside the app, not in the Wasm.
//! - What a visitor did is answered within a frame: the answer is drawn at once, and parts beside it are held still
//!   until the next one. Only they are components of their own.
//! - Every byte of the Wasm is paid by each visitor: [`ui`] builds elements by calls instead of `html!`, the app is
//!   one plain component, and `make build` fails over the budget.
#![warn(missing_docs)]

pub mod app;
#[cfg(feature = "csr")]
pub mod browser;
pub mod domain;
pub mod export;
pub mod report;
pub mod ui;
