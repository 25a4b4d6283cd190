//! Links to and from the stack page: matrix cells, answer pages, and the page title.

mod fixtures;

use backup_calculator::domain::{Policy, Selection, url};
use backup_calculator::report::PageContent;
use backup_calculator::report::stack::add_link;
use fixtures::{UNKNOWN_TIME, cell, policy, stack_toggle};

/// Returns the selection of a path and query.
fn on(policy: &Policy, path: &str, query: &str) -> Selection {
    url::decode(policy, path, query).0
}

#[test]
fn on_the_stack_page_a_cell_toggles_its_pair() {
    #[track_caller]
    fn check(path: &str, query: &str, name: &str, expected: Option<&str>) {
        let policy = policy();
        let address = stack_toggle(&policy, &on(&policy, path, query), cell(&policy, name));
        assert_eq!(address.as_deref(), expected, "{name} on {path}?{query}");
    }
    check(
        "stack/",
        "",
        "redis/startup",
        Some("stack/?services=redis.startup"),
    );
    check(
        "stack/",
        "services=redis.startup",
        "kafka/premium",
        Some("stack/?services=kafka.premium,redis.startup"),
    );
    check(
        "stack/",
        "services=redis.startup",
        "redis/business",
        Some("stack/?services=redis.startup,redis.business"),
    );
    check(
        "stack/",
        "services=redis.startup,kafka.premium",
        "redis/startup",
        Some("stack/?services=kafka.premium"),
    );
    check(
        "stack/",
        "services=redis.startup",
        "redis/startup",
        Some("stack/"),
    );
    check("stack/", "", "influxdb/premium", None);
    check(
        "stack/",
        "services=influxdb.premium",
        "influxdb/premium",
        Some("stack/"),
    );
    check("", "services=redis.startup", "redis/startup", None);
    check("redis/startup/", "", "redis/startup", None);
}

#[test]
fn an_answer_page_links_to_the_stack_with_itself() {
    #[track_caller]
    fn check(path: &str, query: &str, expected: Option<(&str, &str)>) {
        let policy = policy();
        let link = add_link(&policy, &on(&policy, path, query));
        assert_eq!(
            link.as_ref()
                .map(|link| (link.path.as_str(), link.text.as_str())),
            expected,
            "{path}?{query}"
        );
    }
    let alone = "stack/?services=redis.startup";
    let both = "stack/?services=kafka.premium,redis.startup";
    check("redis/startup/", "", Some((alone, "Add to a stack")));
    check(
        "kafka/premium/",
        "services=redis.startup",
        Some((both, "Add to your stack")),
    );
    check(
        "redis/startup/",
        "services=redis.startup",
        Some((alone, "In your stack")),
    );
    check("influxdb/premium/", "", None);
    check("redis/", "services=redis.startup", None);
}

#[test]
fn the_title_contains_the_answer_of_the_stack() {
    let policy = policy();
    let title =
        |query: &str| PageContent::new(&policy, &on(&policy, "stack/", query), UNKNOWN_TIME).title;
    assert_eq!(title(""), "Check a stack · Backup calculator");
    assert_eq!(
        title("services=postgresql.business,redis.startup"),
        "Both services cover at least 1 day · Backup calculator"
    );
}
