//! An incident of a service that is powered off before the restore: no backup is made meanwhile, and a rule by count drops none.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::url::decode;
use backup_calculator::report::incident::IncidentVerdict::{self, Certain, Impossible, Possible};
use backup_calculator::report::{PageContent, Panel, TimeContext};
use fixtures::policy;

/// Returns verdict, headline, and the labels of the details.
fn incident(path: &str, query: &str) -> (IncidentVerdict, String, Vec<&'static str>) {
    let policy = policy();
    let (selection, warnings) = decode(&policy, path, query);
    assert_eq!(warnings, []);
    let time = TimeContext {
        now: "2026-11-26T12:00Z".parse().ok(),
        zone: &Utc,
    };
    let content = PageContent::new(&policy, &selection, time);
    let Panel::Answer(answer) = &content.panel else {
        panic!("{path} is no answer")
    };
    let report = answer.incident.as_ref().expect("an incident is asked");
    let labels = report.details.iter().map(|detail| detail.label);
    (report.verdict, report.headline.clone(), labels.collect())
}

fn verdict(path: &str, query: &str) -> IncidentVerdict {
    incident(path, query).0
}

#[test]
fn a_count_keeps_the_backups_of_the_power_off() {
    // Off for 117 days; all backups would be gone if the service were on.
    let case = "at=2026-07-31T12:00Z&restore=2026-11-26T12:00Z";
    for path in ["postgresql/business", "redis/business", "mysql/startup"] {
        assert_eq!(verdict(path, case), Impossible, "{path}, on");
        let (verdict, _, labels) = incident(path, &format!("off=2026-08-01&{case}"));
        assert_eq!(verdict, Certain, "{path}, off");
        assert!(!labels.contains(&"Act before"), "{path}: nothing expires");
    }
}

#[test]
fn the_day_of_the_power_off_bounds_the_answer() {
    // The guaranteed window of 3 days, and the best case of 3.5 days, end within the day.
    let at = |off: &str| {
        verdict(
            "redis/business",
            &format!("off={off}&at=2026-08-01T12:00Z&restore=2026-11-26T12:00Z"),
        )
    };
    assert_eq!(at("2026-08-01"), Certain);
    assert_eq!(at("2026-08-03"), Certain);
    assert_eq!(at("2026-08-04"), Possible, "the windows end within the day");
    assert_eq!(at("2026-08-05"), Impossible);
    assert_eq!(
        at("2026-07-20"),
        Certain,
        "the incident is after the power-off"
    );
}

#[test]
fn a_rule_by_age_is_at_most_possible() {
    let (verdict, headline, _) = incident(
        "opensearch/business",
        "off=2026-11-20&at=2026-11-19T12:00Z&restore=2026-11-26T12:00Z",
    );
    assert_eq!(verdict, Possible);
    assert!(
        headline.contains("does not say whether backups expire"),
        "{headline}"
    );
}

#[test]
fn after_the_days_of_the_review_the_service_may_be_gone() {
    let case = |restore: &str| {
        incident(
            "postgresql/business",
            &format!("off=2026-05-01&at=2026-04-30T12:00Z&restore={restore}"),
        )
    };
    assert_eq!(case("2026-10-28T12:00Z").0, Certain, "180 days");
    let (verdict, headline, _) = case("2026-10-29T12:00Z");
    assert_eq!(verdict, Possible, "181 days");
    assert!(headline.contains("may be deleted"), "{headline}");
}

#[test]
fn a_power_off_after_the_restore_changes_nothing() {
    let case = "at=2026-11-21T14:37Z&restore=2026-11-26T12:00Z";
    assert_eq!(
        incident("redis/business", case),
        incident("redis/business", &format!("off=2026-12-24&{case}"))
    );
}
