//! What the policy means. Knows no Yew, no browser and no clock: everything here is a function of its arguments.

pub mod address;
mod check;
pub mod edition;
pub mod listing;
pub mod look;
pub mod matrix;
pub mod moment;
pub mod needs;
pub mod packed;
pub mod phrase;
pub mod policy;
pub mod power;
pub mod probe;
pub mod query;
pub mod raw;
pub mod schedule;
pub mod selection;
pub mod stack;
pub mod text;
pub mod units;
pub mod whatif;

pub use look::{Embed, Look, Theme};
pub use moment::{Moment, TimeOfDay, Zone};
pub use needs::Needs;
pub use policy::{Cell, Clause, Fact, Plan, Policy, Service, Tool, Topic};
pub use schedule::{Keep, RecoveryMode, Schedule, Tier};
pub use selection::{Page, PlanId, Selection, ServiceId};
pub use units::{Hours, Minutes};
pub use whatif::WhatIf;
