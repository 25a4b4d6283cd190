//! What the policy means. Knows no Yew, no browser and no clock: everything here is a function of its arguments.

pub mod address;
mod check;
pub mod matrix;
pub mod policy;
pub mod raw;
pub mod schedule;
pub mod selection;
pub mod units;

pub use policy::{Cell, Clause, Fact, Plan, Policy, Service, Tool, Topic};
pub use schedule::{Keep, RecoveryMode, Schedule, Tier};
pub use selection::{Page, PlanId, Selection, ServiceId};
pub use units::{Hours, Minutes};
