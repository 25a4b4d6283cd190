//! Cards of pages with a scenario.

mod fixtures;

use backup_calculator::export::card;
use fixtures::export_documents::{self, SAMPLE_PATHS};
use fixtures::svg::{number, text_of_class};
use fixtures::{policy, report};
use roxmltree::Document;

/// Returns the texts of the card of a URL, and its SVG.
#[track_caller]
fn small_text(path: &str) -> (String, String) {
    let text = card::card(&export_documents::export_document(&policy(), path));
    let document = Document::parse(&text).unwrap();
    let texts = ["title", "headline", "text-muted"].map(|class| text_of_class(&document, class));
    (texts.join(" "), text)
}

#[test]
fn incident_and_compared_plan_are_in_timeline_and_legend() {
    let (small_text, text) = small_text("redis/business/?at=2026-11-20T10:00Z&with=premium");
    for words in [
        "Redis Business, incident of 2026-11-20 10:00 UTC",
        "Yes. You can restore a backup taken less than 12 hours before the incident.",
        "Restore any 12‑hourly backup from the last 3 days.",
        "Restore before: 2026-11-23 10:01 UTC",
        "incident",
        "lost",
        "disappears next",
        "Premium: ",
        "; the answer as of 2026-11-22 03:05 UTC",
    ] {
        assert!(small_text.contains(words), "{words}: {small_text}");
    }
    let classes = [
        "incident-line",
        "restore-point",
        "data-loss",
        "expires-next",
        "window-gained",
        "legend-window-gained",
        "legend-incident",
    ];
    for class in classes {
        let found = text.contains(&format!("class=\"{class}\""));
        assert!(found, "{class}: {text}");
    }
}

#[test]
fn an_incident_before_the_axis_is_not_drawn_on_it() {
    let (_, text) = small_text("redis/business/?at=2026-10-20T10:00Z");
    assert!(
        text.contains("◂ incident") && !text.contains("incident-line"),
        "{text}"
    );
    let (_, text) = small_text("redis/business/?at=2026-11-20T10:00Z");
    assert!(
        !text.contains("◂ incident") && text.contains("incident-line"),
        "{text}"
    );
}

#[test]
fn bar_lengths_are_proportional_to_guaranteed_windows() {
    let (small_text, text) = small_text("redis/");
    assert!(small_text.contains("Hobbyist: "), "{small_text}");
    let document = Document::parse(&text).unwrap();
    let bars = |document: &Document| {
        let bars = document
            .descendants()
            .filter(|node| node.attribute("class") == Some("card-accent"));
        let bars: Vec<i64> = bars.map(|node| number(node, "width")).skip(1).collect();
        bars
    };
    let policy = policy();
    let guaranteed = |plan: &str| {
        let report = report(&policy, &format!("redis/{plan}"));
        report
            .schedule
            .map_or(0, |schedule| i64::from(schedule.guaranteed_window().get()))
    };
    let (startup, premium) = (guaranteed("startup"), guaranteed("premium"));
    let expected: Vec<i64> = ["startup", "business", "premium"]
        .map(|plan| guaranteed(plan) * 720 / premium)
        .into();
    assert!(
        startup > 0 && bars(&document) == expected,
        "{:?} {expected:?}",
        bars(&document)
    );
    let (small_text, text) = self::small_text(SAMPLE_PATHS[8]);
    assert!(
        small_text.contains("Redis Startup: ") && small_text.contains("weakest link"),
        "{small_text}"
    );
    assert_eq!(bars(&Document::parse(&text).unwrap()).len(), 2);
}

#[test]
fn every_card_states_its_conditions() {
    let condition = "Only while redis_persistence is rdb: with off, no backups are taken.";
    let places = [
        "redis/",
        "redis/premium/",
        "stack/?services=redis.startup,postgresql.business",
        "?back=1d",
    ];
    for path in places {
        let (small_text, _) = small_text(path);
        assert!(small_text.contains(condition), "{path}: {small_text}");
    }
}

#[test]
fn the_plan_finder_card_states_the_requirements() {
    let (small_text, _) = small_text("?back=14d&lose=12h&pitr=yes");
    for words in [
        "Go back at least: 14 days",
        "Lose at most: 12 hours",
        "Any second (PITR): yes",
        "PostgreSQL: from Business",
    ] {
        assert!(small_text.contains(words), "{words}: {small_text}");
    }
}
