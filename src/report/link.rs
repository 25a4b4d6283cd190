//! Links within the site.

/// Link to a page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// Path below the site's root, with its query.
    pub path: String,
    /// Text of the link.
    pub text: String,
}
