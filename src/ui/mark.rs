//! The mark of each kind of answer: a shape of its own, so that colour is never the only sign.
//! Emits `mark`; colours follow `data-kind` of an element around it.

use super::element::{Element, classed, el};
use crate::export::kind_icon::svg;
use crate::report::AnswerKind;

/// The mark of a kind. Words always stand beside it, so it is hidden from assistive technology.
pub fn mark(kind: AnswerKind) -> Element {
    classed("svg", "mark")
        .attr("aria-hidden", "true")
        .with(el("use").attr("href", reference(kind)))
}

fn reference(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Pitr => "#mark-pitr",
        AnswerKind::Backups => "#mark-backups",
        AnswerKind::RecoveryOnly => "#mark-recovery",
        AnswerKind::NoBackups => "#mark-none",
        AnswerKind::NotOffered => "#mark-absent",
    }
}

/// The shapes, written once into each page beside the app, which never changes them.
pub fn icon_sprite() -> String {
    let symbols = AnswerKind::ALL.map(|kind| {
        let id = reference(kind).trim_start_matches('#');
        let shape = svg(kind);
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
