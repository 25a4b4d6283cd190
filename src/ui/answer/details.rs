//! What follows the picture of an answer.

use yew::prelude::*;

use super::countdown::countdown_section;
use super::restore_points::restore_point_table;
use super::tools::tools;
use crate::report::{CountdownReport, PlanReport, RestorePointTable, Section, labels};
use crate::ui::action::CopyFeedback;
use crate::ui::env::use_env;
use crate::ui::form::FieldState;
use crate::ui::links::Links;
use crate::ui::metrics::metric_list;
use crate::ui::section::{disclosure, section_block};
use crate::ui::shared::Shared;

/// Props of [`AnswerDetails`].
#[derive(Properties, PartialEq)]
pub struct AnswerDetailsProps {
    /// The report.
    pub report: Shared<PlanReport>,
    /// The restore points, if there are any to choose from.
    pub restore_points: Option<Shared<RestorePointTable>>,
    /// The countdowns after a power-off and after a deletion, as far as there are any.
    pub countdowns: Shared<Vec<CountdownReport>>,
    /// One field for each of the countdowns, for the day from which it counts.
    pub countdown_fields: Vec<FieldState>,
    /// Path that a calendar entry names.
    pub standalone_path: AttrValue,
    /// Outcome of the last copy.
    pub copy_feedback: Option<CopyFeedback>,
    /// Builder of links.
    pub links: Links,
}

/// Metrics, restore points, sections, the countdowns and the export tools.
#[component]
pub fn AnswerDetails(props: &AnswerDetailsProps) -> Html {
    let AnswerDetailsProps {
        report,
        countdowns,
        countdown_fields,
        standalone_path,
        copy_feedback,
        ..
    } = props;
    let env = use_env();
    html! {
        <div class="answer-details">
            if let Some(section) = &report.alternatives {
                { section_block(section, true) }
            }
            if !report.further_metrics().is_empty() {
                { retention(report, props.restore_points.as_deref()) }
            }
            if !report.export_remarks.is_empty() {
                { tools(report, copy_feedback.as_ref(), &env) }
            }
            for section in &report.sections {
                { section_block(section, false) }
                if section.id == Section::FAILURES {
                    for (countdown, field) in countdowns.iter().zip(countdown_fields) {
                        { countdown_section(countdown, field, standalone_path, &env) }
                    }
                }
            }
        </div>
    }
}

/// Returns the metrics and the table of all restore points.
fn retention(report: &PlanReport, table: Option<&RestorePointTable>) -> Html {
    let content = html! {
        <div>
            { metric_list(report.further_metrics()) }
            if let Some(table) = table {
                { restore_point_table(table) }
            }
        </div>
    };
    disclosure(
        "retention",
        labels::RETENTION,
        &report.retention_summary(),
        false,
        content,
    )
}
