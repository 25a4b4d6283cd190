//! The API documentation page: each file has its call, it matches the schema, its links resolve, and it copies.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;

use backup_calculator::export::api::CellJson;
use backup_calculator::site::pages::api_docs::ApiDocsPage;
use backup_calculator::site::schema;
use fixtures::html_page::{Page, page, site, text};
use fixtures::{policy, report, written_site};
use scraper::Selector;
use serde_json::Value;

const FILE: &str = "api/index.html";

/// Returns the terms of a description list, each with its descriptions.
fn terms(page: &Page, list: usize) -> Vec<(String, Vec<String>)> {
    let lists = page.select("#panel dl");
    let rows = lists[list].child_elements();
    rows.map(|row| {
        let mut parts = row.child_elements().map(text);
        (parts.next().unwrap(), parts.collect())
    })
    .collect()
}

#[test]
fn every_schema_key_is_documented_in_order() {
    let page = page(FILE);
    let schema: Value = serde_json::from_str(&schema::cell()).unwrap();
    let cell = CellJson::new(&policy(), &report(&policy(), "postgresql/startup"));
    let whole = serde_json::to_string_pretty(&cell).unwrap();
    let mut index = 0;
    let keys = terms(&page, 1);
    assert_eq!(keys.len(), schema["properties"].as_object().unwrap().len());
    for (key, meaning) in &keys {
        let at = whole.find(&format!("\n  \"{key}\":")).unwrap();
        assert!(at >= index, "{key} stands too early");
        index = at;
        assert_eq!(
            meaning[0],
            schema["properties"][key]["description"].as_str().unwrap()
        );
        assert!(
            !meaning[1].is_empty() && meaning[1] != "any",
            "{key}: {}",
            meaning[1]
        );
    }
    let kind = |key: &str| keys.iter().find(|(name, _)| name == key).unwrap().1[1].clone();
    assert_eq!(kind("recovery_mode"), "\"basic\" or \"pitr\" or null");
    assert_eq!(kind("restore_points"), "integer or null");
    assert_eq!(kind("offered"), "boolean");
    assert_eq!(kind("tiers"), "array");
    let names = |list| -> Vec<String> {
        terms(&page, list)
            .into_iter()
            .map(|(name, _)| name)
            .collect()
    };
    assert_eq!(names(2), ["interval_hours", "keep_count", "keep_age_hours"]);
    assert_eq!(names(3), ["name", "command", "url"]);
    assert_eq!(names(4), ["id", "section", "quote"]);
}

#[test]
fn links_resolve_and_every_file_type_is_documented() {
    let page = page(FILE);
    let mut found = Vec::new();
    for link in page.select("a[href]") {
        let href = link.attr("href").unwrap();
        let Some(path) = href.strip_prefix("../") else {
            assert!(["#panel", &policy().document.url].contains(&href), "{href}");
            continue;
        };
        let file = match path.is_empty() || path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path.to_owned(),
        };
        assert!(site().join(&file).is_file(), "{href}");
        found.push(file);
    }
    for file in [
        "index.json",
        "cell.schema.json",
        "view.schema.json",
        "matrix.csv",
        "calendar.ics",
    ] {
        assert!(
            found.contains(&format!("api/v1/{file}")),
            "{file}: {found:?}"
        );
    }
    assert!(
        found.contains(&"postgresql/startup/card.svg".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"policy/2023-01.json".to_owned()),
        "{found:?}"
    );
}

#[test]
fn the_sample_response_equals_the_published_file() {
    let page = page(FILE);
    let shown = page.only("details:has(#sample) pre");
    let shown = shown.text().collect::<String>();
    let file = fs::read_to_string(site().join("api/v1/postgresql/startup.json")).unwrap();
    assert_eq!(shown.trim(), file.trim());
}

