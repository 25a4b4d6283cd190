//! All editions in one site: the default at the root, each in a folder of its own, and what they say of each other.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;
use std::path::Path;

use backup_calculator::domain::editions::{DEFAULT_EDITION, Editions};
use backup_calculator::domain::policy_file::format_problems;
use backup_calculator::site::write;
use fixtures::html_page::{Page, text};
use fixtures::{policy_files, prepared_folder};
use serde_json::{Value, json};

fn texts() -> Vec<String> {
    let files = policy_files().into_iter();
    files
        .map(|file| fs::read_to_string(file).unwrap())
        .collect()
}

fn editions(files: &[String], default: &str) -> Editions {
    match Editions::from_json(files.iter().map(String::as_str), default) {
        Ok(editions) => editions,
        Err(problems) => panic!("{}", format_problems(&problems)),
    }
}

fn page(dir: &Path, file: &str) -> Page {
    Page::of(fs::read_to_string(dir.join(file)).unwrap_or_else(|error| panic!("{file}: {error}")))
}

/// Returns the text of the edition line of a page, and the links in it.
fn edition_line(page: &Page) -> (String, Vec<String>) {
    let line = text(page.only(".site-header p"));
    let links = page.select(".site-header p a");
    let links = links
        .iter()
        .map(|link| link.attr("href").unwrap().to_owned());
    (line, links.collect())
}

#[test]
fn each_page_says_what_the_other_edition_says_and_links_to_the_same_page_of_it() {
    let dir = prepared_folder("editions");
    write::write(&dir, None).unwrap();
    for (file, line, link) in [
        (
            "index.html",
            "January 2023 · March 2026: what changed",
            "./2026-03/",
        ),
        (
            "postgresql/business/index.html",
            "January 2023 · March 2026: same table, 3 rules differ",
            "../../2026-03/postgresql/business/",
        ),
        (
            "influxdb/startup/index.html",
            "January 2023 · March 2026: ended April 30, 2025",
            "../../2026-03/",
        ),
        (
            "m3aggregator/index.html",
            "January 2023 · March 2026: not listed",
            "../2026-03/",
        ),
        (
            "redis/business/index.html",
            "January 2023 · March 2026: ended March 31, 2025",
            "../../2026-03/redis/business/",
        ),
        (
            "2023-01/redis/business/index.html",
            "January 2023 · March 2026: ended March 31, 2025",
            "../../../2026-03/redis/business/",
        ),
        (
            "2026-03/postgresql/business/index.html",
            "March 2026 · January 2023: 1 plan differs, 3 rules differ",
            "../../../postgresql/business/",
        ),
        (
            "2026-03/postgresql/developer/index.html",
            "March 2026 · January 2023: 1 plan differs, 3 rules differ",
            "../../../postgresql/",
        ),
        (
            "2026-03/valkey/index.html",
            "March 2026 · January 2023: not listed",
            "../../",
        ),
    ] {
        let (text, links) = edition_line(&page(&dir, file));
        assert_eq!(text, format!("Aiven’s backup policy, {line}"), "{file}");
        let expected = link.trim_start_matches("./");
        let [page_link, changes_link] = links.as_slice() else {
            panic!("{file}: {links:?}");
        };
        assert_eq!(page_link, expected, "{file}");
        let service = file
            .trim_start_matches("2023-01/")
            .trim_start_matches("2026-03/");
        let service = service.split('/').next().unwrap_or_default();
        let changes = match service {
            "index.html" => "/changes/".to_owned(),
            service => format!("/changes/{service}/"),
        };
        assert!(
            format!("/{changes_link}").ends_with(&changes),
            "{changes_link}"
        );
        for link in [page_link, changes_link] {
            let target = dir.join(file).parent().unwrap().join(link);
            assert!(target.join("index.html").exists(), "{file} links to {link}");
        }
    }
}

