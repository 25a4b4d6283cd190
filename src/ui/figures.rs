//! The figures of an answer. Emits `figures`, `value`.

use super::element::{Element, classed, el};
use super::said::said;
use crate::report::Metric;

/// The figures as a list of terms and values.
pub fn figures(figures: &[Metric]) -> Element {
    classed("dl", "figures").children(figures.iter().map(|figure| {
        let details = figure
            .notes
            .iter()
            .map(|detail| el("dd").with(said(detail)).into());
        el("div")
            .with(el("dt").text(figure.label))
            .with(classed("dd", "value").words(&figure.value))
            .children(details)
            .into()
    }))
}
