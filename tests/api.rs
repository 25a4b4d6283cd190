//! The JSON API under `api/v1/`, as the build writes it: one object per cell, its keys in a fixed order.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;

use backup_calculator::export::api::CellJson;
use fixtures::{files, golden, policy, report, reports, written_site};
use serde_json::{Value, json};

/// The keys of a cell, in their published order.
const KEYS: [&str; 18] = [
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
    "tiers",
    "restore_points",
    "guaranteed_window_hours",
    "best_case_window_hours",
    "worst_case_loss_minutes",
    "export_tools",
    "clauses",
    "page",
];

/// Returns the keys of an object in serialization order.
fn keys(value: &impl serde::Serialize) -> Vec<String> {
    let pretty = serde_json::to_string_pretty(value).unwrap();
    let lines = pretty
        .lines()
        .filter_map(|line| line.strip_prefix("  \"")?.split_once("\": "));
    lines.map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn cell_keys_keep_their_published_order() {
    for report in reports(&policy()) {
        assert_eq!(
            keys(&CellJson::new(&policy(), &report)),
            KEYS,
            "{}",
            report.path
        );
    }
    let premium = CellJson::new(&policy(), &report(&policy(), "postgresql/premium"));
    assert_eq!(
        keys(&premium.tiers[0]),
        ["interval_hours", "keep_count", "keep_age_hours"]
    );
    assert_eq!(keys(&premium.export_tools[0]), ["name", "command", "url"]);
    assert_eq!(keys(&premium.clauses[0]), ["id", "section", "quote"]);
}

#[test]
fn keys_that_do_not_apply_are_null_and_never_omitted() {
    #[track_caller]
    fn check(name: &str, key: &str, expected: Value) {
        let cell =
            serde_json::to_value(CellJson::new(&policy(), &report(&policy(), name))).unwrap();
        assert_eq!(cell.get(key), Some(&expected), "{name} {key}");
    }
    for key in [
        "recovery_mode",
        "restore_points",
        "guaranteed_window_hours",
        "best_case_window_hours",
    ] {
        check("kafka/business", key, Value::Null);
        check("redis/hobbyist", key, Value::Null);
        check("influxdb/premium", key, Value::Null);
    }
    check("kafka/business", "worst_case_loss_minutes", Value::Null);
    check("kafka/business", "tiers", json!([]));
    check("kafka/business", "export_tools", json!([]));
    check("postgresql/startup", "worst_case_loss_minutes", json!(0));
    check(
        "postgresql/startup",
        "tiers",
        json!([{"interval_hours": 24, "keep_count": 3, "keep_age_hours": null}]),
    );
    let ages = [(1, 24), (24, 72)];
    let tier = |(interval, age)| json!({"interval_hours": interval, "keep_count": null, "keep_age_hours": age});
    check("opensearch/startup", "tiers", json!(ages.map(tier)));
}

#[test]
fn published_files_equal_the_serialized_cells() {
    let dir = written_site("cells", None);
    let read = |name: &str| fs::read_to_string(dir.join("api/v1").join(name)).unwrap();
    let index = read("index.json");
    golden("tests/golden/index.json", &index);
    let index: Vec<Value> = serde_json::from_str(&index).unwrap();
    assert_eq!(index.len(), 52);
    for (cell, report) in index.iter().zip(reports(&policy())) {
        let file = read(&format!("{}.json", report.path.trim_end_matches('/')));
        assert_eq!(serde_json::from_str::<Value>(&file).unwrap(), *cell);
        assert!(
            file.starts_with("{\n  \"edition\": \"2023-01\",\n  \"service\": \""),
            "{file}"
        );
        assert!(file.ends_with("\n}\n"), "{file}");
    }
    let api = files(&dir.join("api"));
    assert_eq!(
        api.len(),
        52 + 7,
        "the cells, their index, table and edition, two schemas, the calendar, and the page: {api:?}"
    );
}

#[test]
fn the_published_schema_accepts_every_cell_and_rejects_invalid_ones() {
    let schema: Value = serde_json::from_str(&backup_calculator::site::schema::cell()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for report in reports(&policy()) {
        let mut cell = serde_json::to_value(CellJson::new(&policy(), &report)).unwrap();
        assert!(validator.is_valid(&cell), "{}", report.path);
        cell["offered"] = json!("yes");
        assert!(!validator.is_valid(&cell), "{}", report.path);
    }
}
