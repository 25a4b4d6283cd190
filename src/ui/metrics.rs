//! The metrics of an answer.

use yew::prelude::*;

use super::statement::statement_block;
use crate::report::Metric;

/// Returns metrics with their notes.
pub fn metric_list(metrics: &[Metric]) -> Html {
    html! {
        <dl class="metrics">
            for metric in metrics {
                <div>
                    <dt>{ metric.label }</dt>
                    <dd class="metric-value">{ &metric.value }</dd>
                    for note in &metric.notes {
                        <dd>{ statement_block(note) }</dd>
                    }
                </div>
            }
        </dl>
    }
}
