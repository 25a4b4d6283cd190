//! The query of a URL: published queries keep working, and no query panics.

mod fixtures;

use std::fs;

use backup_calculator::domain::time::{MINUTES_PER_DAY, TimeOfDay, parse_date};
use backup_calculator::domain::url::{UrlWarning, decode, encode_with_query};
use backup_calculator::domain::{
    DisplayOptions, EmbedMode, IncidentInput, Minutes, Page, Requirements, Scenario, Selection,
    ServiceOptions, Theme, Timestamp, query,
};
use backup_calculator::report::url_warning;
use fixtures::{cell, policy, root};

/// Each line: a published URL, and its canonical form. The list only grows.
const PUBLISHED: &str = "tests/golden/queries.txt";

fn scenario(query: &str) -> (Scenario, Vec<UrlWarning>) {
    let (selection, ignored) = decode(&policy(), "", query);
    (selection.scenario, ignored)
}

#[test]
fn published_queries_keep_working() {
    let policy = policy();
    let published = fs::read_to_string(root().join(PUBLISHED)).unwrap();
    assert!(published.lines().count() >= 82, "{PUBLISHED} only grows");
    for line in published.lines() {
        let (address, canonical) = line.split_once(" => ").unwrap();
        let (path, query) = address.trim_start_matches('/').split_once('?').unwrap();
        let (selection, ignored) = decode(&policy, path, query);
        assert_eq!(ignored, [], "{address}");
        assert!(!matches!(selection.page, Page::NotFound(_)), "{address}");
        let written = encode_with_query(&policy, &selection.page, &selection.scenario);
        assert_eq!(format!("/{written}"), canonical, "{address}");
        // The canonical URL is its own canonical form.
        let (path, query) = written.split_once('?').unwrap_or((&written, ""));
        assert_eq!(
            decode(&policy, path, query),
            (selection, Vec::new()),
            "{canonical}"
        );
    }
}

#[test]
fn a_query_encodes_the_whole_scenario() {
    let policy = policy();
    let expected = Scenario {
        incident: IncidentInput {
            at: "2026-11-21T14:37Z".parse::<Timestamp>().ok(),
            restore_at: "2026-11-22T03:05Z".parse::<Timestamp>().ok(),
            backup_time: "02:30".parse::<TimeOfDay>().ok(),
        },
        requirements: Requirements {
            min_window: Some(Minutes::new(14 * MINUTES_PER_DAY)),
            max_loss: Some(Minutes::new(90)),
            pitr_required: true,
        },
        service: ServiceOptions {
            powered_off_on: parse_date("2026-11-22"),
            deleted_on: parse_date("2026-11-23"),
            persistence_disabled: true,
        },
        stack: vec![
            cell(&policy, "postgresql/business"),
            cell(&policy, "redis/startup"),
        ],
        display: DisplayOptions {
            embed: EmbedMode::FullMatrix,
            theme: Theme::Dark,
            is_presented: true,
        },
    };
    let query = "at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30&back=14d&lose=90m&pitr=yes\
                 &services=postgresql.business,redis.startup&off=2026-11-22&deleted=2026-11-23&persistence=off&embed=all&theme=dark&present";
    assert_eq!(scenario(query), (expected.clone(), Vec::new()));
    assert_eq!(query::to_query_string(&policy, &expected), query);
    assert_eq!(scenario(""), (Scenario::default(), Vec::new()));
    assert_eq!(query::to_query_string(&policy, &Scenario::default()), "");
}

