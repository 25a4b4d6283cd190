//! Links that work from any folder: every address is written relative to the page it stands on.

use yew::AttrValue;

/// The way from the page on the screen to the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    prefix: AttrValue,
}

impl Links {
    /// From a page at this address below the root: `../../` from `postgresql/business/`.
    pub fn from_page(address: &str) -> Self {
        Self {
            prefix: "../".repeat(address.matches('/').count()).into(),
        }
    }

    /// From a page whose depth nobody knows, to a root that is known.
    pub fn from_root(root: impl Into<AttrValue>) -> Self {
        Self {
            prefix: root.into(),
        }
    }

    /// The link to an address below the root.
    pub fn to(&self, address: &str) -> AttrValue {
        match (self.prefix.as_str(), address) {
            ("", "") => AttrValue::Static("./"),
            (prefix, address) => AttrValue::from(format!("{prefix}{address}")),
        }
    }
}
