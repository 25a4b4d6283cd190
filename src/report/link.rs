//! Links within the site.

/// A link to a page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// Path relative to the root of the site, with its query.
    pub path: String,
    /// Link text.
    pub text: String,
}
