//! The policy against the customer's document, word for word: cells, quotes, sections and tools.

mod fixtures;

use backup_calculator::domain::Policy;
use fixtures::policy_document::{DOCUMENT, Document, differences};
use fixtures::{edited, parsed, policy, root};

#[track_caller]
fn check(policy: &Policy, document: &str, expected: &[&str]) {
    assert_eq!(differences(policy, &Document::parse(document)), expected);
}

/// Replaces text that must occur in the document.
#[track_caller]
fn damaged(document: &str, from: &str, to: &str) -> String {
    assert!(
        document.contains(from),
        "the document does not say “{from}”"
    );
    document.replacen(from, to, 1)
}

#[test]
fn the_fixture_equals_the_customers_document() {
    // The project must also pass on its own, without the customer's folder beside it.
    if let Ok(original) = std::fs::read(root().join("../shared/policy/backups-at-aiven.txt")) {
        assert!(
            original == DOCUMENT.as_bytes(),
            "tests/fixtures/backups-at-aiven.txt is not the customer's document"
        );
    }
}

#[test]
fn the_policy_matches_the_document() {
    check(&policy(), DOCUMENT, &[]);
}

#[test]
fn the_document_parses_completely() {
    let document = Document::parse(DOCUMENT);
    assert_eq!(
        document.plans,
        ["Hobbyist", "Startup", "Business", "Premium"]
    );
    assert_eq!(document.rows.len(), 11);
    assert!(document.rows.iter().all(|(_, cells)| cells.len() == 4));
    assert_eq!(document.rows[10].0, "Aiven for ClickHouse®");
    assert_eq!(document.rows[10].1[3], "Daily backups up to 30 days");
    assert_eq!(document.sections.len(), 13);
    assert_eq!(document.tools.len(), 6);
    assert_eq!(
        document.tools[0],
        ("PostgreSQL".to_owned(), "pgdump".to_owned())
    );
    assert_eq!(
        document.tools[5],
        ("InfluxDB".to_owned(), "influxd".to_owned())
    );
}

#[test]
fn thirteen_services_share_the_eleven_rows() {
    let policy = policy();
    let on = |row: &str| -> Vec<&str> {
        let services = policy
            .services()
            .filter(|(_, service)| service.table_row == row);
        services.map(|(_, service)| service.slug.as_str()).collect()
    };
    assert_eq!(on("Aiven for PostgreSQL® / MySQL"), ["postgresql", "mysql"]);
    assert_eq!(
        on("Aiven for M3 Aggregator / Coordinator"),
        ["m3aggregator", "m3coordinator"]
    );
    assert_eq!(on("Aiven for M3"), ["m3db"]);
    assert_eq!(policy.services().count(), 13);
    let mut rows: Vec<&str> = policy
        .services()
        .map(|(_, service)| service.table_row.as_str())
        .collect();
    rows.dedup();
    let document = Document::parse(DOCUMENT);
    let order: Vec<&str> = document.rows.iter().map(|(row, _)| row.as_str()).collect();
    assert_eq!(rows, order, "services stand in the order of the document");
}

#[test]
fn a_changed_cell_of_the_document_is_detected() {
    check(
        &policy(),
        &damaged(DOCUMENT, "14 days with PITR", "15 days with PITR"),
        &[
            "postgresql/business: the policy says “14 days with PITR”, the document “15 days with PITR”",
            "mysql/business: the policy says “14 days with PITR”, the document “15 days with PITR”",
        ],
    );
}

