//! The report on a service and plan as published JSON, with a fixed order of keys. The doc comments of the types are the
//! descriptions of the published schema.

use serde::Serialize;

use crate::domain::{Clause, RecoveryMode, Retention, Tier};
use crate::report::{AnswerKind, PlanReport, RecommendedTool};

/// A cell of the matrix as published under `api/v1/`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "CellObject"))]
pub struct CellJson {
    /// Year and month of the policy, as YYYY-MM.
    pub edition: String,
    /// The service in addresses.
    pub service: String,
    /// The service in full.
    pub service_name: String,
    /// The service type in the platform's API.
    pub service_type: String,
    /// The plan in addresses.
    pub plan: String,
    /// The document's own words.
    pub policy_text: String,
    /// Whether the plan exists for the service.
    pub offered: bool,
    /// Whether anything is backed up.
    pub backups: bool,
    /// Whether the user can choose and start a restore.
    pub user_restorable: bool,
    /// How a restore is done; null where the user cannot restore.
    pub recovery_mode: Option<RecoveryMode>,
    /// What is taken and kept, finest interval first.
    pub tiers: Vec<TierJson>,
    /// Backups that exist at once, base backups under PITR; null where there is none to choose.
    pub restore_points: Option<u32>,
    /// How far back there surely is a restore point; null likewise.
    pub guaranteed_window_hours: Option<u32>,
    /// How far back it goes just before the oldest backup disappears; null likewise.
    pub best_case_window_hours: Option<u32>,
    /// The most that can be lost of the latest state; null likewise.
    pub worst_case_loss_minutes: Option<u32>,
    /// The export tools the policy recommends for the service.
    pub export_tools: Vec<ToolJson>,
    /// The clauses the report rests on.
    pub clauses: Vec<ClauseJson>,
    /// The page of the cell, from the site's root.
    pub page: String,
}

/// A tier of backups; of the two keep rules the one that does not apply is null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "TierObject"))]
pub struct TierJson {
    /// Hours from one backup to the next.
    pub interval_hours: u32,
    /// How many backups are kept.
    pub keep_count: Option<u32>,
    /// Until which age backups are kept.
    pub keep_age_hours: Option<u32>,
}

/// An export tool.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "ToolObject"))]
pub struct ToolJson {
    /// The program's name.
    pub name: String,
    /// A command that works, once its placeholders in capitals are filled in.
    pub command: String,
    /// Its documentation.
    pub url: String,
}

/// A place in the document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "ClauseObject"))]
pub struct ClauseJson {
    /// Its name, stable between editions.
    pub id: String,
    /// Heading of the section.
    pub section: String,
    /// The document's own words.
    pub quote: String,
}

impl CellJson {
    /// Builds the object of a report.
    pub fn new(report: &PlanReport) -> Self {
        let schedule = report.schedule.as_ref();
        Self {
            edition: report.edition.to_string(),
            service: report.service.slug.clone(),
            service_name: report.service.name.clone(),
            service_type: report.service.service_type.clone(),
            plan: report.plan.slug.clone(),
            policy_text: report.table_clause.quote.clone(),
            offered: report.answer_kind != AnswerKind::NotOffered,
            backups: !matches!(
                report.answer_kind,
                AnswerKind::NotOffered | AnswerKind::NoBackups
            ),
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
            clauses: report.clauses().into_iter().map(ClauseJson::from).collect(),
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
