//! The view model: reports with every sentence, metric and link that pages and exports show.
//!
//! [`PageContent`] has all reports on a selection, built from the policy, the [`Selection`](crate::domain::Selection) and a
//! [`TimeContext`]. Pages and exports read the same content, so that they cannot disagree. What depends on the policy alone is built
//! where it is needed: the [`Matrix`], and the [`PlanReport`]s of the API and the cards. Reports know no Yew, no browser, no markup
//! and no clock: they hold texts, numbers, and paths relative to the root of the site.

mod answer_kind;
mod context;
pub mod countdown;
mod facts;
pub mod format;
mod headline;
pub mod incident;
pub mod labels;
pub mod ladder;
mod link;
pub mod matrix;
mod metrics;
pub mod page;
pub mod persistence;
mod plan;
pub mod plan_finder;
mod power_statements;
mod refs;
pub mod restore_points;
mod sections;
pub mod service;
pub mod stack;
mod statement;
mod time_context;
pub mod url_warning;

pub use answer_kind::AnswerKind;
pub use countdown::{CountdownEvent, CountdownReport};
pub use headline::Label;
pub use incident::IncidentReport;
pub use ladder::Ladder;
pub use link::PageLink;
pub use matrix::Matrix;
pub use page::{AnswerContent, NotFoundContent, PageContent, Panel};
pub use persistence::SettingToggle;
pub use plan::{PlanLink, PlanReport};
pub use plan_finder::PlanFinderResult;
pub use refs::{PlanRef, ServiceRef};
pub use restore_points::RestorePointTable;
pub use service::ServiceReport;
pub use stack::StackReport;
pub use statement::{
    LabeledValue, Metric, RecommendedTool, Section, Source, Statement, StatementGroup,
};
pub use time_context::TimeContext;
