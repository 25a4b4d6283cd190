//! The card of a view with the visitor's case in it.

mod fixtures;

use backup_calculator::domain::text::join;
use backup_calculator::export::card::{self, ColorScheme};
use fixtures::sheets::{self, ASKED};
use fixtures::svg::{number, said};
use fixtures::{policy, report};
use roxmltree::Document;

/// What the card of an address says in small letters, and its classes.
#[track_caller]
fn soft(place: &str) -> (String, String) {
    let text = card::card(&sheets::sheet(&policy(), place), ColorScheme::Auto);
    let document = Document::parse(&text).unwrap();
    let soft = said(&document, "soft");
    (join(&[soft, said(&document, "answer")], " "), text)
}

#[test]
fn an_incident_and_a_plan_beside_it_are_in_the_picture_and_in_the_legend() {
    let (soft, text) = soft("redis/business/?at=2026-11-20T10:00Z&with=premium");
    for words in [
        "Yes, for certain: back to a backup taken less than 12 hours before the incident.",
        "Act before: 2026-11-23 10:01 UTC to be sure",
        "incident",
        "lost",
        "disappears next",
        "Premium: ",
        "; the answer as of 2026-11-22 03:05 UTC",
    ] {
        assert!(soft.contains(words), "{words}: {soft}");
    }
    let classes = [
        "at",
        "used",
        "lost",
        "next",
        "gained",
        "key-gained",
        "key key-at",
    ];
    for class in classes {
        let said = text.contains(&format!("class=\"{class}\""));
        assert!(said, "{class}: {text}");
    }
}

#[test]
fn plans_and_services_have_bars_as_long_as_they_surely_go_back() {
    let (soft, text) = soft("redis/");
    assert!(soft.contains("Hobbyist: "), "{soft}");
    let document = Document::parse(&text).unwrap();
    let bars = |document: &Document| {
        let bars = document
            .descendants()
            .filter(|node| node.attribute("class") == Some("tab"));
        let bars: Vec<i64> = bars.map(|node| number(node, "width")).skip(1).collect();
        bars
    };
    let policy = policy();
    let sure = |plan: &str| {
        let report = report(&policy, &format!("redis/{plan}"));
        report
            .schedule
            .map_or(0, |schedule| i64::from(schedule.guaranteed_window().get()))
    };
    let (startup, premium) = (sure("startup"), sure("premium"));
    let expected: Vec<i64> = ["startup", "business", "premium"]
        .map(|plan| sure(plan) * 720 / premium)
        .into();
    assert!(
        startup > 0 && bars(&document) == expected,
        "{:?} {expected:?}",
        bars(&document)
    );
    let (soft, text) = self::soft(ASKED[8]);
    assert!(
        soft.contains("Redis Startup: ") && soft.contains("weakest link"),
        "{soft}"
    );
    assert_eq!(bars(&Document::parse(&text).unwrap()).len(), 2);
}

#[test]
fn no_card_leaves_out_what_its_answer_depends_on() {
    let condition = "Only while redis_persistence is rdb: with off, no backups are taken.";
    let places = [
        "redis/",
        "redis/premium/",
        "stack/?services=redis.startup,postgresql.business",
        "?back=1d",
    ];
    for place in places {
        let (soft, _) = soft(place);
        assert!(soft.contains(condition), "{place}: {soft}");
    }
}

#[test]
fn the_card_of_needs_says_what_was_asked() {
    let (soft, _) = soft("?back=14d&lose=12h&pitr=yes");
    for words in [
        "Go back at least: 14 days",
        "Lose at most: 12 hours",
        "Any second (PITR): yes",
        "PostgreSQL: from Business",
    ] {
        assert!(soft.contains(words), "{words}: {soft}");
    }
}
