//! Rows and cells of the matrix.

use yew::prelude::*;

use crate::domain::Page;
use crate::report::PlanRef;
use crate::report::matrix::{MatrixCell, Row};
use crate::report::plan_finder::CellMatch;
use crate::report::stack::StackToggle;
use crate::ui::inline::visually_hidden;
use crate::ui::label::label_lines;
use crate::ui::links::Links;

/// Returns the element id of a cell's link.
pub fn cell_element_id(service: &str, plan: &str) -> String {
    format!("cell-{service}-{plan}")
}

/// Returns the element id of the link at the head of a row.
pub fn row_element_id(service: &str) -> String {
    format!("row-{service}")
}

/// What a row shows beside the policy.
#[derive(Clone, Copy)]
pub struct RowState<'a> {
    /// The page that is shown.
    pub selected: &'a Page,
    /// Links of the cells that change the stack; empty on other pages.
    pub stack_toggles: &'a [Option<StackToggle>],
    /// The cells matched against the requirements; empty if there are none.
    pub cell_matches: &'a [CellMatch],
    /// Whether the page is the index, whose table is a chart and has the export tools.
    pub is_index: bool,
    /// Builder of links.
    pub links: &'a Links,
}

/// Returns the row of a service.
pub fn matrix_row(row: &Row, plans: &[PlanRef], state: RowState) -> Html {
    let is_selected = *state.selected == Page::Service(row.service.id);
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a
                    id={row_element_id(&row.service.slug)}
                    href={state.links.page_href(&row.service.path)}
                    aria-current={is_selected.then_some("page")}
                >
                    { &row.service.short_name }
                </a>
            </th>
            if state.is_index {
                <td role="cell" class="export-tools">{ &row.export_tools }</td>
            }
            for (column, (cell, plan)) in row.cells.iter().zip(plans).enumerate() {
                { matrix_cell(row, cell, plan, column, state) }
            }
        </tr>
    }
}

fn matrix_cell(
    row: &Row,
    cell: &MatrixCell,
    plan: &PlanRef,
    column: usize,
    state: RowState,
) -> Html {
    let toggle = state.stack_toggles.get(column).and_then(Option::as_ref);
    let cell_match = state.cell_matches.get(column);
    let id = cell_element_id(&row.service.slug, &plan.slug);
    let tooltip = cell_match.and_then(|cell_match| cell_match.reason.as_ref());
    let tooltip_id = tooltip.map(|_| format!("tooltip-{id}"));
    let is_unmet = cell_match.is_some_and(|cell_match| cell_match.is_unmet);
    let href = match toggle {
        Some(toggle) => state.links.href(&toggle.path),
        None => state.links.page_href(&cell.path),
    };
    let is_member = toggle.is_some_and(|toggle| toggle.is_member);
    let is_selected = *state.selected == Page::Answer(row.service.id, plan.id);
    let current = if is_member {
        Some("true")
    } else {
        is_selected.then_some("page")
    };
    html! {
        <td role="cell">
            <a
                {id}
                {href}
                data-kind={cell.kind.slug()}
                aria-current={current}
                data-unmet={is_unmet.then_some("")}
                aria-describedby={tooltip_id.clone()}
            >
                { visually_hidden(&format!("{} ", row.service.short_name)) }
                <span class="cell-plan">{ format!("{} ", plan.name) }</span>
                { label_lines(&cell.label) }
                if let Some(percent) = cell.retention_percent && state.is_index {
                    <svg class="retention-bar" width={format!("{percent}%")} aria-hidden="true" />
                }
                if toggle.is_some() {
                    { visually_hidden(toggle_text(is_member)) }
                }
            </a>
            if let Some(tooltip) = tooltip {
                <p class="cell-tooltip" id={tooltip_id}>{ tooltip }</p>
            }
        </td>
    }
}

fn toggle_text(is_member: bool) -> &'static str {
    if is_member {
        " · take out of the stack"
    } else {
        " · add to the stack"
    }
}
