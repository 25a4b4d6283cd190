//! CSV exports, parsed by a third-party library, with formulas escaped.

mod fixtures;

use backup_calculator::export::api::CellJson;
use backup_calculator::export::csv::{COLUMNS, cell_table, escape_field, write_row};
use fixtures::{policy, proptest_config, reports};
use proptest::prelude::*;
use serde_json::Value;

fn read(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes());
    let records = reader.records().map(|record| record.unwrap());
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_csv_equals_the_json_for_every_cell() {
    let objects: Vec<CellJson> = reports(&policy())
        .iter()
        .map(|report| CellJson::new(&policy(), report))
        .collect();
    let table = cell_table(&objects);
    let rows = read(&table);
    assert_eq!(rows.len(), 1 + 52);
    assert_eq!(rows[0], COLUMNS);
    for (row, object) in rows[1..].iter().zip(&objects) {
        let value = serde_json::to_value(object).unwrap();
        for (field, column) in row.iter().zip(COLUMNS) {
            let expected = match &value[column] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(tools) => {
                    let names = tools.iter().filter_map(|tool| tool["name"].as_str());
                    names.collect::<Vec<_>>().join("; ")
                }
                other => other.to_string(),
            };
            assert_eq!(*field, expected, "{} {column}", object.page);
        }
        let scalar = |value: &&Value| !value.is_array();
        let count = value.as_object().unwrap().values().filter(scalar).count();
        assert_eq!(
            COLUMNS.len(),
            count + 1,
            "every key but the lists, and the tools"
        );
    }
    assert_eq!(table.matches("\r\n").count(), 53);
}

#[test]
fn fields_are_quoted_and_formulas_are_escaped() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape_field(text), expected);
    }
    check("", "");
    check("14 days with PITR", "14 days with PITR");
    check("a, b", "\"a, b\"");
    check("say \"a\"", "\"say \"\"a\"\"\"");
    check("a\nb", "\"a\nb\"");
    check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    check("+1", "'+1");
    check("-1", "'-1");
    check("@SUM(A1)", "'@SUM(A1)");
    check("\t=1", "'\t=1");
    check("\r=1", "\"'\r=1\"");
    check("=\"a\",1", "\"'=\"\"a\"\",1\"");
    check("a=1", "a=1");
    assert_eq!(write_row(&["a", "b,c"]), "a,\"b,c\"\r\n");
}

proptest! {
    #![proptest_config(proptest_config(256))]

    #[test]
    fn any_row_round_trips_except_for_the_formula_apostrophe(
        texts in proptest::collection::vec("[-=+@\t\r\n,\"'a-cü ]{0,12}", 2..6),
    ) {
        let rows = read(&write_row(&texts));
        prop_assert_eq!(rows.len(), 1);
        for (text, read) in texts.iter().zip(&rows[0]) {
            let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let expected = if formula { format!("'{text}") } else { text.clone() };
            prop_assert_eq!(read, &expected);
        }
    }
}
