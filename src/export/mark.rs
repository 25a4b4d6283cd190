//! The shape of each kind's mark, 20 by 12: on the pages as a symbol, on the card as it is.

use crate::report::Kind;

/// The markup of a kind's mark.
pub fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Pitr => {
            r#"<rect y="4" width="20" height="4" rx="2"/><circle cx="15" cy="6" r="4.5"/>"#
        }
        Kind::Backups => {
            r#"<circle cx="2.5" cy="6" r="2.5"/><circle cx="10" cy="6" r="2.5"/><circle cx="17.5" cy="6" r="2.5"/>"#
        }
        Kind::RecoveryOnly => {
            r#"<circle cx="10" cy="6" r="4.7" fill="none" stroke="currentColor" stroke-width="1.8"/><circle cx="10" cy="6" r="1.6"/>"#
        }
        Kind::NoBackups => {
            r#"<path d="M6.5 2.5l7 7M13.5 2.5l-7 7" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>"#
        }
        Kind::NotOffered => {
            r#"<path d="M7 6h6" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>"#
        }
    }
}
