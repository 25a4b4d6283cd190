//! The card of the index: the table of services by plans, with the export tools.

use super::canvas::{CONTENT_BOTTOM, CONTENT_WIDTH, Canvas, PADDING, TextStyle};
use crate::export::palette::{BORDER, Color};
use crate::export::svg::TextAnchor;
use crate::report::matrix::MatrixCell;
use crate::report::{Matrix, labels};

/// Baseline of the names of the columns, in pixels.
const HEAD_BASELINE: u32 = 108;
/// Upper edge of the first row, in pixels.
const ROWS_TOP: u32 = 120;
/// Width of the column of services, in pixels.
const NAME_WIDTH: u32 = 205;
/// Width of the column of tools, in pixels.
const TOOL_WIDTH: u32 = 135;
/// Width of the icon of a cell with the gap after it, in pixels.
const ICON_WIDTH: u32 = 28;
/// Distance of the text from the edges of its cell, in pixels.
const CELL_PADDING: u32 = 8;

/// Draws the table without the foot.
pub(super) fn draw(matrix: &Matrix) -> Canvas {
    let mut canvas = Canvas::default();
    let style = TextStyle::bold(36).fitted(labels::MATRIX, CONTENT_WIDTH, 1, 20);
    canvas.text(style, labels::MATRIX, (PADDING, 66), TextAnchor::Start);
    let plans_left = PADDING + NAME_WIDTH + TOOL_WIDTH;
    let plan_width = (CONTENT_WIDTH - NAME_WIDTH - TOOL_WIDTH) / (matrix.plans.len() as u32).max(1);
    let head = TextStyle::muted(17);
    for (name, x) in [
        ("Service", PADDING),
        (labels::EXPORT_TOOL, PADDING + NAME_WIDTH),
    ] {
        canvas.text(head, name, (x, HEAD_BASELINE), TextAnchor::Start);
    }
    for (plan, index) in matrix.plans.iter().zip(0..) {
        let x = plans_left + plan_width * index + CELL_PADDING;
        canvas.text(head, &plan.name, (x, HEAD_BASELINE), TextAnchor::Start);
    }
    let label_style = label_style(matrix, plan_width);
    let row_height = (CONTENT_BOTTOM - ROWS_TOP) / (matrix.rows.len() as u32).max(1);
    for (row, index) in matrix.rows.iter().zip(0..) {
        let top = ROWS_TOP + row_height * index;
        let baseline = top + row_height / 2 + 6;
        canvas.rect(
            (PADDING, top),
            (CONTENT_WIDTH, 1),
            &format!(r#"fill="{}""#, BORDER.light),
        );
        let name = &row.service.short_name;
        let style = TextStyle::bold(18).fitted(name, NAME_WIDTH - CELL_PADDING, 1, 10);
        canvas.text(style, name, (PADDING, baseline), TextAnchor::Start);
        let tools = &row.export_tools;
        let style = TextStyle::muted(16).fitted(tools, TOOL_WIDTH - CELL_PADDING, 1, 9);
        let x = PADDING + NAME_WIDTH;
        canvas.text(style, tools, (x, baseline), TextAnchor::Start);
        for (cell, column) in row.cells.iter().zip(0..) {
            let left = plans_left + plan_width * column;
            draw_cell(
                &mut canvas,
                cell,
                label_style,
                (left, top + 3),
                (plan_width - 4, row_height - 5),
            );
        }
    }
    canvas
}

/// Returns the style in which the label of every cell fits, `plan_width` being the width of its column.
fn label_style(matrix: &Matrix, plan_width: u32) -> TextStyle {
    let room = plan_width.saturating_sub(ICON_WIDTH + 2 * CELL_PADDING + 4);
    // Widths are estimated too wide by a fifth or more for the typeface of the build.
    let room = room * 6 / 5;
    let cells = matrix.rows.iter().flat_map(|row| &row.cells);
    cells.fold(TextStyle::bold(17), |style, cell| {
        style.fitted(&cell.label.to_string(), room, 1, 9)
    })
}

/// Draws a cell: its label on the tint of its kind, with its icon.
fn draw_cell(
    canvas: &mut Canvas,
    cell: &MatrixCell,
    style: TextStyle,
    (x, y): (u32, u32),
    (width, height): (u32, u32),
) {
    let color = Color::of_kind(Some(cell.kind));
    let tint = format!(r#"rx="4" fill="{}" fill-opacity=".13""#, color.light);
    canvas.rect((x, y), (width, height), &tint);
    let middle = y + height / 2;
    canvas.icon(cell.kind, (x + CELL_PADDING, middle - 6), 20);
    let position = (x + CELL_PADDING + ICON_WIDTH, middle + style.size / 3);
    let style = TextStyle { color, ..style };
    canvas.text(style, &cell.label.to_string(), position, TextAnchor::Start);
}
