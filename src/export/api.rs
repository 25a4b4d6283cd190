//! The report on a service and plan as published JSON, with a fixed order of keys. The doc comments of the types are the
//! descriptions of the published schema.

use serde::Serialize;

use crate::domain::{Clause, Policy, RecoveryMode, Retention, Tier};
use crate::report::{PlanReport, RecommendedTool};

/// A cell of the matrix as published under `api/v1/`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "CellObject"))]
pub struct CellJson {
    /// Policy edition, YYYY-MM.
    pub edition: String,
    /// Service slug.
    pub service: String,
    /// Full service name.
    pub service_name: String,
    /// Service type in the Aiven API.
    pub service_type: String,
    /// Plan slug.
    pub plan: String,
    /// Policy text, word for word.
    pub policy_text: String,
    /// Whether the plan is available.
    pub offered: bool,
    /// Whether Aiven takes backups.
    pub backups: bool,
    /// Whether you can choose a restore point; `false` also where the policy states no schedule.
    pub user_restorable: bool,
    /// Recovery mode, or null if you can't restore.
    pub recovery_mode: Option<RecoveryMode>,
    /// Backup tiers, shortest interval first.
    pub tiers: Vec<TierJson>,
    /// Number of restore points (base backups with PITR), or null.
    pub restore_points: Option<u32>,
    /// Minimum age of the oldest restore point in hours, or null.
    pub guaranteed_window_hours: Option<u32>,
    /// Maximum age of the oldest restore point in hours, or null.
    pub best_case_window_hours: Option<u32>,
    /// Maximum data loss (RPO) in minutes, or null.
    pub worst_case_loss_minutes: Option<u32>,
    /// Export tools that the policy recommends.
    pub export_tools: Vec<ToolJson>,
    /// Policy quotes for this result.
    pub clauses: Vec<ClauseJson>,
    /// Path of the result page.
    pub page: String,
}

/// A backup tier. One of `keep_count` and `keep_age_hours` is null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "TierObject"))]
pub struct TierJson {
    /// Hours between backups.
    pub interval_hours: u32,
    /// Number of backups kept, or null.
    pub keep_count: Option<u32>,
    /// Maximum age in hours, or null.
    pub keep_age_hours: Option<u32>,
}

/// An export tool.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "ToolObject"))]
pub struct ToolJson {
    /// Tool name.
    pub name: String,
    /// Command. Replace the uppercase placeholders.
    pub command: String,
    /// Documentation URL.
    pub url: String,
}

/// A policy quote.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "ClauseObject"))]
pub struct ClauseJson {
    /// Stable ID.
    pub id: String,
    /// Section heading.
    pub section: String,
    /// Policy text, word for word.
    pub quote: String,
}

impl CellJson {
    /// Builds the object of a report. A service that has ended is not offered and has no backups, whatever the table says.
    pub fn new(policy: &Policy, report: &PlanReport) -> Self {
        let cell = policy.cell_today(report.service.id, report.plan.id);
        let schedule = report.schedule.as_ref();
        Self {
            edition: report.edition.to_string(),
            service: report.service.slug.clone(),
            service_name: report.service.name.clone(),
            service_type: report.service.service_type.clone(),
            plan: report.plan.slug.clone(),
            policy_text: report.table_clause.quote.clone(),
            offered: cell.is_offered(),
            backups: cell.has_backups(),
            user_restorable: schedule.is_some(),
            recovery_mode: schedule.map(|schedule| schedule.mode()),
            tiers: schedule
                .map(|schedule| schedule.tiers().iter().map(TierJson::from).collect())
                .unwrap_or_default(),
            restore_points: schedule.map(|schedule| schedule.restore_point_count()),
            guaranteed_window_hours: schedule.map(|schedule| schedule.guaranteed_window().get()),
            best_case_window_hours: schedule.map(|schedule| schedule.best_case_window().get()),
            worst_case_loss_minutes: schedule.map(|schedule| schedule.worst_case_loss().get()),
            export_tools: report.tools.iter().map(ToolJson::from).collect(),
            clauses: report
                .clauses()
                .into_iter()
                // What is known after the edition is no part of it.
                .filter(|clause| !clause.quote.is_empty())
                .map(|clause| ClauseJson::from(&**clause))
                .collect(),
            page: format!("/{}", report.path),
        }
    }
}

impl From<&Tier> for TierJson {
    fn from(tier: &Tier) -> Self {
        let (keep_count, keep_age_hours) = match tier.retention() {
            Retention::Count(count) => (Some(count), None),
            Retention::Age(age) => (None, Some(age.get())),
        };
        Self {
            interval_hours: tier.interval().get(),
            keep_count,
            keep_age_hours,
        }
    }
}

impl From<&RecommendedTool> for ToolJson {
    fn from(recommended: &RecommendedTool) -> Self {
        let tool = &recommended.tool;
        Self {
            name: tool.name.clone(),
            command: tool.command.clone(),
            url: tool.url.clone(),
        }
    }
}

impl From<&Clause> for ClauseJson {
    fn from(clause: &Clause) -> Self {
        Self {
            id: clause.id.clone(),
            section: clause.section.clone(),
            quote: clause.quote.clone(),
        }
    }
}
