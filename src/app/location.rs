//! What the URL of the browser selects.

use crate::browser::SiteRoot;
use crate::domain::selection::NotFound;
use crate::domain::url::{self, UrlWarning};
use crate::domain::{Page, Policy, Selection};

/// Returns what the current URL selects and what of it was ignored. A URL outside the site selects the error page.
pub fn current_selection(root: &SiteRoot, policy: &Policy) -> (Selection, Vec<UrlWarning>) {
    match root.current_path() {
        Some(path) => url::decode(policy, &path.path, &path.query),
        None => (Selection::from(Page::NotFound(NotFound::Path)), Vec::new()),
    }
}
