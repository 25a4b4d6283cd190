//! Sites of other policy editions: one that has changed since another month, and one with hostile names.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;
use std::path::Path;

use backup_calculator::domain::Policy;
use backup_calculator::report::format;
use fixtures::html_page::{Page, text};
use fixtures::policy_edit::{cell, service};
use fixtures::{edited, files, parsed, policy, written_policy};
use roxmltree::Document;
use serde_json::Value;

const NOTE: &str = "January 2023, changed since June 2024";

fn pages(dir: &Path) -> Vec<(String, Page)> {
    let names = files(dir)
        .into_iter()
        .filter(|name| name.ends_with(".html"));
    names
        .map(|name| {
            let text = fs::read_to_string(dir.join(&name)).unwrap();
            (name, Page::of(text))
        })
        .collect()
}

fn cards(dir: &Path) -> Vec<(String, String)> {
    let names = files(dir)
        .into_iter()
        .filter(|name| name.ends_with("/card.svg"));
    let cards: Vec<_> = names
        .map(|name| (fs::read_to_string(dir.join(&name)).unwrap(), name))
        .map(|(text, name)| (name, text))
        .collect();
    assert_eq!(cards.len(), 52);
    cards
}

#[test]
fn every_page_and_card_names_since_when_the_edition_has_changed() {
    let later = parsed(&edited(|policy| policy["superseded"] = "2024-06".into()));
    let dir = written_policy("superseded", &later, None);
    for (_, page) in pages(&dir) {
        let foot = text(page.only(".footer"));
        assert!(
            foot.contains("edition 2023-01, changed since June 2024."),
            "{foot}"
        );
    }
    let edition = fs::read_to_string(dir.join("api/v1/edition.json")).unwrap();
    let expected = serde_json::json!({ "edition": "2023-01", "superseded": "2024-06" });
    assert_eq!(serde_json::from_str::<Value>(&edition).unwrap(), expected);
    for (name, card) in cards(&dir) {
        assert!(card.contains(NOTE), "{name}");
    }
    let cell = fs::read_to_string(dir.join("api/v1/redis/premium.json")).unwrap();
    assert!(
        !cell.contains("superseded"),
        "the keys of a cell stay as they are"
    );
    assert!(cell.contains("\"edition\": \"2023-01\""));
}

#[test]
fn the_shipped_editions_say_since_when_they_have_changed() {
    let edition = policy().edition;
    assert_eq!(edition.to_words(), "January 2023, changed since June 2023");
    let later = fixtures::later_policy().edition;
    assert_eq!(later.to_words(), "March 2026, changed since March 18, 2026");
}

#[test]
fn an_invalid_or_too_early_superseded_month_fails_the_build() {
    #[track_caller]
    fn check(value: Value, expected: &str) {
        let json = edited(|policy| policy["superseded"] = value);
        let problems = Policy::from_json(&json).unwrap_err();
        assert_eq!(
            fixtures::lines(&problems),
            format!("superseded: {expected}\n")
        );
    }
    let early = "an edition is superseded later than its own date";
    check("2023-01".into(), early);
    check("2022-12".into(), early);
    check(
        "June".into(),
        "“June” is not a month as YYYY-MM, nor a day as YYYY-MM-DD",
    );
    let fits = edited(|policy| policy["superseded"] = "2023-02".into());
    assert_eq!(backup_calculator::site::check::validate(&fits), Ok(()));
}

#[test]
fn the_serialized_policy_keeps_the_superseded_month() {
    let later = parsed(&edited(|policy| policy["superseded"] = "2024-06".into()));
    let bytes = postcard::to_allocvec(&*later).unwrap();
    assert_eq!(postcard::from_bytes::<Policy>(&bytes).as_ref(), Ok(&*later));
}

const NASTY: &str = "=cmd|' /C calc'!A0, \"Q\" & <script>alert(1)</script>\nnext --> ]]>";

