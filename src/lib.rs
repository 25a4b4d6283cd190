//! The backup calculator: whether a customer of a managed data platform can get their data back.
//!
//! # From a URL to the page
//!
//! ```text
//! URL -> Selection -> policy cell -> Schedule -> reports (PageContent) -> View -> components
//! ```
//!
//! 1. [`domain::url::decode`] parses the URL into a [`domain::Selection`]: a page and a [`domain::Scenario`], the visitor's own case.
//! 2. The page names a cell of the [`domain::Policy`]. A cell with backups has a [`domain::Schedule`], which does the arithmetic.
//! 3. [`report::PageContent`] holds every report on the selection, built from policy, selection and time.
//! 4. [`ui::View`] is the snapshot that the components show: content, form fields, links. What the visitor does is an
//!    [`ui::action::Action`], which the reducer in [`app::state`] turns into the next view.
//! 5. `app` (feature `csr`) renders it in the browser; `site` (feature `site`) prerenders the same components at build time, and
//!    [`export`] turns the same content into Markdown, text, CSV, JSON, SVG, PNG and calendar files.
//!
//! # Where to change what
//!
//! | To change | Edit |
//! |---|---|
//! | a fact, a number, a tool, a clause | `static/policy/2023-01.json`, and nothing else |
//! | a rule of the arithmetic | [`domain`]: `schedule`, `recovery`, `restore_points`, `stack`, `requirements` |
//! | a sentence of an answer | [`report`]; `make update-golden` shows what changes |
//! | a label or a message of a form | [`ui::form`] |
//! | a look | the CSS file beside the component in [`ui`]; colors and sizes in `ui/tokens.css`; which pages carry it in [`ui::styles`] |
//! | a component | its file in [`ui`] |
//! | a new view | a variant of [`domain::Page`], its path in `domain/url.rs` and `RESERVED_SLUGS` in `domain/validation.rs`; a variant of [`report::Panel`] with its title and `meta_description`; a component in [`ui`]; its document in `export/document`; `all_pages` in `site/pages`, or else it is not prerendered |
//! | a parameter of the URL | one entry in `domain/query.rs`, its group in `domain/scenario.rs` |
//! | a form field | a variant of [`ui::form::FormField`] |
//! | an export format | [`export::ExportFormat`] |
//! | a page that only the build writes | `site/pages` |
//!
//! # What each folder must not know
//!
//! The arrow means "may use", never backwards: `main -> app -> {ui, browser} -> export -> report -> domain`, and
//! `site -> {ui, export, report, domain}`. `tests/architecture.rs` holds the arrows, and that no folder has circular imports.
//!
//! - [`domain`] and [`report`] know no Yew, no browser, no clock and no files: the same arguments give the same result, natively and in
//!   Wasm. Numbers are integers in named units; there is no floating point up to the reports.
//! - [`report`] knows no markup. [`export`] knows no components.
//! - [`ui`] decides no answer and has no effects: data comes in by props, actions go out. It knows no `window`.
//! - `browser` knows no components and no state: each function does one thing, and reports a refusal instead of panicking.
//! - [`app`] knows no sentence and no markup but the root component.
//! - `site` is never part of the Wasm.
//!
//! # Invariants
//!
//! - Each edition of the policy is one file. The build checks all, embeds the one at the root of the site with postcard, and writes the
//!   others as postcard files, which the loader hands to the same app; no other place states a fact of them.
//! - Any text is a URL, and none makes the program panic. What cannot be read is named in a notice; the rest holds.
//! - Reports on a selection are built in [`report::PageContent`] and nowhere else; components and exports only read them.
//! - A prerendered page and the running app have the same elements.
//! - What a visitor did is answered within a frame. Parts of the page that may lag behind are components with props from the settled
//!   view, which follows later.
//!
//! # Glossary
//!
//! - **Guaranteed window**: how far back there is a restore point whenever backups happen to run. For `n` backups at an interval
//!   `I` it is `(n - 1) I`.
//! - **Best case** (best-case window): how far back the oldest restore point can be, just before it expires: `n I`.
//! - **Clause**: a section of the policy document with a short quote, word for word. Every fact rests on one.
//! - **Statement**: a sentence with its source: a clause, "not stated in the policy", or our interpretation of the policy.
//! - **Scenario**: what the visitor asks beside the page: an incident, requirements, a stack, another plan, a power-off or a deletion.
//! - **Stack**: the services that the visitor uses together. Its **common recovery point** is the latest time up to which all of them
//!   have their data after a restore.
//! - **Kind** of an answer: PITR, backups, recovery only, no backups, not offered.
#![warn(missing_docs)]

pub mod app;
#[cfg(feature = "csr")]
pub mod browser;
pub mod domain;
pub mod export;
pub mod report;
#[cfg(feature = "site")]
pub mod site;
pub mod ui;
