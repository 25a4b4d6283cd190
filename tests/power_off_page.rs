//! The power-off countdown and the persistence setting, as the app renders them.
#![cfg(feature = "site")]

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::url::decode;
use backup_calculator::domain::{Policy, Timestamp};
use backup_calculator::site::pages;
use backup_calculator::ui::Links;
use fixtures::policy;
use scraper::{ElementRef, Html, Selector};

/// Renders the page of a URL as the app does.
fn shown(url: &str) -> Html {
    let policy: Rc<Policy> = policy();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let (selection, ignored) = decode(&policy, path, query);
    assert_eq!(ignored, []);
    let now = "2026-11-22T12:00Z".parse::<Timestamp>().ok();
    Html::parse_fragment(&pages::render_selection(&policy, selection, None, now).body)
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    select(page, selector)
        .into_iter()
        .map(fixtures::html_page::text)
        .collect()
}

#[test]
fn the_setting_toggle_has_links_of_which_one_is_current() {
    let on = shown("redis/premium/");
    assert_eq!(texts(&on, ".setting-toggle a"), ["rdb", "off"]);
    assert_eq!(texts(&on, ".setting-toggle [aria-current]"), ["rdb"]);
    let href = |link: &ElementRef| link.attr("href").unwrap_or_default().to_owned();
    let links: Vec<String> = select(&on, ".setting-toggle a").iter().map(href).collect();
    assert_eq!(
        links,
        [
            "../../redis/premium/",
            "../../redis/premium/?persistence=off"
        ]
    );
    let off = shown("redis/premium/?persistence=off");
    assert_eq!(texts(&off, ".setting-toggle [aria-current]"), ["off"]);
    assert_eq!(
        texts(&off, "[data-answer]"),
        ["No backups while redis_persistence is off"]
    );
    assert_eq!(select(&off, ".ladder").len(), 0);
    assert_eq!(
        select(&off, ".command button.copy").len(),
        1,
        "the export tool remains"
    );
    assert_eq!(
        select(&shown("kafka/business/"), ".setting-toggle").len(),
        0
    );
    assert_eq!(
        select(&on, ".setting-toggle[data-requires-app]").len(),
        1,
        "without scripts it would change nothing"
    );
}

#[test]
fn the_countdown_has_both_fields_and_the_calendar_file() {
    let empty = shown("redis/premium/");
    assert_eq!(
        select(
            &empty,
            ".countdown [data-requires-app] input#off[type=text]"
        )
        .len(),
        1
    );
    assert_eq!(
        select(
            &empty,
            ".countdown [data-requires-app] input#off-clock[type=date]"
        )
        .len(),
        1
    );
    assert_eq!(select(&empty, ".countdown a[download]").len(), 0);
    let page = shown("redis/premium/?off=2026-11-01");
    assert_eq!(
        texts(&page, ".countdown-headline"),
        ["159 days left. Power the service on, then off again by 2027-04-30."]
    );
    assert_eq!(
        select(&page, "input#off-clock")[0].attr("value"),
        Some("2026-11-01")
    );
    let link = select(&page, ".countdown a[download]")[0];
    assert_eq!(link.attr("download"), Some("power-off-redis-premium.ics"));
    let href = link.attr("href").unwrap_or_default();
    assert!(
        href.starts_with("data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0A"),
        "{href}"
    );
    let over = shown("redis/premium/?off=2026-01-01");
    assert_eq!(select(&over, ".countdown-headline[data-overdue]").len(), 1);
    assert_eq!(select(&over, ".countdown a[download]").len(), 0);
    assert_eq!(
        select(&shown("influxdb/premium/?off=2026-11-01"), ".countdown").len(),
        0
    );
}

#[test]
fn the_countdown_follows_the_power_off_section() {
    for (url, expected) in [
        (
            "redis/premium/",
            [
                "retention",
                "export",
                "failures",
                "power-off",
                "adjust",
                "where",
                "not-stated",
            ]
            .as_slice(),
        ),
        (
            "kafka/business/",
            &["instead", "export", "failures", "power-off", "not-stated"],
        ),
        (
            "redis/premium/?persistence=off",
            &[
                "instead",
                "export",
                "failures",
                "power-off",
                "adjust",
                "not-stated",
            ],
        ),
    ] {
        let page = shown(url);
        let ids: Vec<&str> = select(&page, ".answer-details > .disclosure > summary > h2")
            .iter()
            .filter_map(|title| title.attr("id"))
            .collect();
        assert_eq!(ids, expected, "{url}");
    }
}

#[test]
fn links_to_plans_keep_the_setting() {
    let page = shown("redis/premium/?persistence=off");
    let links = select(&page, ".plan-switch a");
    let hrefs: Vec<&str> = links.iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(
        hrefs,
        ["hobbyist", "startup", "business", "premium"]
            .map(|plan| format!("../../redis/{plan}/?persistence=off"))
    );
    let policy = policy();
    let (selection, _) = decode(&policy, "", "at=2026-11-21T14:37Z&off=2026-11-22");
    let links = Links::from_page("redis/premium/").with_query(&policy, &selection.scenario);
    assert_eq!(
        links.page_href("redis/startup/"),
        "../../redis/startup/?at=2026-11-21T14:37Z"
    );
    assert_eq!(
        links.page_href("redis/startup/?persistence=off"),
        "../../redis/startup/?persistence=off&at=2026-11-21T14:37Z"
    );
}