#[test]
fn the_page_has_no_script_but_the_one_that_copies() {
    let page = page(FILE);
    assert_eq!(page.attr("script", "src"), "../embed/copy.js");
    assert!(site().join("embed/copy.js").is_file());
    let policy = page.attr("meta[http-equiv=Content-Security-Policy]", "content");
    assert!(!policy.contains("frame-src"), "{policy}");
    assert!(
        page.select("link[rel=modulepreload], link[rel=preload]")
            .is_empty()
    );
    assert!(
        page.select("#app-failed, [data-requires-app], form, input")
            .is_empty()
    );
    assert!(page.select("link[rel=canonical]").is_empty());
    assert_eq!(page.select("h1").len(), 1);
    assert_eq!(page.attr("link[rel=icon]", "href"), "../icon.svg");
}

#[test]
fn every_file_has_a_row_with_its_description_and_its_call() {
    let page = page(FILE);
    let rows = page.select(".api-files > div");
    let mut called = Vec::new();
    for row in rows {
        let one = |selector: &str| {
            let selector = Selector::parse(selector).unwrap();
            let mut found = row.select(&selector);
            let element = found.next().unwrap();
            assert!(found.next().is_none(), "one {}", text(element));
            element
        };
        let href = one("dt > a").attr("href").unwrap();
        let path = href.strip_prefix("../").unwrap();
        assert_eq!(text(one(".command code")), format!("curl -s SITE/{path}"));
        assert!(site().join(path).is_file(), "{path}");
        let name = text(one("dt"));
        assert_eq!(
            one("button.copy").attr("aria-label").unwrap(),
            format!("Copy: call for {name}")
        );
        // One line of the table.
        let description = text(one("dd:not(.command)"));
        assert!((10..=45).contains(&description.len()), "{description}");
        called.push(path.to_owned());
    }
    // Of the files of one form, one is called: of those of a service, that of a plan.
    let published = fixtures::files(site());
    for file in published {
        let is_data = file.starts_with("api/v1/") || file.starts_with("policy/");
        let is_answer = file.matches('/').count() == 3;
        if is_data && !is_answer {
            assert!(called.contains(&file), "{file} has no row: {called:?}");
        }
    }
    assert_eq!(called[0], "api/v1/postgresql/startup.json");
    assert!(called.contains(&"postgresql/startup/card.svg".to_owned()));
}

#[test]
fn the_files_on_what_changed_have_a_row_at_the_root() {
    for (has_changes, expected) in [(false, None), (true, Some(4))] {
        let page = ApiDocsPage::new(&policy(), None, has_changes).unwrap();
        let mut paths = page.files.iter().map(|file| file.path.as_str());
        let index = paths.position(|path| path == "api/v1/changes.json");
        assert_eq!(index, expected);
    }
}

#[test]
fn the_reference_is_closed_below_the_files() {
    let page = page(FILE);
    let ids: Vec<String> = page
        .select("#panel h2")
        .into_iter()
        .map(|heading| heading.attr("id").unwrap().to_owned())
        .collect();
    assert_eq!(
        ids,
        ["files", "javascript", "object", "sample", "csv", "promise"]
    );
    assert_eq!(page.select("#panel details.disclosure").len(), 5);
    assert!(page.select("#panel details[open]").is_empty());
}

#[test]
fn calls_use_the_public_url_if_configured() {
    let dir = written_site("programs-public", Some("https://example.com/backup"));
    let known = Page::of(fs::read_to_string(dir.join(FILE)).unwrap());
    let unknown = page(FILE);
    let curl = |page: &Page| page.texts("#panel pre")[0].clone();
    assert_eq!(
        curl(&known),
        "curl -s https://example.com/backup/api/v1/postgresql/startup.json"
    );
    assert_eq!(
        curl(&unknown),
        "curl -s SITE/api/v1/postgresql/startup.json"
    );
    let note = |page: &Page| page.texts("#panel > noscript").concat();
    assert_eq!(note(&known), "");
    assert!(note(&unknown).contains("Replace SITE with"));
    assert!(known.texts(".lead")[0].contains("Access-Control-Allow-Origin: *"));
}

#[test]
fn every_page_links_to_the_api_docs() {
    fixtures::html_page::on_every_page(|page| {
        let links = page.texts(".footer p + p:not(.open-full-link) a");
        assert_eq!(links, ["API", "All results as JSON", "Policy data"]);
    });
}
