//! Rows and cells of the matrix.

use yew::prelude::*;

use super::PolicyMatrixProps;
use crate::domain::Page;
use crate::report::PlanRef;
use crate::report::matrix::{MatrixCell, Row};
use crate::report::plan_finder::{CellMatch, ServiceMatch};
use crate::report::stack::StackToggle;
use crate::ui::kind_icon::kind_icon;
use crate::ui::label::label_lines;

/// Returns the element id of a cell's link.
pub fn cell_element_id(service: &str, plan: &str) -> String {
    format!("cell-{service}-{plan}")
}

/// Returns the element id of the link at the head of a row.
pub fn row_element_id(service: &str) -> String {
    format!("row-{service}")
}

/// Returns the row of a service.
pub fn matrix_row(
    matrix: &PolicyMatrixProps,
    plans: &[PlanRef],
    index: usize,
    row: &Row,
    service_match: Option<&ServiceMatch>,
) -> Html {
    let toggles = matrix.stack_toggles.as_ref();
    let toggles = toggles.and_then(|toggles| toggles.rows.get(index));
    let is_selected = matrix.selected == Page::Service(row.service.id);
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a
                    id={row_element_id(&row.service.slug)}
                    href={matrix.links.page_href(&row.path)}
                    aria-current={is_selected.then_some("page")}
                >
                    { &row.service.short_name }
                </a>
                if let Some(service_match) = service_match {
                    <p class="row-summary">{ &service_match.summary }</p>
                }
            </th>
            for (column, (cell, plan)) in row.cells.iter().zip(plans).enumerate() {
                {
                    matrix_cell(
                        matrix,
                        row,
                        (cell, plan),
                        toggles.and_then(|toggles| toggles.get(column)?.as_ref()),
                        service_match.and_then(|found| found.cells.get(column)),
                    )
                }
            }
        </tr>
    }
}

fn matrix_cell(
    matrix: &PolicyMatrixProps,
    row: &Row,
    (cell, plan): (&MatrixCell, &PlanRef),
    toggle: Option<&StackToggle>,
    cell_match: Option<&CellMatch>,
) -> Html {
    let id = cell_element_id(&row.service.slug, &plan.slug);
    let tooltip = cell_match.filter(|found| !found.reason.is_empty());
    let tooltip_id = tooltip.map(|_| format!("tooltip-{id}"));
    let is_unmet = cell_match.is_some_and(|found| found.is_unmet);
    let href = match toggle {
        Some(toggle) => matrix.links.href(&toggle.path),
        None => matrix.links.page_href(&cell.path),
    };
    let is_member = toggle.is_some_and(|toggle| toggle.is_member);
    let is_selected = matrix.selected == Page::Answer(row.service.id, plan.id);
    let current = match is_member {
        true => Some("true"),
        false => is_selected.then_some("page"),
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
                <span class="visually-hidden">{ format!("{} ", row.service.short_name) }</span>
                <span class="cell-plan">{ format!("{} ", plan.name) }</span>
                { kind_icon(cell.kind) }
                { label_lines(&cell.label) }
                if toggle.is_some() {
                    <span class="visually-hidden">{ toggle_text(is_member) }</span>
                }
            </a>
            if let Some(tooltip) = tooltip {
                <p class="cell-tooltip" id={tooltip_id}>{ &tooltip.reason }</p>
            }
        </td>
    }
}

fn toggle_text(is_member: bool) -> &'static str {
    match is_member {
        true => " · take out of the stack",
        false => " · add to the stack",
    }
}
