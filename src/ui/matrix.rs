//! The matrix, which is the picker: every cell is a link that names its answer.
//! Emits `matrix`, `matrix-plan`, `matrix-parts`; state through `aria-current` and `data-kind`.

use yew::Html;

use super::element::{Element, classed, el};
use super::mark::mark;
use super::{Links, ShellProps};
use crate::report::matrix::{MatrixCell, Row};
use crate::report::{Label, PlanName};

/// The id of a cell's link.
pub fn cell_id(service: &str, plan: &str) -> String {
    format!("cell-{service}-{plan}")
}

/// The id of the link at the head of a row.
pub fn row_id(service: &str) -> String {
    format!("row-{service}")
}

/// The matrix. Roles are spelled out because its rows are laid out as grids.
pub fn matrix(props: &ShellProps) -> Element {
    let heads = props
        .matrix
        .plans
        .iter()
        .map(|plan| head().words(&plan.name).into());
    let rows = props.matrix.rows.iter().map(|row| body_row(props, row));
    let table = el("table")
        .attr("role", "table")
        .onkeydown(props.onkeydown.clone())
        .with(
            el("thead")
                .attr("role", "rowgroup")
                .with(tr().with(head().text("Service")).children(heads)),
        )
        .with(el("tbody").attr("role", "rowgroup").children(rows));
    classed("nav", "matrix")
        .attr("aria-label", "Services and plans")
        .with(table)
}

fn tr() -> Element {
    el("tr").attr("role", "row")
}

fn head() -> Element {
    el("th").attr("role", "columnheader").attr("scope", "col")
}

/// No component of its own: Yew draws components one after the other and may pause between them, and links of two
/// pages must never stand in one table.
fn body_row(props: &ShellProps, row: &Row) -> Html {
    let current = |cell: Option<&MatrixCell>| {
        let chosen = props.selection.service() == Some(row.id)
            && props.selection.cell().map(|(_, plan)| plan) == cell.map(|cell| cell.id);
        chosen.then_some("page")
    };
    let service = el("a")
        .set("id", row_id(&row.service.slug).into())
        .set("href", props.links.to(&row.address))
        .maybe("aria-current", current(None))
        .words(&row.service.short_name);
    let cells = row
        .cells
        .iter()
        .zip(&props.matrix.plans)
        .map(|(cell, plan)| {
            let link =
                cell_link(row, cell, plan, &props.links).maybe("aria-current", current(Some(cell)));
            el("td").attr("role", "cell").with(link).into()
        });
    tr().with(
        el("th")
            .attr("role", "rowheader")
            .attr("scope", "row")
            .with(service),
    )
    .children(cells)
    .into()
}

fn cell_link(row: &Row, cell: &MatrixCell, plan: &PlanName, links: &Links) -> Element {
    el("a")
        .set("id", cell_id(&row.service.slug, &plan.slug).into())
        .set("href", links.to(&cell.address))
        .attr("data-kind", cell.kind.slug())
        .with(classed("span", "visually-hidden").words(&format!("{} ", row.service.short_name)))
        .with(classed("span", "matrix-plan").words(&format!("{} ", plan.name)))
        .with(mark(cell.kind))
        .with(parts(&cell.label))
}

/// A label whose parts stand on lines of their own.
pub fn parts(label: &Label) -> Element {
    let mut parts = classed("span", "matrix-parts");
    for (index, part) in label.0.iter().enumerate() {
        if index > 0 {
            parts = parts.with(classed("span", "visually-hidden").text(" · "));
        }
        parts = parts.with(el("span").words(part));
    }
    parts
}
