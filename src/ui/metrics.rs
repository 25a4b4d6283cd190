//! The metrics of an answer.

use yew::prelude::*;

use super::statement::statement;
use crate::report::Metric;

/// Returns metrics with their notes.
pub fn metrics(metrics: &[Metric]) -> Html {
    html! {
        <dl class="metrics">
            for metric in metrics {
                <div>
                    <dt>{ metric.label }</dt>
                    <dd class="metric-value">{ &metric.value }</dd>
                    for note in &metric.notes {
                        <dd>{ statement(note) }</dd>
                    }
                </div>
            }
        </dl>
    }
}
