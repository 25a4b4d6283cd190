//! What prerendered pages say and forbid until the app runs, and what the loader knows of the query.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::domain::url;
use backup_calculator::domain::{Page, Policy, Scenario};
use backup_calculator::site::document::{KEPT_PARAMETERS, OWN_PARAMETERS};
use fixtures::html_page::{on_every_page, page};
use fixtures::policy;

/// A query with every parameter that the app writes.
const FULL_QUERY: &str = "at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30&back=14d&lose=12h&pitr=yes\
                          &services=postgresql.business&off=2026-11-22&deleted=2026-11-23&persistence=off&embed=all&theme=dark";

/// Returns the names of the parameters of a scenario.
fn names(policy: &Policy, scenario: &Scenario) -> Vec<String> {
    let path = url::encode_with_query(policy, &Page::Index, scenario);
    let query = path.trim_start_matches('?');
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    query.split('&').map(name).collect()
}

#[test]
fn the_loader_keeps_the_parameters_that_the_app_keeps() {
    let policy = policy();
    let (selection, warnings) = url::decode(&policy, "redis/business/", FULL_QUERY);
    assert_eq!(warnings, []);
    let display = ["embed", "theme"];
    let all = names(&policy, &selection.scenario);
    let mut kept = names(&policy, &selection.scenario.for_other_page());
    let own: Vec<&String> = all.iter().filter(|name| !kept.contains(name)).collect();
    assert_eq!(own, OWN_PARAMETERS.split('|').collect::<Vec<_>>());
    kept.retain(|name| !display.contains(&name.as_str()));
    assert_eq!(kept, KEPT_PARAMETERS.split('|').collect::<Vec<_>>());
}

#[test]
fn until_the_loader_runs_what_requires_the_app_is_inert() {
    on_every_page(|page| {
        for element in page.select("[data-requires-app]") {
            assert_eq!(element.attr("inert"), Some(""), "{}", page.file);
        }
        let outside = page.select("input:not([data-requires-app], [data-requires-app] *)");
        assert_eq!(outside.len(), 0, "{} has a field outside", page.file);
    });
}

#[test]
fn every_page_of_the_app_says_that_it_has_not_loaded() {
    for file in [
        "index.html",
        "redis/business/index.html",
        "stack/index.html",
        "404.html",
    ] {
        let lines = page(file).texts("#app-failed[hidden] > span");
        assert!(
            lines[0].starts_with("Interactive features didn’t load"),
            "{file}"
        );
        assert!(lines[1].starts_with("The program has stopped"), "{file}");
        page(file).only("#case-unanswered");
    }
    let embed_page = page("embed/index.html");
    embed_page.only("#app-failed[hidden]");
    assert_eq!(embed_page.select("#case-unanswered").len(), 0);
    assert_eq!(page("api/index.html").select("#app-failed").len(), 0);
}

#[test]
fn no_class_is_one_that_content_blockers_hide() {
    // From the generic rules of Fanboy's Social Blocking List.
    let hidden = [
        "share-panel",
        "share-row",
        "share-bar",
        "share-buttons",
        "share-links",
        "social-share",
    ];
    on_every_page(|page| {
        for class in hidden {
            assert!(
                page.select(&format!(".{class}, #{class}")).is_empty(),
                "{}: {class}",
                page.file
            );
        }
    });
}
