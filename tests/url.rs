//! URLs: published ones keep working, and none panics.

mod fixtures;

use std::fs;

use backup_calculator::domain::selection::NotFound;
use backup_calculator::domain::url::{UrlWarning, decode, encode};
use backup_calculator::domain::{Page, Policy, Selection};
use backup_calculator::report::{PageContent, Panel, url_warning};
use fixtures::{UNKNOWN_TIME, policy, proptest_config, root};
use proptest::prelude::*;

const PUBLISHED: &str = "tests/golden/addresses.txt";

/// Returns every page that has a URL.
fn pages(policy: &Policy) -> Vec<Page> {
    let mut all = vec![Page::Index];
    for (service, _) in policy.services() {
        all.push(Page::Service(service));
        all.extend(policy.plans().map(|(plan, _)| Page::Answer(service, plan)));
    }
    all.push(Page::Stack);
    all
}

/// Returns the canonical path of a page, or what is not found.
fn decoded(path: &str) -> String {
    let policy = policy();
    let (selection, ignored) = decode(&policy, path, "");
    assert_eq!(ignored, [], "a path alone leaves nothing to ignore");
    let slug = |id| policy.service(id).slug.clone();
    match selection.page {
        Page::NotFound(NotFound::Service {
            requested,
            suggestion: Some(like),
        }) => format!("no {requested}, perhaps {}", slug(like)),
        Page::NotFound(NotFound::Service {
            requested,
            suggestion: None,
        }) => format!("no {requested}"),
        Page::NotFound(NotFound::Plan { service, requested }) => {
            format!("no {requested} of {}", slug(service))
        }
        Page::NotFound(NotFound::Path) => "elsewhere".to_owned(),
        page => format!("/{}", encode(&policy, &page)),
    }
}

#[track_caller]
fn check(path: &str, expected: &str) {
    assert_eq!(decoded(path), expected, "{path}");
}

#[test]
fn every_page_round_trips_through_its_url() {
    let policy = policy();
    let pages = pages(&policy);
    assert_eq!(pages.len(), 1 + 13 + 52 + 1);
    for page in pages {
        let address = encode(&policy, &page);
        assert_eq!(
            decode(&policy, &address, ""),
            (Selection::from(page), Vec::new()),
            "{address}"
        );
        assert!(
            address.is_empty() || address.ends_with('/') && !address.starts_with('/'),
            "{address}"
        );
    }
}

#[test]
fn a_path_may_name_index_html_or_lack_or_double_slashes() {
    check("", "/");
    check("/", "/");
    check("index.html", "/");
    check("postgresql", "/postgresql/");
    check("postgresql/index.html", "/postgresql/");
    check("postgresql/business", "/postgresql/business/");
    check("postgresql/business/", "/postgresql/business/");
    check("postgresql/business/index.html", "/postgresql/business/");
    check("postgresql//business///", "/postgresql/business/");
    check("//postgresql/business", "/postgresql/business/");
}

#[test]
fn only_a_whole_index_html_segment_is_dropped() {
    check("postgresqlindex.html", "no postgresqlindex.html");
    check(
        "postgresql/businessindex.html",
        "no businessindex.html of postgresql",
    );
    check("postgresql/index.html/business", "elsewhere");
    check("index.htm", "no index.htm");
}

#[test]
fn an_unknown_service_gets_a_suggestion() {
    check("postgres", "no postgres, perhaps postgresql");
    check("Postgres", "no Postgres, perhaps postgresql");
    check("apache-kafka/business/", "no apache-kafka, perhaps kafka");
    check("aiven-for-redis", "no aiven-for-redis, perhaps redis");
    check("click", "no click, perhaps clickhouse");
    check("oracle", "no oracle");
    check("my", "no my");
    check("api", "no api");
}

#[test]
fn an_unknown_plan_or_a_deeper_path_is_not_found() {
    check("postgresql/gold", "no gold of postgresql");
    check("postgresql/business-", "no business- of postgresql");
    check("postgresql/business4", "no business4 of postgresql");
    check("postgresql/business-gold", "no business-gold of postgresql");
    check("postgresql/4-business", "no 4-business of postgresql");
    check("postgresql/business/restore", "elsewhere");
    check("a/b/c/d", "elsewhere");
}

#[test]
fn a_not_found_page_explains_the_error_and_links_on() {
    #[track_caller]
    fn check(path: &str, title: &str, advice: &str, links: &[(&str, &str)]) {
        let policy = policy();
        let screen = PageContent::new(&policy, &decode(&policy, path, "").0, UNKNOWN_TIME);
        assert_eq!(screen.title, "Page not found · Backup calculator");
        assert_eq!(screen.meta_description(&policy), advice);
        let Panel::NotFound(content) = &screen.panel else {
            panic!("{path} is a page")
        };
        assert_eq!(content.headline, title);
        let ours: Vec<(&str, &str)> = content
            .links
            .iter()
            .map(|link| (link.path.as_str(), link.text.as_str()))
            .collect();
        assert_eq!(ours, links);
    }
    let all = ("", "All services and plans");
    let pick = "Select a service, or check the URL.";
    check(
        "postgres",
        "No service named “postgres”",
        pick,
        &[("postgresql/", "Aiven for PostgreSQL®"), all],
    );
    check("oracle", "No service named “oracle”", pick, &[all]);
    check(
        "redis/gold",
        "Redis has no plan named “gold”",
        "Available plans: Hobbyist, Startup, Business and Premium.",
        &[("redis/", "Aiven for Redis®"), all],
    );
    check(
        "a/b/c",
        "Page not found",
        "Check the URL, or select a service and plan.",
        &[all],
    );
}

