//! Tables for spreadsheets (CSV, RFC 4180).

use super::api::CellJson;
use crate::domain::RecoveryMode;
use crate::domain::text::join;

/// A text as a field: in quotes where it must be, and behind an apostrophe where a spreadsheet would take it for a
/// formula and run it.
pub fn escape_field(text: &str) -> String {
    let mut field = String::new();
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        field.push('\'');
    }
    field.push_str(text);
    if field.contains([',', '"', '\r', '\n']) {
        field = join(&["\"", &field.replace('"', "\"\""), "\""], "");
    }
    field
}

/// A row with its end.
pub fn write_row<T: AsRef<str>>(texts: &[T]) -> String {
    let mut fields: Vec<String> = Vec::new();
    for text in texts {
        fields.push(escape_field(text.as_ref()));
    }
    join(&[&join(&fields, ","), "\r\n"], "")
}

/// What the columns of [`cells`] are called: the keys of a cell that are no lists, and the tools.
pub const COLUMNS: [&str; 16] = [
    "edition",
    "service",
    "service_name",
    "service_type",
    "plan",
    "policy_text",
    "offered",
    "backups",
    "user_restorable",
    "recovery_mode",
    "restore_points",
    "guaranteed_window_hours",
    "best_case_window_hours",
    "worst_case_loss_minutes",
    "export_tools",
    "page",
];

/// A table of cells, a row each. What is null in the JSON is an empty field here.
pub fn cell_table(cells: &[CellJson]) -> String {
    let mut table = write_row(&COLUMNS);
    for cell in cells {
        let flag = |flag: bool| if flag { "true" } else { "false" }.to_owned();
        let number =
            |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
        let mode = match cell.recovery_mode {
            None => "",
            Some(RecoveryMode::Basic) => "basic",
            Some(RecoveryMode::Pitr) => "pitr",
        };
        let mut tools: Vec<&str> = Vec::new();
        for tool in &cell.export_tools {
            tools.push(&tool.name);
        }
        table.push_str(&write_row(&[
            cell.edition.clone(),
            cell.service.clone(),
            cell.service_name.clone(),
            cell.service_type.clone(),
            cell.plan.clone(),
            cell.policy_text.clone(),
            flag(cell.offered),
            flag(cell.backups),
            flag(cell.user_restorable),
            mode.to_owned(),
            number(cell.restore_points),
            number(cell.guaranteed_window_hours),
            number(cell.best_case_window_hours),
            number(cell.worst_case_loss_minutes),
            join(&tools, "; "),
            cell.page.clone(),
        ]));
    }
    table
}
