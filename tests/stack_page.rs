//! The stack page: its matrix, the prerendered page, and the rendered stack.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::domain::BackupSettings;
use backup_calculator::domain::{Policy, Selection, Timestamp, url};
use backup_calculator::report::Matrix;
use backup_calculator::site::pages;
use fixtures::html_page::{Page, page};
use fixtures::{cell, policy, stack_toggle};

/// Returns the selection of a path and query.
fn on(policy: &Policy, path: &str, query: &str) -> Selection {
    url::decode(policy, path, query).0
}

/// Renders the page of a URL as the app does, on 22 November 2026 at 03:05 UTC.
fn shown(path: &str, query: &str) -> Page {
    let policy = policy();
    let now = "2026-11-22T03:05Z".parse::<Timestamp>().ok();
    Page::of(pages::render_selection(&policy, on(&policy, path, query), None, now).body)
}

const STACK: &str = "services=postgresql.business,redis.startup";

#[test]
fn the_prerendered_page_explains_itself_without_controls() {
    let page = page("stack/index.html");
    assert_eq!(page.texts("h1"), ["Check a stack"]);
    assert!(page.texts(".lead").concat().contains("how far back"));
    assert!(
        page.texts(".stack-suggestions noscript")
            .concat()
            .contains("Turn on JavaScript")
    );
    assert_eq!(
        page.select("main input, main .stack button, main form, main section")
            .len(),
        0
    );
    assert_eq!(page.attr(".nav-stack", "aria-current"), "page");
    assert_eq!(
        page.texts(".stack-suggestions li"),
        [
            "Web application: PostgreSQL Business and Redis Business",
            "Online store: MySQL Business, OpenSearch Business and Redis Business",
            "Analytics: Apache Kafka Business, PostgreSQL Business and ClickHouse Business",
        ]
    );
    for offer in page.select(".stack-suggestions li a") {
        assert!(
            offer
                .attr("href")
                .is_some_and(|href| href.starts_with("../stack/?services="))
        );
    }
}

#[test]
fn every_page_links_to_the_stack_and_every_answer_can_be_added() {
    fixtures::html_page::on_every_page(|page| {
        assert!(
            page.attr("#nav-stack", "href").ends_with("stack/"),
            "{}",
            page.file
        );
    });
    for page in fixtures::html_page::answers() {
        let links: Vec<&str> = page
            .select(".stack-add")
            .iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        let (service, plan) = page
            .address()
            .trim_end_matches('/')
            .split_once('/')
            .unwrap();
        let offered = page.select(".answer[data-kind=absent]").is_empty();
        let expected = format!("../../stack/?services={service}.{plan}");
        assert_eq!(
            links,
            if offered {
                vec![expected.as_str()]
            } else {
                Vec::new()
            }
        );
    }
}

#[test]
fn every_cell_of_the_stack_matrix_describes_its_toggle() {
    let page = shown("stack/", STACK);
    let policy = policy();
    let matrix = Matrix::new(&policy, BackupSettings::default());
    for (row, plan) in matrix
        .rows
        .iter()
        .flat_map(|row| matrix.plans.iter().map(move |plan| (row, plan)))
    {
        let name = format!("{}/{}", row.service.slug, plan.slug);
        let link = page.only(&format!("#cell-{}-{}", row.service.slug, plan.slug));
        let text = fixtures::html_page::text(link);
        let pair = cell(&policy, &name);
        let chosen = ["postgresql/business", "redis/startup"].contains(&name.as_str());
        let wanted = stack_toggle(&policy, &on(&policy, "stack/", STACK), pair);
        assert_eq!(
            link.attr("href").unwrap().trim_start_matches("../"),
            wanted.as_deref().unwrap_or(&format!("{name}/?{STACK}"))
        );
        assert_eq!(
            link.attr("aria-current"),
            chosen.then_some("true"),
            "{name}"
        );
        let does = match wanted {
            None => "",
            Some(_) if chosen => " · take out of the stack",
            Some(_) => " · add to the stack",
        };
        assert_eq!(
            text.split_once(" · take")
                .or(text.split_once(" · add"))
                .is_some(),
            !does.is_empty()
        );
        assert!(text.ends_with(does), "{text}");
    }
    // The row header still links to the service.
    assert_eq!(
        page.attr("#row-redis", "href"),
        format!("../redis/?{STACK}")
    );
}

