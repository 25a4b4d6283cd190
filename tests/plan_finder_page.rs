//! The plan finder on a page: the form, the unmet cells, and the links that keep the scenario.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::domain::BackupSettings;
use backup_calculator::domain::url::{decode, encode_with_query};
use backup_calculator::domain::{Page, Scenario};
use backup_calculator::report::{PlanFinderResult, plan_finder::EMPTY_HINT};
use backup_calculator::site::pages::render_selection;
use fixtures::html_page::{on_every_page, text};
use fixtures::policy;
use scraper::{ElementRef, Html, Selector};

const QUERY: &str = "back=14d&lose=12h&pitr=yes";

/// Renders the page of a URL as the app does.
fn page(path: &str, query: &str) -> Html {
    let policy = policy();
    let (selection, ignored) = decode(&policy, path, query);
    assert_eq!(ignored, [], "{path}?{query}");
    Html::parse_fragment(&render_selection(&policy, selection, None, None).body)
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[track_caller]
fn only<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = select(page, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn finding(query: &str) -> PlanFinderResult {
    let policy = policy();
    let scenario = decode(&policy, "", query).0.scenario;
    PlanFinderResult::new(&policy, &scenario.requirements, BackupSettings::default()).unwrap()
}

#[test]
fn prerendered_pages_have_the_empty_form_and_no_unmet_cells() {
    on_every_page(|page| {
        let form = page.only(".matrix > .plan-finder + table");
        assert_eq!(form.attr("role"), Some("table"));
        assert_eq!(page.attr(".plan-finder", "role"), "group");
        assert_eq!(page.attr(".plan-finder", "aria-label"), "Requirements");
        assert_eq!(page.texts(".plan-finder-summary"), [EMPTY_HINT]);
        assert_eq!(
            page.select(".plan-finder a, .plan-finder-caveats p, .cell-tooltip, .row-summary")
                .len(),
            0
        );
        assert_eq!(
            page.select("[data-unmet], [data-active], .matrix [aria-describedby^=tooltip]")
                .len(),
            0
        );
        for (id, kind) in [("back", "text"), ("lose", "text"), ("pitr", "checkbox")] {
            let input = page.only(&format!(".plan-finder input#{id}"));
            assert_eq!(input.attr("type"), Some(kind));
            let value = input.attr("value").unwrap_or_default();
            assert_eq!((value, input.attr("checked")), ("", None));
            page.only(&format!(".plan-finder label[for={id}]"));
        }
    });
}

#[test]
fn without_scripts_the_form_is_hidden() {
    on_every_page(|page| {
        page.only(".plan-finder[data-requires-app]");
        let hidden = page.texts("head > noscript").concat();
        assert_eq!(
            hidden,
            "<style>[data-requires-app],#app-failed{display:none!important}</style>"
        );
    });
}

#[test]
fn the_form_shows_the_requirements_of_the_url() {
    let page = page("", QUERY);
    assert_eq!(only(&page, "#back").attr("value"), Some("14 days"));
    assert_eq!(only(&page, "#lose").attr("value"), Some("12 hours"));
    assert!(only(&page, "#pitr").attr("checked").is_some());
    assert!(only(&page, ".plan-finder").attr("data-active").is_some());
    let found = finding(QUERY);
    assert_eq!(
        text(only(&page, ".plan-finder [role=status]")),
        found.summary
    );
    let caveats: Vec<String> = select(&page, ".plan-finder-caveats p")
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(caveats, found.caveats);
    assert!(!caveats.is_empty());
}

#[test]
fn unmet_cells_are_marked_and_described_by_a_tooltip() {
    for query in [QUERY, "back=14d&lose=1h", "pitr=yes", "back=60d"] {
        let (page, found) = (page("redis/startup/", query), finding(query));
        let cells = found.rows.iter().flatten();
        let links = select(&page, ".matrix td > a");
        assert_eq!(links.len(), 52);
        for (link, cell) in links.into_iter().zip(cells) {
            let id = link.attr("id").unwrap();
            assert_eq!(link.attr("data-unmet").is_some(), cell.is_unmet, "{id}");
            match link.attr("aria-describedby") {
                Some(why) => {
                    let why = only(&page, &format!(".matrix a#{id} + .cell-tooltip#{why}"));
                    assert_eq!(Some(text(why)), cell.reason, "{id}");
                }
                None => assert_eq!(cell.reason, None, "{id}"),
            }
        }
    }
}

#[test]
fn the_index_offers_the_plans_that_match() {
    for query in [QUERY, "back=14d", "back=60d"] {
        let (page, found) = (page("", query), finding(query));
        let offers = select(&page, ".plan-offers a");
        assert_eq!(offers.len(), found.offers.len(), "{query}");
        for (link, offer) in offers.into_iter().zip(&found.offers) {
            let href = link.attr("href").unwrap();
            assert!(href.starts_with(&offer.path), "{href}");
            assert!(href.contains("back="), "{href} keeps the requirements");
            assert_eq!(text(link), format!("{} {}", offer.name, offer.label));
        }
    }
    assert!(select(&page("redis/startup/", QUERY), ".plan-offers").is_empty());
}

#[test]
fn ids_are_unique_with_requirements() {
    let page = page("opensearch/premium/", "back=14d&lose=1h");
    let mut ids: Vec<&str> = select(&page, "[id]")
        .iter()
        .filter_map(|one| one.attr("id"))
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn matrix_links_keep_the_scenario_without_service_options() {
    let carried = "at=2026-11-21T14:37Z&back=14d&services=redis.startup";
    let query = format!("{carried}&off=2026-11-22");
    let page = page("mysql/startup/", &query);
    for link in select(&page, ".matrix td > a, .matrix th > a") {
        let href = link.attr("href").unwrap();
        let (path, query) = href.split_once('?').unwrap();
        assert_eq!(query, carried, "{href}");
        assert!(path.starts_with("../../") && path.ends_with('/'), "{href}");
    }
    assert_eq!(
        only(&page, "#cell-kafka-premium").attr("href"),
        Some(format!("../../kafka/premium/?{carried}").as_str())
    );
}

#[test]
fn the_clear_link_keeps_the_page_and_the_other_parameters() {
    let page = page("mysql/startup/", "at=2026-11-21T14:37Z&back=14d&pitr=yes");
    let clear = only(&page, ".plan-finder a");
    assert_eq!(text(clear), "Clear requirements");
    let rest = "../../mysql/startup/?at=2026-11-21T14:37Z";
    assert_eq!(clear.attr("href"), Some(rest));
    let alone = encode_with_query(&policy(), &Page::Index, &Scenario::default());
    assert_eq!(alone, "", "where nothing else is asked the query goes too");
}
