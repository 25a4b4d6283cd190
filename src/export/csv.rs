//! Tables as CSV (RFC 4180).

use super::api::CellJson;
use super::document::ExportDocument;
use super::json::RowJson;
use crate::domain::RecoveryMode;

/// Returns a text as a field: quoted if necessary, and with an apostrophe before it if a spreadsheet would run it as a formula.
pub fn escape_field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = format!("{}{text}", if is_formula { "'" } else { "" });
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

/// Returns a row with its line break.
pub fn write_row<T: AsRef<str>>(fields: &[T]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|field| escape_field(field.as_ref()))
        .collect();
    format!("{}\r\n", fields.join(","))
}

/// Returns a document as a table, with one row for each row of the document.
pub fn to_csv(document: &ExportDocument) -> String {
    let title = &document.title;
    let mut table = write_row(&["section", "term", "text", "source", "clause"]);
    table += &write_row(&[title, "Answer", &document.headline, "", ""]);
    for section in &document.sections {
        for row in &section.rows {
            let RowJson {
                term,
                text,
                source,
                quote,
                ..
            } = RowJson::from(row);
            let source = source.unwrap_or_default();
            let quote = quote.unwrap_or_default();
            table += &write_row(&[&section.title, term, text, source, quote]);
        }
    }
    table += &write_row(&[title, "Edition", &document.source_line, "", ""]);
    table += &write_row(&[title, "Address", &document.url, "", ""]);
    table
}

/// Header of [`cell_table`]: the keys of [`CellJson`] whose values are not lists, and the tools.
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

/// Returns the table of cells. Values that are null in the JSON are empty.
pub fn cell_table(cells: &[CellJson]) -> String {
    let rows = cells.iter().map(|cell| write_row(&cell_fields(cell)));
    std::iter::once(write_row(&COLUMNS)).chain(rows).collect()
}

fn cell_fields(cell: &CellJson) -> [String; 16] {
    let number = |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
    let mode = match cell.recovery_mode {
        None => "",
        Some(RecoveryMode::Basic) => "basic",
        Some(RecoveryMode::Pitr) => "pitr",
    };
    let tools: Vec<&str> = cell
        .export_tools
        .iter()
        .map(|tool| tool.name.as_str())
        .collect();
    [
        cell.edition.clone(),
        cell.service.clone(),
        cell.service_name.clone(),
        cell.service_type.clone(),
        cell.plan.clone(),
        cell.policy_text.clone(),
        cell.offered.to_string(),
        cell.backups.to_string(),
        cell.user_restorable.to_string(),
        mode.to_owned(),
        number(cell.restore_points),
        number(cell.guaranteed_window_hours),
        number(cell.best_case_window_hours),
        number(cell.worst_case_loss_minutes),
        tools.join("; "),
        cell.page.clone(),
    ]
}
