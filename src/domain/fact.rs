//! What the policy says beside its table: facts, and the clauses that they rest on.

use serde::{Deserialize, Serialize};

use super::persistence::PersistenceState;
use super::restore_guide::DocPage;

/// What a fact is about: decides where a page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
pub enum Topic {
    /// Whether and by whom a backup can be reached.
    Access,
    /// What the user may change.
    Adjust,
    /// What must hold for the answer to be true.
    Condition,
    /// Another answer that the documentation gives for the same figure.
    Contradiction,
    /// How long backups outlive a service that is deleted.
    Deletion,
    /// That the service no longer exists.
    Ended,
    /// What an export does not give.
    ExportCaveat,
    /// What to use where there are no backups.
    Instead,
    /// Where backups are.
    Location,
    /// How late the archived log may be.
    LogDelay,
    /// What follows after a long time powered off.
    LongPowerOff,
    /// Why there is no point-in-time recovery.
    NoPitr,
    /// What happens when a node fails.
    NodeFailure,
    /// Anything else worth knowing of the service.
    Note,
    /// How point-in-time recovery comes about.
    Pitr,
    /// What is lost at power-off.
    PowerOff,
    /// What is restored at power-on.
    PowerOn,
    /// What to export with where no tool is named.
    StandardTooling,
    /// Why there are no backups.
    WhyNone,
}

/// One thing the document says, in the calculator's words, with the clause it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "site",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// One sentence.
    pub text: String,
    /// Id of the clause it rests on.
    pub clause: String,
    /// The plans it holds for, by slug; without it, all.
    #[serde(default)]
    pub plans: Option<Vec<String>>,
    /// Whether it holds only with the service's setting on, or off; without it, both ways.
    #[serde(default)]
    pub persistence: Option<PersistenceState>,
}

impl Fact {
    /// Creates a fact that holds for all plans.
    pub fn new(topic: Topic, text: String, clause: &str) -> Self {
        Self {
            topic,
            text,
            clause: clause.to_owned(),
            plans: None,
            persistence: None,
        }
    }
}

/// A place in the document, or on another page of the documentation: its section and a short quote, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its name, stable between editions.
    pub id: String,
    /// Heading of the section.
    pub section: String,
    /// The document's own words; empty for a remark, which is in other words.
    pub quote: String,
    /// The page that the section is on; `None` for the document itself.
    pub page: Option<DocPage>,
}
