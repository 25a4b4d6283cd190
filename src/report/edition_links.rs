//! Links to the other editions of the policy, with what they say of the page.

use super::link::PageLink;
use crate::domain::{Policy, Selection, url};

/// Returns a link to each other edition, with the visitor's case: what it says of the page, and the path relative to the index of
/// this edition.
pub(super) fn edition_links(policy: &Policy, selection: &Selection) -> Vec<PageLink> {
    let scenario = selection.scenario.without_display_options();
    let others = policy.other_editions.iter();
    others
        .map(|other| {
            let (text, page) = other.note(&selection.page);
            let path = url::encode_with_query(policy, page, &scenario);
            PageLink {
                path: format!("{}{path}", other.path),
                text: text.to_owned(),
            }
        })
        .collect()
}