/// Returns a policy whose every name contains markup or a formula.
fn hostile() -> std::rc::Rc<backup_calculator::domain::Policy> {
    parsed(&edited(|policy| {
        for name in ["title", "table_section"] {
            policy[name] = NASTY.into();
        }
        for plan in policy["plans"].as_array_mut().unwrap() {
            plan["name"] = NASTY.into();
        }
        for slug in ["redis", "kafka"] {
            for key in ["name", "short_name", "service_type"] {
                service(policy, slug)[key] = NASTY.into();
            }
            for plan in 0..4 {
                cell(policy, slug, plan)["policy_text"] = NASTY.into();
            }
        }
        // The command of a fork has the service type.
        service(policy, "redis")["can_be_forked"] = false.into();
        let tool = &mut service(policy, "redis")["tools"][0];
        tool["name"] = NASTY.into();
        tool["command"] = NASTY.into();
        for clause in policy["clauses"].as_array_mut().unwrap() {
            clause["quote"] = NASTY.into();
            clause["section"] = NASTY.into();
        }
    }))
}

#[test]
fn hostile_names_are_escaped_in_every_format() {
    let dir = written_policy("hostile", &hostile(), None);
    let folded = NASTY.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, page) in pages(&dir) {
        for script in page.select("script") {
            assert_eq!(script.text().collect::<String>(), "", "{name}");
        }
        for (element, attributes) in page.elements() {
            let event = attributes.keys().find(|key| key.starts_with("on"));
            assert_eq!(event, None, "{name}: {element}");
        }
    }
    let answer = fs::read_to_string(dir.join("redis/premium/index.html")).unwrap();
    assert!(text(Page::of(answer).only(".answer-subject")).contains(&folded));
    for (name, card) in cards(&dir) {
        let document = Document::parse(&card).unwrap_or_else(|error| panic!("{name}: {error}"));
        let scripts = document
            .descendants()
            .filter(|node| node.has_tag_name("script"));
        assert_eq!(scripts.count(), 0, "{name}");
        let texts = document.descendants().filter_map(|node| node.text());
        assert!(texts.collect::<String>().contains("<script>"), "{name}");
    }
    let read = |name: &str| fs::read_to_string(dir.join("api/v1").join(name)).unwrap();
    let cell: Value = serde_json::from_str(&read("redis/premium.json")).unwrap();
    assert_eq!(cell["service_name"], NASTY);
    assert_eq!(cell["clauses"][0]["quote"], NASTY);
    let table = read("matrix.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), 52);
    let redis = rows.iter().find(|row| &row[1] == "redis").unwrap();
    for column in [2, 3, 5, 14] {
        assert_eq!(
            &redis[column],
            format!("'{NASTY}"),
            "no spreadsheet runs it"
        );
    }
    let unfolded = icalendar::parser::unfold(&read("calendar.ics"));
    let calendar = icalendar::parser::read_calendar(&unfolded).unwrap();
    let description = calendar.components[0].find_prop("DESCRIPTION").unwrap();
    assert!(
        description.val.to_string().contains(NASTY),
        "{}",
        description.val
    );
}

#[test]
fn every_cell_and_the_index_match_the_published_schema() {
    for (name, policy) in [("schema", policy()), ("schema-hostile", hostile())] {
        let dir = written_policy(name, &policy, None);
        let read = |name: &str| -> Value {
            let text = fs::read_to_string(dir.join("api/v1").join(name)).unwrap();
            serde_json::from_str(&text).unwrap()
        };
        let cell = jsonschema::validator_for(&read("cell.schema.json")).unwrap();
        let index = read("index.json");
        let all = index.as_array().unwrap();
        assert_eq!(all.len(), 52);
        for object in all {
            let page = object["page"].as_str().unwrap();
            let file = read(&format!("{}.json", page.trim_matches('/')));
            assert_eq!(file, *object, "{page}");
            assert!(cell.is_valid(&file), "{name} {page}");
            let mut more = file.clone();
            more["superseded"] = "2024-06".into();
            assert!(
                !cell.is_valid(&more),
                "{page}: a key more breaks the contract"
            );
        }
    }
}

#[test]
fn a_verdict_says_how_old_its_edition_is() {
    let edition = policy().edition;
    let basis = |now: &str| format::verdict_basis(edition, now.parse().ok());
    let with_age = |age: &str| {
        format!(
            "Calculated from Aiven’s backup policy, January 2023{age}, changed since June 2023. Not a service commitment."
        )
    };
    assert_eq!(basis("2026-11-26T12:00Z"), with_age(", 3 years old"));
    assert_eq!(basis("2024-01-01T00:00Z"), with_age(", 1 year old"));
    assert_eq!(basis("2023-12-31T23:59Z"), with_age(""));
    // A clock that is not set.
    assert_eq!(basis("1970-01-01T00:00Z"), with_age(""));
    assert_eq!(format::verdict_basis(edition, None), with_age(""));
}