#[test]
fn members_link_to_their_page_and_have_a_remove_link() {
    let page = shown("stack/", STACK);
    assert_eq!(
        page.texts("h1"),
        ["Both services cover at least 1 day. Redis Startup sets the limit"]
    );
    assert_eq!(
        page.texts(".stack-members li > a:not(.stack-remove)"),
        ["PostgreSQL Business", "Redis Startup"]
    );
    assert_eq!(
        page.texts(".ladder li"),
        ["PostgreSQL Business14 days", "Redis Startup (limit)1 day"]
    );
    assert_eq!(
        page.texts(".stack-remove"),
        ["Remove PostgreSQL Business", "Remove Redis Startup"]
    );
    let out: Vec<_> = page
        .select(".stack-remove")
        .iter()
        .filter_map(|link| link.attr("href"))
        .collect();
    assert_eq!(
        out,
        [
            "../stack/?services=redis.startup",
            "../stack/?services=postgresql.business"
        ]
    );
    assert_eq!(page.texts(".metrics dt"), ["Latest common restore point"]);
    for (id, label) in [("at", "Incident time"), ("restore", "Restore time")] {
        assert_eq!(page.attr(&format!("input#{id}"), "type"), "text");
        assert_eq!(page.texts(&format!("label[for={id}]")), [label]);
    }
    assert_eq!(
        page.select("[data-verdict]").len(),
        0,
        "nothing went wrong yet"
    );
}

#[test]
fn an_incident_in_the_url_is_answered_for_the_stack_and_each_member() {
    #[track_caller]
    fn check(query: &str, verdict: &str, headline: &str) {
        let page = shown("stack/", query);
        assert_eq!(page.attr(".stack-verdict", "data-verdict"), verdict);
        assert_eq!(page.texts(".stack-verdict b"), [headline]);
    }
    let with = |rest: &str| format!("{STACK}&{rest}");
    check(
        &with("at=2026-11-21T14:37Z"),
        "certain",
        "Yes, by one interpretation. You can restore both services to before the incident.",
    );
    check(
        &with("at=2026-11-21T20:00Z"),
        "certain",
        "Yes. You can restore both services to before the incident.",
    );
    check(
        &with("at=2026-11-22T03:00Z"),
        "possible",
        "Maybe. It is only minutes ago. The policy doesn’t state how far the log archive can lag.",
    );
    check(
        "services=opensearch.business&at=2026-11-07T20:00Z",
        "possible",
        "Maybe. By one interpretation of the policy, all backups of OpenSearch Business from before the incident have expired.",
    );
    check(
        &with("at=2026-11-20T20:00Z"),
        "possible",
        "Maybe. It depends on the backup time of Redis Startup.",
    );
    check(
        &with("at=2026-11-19T20:00Z"),
        "impossible",
        "No. All backups of Redis Startup from before the incident have expired.",
    );
    check(
        "services=redis.hobbyist,redis.startup&at=2026-11-21T14:37Z",
        "silent",
        "You can’t restore it yourself. Redis Hobbyist has one backup, for disaster recovery only.",
    );
}

#[test]
fn an_invalid_stack_gets_a_notice_and_the_empty_page() {
    for query in [
        "services=redis.gold",
        "services=redis",
        "services=redis.startup;kafka.business",
        "services=,",
    ] {
        let policy = policy();
        let (selection, ignored) = url::decode(&policy, "stack/", query);
        assert_eq!(
            (selection.scenario.stack.len(), ignored.len()),
            (0, 1),
            "{query}"
        );
        assert_eq!(shown("stack/", query).texts("h1"), ["Check a stack"]);
    }
}