#[test]
fn a_misspelled_parameter_is_ignored_with_a_warning_and_a_foreign_one_in_silence() {
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let policy = policy();
        let (selection, ignored) = decode(&policy, "redis/premium/", query);
        assert_eq!(encode(&policy, &selection.page), "redis/premium/");
        let names: Vec<&str> = ignored
            .iter()
            .map(|ignored| match ignored {
                UrlWarning::UnknownParameter(name) => name.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(names, expected, "{query}");
    }
    check("", &[]);
    for foreign in [
        "utm_source=mail&utm_medium=x&fbclid=1&gclid&_gl=1*2&mc_cid=1",
        "plan=gold&x&a=1=2",
        "&&=5&",
        "id=1&lang=de&width=600&height=400&close=1&q&ref&v=2&t=5&page=2",
        "a=1&att=2&to=3&ott&offf=1&zeit=3&größe=4&two%20words=2",
    ] {
        check(foreign, &[]);
    }
    // A letter is wrong, missing or too many, or two are swapped.
    check("thene=dark&hout=02:30&bask=1d", &["thene", "hout", "bask"]);
    check(
        "restor=1&service=2&persitence=off",
        &["restor", "service", "persitence"],
    );
    check(
        "embedd&hours=2&backk=1d&loose=1h",
        &["embedd", "hours", "backk", "loose"],
    );
    check(
        "thmee=dark&bakc=1d&restroe=1",
        &["thmee", "bakc", "restroe"],
    );
    check("tehem=dark&hsoru=1&restart=1&serve=2", &[]);
    check("Thene=1&thene=2&thene", &["thene"]);
    let stray = UrlWarning::UnknownParameter("thene".to_owned());
    assert_eq!(
        url_warning::describe_warning(&stray),
        "This link has an unknown parameter, “thene”. It was ignored."
    );
}

#[test]
fn published_urls_keep_working() {
    let policy = policy();
    let file = root().join(PUBLISHED);
    let mut published = fs::read_to_string(&file).unwrap_or_default();
    for address in published.lines() {
        let (selection, ignored) = decode(&policy, address.trim_start_matches('/'), "");
        assert!(
            !matches!(selection.page, Page::NotFound(_)),
            "{address} was published and names no page any more"
        );
        assert_eq!(ignored, [], "{address}");
    }
    let listed = |published: &str, line: &str| published.lines().any(|known| known == line);
    let new: Vec<String> = pages(&policy)
        .iter()
        .map(|page| format!("/{}", encode(&policy, page)))
        .collect();
    let new: Vec<String> = new
        .into_iter()
        .filter(|line| !listed(&published, line))
        .collect();
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1") && !new.is_empty() {
        // The list only grows: nothing is removed from it.
        published += &fixtures::lines(&new);
        fs::write(&file, &published).unwrap();
        return;
    }
    assert_eq!(
        new, [""; 0],
        "new addresses: run UPDATE_GOLDEN=1 cargo test --all-features to add them to {PUBLISHED}"
    );
}

#[test]
fn the_first_edition_published_66_urls() {
    let published = fs::read_to_string(root().join(PUBLISHED)).unwrap();
    assert!(published.lines().count() >= 66, "{PUBLISHED} only grows");
    for address in [
        "/",
        "/kafka/",
        "/postgresql/business/",
        "/m3coordinator/hobbyist/",
        "/clickhouse/premium/",
    ] {
        assert!(published.lines().any(|line| line == address), "{address}");
    }
}

proptest! {
    #![proptest_config(proptest_config(512))]

    #[test]
    fn any_text_decodes_without_panic(path in "\\PC{0,40}", query in "\\PC{0,40}") {
        let policy = policy();
        let (selection, ignored) = decode(&policy, &path, &query);
        let screen = PageContent::new(&policy, &selection, UNKNOWN_TIME);
        prop_assert!(!screen.title.is_empty() && !screen.meta_description(&policy).is_empty());
        prop_assert!(ignored.len() <= query.split(['&', '?']).count());
    }

    #[test]
    fn any_combination_of_known_segments_decodes_without_panic(
        parts in prop::collection::vec(prop::sample::select(vec![
            "/", "//", "postgresql", "PG", "business", "-4", "index.html", "..", ".", "%2F", "?", "#", "\0", "é", " ",
        ]), 0..8),
    ) {
        let policy = policy();
        let (selection, _) = decode(&policy, &parts.concat(), &parts.concat());
        // The canonical path of a page decodes to the same page.
        if !matches!(selection.page, Page::NotFound(_)) {
            let again = decode(&policy, &encode(&policy, &selection.page), "").0;
            prop_assert_eq!(again, selection);
        }
    }
}
