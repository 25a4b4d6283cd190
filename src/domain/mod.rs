//! The domain model. It depends on neither Yew nor the browser nor a clock: every result is a function of the
//! arguments.
//!
//! - **Policy**: one edition of the backup policy. It has a *cell* for each *service* on each *plan*: not offered, no
//!   backups, one backup for disaster recovery that only Aiven restores, or a *schedule*. *Facts* and *tools*
//!   refer to the *clause* of the document that they come from.
//! - **Schedule**: a *recovery mode* (basic, or point-in-time recovery, PITR) and *tiers*. A **tier** is the *interval*
//!   of backups and their *retention* rule (by count or by age). With PITR the backups are base backups, and a log
//!   between them is archived.
//! - **Restore point**: a backup that exists at a time. It has an age, and it expires at the maximum age of its tier.
//! - **Guaranteed window**: how far back a restore point exists at any time. **Best-case window**: how far back one
//!   exists just before the oldest one expires.
//! - **Worst-case loss**: upper bound of the loss of the latest state (recovery point objective, RPO).
//! - **Phase**: the age of the newest backup of the coarsest tier, in minutes. The policy does not state it, so results
//!   are *bounds* over all phases, unless the time of day of the backups is known.
//! - **Recoverability** of the state before an *incident*: certain, possible or impossible; with the **restore point**,
//!   the **data loss**, the **deadline** (when the restore point expires) and the **final deadline** (when the last
//!   backup from before the incident expires).
//! - **Common recovery point** of a *stack* (services that are used together): the latest time up to which every member
//!   has its data after a restore.
//! - **Requirements**: a minimum window, a maximum loss, and whether PITR is required.
//! - **Selection**: a *page* and a *scenario* (the visitor's input); all that a *URL* holds.

pub mod backup_settings;
pub mod changes;
mod derived_facts;
pub mod display;
pub mod edition;
pub mod editions;
pub mod fact;
pub mod ids;
pub mod natural_time;
pub mod other_edition;
pub mod parse_error;
pub mod persistence;
pub mod policy;
pub mod policy_file;
pub mod power_off;
pub mod query;
pub mod query_value;
pub mod raw;
pub mod raw_changes;
pub mod recovery;
pub mod requirements;
pub mod restore_guide;
pub mod restore_points;
pub mod scenario;
pub mod schedule;
pub mod selection;
pub mod stack;
pub mod text;
pub mod time;
pub mod tool;
pub mod units;
pub mod url;
mod validation;

pub use backup_settings::BackupSettings;
pub use display::{DisplayOptions, EmbedMode, Theme};
pub use fact::{Clause, Fact, Topic};
pub use ids::{PlanId, ServiceId};
pub use policy::{Cell, Plan, Policy, Service};
pub use requirements::Requirements;
pub use scenario::{IncidentInput, Scenario, ServiceOptions};
pub use schedule::{RecoveryMode, Retention, Schedule, Tier};
pub use selection::{Page, Selection};
pub use time::{TimeOfDay, TimeZone, Timestamp};
pub use tool::Tool;
pub use units::{Hours, Minutes};
