//! Links within the site.

use yew::AttrValue;

use crate::domain::{Policy, Scenario, url};

/// Builds the links of a page: relative ones for prerendered pages, which work in any folder, and absolute ones in the app,
/// which stay right when the page changes in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The site's root: `../../` or `https://example.com/backup/`; empty on the index.
    root: AttrValue,
    /// Query of the links to other pages, without `?`; may be empty.
    query: String,
}

impl Links {
    /// Creates relative links for the page at a path below the root: `../../` for `postgresql/business/`.
    pub fn from_page(path: &str) -> Self {
        Self::from_root("../".repeat(path.matches('/').count()))
    }

    /// Creates links that begin with a root.
    pub fn from_root(root: impl Into<AttrValue>) -> Self {
        Self {
            root: root.into(),
            query: String::new(),
        }
    }

    /// Returns the same links, with the parts of a scenario that other pages keep.
    pub fn with_query(mut self, policy: &Policy, scenario: &Scenario) -> Self {
        self.query = url::encode_query(policy, &scenario.for_other_page());
        self
    }

    /// Returns the link to another page with the scenario; `path` may have a query of its own.
    pub fn page_href(&self, path: &str) -> AttrValue {
        if self.query.is_empty() {
            return self.href(path);
        }
        let separator = if path.contains('?') { '&' } else { '?' };
        self.href(&format!("{path}{separator}{}", self.query))
    }

    /// Returns the link to a path below the root.
    pub fn href(&self, path: &str) -> AttrValue {
        match (self.root.as_str(), path) {
            ("", "") => AttrValue::Static("./"),
            (root, path) => AttrValue::from(format!("{root}{path}")),
        }
    }
}
