//! Cards of pages with a scenario.

mod fixtures;

use backup_calculator::export::card;
use fixtures::export_documents::{self, SAMPLE_PATHS};
use fixtures::policy;
use fixtures::svg::all_text;
use roxmltree::Document;

/// Returns the texts of the card of a URL, and its SVG.
#[track_caller]
fn small_text(path: &str) -> (String, String) {
    let text = card::card(&export_documents::export_document(&policy(), path));
    let document = Document::parse(&text).unwrap();
    (all_text(&document), text)
}

#[test]
fn the_incident_is_in_the_ladder() {
    let (small_text, text) = small_text("redis/business/?at=2026-11-20T10:00Z");
    for words in [
        "Redis Business, incident of 2026-11-20 10:00 UTC",
        "Yes. You can restore a backup taken less than 12 hours before the incident.",
        "Restore before: 2026-11-23 10:01 UTC",
        ", calculated on 2026-11-22 03:05 UTC",
    ] {
        assert!(small_text.contains(words), "{words}: {small_text}");
    }
    for class in ["incident-line", "incident-label", "restore-point"] {
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
fn the_ladder_of_a_service_has_its_plans_and_that_of_a_stack_its_limit() {
    let (_, text) = small_text("redis/?at=2026-11-20T10:00Z");
    for words in ["Hobbyist", "Startup", "Not stated", "No", "Yes"] {
        assert!(text.contains(&format!(">{words}<")), "{words}: {text}");
    }
    let (small_text, text) = small_text(SAMPLE_PATHS[8]);
    assert!(text.contains("PostgreSQL Business<"), "{text}");
    assert!(text.contains("Redis Startup (limit)"), "{text}");
    assert!(small_text.contains("Common restore point:"), "{small_text}");
}

#[test]
fn every_card_states_its_conditions() {
    let condition =
        "Applies only if redis_persistence is rdb. If it’s off, Aiven takes no backups.";
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
        "Retention at least: 14 days",
        "Data loss at most: 12 hours",
        "PITR: yes",
        "PostgreSQL Business",
        "14 days · PITR",
    ] {
        assert!(small_text.contains(words), "{words}: {small_text}");
    }
}