#[test]
fn every_edition_has_all_of_the_site_in_its_folder() {
    let dir = prepared_folder("edition-folders");
    write::write(&dir, Some("https://example.com/backup/".to_owned())).unwrap();
    for edition in ["2023-01", "2026-03"] {
        let folder = dir.join(edition);
        let index = fs::read_to_string(folder.join("api/v1/index.json")).unwrap();
        let cells: Vec<Value> = serde_json::from_str(&index).unwrap();
        assert_eq!(cells.len(), if edition == "2023-01" { 52 } else { 50 });
        assert!(cells.iter().all(|cell| cell["edition"] == edition));
        for file in [
            "api/index.html",
            "embed/index.html",
            "api/v1/matrix.csv",
            "api/v1/calendar.ics",
        ] {
            assert!(folder.join(file).exists(), "{edition}/{file}");
        }
        let policy = format!("policy/{edition}.json");
        assert_eq!(
            fs::read_to_string(folder.join(&policy)).unwrap(),
            fs::read_to_string(dir.join(&policy)).unwrap()
        );
        let page = page(&dir, &format!("{edition}/postgresql/business/index.html"));
        let file = page.attr("script[data-app]", "data-policy");
        assert!(dir.join(&file).exists(), "{file}");
        assert_eq!(
            page.attr("script[data-app]", "data-folder"),
            format!("{edition}/")
        );
    }
    // The copy of the edition at the root is canonical there, the other one in its folder.
    for (file, url) in [
        (
            "2023-01/mysql/index.html",
            "https://example.com/backup/mysql/",
        ),
        (
            "2026-03/mysql/index.html",
            "https://example.com/backup/2026-03/mysql/",
        ),
    ] {
        let canonical = page(&dir, file).attr("link[rel=canonical]", "href");
        assert_eq!(canonical, url);
    }
    let sitemap = fs::read_to_string(dir.join("sitemap.xml")).unwrap();
    assert!(sitemap.contains("https://example.com/backup/2026-03/valkey/premium/"));
    assert!(!sitemap.contains("/2023-01/"));
    let embed = fs::read_to_string(dir.join("2026-03/embed/index.html")).unwrap();
    assert!(
        embed.contains("https://example.com/backup/embed.js"),
        "the script is at the root"
    );
    assert!(embed.contains("&lt;backup-calculator edition="));
}

#[test]
fn a_third_edition_needs_its_file_only() {
    let dir = prepared_folder("third-edition");
    let mut third: Value = serde_json::from_str(&texts()[1]).unwrap();
    third["edition"] = "2027-02-15".into();
    third["superseded"] = Value::Null;
    third["changes"] =
        json!([{"since": "2027-02-01", "text": "Kafka is new.", "services": ["kafka"]}]);
    third["gone_services"] = json!([{"slug": "grafana", "left_table": "2027-01-01"}]);
    third["services"]
        .as_array_mut()
        .unwrap()
        .retain(|service| service["slug"] != "grafana");
    third["remarks"] = json!([]);
    third["services"][0]["cells"][4]["policy_text"] = "Still no backups".into();
    fs::write(dir.join("policy/2027-02-15.json"), third.to_string()).unwrap();
    write::write(&dir, None).unwrap();
    let (line, links) = edition_line(&page(&dir, "kafka/premium/index.html"));
    assert_eq!(
        line,
        "Aiven’s backup policy, January 2023 · March 2026: same table, 4 rules differ · \
         February 15, 2027: 1 plan differs, 5 rules differ"
    );
    assert_eq!(
        links,
        [
            "../../2026-03/kafka/premium/",
            "../../changes/kafka/",
            "../../2027-02-15/kafka/premium/",
            "../../changes/kafka/"
        ]
    );
    let (line, _) = edition_line(&page(&dir, "2026-03/grafana/index.html"));
    assert!(line.ends_with("February 15, 2027: not listed"), "{line}");
    assert!(dir.join("2027-02-15/kafka/premium/index.html").exists());
    assert!(!dir.join("2027-02-15/grafana").exists());
}

#[test]
fn the_build_chooses_the_edition_at_the_root() {
    let files = texts();
    assert_eq!(
        editions(&files, "").at_root().edition.to_string(),
        DEFAULT_EDITION
    );
    let other = editions(&files, "2026-03");
    assert_eq!(other.at_root().edition.to_string(), "2026-03");
    assert_eq!(other.at_root().other_editions[0].path, "2023-01/");
    let in_folders = other.in_folders();
    let paths: Vec<&str> = in_folders
        .iter()
        .map(|policy| policy.other_editions[0].path.as_str())
        .collect();
    assert_eq!(paths, ["../", "../2023-01/"]);
}

#[test]
fn an_unknown_default_and_two_files_of_one_edition_are_refused() {
    let files = texts();
    let problems = |files: &[String], default| {
        let result = Editions::from_json(files.iter().map(String::as_str), default);
        format_problems(&result.unwrap_err())
    };
    assert_eq!(
        problems(&files, "2025-01"),
        "EDITION: there is no edition 2025-01; there is 2023-01, 2026-03\n"
    );
    let twice = [files.clone(), files[..1].to_vec()].concat();
    assert_eq!(
        problems(&twice, ""),
        "edition: there are two files of the edition 2023-01\n"
    );
}

#[test]
fn references_to_the_edition_before_that_lead_nowhere_are_named() {
    let mut later: Value = serde_json::from_str(&texts()[1]).unwrap();
    later["changes"][1]["before"] = "no-such-clause".into();
    later["gone_services"][0]["slug"] = "oracle".into();
    let files = [texts()[0].clone(), later.to_string()];
    let result = Editions::from_json(files.iter().map(String::as_str), "");
    assert_eq!(
        format_problems(&result.unwrap_err()),
        "changes.1.before: there is no clause “no-such-clause” in the edition before\n\
         gone_services.oracle: the edition before has no such service\n"
    );
}
