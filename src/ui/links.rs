//! Links that work from any folder: every address is written relative to the page it stands on.

use yew::AttrValue;

use crate::domain::text::join;
use crate::domain::{Page, Policy, WhatIf, address};

/// The way from the page on the screen to the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    prefix: AttrValue,
    /// What goes along to other pages: empty, or a query with its `?`.
    query: String,
}

impl Links {
    /// From a page at this address below the root: `../../` from `postgresql/business/`.
    pub fn from_page(address: &str) -> Self {
        Self {
            prefix: "../".repeat(address.matches('/').count()).into(),
            query: String::new(),
        }
    }

    /// From a page whose depth nobody knows, to a root that is known.
    pub fn from_root(root: impl Into<AttrValue>) -> Self {
        Self {
            prefix: root.into(),
            query: String::new(),
        }
    }

    /// The same, with a case that goes along to other pages.
    pub fn carrying(mut self, policy: &Policy, case: &WhatIf) -> Self {
        // The index itself has an empty address, which leaves the query.
        self.query = address::encode_with(policy, &Page::Index, &case.carried());
        self
    }

    /// The link to another page, to which the case goes along; its address may have a query of its own.
    pub fn page(&self, address: &str) -> AttrValue {
        let query = match address.contains('?') {
            true => self.query.replace('?', "&"),
            false => self.query.clone(),
        };
        self.to(&join(&[address, &query], ""))
    }

    /// The link to an address below the root.
    pub fn to(&self, address: &str) -> AttrValue {
        match (self.prefix.as_str(), address) {
            ("", "") => AttrValue::Static("./"),
            (prefix, address) => AttrValue::from(format!("{prefix}{address}")),
        }
    }
}
