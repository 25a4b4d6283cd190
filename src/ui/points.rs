//! The table of all restore points. Emits `points`.

use super::element::{Element, classed, el};
use crate::report::RestorePointTable;

/// The table, behind a line that opens it.
pub fn points(points: &RestorePointTable) -> Element {
    let head = |text| el("th").attr("scope", "col").text(text);
    let rows = points.rows.iter().map(|point| {
        let rule = points
            .rules
            .get(point.rule_index)
            .map_or("", String::as_str);
        el("tr")
            .with(el("td").words(&point.taken))
            .with(el("td").words(&point.expires))
            .with(el("td").words(rule))
            .into()
    });
    let table = el("table")
        .with(el("caption").words(&points.caption))
        .with(
            el("thead").with(
                el("tr")
                    .with(head("Taken"))
                    .with(head("Disappears"))
                    .with(head("Kept by the rule")),
            ),
        )
        .with(el("tbody").children(rows));
    classed("details", "points")
        .with(el("summary").words(&format!("All restore points: {}", points.rows.len())))
        .with(
            classed("section", "points-scroll")
                .attr("tabindex", "0")
                .attr("aria-label", "Restore points")
                .with(table),
        )
}
