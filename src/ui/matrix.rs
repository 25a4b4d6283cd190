//! The matrix, which is the picker: every cell is a link that names its answer.
//! Emits `matrix`, `matrix-plan`, `matrix-parts`; state through `aria-current` and `data-kind`.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Element, classed, el};
use super::mark::mark;
use super::{Links, ShellProps};
use crate::report::matrix::{MatrixCell, Row};
use crate::report::{Label, Matrix, PlanName};

/// The id of a cell's link.
pub fn cell_id(service: &str, plan: &str) -> String {
    format!("cell-{service}-{plan}")
}

/// The id of the link at the head of a row.
pub fn row_id(service: &str) -> String {
    format!("row-{service}")
}

/// The matrix. Roles are spelled out because narrow screens lay the table out as a grid.
pub fn matrix(props: &ShellProps) -> Element {
    let heads = props
        .matrix
        .plans
        .iter()
        .map(|plan| head().words(&plan.name).into());
    let rows = props.matrix.rows.iter().enumerate().map(|(index, row)| {
        let current = (props.selection.service() == Some(row.id)).then(|| {
            props.selection.cell().map_or(Current::Service, |(_, plan)| Current::Cell(plan))
        });
        html! { <MatrixRow matrix={props.matrix.clone()} {index} {current} links={props.links.clone()} /> }
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
        .with(table)
}

fn tr() -> Element {
    el("tr").attr("role", "row")
}

fn head() -> Element {
    el("th").attr("role", "columnheader").attr("scope", "col")
}

/// What of a row is on the screen.
#[derive(Clone, Copy, PartialEq)]
enum Current {
    Service,
    Cell(crate::domain::PlanId),
}

#[derive(Clone, Properties)]
struct RowProps {
    matrix: Rc<Matrix>,
    index: usize,
    current: Option<Current>,
    links: Links,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.matrix, &other.matrix)
            && (self.index, self.current) == (other.index, other.current)
            && self.links == other.links
    }
}

/// A component of its own, so that a change of selection draws the two rows anew that it concerns.
struct MatrixRow;

impl Component for MatrixRow {
    type Message = ();
    type Properties = RowProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RowProps {
            matrix,
            index,
            current,
            links,
        } = ctx.props();
        let row = &matrix.rows[*index];
        let service = el("a")
            .set("id", row_id(&row.service.slug).into())
            .set("href", links.to(&row.address))
            .maybe(
                "aria-current",
                (*current == Some(Current::Service)).then_some("page"),
            )
            .words(&row.service.short_name);
        let cells = row.cells.iter().zip(&matrix.plans).map(|(cell, plan)| {
            let chosen = *current == Some(Current::Cell(cell.id));
            let link =
                cell_link(row, cell, plan, links).maybe("aria-current", chosen.then_some("page"));
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
