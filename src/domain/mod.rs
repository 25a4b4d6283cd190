//! What the policy means. Knows no Yew, no browser and no clock: everything here is a function of its arguments.

pub mod display;
pub mod edition;
pub mod ids;
pub mod natural_time;
pub mod persistence;
pub mod policy;
pub mod policy_file;
pub mod query;
pub mod raw;
pub mod recovery;
pub mod requirements;
pub mod restore_points;
pub mod review;
pub mod scenario;
pub mod schedule;
pub mod selection;
pub mod stack;
pub mod text;
pub mod time;
pub mod units;
pub mod url;
mod validation;

pub use display::{DisplayOptions, EmbedMode, Theme};
pub use ids::{PlanId, ServiceId};
pub use policy::{Cell, Clause, Fact, Plan, Policy, Service, Tool, Topic};
pub use requirements::Requirements;
pub use scenario::{IncidentInput, Scenario, ServiceOptions};
pub use schedule::{RecoveryMode, Retention, Schedule, Tier};
pub use selection::{Page, Selection};
pub use time::{TimeOfDay, TimeZone, Timestamp};
pub use units::{Hours, Minutes};
