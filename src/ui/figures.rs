//! The figures of an answer. Emits `figures`, `value`.

use super::element::{Element, classed, el};
use super::said::said;
use crate::report::Figure;

/// The figures as a list of terms and values.
pub fn figures(figures: &[Figure]) -> Element {
    classed("dl", "figures").children(figures.iter().map(|figure| {
        let details = figure
            .details
            .iter()
            .map(|detail| el("dd").with(said(detail)).into());
        el("div")
            .with(el("dt").text(figure.term))
            .with(classed("dd", "value").words(&figure.value))
            .children(details)
            .into()
    }))
}
