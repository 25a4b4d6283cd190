//! The mark of each kind of answer: a shape of its own, so that colour is never the only sign.
//! Emits `mark`; colours follow `data-kind` of an element around it.

use super::element::{Element, classed, el};
use crate::report::Kind;

/// The mark of a kind. Words always stand beside it, so it is hidden from assistive technology.
pub fn mark(kind: Kind) -> Element {
    classed("svg", "mark")
        .attr("aria-hidden", "true")
        .with(el("use").attr("href", shape(kind)))
}

fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Pitr => "#mark-pitr",
        Kind::Backups => "#mark-backups",
        Kind::RecoveryOnly => "#mark-recovery",
        Kind::NoBackups => "#mark-none",
        Kind::NotOffered => "#mark-absent",
    }
}

/// The shapes, written once into each page beside the app, which never changes them.
pub const SPRITE: &str = concat!(
    r#"<svg class="sprite" aria-hidden="true">"#,
    r#"<symbol id="mark-pitr" viewBox="0 0 20 12"><rect y="4" width="20" height="4" rx="2"/>"#,
    r#"<circle cx="15" cy="6" r="4.5"/></symbol>"#,
    r#"<symbol id="mark-backups" viewBox="0 0 20 12"><circle cx="2.5" cy="6" r="2.5"/>"#,
    r#"<circle cx="10" cy="6" r="2.5"/><circle cx="17.5" cy="6" r="2.5"/></symbol>"#,
    r#"<symbol id="mark-recovery" viewBox="0 0 20 12"><circle cx="10" cy="6" r="4.7" fill="none" "#,
    r#"stroke="currentColor" stroke-width="1.8"/><circle cx="10" cy="6" r="1.6"/></symbol>"#,
    r#"<symbol id="mark-none" viewBox="0 0 20 12"><path d="M6.5 2.5l7 7M13.5 2.5l-7 7" "#,
    r#"stroke="currentColor" stroke-width="2" stroke-linecap="round"/></symbol>"#,
    r#"<symbol id="mark-absent" viewBox="0 0 20 12"><path d="M7 6h6" "#,
    r#"stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></symbol>"#,
    r#"<symbol id="mark-brand" viewBox="0 0 32 32"><g fill="none" stroke="currentColor" stroke-width="3" "#,
    r#"stroke-linecap="round" stroke-linejoin="round"><path d="M16 4a12 12 0 1 1-11.3 8"/>"#,
    r#"<path d="M3 5l1.6 7.4L12 11"/></g><circle cx="16" cy="16" r="3.5"/></symbol></svg>"#,
);
