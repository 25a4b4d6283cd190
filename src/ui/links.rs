//! Links that work from any folder: every address is written relative to the page it stands on.

use yew::AttrValue;

use crate::domain::text::join;
use crate::domain::{Page, Policy, Scenario, url};

/// The way from the page on the screen to the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    root: AttrValue,
    /// What goes along to other pages: empty, or a query with its `?`.
    query: String,
}

impl Links {
    /// From a page at this address below the root: `../../` from `postgresql/business/`.
    pub fn from_page(address: &str) -> Self {
        Self {
            root: "../".repeat(address.matches('/').count()).into(),
            query: String::new(),
        }
    }

    /// From a page whose depth nobody knows, to a root that is known.
    pub fn from_root(root: impl Into<AttrValue>) -> Self {
        Self {
            root: root.into(),
            query: String::new(),
        }
    }

    /// The same, with a case that goes along to other pages.
    pub fn with_query(mut self, policy: &Policy, case: &Scenario) -> Self {
        // The index itself has an empty address, which leaves the query.
        self.query = url::encode_with_query(policy, &Page::Index, &case.for_other_page());
        self
    }

    /// The link to another page, to which the case goes along; its address may have a query of its own.
    pub fn page_href(&self, address: &str) -> AttrValue {
        let query = match address.contains('?') {
            true => self.query.replace('?', "&"),
            false => self.query.clone(),
        };
        self.href(&join(&[address, &query], ""))
    }

    /// The link to an address below the root.
    pub fn href(&self, address: &str) -> AttrValue {
        match (self.root.as_str(), address) {
            ("", "") => AttrValue::Static("./"),
            (prefix, address) => AttrValue::from(format!("{prefix}{address}")),
        }
    }
}
