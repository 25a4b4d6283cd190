//! The hooks and callbacks of the root component. Each connects the state to one thing of the browser.

mod clock;
mod deferred;
mod document;
mod exports;
mod focus;
mod history;
mod links;
mod repair;
mod shortcuts;
mod subscription;

pub use clock::use_clock;
pub use deferred::use_deferred;
pub use document::{use_document, use_prerendered_page};
pub use exports::{copy_texts, use_exports};
pub use focus::use_focus_recovery;
pub use history::use_history;
pub use links::follow_links;
pub use repair::use_repair;
pub use shortcuts::use_shortcuts;
