//! The icons of the kinds of answer: a symbol on the pages, part of the card.

use crate::report::AnswerKind;

/// Returns the SVG shapes of an icon, 20 wide and 12 high.
pub fn svg(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Pitr => {
            r#"<rect y="4" width="20" height="4" rx="2"/><circle cx="15" cy="6" r="4.5"/>"#
        }
        AnswerKind::Backups => {
            r#"<circle cx="2.5" cy="6" r="2.5"/><circle cx="10" cy="6" r="2.5"/><circle cx="17.5" cy="6" r="2.5"/>"#
        }
        AnswerKind::RecoveryOnly => {
            r#"<circle cx="10" cy="6" r="4.7" fill="none" stroke="currentColor" stroke-width="1.8"/><circle cx="10" cy="6" r="1.6"/>"#
        }
        AnswerKind::Unspecified => {
            r#"<circle cx="10" cy="6" r="4.7" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.5"/>"#
        }
        AnswerKind::NoBackups => {
            r#"<path d="M6.5 2.5l7 7M13.5 2.5l-7 7" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>"#
        }
        AnswerKind::NotOffered => {
            r#"<path d="M7 6h6" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>"#
        }
    }
}