#[test]
fn an_invalid_value_is_ignored_with_a_warning() {
    #[track_caller]
    fn check(name: &str, example: &str, values: &[&str]) {
        for value in values {
            // Next to it is a valid parameter.
            let other = if name == "hour" {
                "pitr=yes"
            } else {
                "hour=02:30"
            };
            let (rest, ignored) = scenario(&format!("{name}={value}&{other}"));
            // Of a stack the known members are kept.
            let without_stack = Scenario {
                stack: Vec::new(),
                ..rest
            };
            assert_eq!(without_stack, scenario(other).0, "{name}={value}");
            let [damaged @ UrlWarning::InvalidValue { name: named, .. }] = &ignored[..] else {
                panic!("{name}={value}: {ignored:?}")
            };
            assert_eq!(named, name);
            let shown = value.replace("%2B", "+");
            // Of a stack, what is unknown is named.
            let known = ["postgresql.business", "redis.startup"];
            let unknown: Vec<&str> = shown
                .split(',')
                .filter(|part| name != "services" || !known.contains(part))
                .collect();
            let shown = unknown.join(",");
            assert_eq!(
                url_warning::describe_warning(damaged),
                format!(
                    "{name}={shown} in this link isn’t valid and was ignored. Use a form like {name}={example}."
                )
            );
        }
        let (whole, ignored) = scenario(&format!("{name}={example}"));
        assert_eq!(ignored, [], "the example can be read");
        assert_ne!(whole, Scenario::default());
    }
    let times = [
        "",
        "x",
        "now",
        "2026",
        "14:37",
        "2026-11",
        "Nov 21",
        "yesterday 14:37",
        "2 h ago",
        "2026-11-21T14Z",
        "2026-11-21T24:00Z",
        "2026-02-29T00:00Z",
        "2026-11-21T14:60Z",
        "11/12/2026 14:37",
        "26-11-21T14:37Z",
        "-2026-11-21T14:37Z",
        "12026-11-21T14:37Z",
        "2026-11-21TTT:37Z",
        "２026-11-21T14:37Z",
    ];
    check("at", "2026-11-21T14:37Z", &times);
    check("restore", "2026-11-22T03:05Z", &times);
    check(
        "hour",
        "02:30",
        &["", "now", "24:00", "02:60", "02:3", "é2:30", "2 h"],
    );
    let lengths = [
        "",
        "d",
        "14",
        "-1d",
        "1.5m",
        "2 h ago",
        "876601h",
        "99999999999d",
        "4294967295d",
        "é",
    ];
    check("back", "14d", &lengths);
    check("lose", "12h", &lengths);
    check("pitr", "yes", &["", "y", "2", "never"]);
    check(
        "services",
        "postgresql.business,redis.startup",
        &[
            "",
            "postgresql",
            "postgresql.gold",
            "postgresql.business,,redis.startup",
            "postgresql/business",
            "redis.startup,oracle.startup",
        ],
    );
    check(
        "off",
        "2026-11-22",
        &["", "today", "2026-11-31", "26-11-22", "22 Nov"],
    );
    check(
        "deleted",
        "2026-11-22",
        &["", "today", "2026-11-31", "26-11-22", "22 Nov"],
    );
    check("persistence", "off", &["", "x", "aof", "of"]);
    check("embed", "all", &["no", "All", "1", "row", "all,row"]);
    check("theme", "dark", &["", "Dark", "black", "light,dark"]);
}

#[test]
fn the_first_of_repeated_parameters_wins() {
    let first = "at=2026-11-21T14:37Z";
    let (once, _) = scenario(first);
    #[track_caller]
    fn check(query: &str, expected: &[UrlWarning]) -> Scenario {
        let (scenario, ignored) = scenario(query);
        assert_eq!(ignored, expected, "{query}");
        scenario
    }
    assert_eq!(check(&format!("{first}&{first}&{first}"), &[]), once);
    assert_eq!(check(&format!("{first}&at=2026-11-21T14%3A37Z"), &[]), once);
    let repeated = UrlWarning::DuplicateParameter("at".to_owned());
    assert_eq!(
        url_warning::describe_warning(&repeated),
        "This link sets at more than once. The first value is used."
    );
    let again = [repeated];
    assert_eq!(
        check(&format!("{first}&at=2026-11-22T00:00Z&at=x"), &again),
        once
    );
    // An invalid value does not count as the first one.
    let damaged = |value: &str| UrlWarning::InvalidValue {
        name: "at".to_owned(),
        value: value.to_owned(),
        example: "2026-11-21T14:37Z",
    };
    assert_eq!(check(&format!("at=x&at=x&{first}"), &[damaged("x")]), once);
    assert_eq!(
        check("at=x&at=y", &[damaged("x"), damaged("y")]),
        Scenario::default()
    );
    // Names are compared in lower case, and so are they shown.
    assert_eq!(check(&format!("At=x&AT=x&{first}"), &[damaged("x")]), once);
    assert_eq!(check(&format!("{first}&AT=2026-11-22"), &again), once);
}

#[test]
fn services_are_normalized() {
    let policy = policy();
    for stack in [
        "redis.startup,postgresql.business",
        "postgresql.business,redis.startup",
        "redis.startup,redis.startup,postgresql.business,redis.startup",
        "postgresql.business%2Credis.startup",
    ] {
        let (scenario, ignored) = scenario(&format!("services={stack}"));
        assert_eq!(ignored, []);
        let written = encode_with_query(&policy, &Page::Stack, &scenario);
        assert_eq!(written, "stack/?services=postgresql.business,redis.startup");
    }
}

#[test]
fn embed_options_are_kept_on_inner_links_and_dropped_on_outer_ones() {
    #[track_caller]
    fn check(path: &str, query: &str, carried: &str) {
        let policy = policy();
        let (Selection { page, scenario }, ignored) = decode(&policy, path, query);
        assert_eq!(ignored, []);
        assert_eq!(
            query::to_query_string(&policy, &scenario.for_other_page()),
            carried,
            "/{path}?{query}"
        );
        assert_eq!(
            scenario.without_display_options().display,
            DisplayOptions::default()
        );
        assert_eq!(
            encode_with_query(&policy, &page, &scenario.form_values()).find("embed"),
            None
        );
    }
    check("redis/startup/", "embed&theme=dark", "embed&theme=dark");
    check("redis/startup/", "embed=all", "embed=all");
    check("redis/", "theme=light", "theme=light");
    // A page without a matrix row shows the whole matrix, and so do the pages it links to.
    for path in ["", "stack/", "nonsense/"] {
        check(path, "embed", "embed=all");
    }
    let scenario = scenario("hour=02:30&embed&theme=dark").0;
    assert_eq!(
        query::to_query_string(&policy(), &scenario.without_display_options()),
        "hour=02:30"
    );
}