#[test]
fn a_changed_quote_heading_row_or_tool_of_the_document_is_detected() {
    let quote = "power-off-180-days: “Service power-off/on backup policy” does not say “We review any services that \
        are powered off for longer than 180 days.”";
    check(
        &policy(),
        &damaged(DOCUMENT, "We review any services", "We check any services"),
        &[quote],
    );
    check(
        &policy(),
        &damaged(DOCUMENT, "Aiven for InfluxDB®#", "Aiven for Influx®#"),
        &[
            "influxdb-every-12-hours: the document has no heading “Aiven for InfluxDB®”",
            "influxdb-location: the document has no heading “Aiven for InfluxDB®”",
            "influxdb-rebuild: the document has no heading “Aiven for InfluxDB®”",
        ],
    );
    check(
        &policy(),
        &damaged(DOCUMENT, "Aiven for Grafana® |", "Aiven for Grafana |"),
        &[
            "grafana: the document has no row “Aiven for Grafana®”",
            "no service has the document’s row “Aiven for Grafana”",
        ],
    );
    check(
        &policy(),
        &damaged(DOCUMENT, "\ncqlsh\n", "\nnodetool\n"),
        &[
            "tool-cassandra: “Access to backups” does not say “Cassandra: cqlsh”",
            "cassandra: the policy recommends [\"cqlsh\"], the document [\"nodetool\"]",
        ],
    );
}

#[test]
fn a_changed_cell_or_quote_of_the_policy_is_detected() {
    let cell = parsed(&edited(|policy| {
        policy["services"][11]["cells"][1]["policy_text"] = "Daily".into()
    }));
    check(
        &cell,
        DOCUMENT,
        &[
            "grafana/startup: the policy says “Daily”, the document “Backup every 1 hour up to 1 day”",
        ],
    );
    let quote = parsed(&edited(|policy| {
        policy["clauses"][2]["quote"] = "we restore the newest backup".into()
    }));
    check(
        &quote,
        DOCUMENT,
        &[
            "power-on: “Service power-off/on backup policy” does not say “we restore the newest backup”",
        ],
    );
    let moved = parsed(&edited(|policy| {
        policy["clauses"][2]["section"] = "Access to backups".into()
    }));
    assert_eq!(
        differences(&moved, &Document::parse(DOCUMENT)).len(),
        1,
        "a quote belongs to its own section"
    );
    let tool = parsed(&edited(|policy| {
        policy["services"][4]["tools"][0]["clause"] = "tool-redis".into()
    }));
    check(
        &tool,
        DOCUMENT,
        &["cassandra: cqlsh rests on “Redis: redis-cli”"],
    );
    let title = parsed(&edited(|policy| policy["title"] = "Backups".into()));
    check(
        &title,
        DOCUMENT,
        &["title: the document has no heading “Backups”"],
    );
}

#[test]
fn the_power_off_review_matches_the_document() {
    let policy = policy();
    let rule = &policy.power_off;
    let quote = &policy.clause(&rule.clause).unwrap().quote;
    assert!(
        quote.contains(&format!("longer than {} days", rule.after_days)),
        "{quote}"
    );
}

#[test]
fn the_document_names_each_setting_and_both_values() {
    let policy = policy();
    let with: Vec<_> = policy
        .services()
        .filter_map(|(_, service)| service.persistence.as_ref())
        .collect();
    assert_eq!(with.len(), 1);
    let (setting, on, off) = (
        &with[0].name,
        &with[0].enabled_value,
        &with[0].disabled_value,
    );
    for words in [
        setting.clone(),
        format!("is set to{on}"),
        format!("{setting} is{off} , no RDB dumps or backups are done"),
    ] {
        assert!(DOCUMENT.replace('\n', " ").contains(&words), "{words}");
    }
}

#[test]
fn every_clause_is_cited_by_a_rule_a_fact_or_a_tool() {
    let policy = policy();
    let mut cited: Vec<&str> = policy
        .facts
        .iter()
        .map(|fact| fact.clause.as_str())
        .collect();
    cited.push(&policy.power_off.clause);
    for (_, service) in policy.services() {
        cited.extend(service.facts.iter().map(|fact| fact.clause.as_str()));
        cited.extend(service.tools.iter().map(|tool| tool.clause.as_str()));
    }
    let idle: Vec<&str> = policy
        .clauses
        .iter()
        .map(|clause| clause.id.as_str())
        .collect();
    let idle: Vec<&str> = idle.into_iter().filter(|id| !cited.contains(id)).collect();
    assert_eq!(idle, Vec::<&str>::new());
}
