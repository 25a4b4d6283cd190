//! The metrics of a plan.

use yew::prelude::*;

use crate::report::PlanReport;
use crate::ui::metrics::metric_list;
use crate::ui::shared::Shared;

/// Props of [`PlanMetrics`].
#[derive(Properties, PartialEq)]
pub struct PlanMetricsProps {
    /// The report.
    pub report: Shared<PlanReport>,
}

/// The metrics of a plan. They do not depend on an incident.
#[component]
pub fn PlanMetrics(props: &PlanMetricsProps) -> Html {
    metric_list(&props.report.metrics)
}
