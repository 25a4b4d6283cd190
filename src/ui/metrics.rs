//! The metrics of an answer.

use yew::prelude::*;

use super::statement::quote;
use crate::report::{Metric, Statement};

/// Returns metrics, each with the mark of its source, which opens its notes.
pub fn metric_list(metrics: &[Metric]) -> Html {
    html! {
        <dl class="metrics">
            for metric in metrics {
                <div>
                    <dt>{ metric.label }</dt>
                    <dd class="metric-value">{ &metric.value }</dd>
                    if let Some(Statement { source, .. }) = metric.notes.first() {
                        <dd>
                            <details class="source" name="source">
                                <summary>{ source.mark() }</summary>
                                <div>
                                    for note in &metric.notes {
                                        <p>{ &note.text }</p>
                                        { for note.clause().map(|clause| quote(clause)) }
                                    }
                                </div>
                            </details>
                        </dd>
                    }
                </div>
            }
        </dl>
    }
}
