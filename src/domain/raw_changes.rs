//! What a policy file says of other times than its own: changes since the edition before, and remarks on what came after.

use serde::Deserialize;

use super::restore_guide::DocPage;

/// What a change concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum ChangeKind {
    /// A service: whether there is one, or its name.
    Service,
    /// A plan.
    Plan,
    /// A rule of the policy.
    #[default]
    Rule,
    /// An export tool.
    Tool,
    /// None of the policy: it came after the last edition.
    #[serde(skip)]
    Remark,
}

impl ChangeKind {
    /// Returns its name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Service => "service",
            ChangeKind::Plan => "plan",
            ChangeKind::Rule => "rule",
            ChangeKind::Tool => "tool",
            ChangeKind::Remark => "remark",
        }
    }
}

/// A change since the edition before, as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Change"))]
pub struct RawChange {
    /// The day on which the documentation changed, as YYYY-MM-DD.
    pub since: String,
    /// What it concerns; without it, a rule.
    #[serde(default)]
    pub kind: ChangeKind,
    /// What changed, in one or two sentences.
    pub text: String,
    /// The services that it concerns, by slug; without them, all.
    #[serde(default)]
    pub services: Vec<String>,
    /// Id of the clause in which the edition before speaks of it; without it, that edition says nothing of it.
    #[serde(default)]
    pub before: Option<String>,
    /// Id of the clause of this edition; without it, this edition says nothing of it.
    #[serde(default)]
    pub after: Option<String>,
}

/// A service that the edition before has, and this one has not, as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "GoneService"))]
pub struct RawGoneService {
    /// Its name in addresses in the edition before.
    pub slug: String,
    /// The day on which it left the table, as YYYY-MM-DD.
    pub left_table: String,
    /// The day since which it no longer exists, as YYYY-MM-DD; without it, none is known.
    #[serde(default)]
    pub ended: Option<String>,
    /// The page that says so; without it, only the table does.
    #[serde(default)]
    pub page: Option<DocPage>,
}

/// What is known after the date of the edition, as written.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
#[cfg_attr(feature = "site", schemars(rename = "Remark"))]
pub struct RawRemark {
    /// Its name, stable between editions.
    pub id: String,
    /// The day on which the documentation changed, as YYYY-MM-DD.
    pub on: String,
    /// What it says since then, in one or two sentences.
    pub text: String,
    /// The services that it concerns, by slug; without them, all.
    #[serde(default)]
    pub services: Vec<String>,
    /// The day since which these services no longer exist, as YYYY-MM-DD, once it has passed; without it, they do.
    #[serde(default)]
    pub ended: Option<String>,
    /// The page that says so.
    pub page: DocPage,
}
