//! Export tools.

use serde::{Deserialize, Serialize};

/// An export tool the document recommends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Tool {
    /// The program's name.
    pub name: String,
    /// A command that works, once its placeholders in capitals are filled in.
    pub command: String,
    /// Its documentation.
    #[cfg_attr(feature = "site", schemars(regex(pattern = "^https://")))]
    pub url: String,
    /// Id of the clause that recommends it.
    pub clause: String,
    /// What to know before using it.
    #[serde(default)]
    pub note: Option<String>,
}
