//! The mark of each kind of answer: a shape of its own, so that colour is never the only sign.
//! Emits `mark`; colours follow `data-kind` of an element around it.

use super::element::{Element, classed, el};
use crate::export::mark::shape;
use crate::report::Kind;

/// The mark of a kind. Words always stand beside it, so it is hidden from assistive technology.
pub fn mark(kind: Kind) -> Element {
    classed("svg", "mark")
        .attr("aria-hidden", "true")
        .with(el("use").attr("href", reference(kind)))
}

fn reference(kind: Kind) -> &'static str {
    match kind {
        Kind::Pitr => "#mark-pitr",
        Kind::Backups => "#mark-backups",
        Kind::RecoveryOnly => "#mark-recovery",
        Kind::NoBackups => "#mark-none",
        Kind::NotOffered => "#mark-absent",
    }
}

/// The shapes, written once into each page beside the app, which never changes them.
pub fn sprite() -> String {
    let symbols = Kind::ALL.map(|kind| {
        let id = reference(kind).trim_start_matches('#');
        let shape = shape(kind);
        format!(r#"<symbol id="{id}" viewBox="0 0 20 12">{shape}</symbol>"#)
    });
    format!(
        r#"<svg class="sprite" aria-hidden="true">{}{BRAND}</svg>"#,
        symbols.concat()
    )
}

const BRAND: &str = concat!(
    r#"<symbol id="mark-brand" viewBox="0 0 32 32"><g fill="none" stroke="currentColor" stroke-width="3" "#,
    r#"stroke-linecap="round" stroke-linejoin="round"><path d="M16 4a12 12 0 1 1-11.3 8"/>"#,
    r#"<path d="M3 5l1.6 7.4L12 11"/></g><circle cx="16" cy="16" r="3.5"/></symbol>"#,
);
