//! Arrow keys in the matrix, beside Tab.

use web_sys::KeyboardEvent;

use crate::browser::{choose_cell, focus, focused_link_id};
use crate::report::Matrix;
use crate::report::matrix::Row;
use crate::ui::{cell_element_id, row_element_id};

/// Moves the focus to the neighbor in the direction of the key, or chooses the cell; other keys keep their meaning.
pub fn move_focus(event: &KeyboardEvent, matrix: &Matrix) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    if event.key() == "Enter" {
        return choose_cell(event);
    }
    let Some((row, column)) = focused_link_id(event).and_then(|id| position(matrix, &id)) else {
        return;
    };
    let (last_row, last_column) = (matrix.rows.len() - 1, matrix.plans.len());
    let (row, column) = match event.key().as_str() {
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(last_row), column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(last_column)),
        "Home" => (row, 0),
        "End" => (row, last_column),
        _ => return,
    };
    event.prevent_default();
    if let Some(row) = matrix.rows.get(row) {
        focus(&element_id(matrix, row, column));
    }
}

/// Returns the id of the link in a row and column; column 0 is the head of the row.
fn element_id(matrix: &Matrix, row: &Row, column: usize) -> String {
    match column
        .checked_sub(1)
        .and_then(|index| matrix.plans.get(index))
    {
        Some(plan) => cell_element_id(&row.service.slug, &plan.slug),
        None => row_element_id(&row.service.slug),
    }
}

/// Returns the row and column of a link.
fn position(matrix: &Matrix, wanted: &str) -> Option<(usize, usize)> {
    for (index, row) in matrix.rows.iter().enumerate() {
        let mut columns = 0..matrix.plans.len() + 1;
        if let Some(column) = columns.find(|column| element_id(matrix, row, *column) == wanted) {
            return Some((index, column));
        }
    }
    None
}
