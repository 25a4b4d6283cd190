//! The matrix, which is the picker: every cell is a link that names its answer.
//! Emits `matrix`, `matrix-plan`, `matrix-parts`, `matrix-line`, `why`; state through `aria-current`, `data-kind` and
//! `data-short`.

use yew::{AttrValue, Html};

use super::ShellProps;
use super::element::{Element, classed, el};
use super::mark::mark;
use super::needs::needs;
use super::stack::pick;
use crate::report::matrix::{MatrixCell, Row};
use crate::report::plan_finder::{CellMatch, ServiceMatch};
use crate::report::{Label, PlanFinderResult, PlanRef};

/// The id of a cell's link.
pub fn cell_element_id(service: &str, plan: &str) -> String {
    format!("cell-{service}-{plan}")
}

/// The id of the link at the head of a row.
pub fn row_element_id(service: &str) -> String {
    format!("row-{service}")
}

/// The matrix below the needs finder. Roles are spelled out because its rows are laid out as grids.
pub fn matrix(props: &ShellProps) -> Element {
    let finding = PlanFinderResult::new(&props.policy, &props.selection.scenario.requirements);
    let heads = props
        .matrix
        .plans
        .iter()
        .map(|plan| head().words(&plan.name).into());
    let rows = props.matrix.rows.iter().enumerate().map(|(index, row)| {
        let found = finding.as_ref().and_then(|finding| finding.rows.get(index));
        body_row(props, row, found)
    });
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
        .with(needs(props, finding.as_ref()))
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
fn body_row(props: &ShellProps, row: &Row, found: Option<&ServiceMatch>) -> Html {
    let current = |cell: Option<&MatrixCell>| {
        let chosen = props.selection.service() == Some(row.id)
            && props.selection.service_and_plan().map(|(_, plan)| plan) == cell.map(|cell| cell.id);
        chosen.then_some("page")
    };
    // Keys, so that a link stays the same element when what is said of it comes or goes.
    let service = el("a")
        .key("link")
        .set("id", row_element_id(&row.service.slug).into())
        .set("href", props.links.page_href(&row.path))
        .maybe("aria-current", current(None))
        .words(&row.service.short_name);
    let mut head = el("th")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .with(service);
    if let Some(found) = found {
        head = head.with(
            classed("p", "matrix-line")
                .key("line")
                .words(&found.summary),
        );
    }
    let cells = row.cells.iter().zip(&props.matrix.plans).enumerate();
    let cells = cells.map(|(index, (cell, plan))| {
        let link = cell_link(props, row, cell, plan).maybe("aria-current", current(Some(cell)));
        let link = pick(link, props, (row.id, cell.id));
        let found = found.and_then(|found| found.cells.get(index));
        let cell = el("td").attr("role", "cell");
        match found {
            Some(found) => judged(
                cell,
                link,
                found,
                &cell_element_id(&row.service.slug, &plan.slug),
            ),
            None => cell.with(link),
        }
        .into()
    });
    tr().with(head).children(cells).into()
}

/// A cell with what the needs finder says of it; the words are part of what a screen reader says of the link.
fn judged(cell: Element, link: Element, found: &CellMatch, id: &str) -> Element {
    let link = link.maybe("data-short", found.is_unmet.then_some(""));
    if found.reason.is_empty() {
        return cell.with(link);
    }
    let id = AttrValue::from(format!("why-{id}"));
    let why = classed("p", "why")
        .key("why")
        .set("id", id.clone())
        .words(&found.reason);
    cell.with(link.set("aria-describedby", id)).with(why)
}

fn cell_link(props: &ShellProps, row: &Row, cell: &MatrixCell, plan: &PlanRef) -> Element {
    el("a")
        .key("link")
        .set("id", cell_element_id(&row.service.slug, &plan.slug).into())
        .set("href", props.links.page_href(&cell.path))
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
