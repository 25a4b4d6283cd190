//! What changed between the editions: nothing that differs is left out, and pages, data and feed say the same.
#![cfg(feature = "site")]

mod fixtures;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use backup_calculator::domain::Policy;
use backup_calculator::domain::changes::EditionChanges;
use backup_calculator::domain::editions::Editions;
use backup_calculator::site::write;
use fixtures::html_page::{Page, text};
use fixtures::{golden, later_policy, policy, policy_files, prepared_folder};
use roxmltree::Document;
use serde_json::Value;

static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
    let dir = prepared_folder("changes");
    write::write(&dir, Some("https://example.com/backup/".to_owned())).unwrap();
    dir
});

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(&*SITE).join(file))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn page(path: &str) -> Page {
    Page::of(read(&format!("{path}index.html")))
}

fn changes() -> Vec<EditionChanges> {
    let files = policy_files().into_iter();
    let files: Vec<String> = files
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let editions = Editions::from_json(files.iter().map(String::as_str), "").unwrap();
    editions.changes().to_vec()
}

fn slugs(policy: &Policy) -> BTreeSet<String> {
    policy
        .services()
        .map(|(_, service)| service.slug.clone())
        .collect()
}

#[test]
fn every_service_and_plan_that_differs_has_a_change_with_its_date() {
    let changes = &changes()[0];
    let (before, after) = (policy(), later_policy());
    let differ = slugs(&before)
        .symmetric_difference(&slugs(&after))
        .cloned()
        .collect::<Vec<_>>();
    assert_eq!(
        differ,
        [
            "cassandra",
            "dragonfly",
            "influxdb",
            "m3aggregator",
            "m3coordinator",
            "m3db",
            "valkey"
        ]
    );
    for slug in &differ {
        let change = changes
            .changes
            .iter()
            .find(|change| change.services.contains(slug));
        assert!(
            change.is_some_and(|change| change.kind.as_str() == "service"),
            "{slug}"
        );
    }
    let new_plans = after
        .plans()
        .filter(|(_, plan)| before.find_plan(&plan.slug).is_none());
    for (_, plan) in new_plans {
        let mut plans = changes
            .changes
            .iter()
            .filter(|change| change.kind.as_str() == "plan");
        assert!(
            plans.any(|change| change.text.contains(&plan.name)),
            "{}",
            plan.name
        );
    }
    for (id, service) in after.services() {
        let renamed = before
            .find_service(&service.slug)
            .is_some_and(|earlier| before.service(earlier).short_name != service.short_name);
        let name = &after.service(id).short_name;
        let said = changes
            .changes
            .iter()
            .any(|change| change.text.contains(&format!("called {name}.")));
        assert_eq!(renamed, said, "{name}");
    }
}

#[test]
fn the_first_change_is_since_when_the_earlier_edition_has_changed() {
    let first = changes()[0].changes[0].date.to_string();
    let superseded = policy().edition.superseded_since().unwrap().to_string();
    assert!(first.starts_with(&superseded), "{first}, not {superseded}");
}

#[test]
fn the_first_remark_is_since_when_the_last_edition_has_changed() {
    let first = changes()[0].remarks.first().map(|remark| remark.date);
    assert_eq!(first, later_policy().edition.superseded_since());
}

#[test]
fn the_page_says_first_that_no_figure_changed() {
    let all = page("changes/");
    assert_eq!(
        text(all.only(".lead")),
        "No retention figure changed: all 32 cells of the 8 services in both editions read the same. \
         Compared: the policy of January 2023 and of March 2026."
    );
    assert!(
        text(page("changes/postgresql/").only(".lead"))
            .contains("all 4 cells of PostgreSQL read the same")
    );
    assert!(
        text(page("changes/influxdb/").only(".lead"))
            .starts_with("InfluxDB is in the policy of January 2023 only.")
    );
    let headings = all.texts("h2").join(" · ");
    assert_eq!(
        headings,
        "After March 2026 · From January 2023 to March 2026"
    );
}

#[test]
fn each_service_has_a_page_with_its_changes_and_those_of_all() {
    let all = page("changes/");
    let links = all.select(".changes-filter a");
    assert_eq!(links.len(), 16, "all, and 15 services of both editions");
    let count = |page: &Page| page.select(".changes-list > li").len();
    let json: Vec<Value> = serde_json::from_str(&read("api/v1/changes.json")).unwrap();
    assert_eq!(count(&all), json.len());
    for link in &links[1..] {
        let href = link.attr("href").unwrap();
        let slug = href.trim_start_matches("../changes/").trim_end_matches('/');
        let shown = page(&format!("changes/{slug}/"));
        // What changed for all services is for those that are in both editions, and what came later for those in the last one.
        let [is_before, is_after] =
            [policy(), later_policy()].map(|policy| policy.find_service(slug).is_some());
        let concerns = |change: &&Value| {
            let services = change["services"].as_array().unwrap();
            let counts = is_after && (is_before || change["kind"] == "remark");
            services.is_empty() && counts || services.iter().any(|service| service == slug)
        };
        assert_eq!(
            count(&shown),
            json.iter().filter(concerns).count(),
            "{slug}"
        );
        assert_eq!(
            shown.attr(".changes-filter [aria-current]", "href"),
            format!("../../changes/{slug}/")
        );
    }
}

#[test]
fn each_rule_has_the_clause_of_an_edition_and_each_remark_its_page() {
    let json: Vec<Value> = serde_json::from_str(&read("api/v1/changes.json")).unwrap();
    let mut remarks = 0;
    for change in &json {
        match change["kind"].as_str().unwrap() {
            "rule" | "tool" => {
                assert!(
                    change["before"].is_object() || change["after"].is_object(),
                    "{change}"
                );
                assert_eq!(change["edition"], "2026-03");
            }
            "remark" => {
                remarks += 1;
                assert!(
                    change["page"]["url"]
                        .as_str()
                        .unwrap()
                        .starts_with("https://")
                );
                assert!(change["edition"].is_null(), "in no edition: {change}");
            }
            _ => {}
        }
    }
    assert_eq!(remarks, 7);
}

#[test]
fn the_files_say_the_same() {
    golden("tests/golden/changes.md", &read("api/v1/changes.md"));
    let json: Vec<Value> = serde_json::from_str(&read("api/v1/changes.json")).unwrap();
    let csv = read("api/v1/changes.csv");
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), json.len());
    for (row, change) in rows.iter().zip(&json) {
        assert_eq!(row[3], *change["text"].as_str().unwrap());
    }
    let atom = read("api/v1/changes.atom");
    let feed = Document::parse(&atom).unwrap();
    let entries = feed
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry")));
    let ids: BTreeSet<&str> = entries
        .map(|entry| {
            entry
                .children()
                .find(|node| node.tag_name().name() == "id")
                .unwrap()
        })
        .map(|id| id.text().unwrap())
        .collect();
    assert_eq!(ids.len(), json.len(), "each entry has an id of its own");
    assert!(atom.contains("<link href=\"https://example.com/backup/changes/\"/>"));
    assert!(read("sitemap.xml").contains("<loc>https://example.com/backup/changes/valkey/</loc>"));
}
