//! What follows the metrics of an answer.

use yew::prelude::*;

use super::power_off::power_off_section;
use super::restore_points::restore_point_table;
use super::tools::tools;
use crate::report::{AnswerKind, PlanReport, PowerOffReport, RestorePointTable};
use crate::ui::action::CopyFeedback;
use crate::ui::env::use_env;
use crate::ui::form::FieldState;
use crate::ui::links::Links;
use crate::ui::section::section;
use crate::ui::shared::Shared;

/// Props of [`AnswerDetails`].
#[derive(Properties, PartialEq)]
pub struct AnswerDetailsProps {
    /// The report.
    pub report: Shared<PlanReport>,
    /// The restore points, if there are any to choose from.
    pub restore_points: Option<Shared<RestorePointTable>>,
    /// The report on a power-off, if the plan is offered.
    pub power_off: Option<Shared<PowerOffReport>>,
    /// Field for the day of the power-off.
    pub power_off_field: FieldState,
    /// Path that a calendar entry names.
    pub standalone_path: AttrValue,
    /// Outcome of the last copy.
    pub copy_feedback: Option<CopyFeedback>,
    /// Builder of links.
    pub links: Links,
}

/// Restore points, sections, the power-off clock and the export tools.
#[component]
pub fn AnswerDetails(props: &AnswerDetailsProps) -> Html {
    let AnswerDetailsProps {
        report,
        power_off,
        power_off_field,
        standalone_path,
        copy_feedback,
        ..
    } = props;
    let env = use_env();
    // Without backups, the first section says what to use instead, and the tools follow it.
    let leading =
        usize::from(report.answer_kind == AnswerKind::NoBackups).min(report.sections.len());
    let (first, others) = report.sections.split_at(leading);
    let (failures, others) = others.split_at(others.len().min(1));
    html! {
        <div class="answer-details">
            if let Some(table) = &props.restore_points {
                { restore_point_table(table) }
            }
            for one in first {
                { section(one) }
            }
            if !report.export_remarks.is_empty() {
                { tools(report, copy_feedback.as_ref(), &env) }
            }
            for one in failures {
                { section(one) }
            }
            if let Some(power_off) = power_off {
                { power_off_section(power_off, power_off_field, standalone_path) }
            }
            for one in others {
                { section(one) }
            }
        </div>
    }
}
