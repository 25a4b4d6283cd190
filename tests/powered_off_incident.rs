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
        assert!(
            !labels.contains(&"Restore before"),
            "{path}: nothing expires"
        );
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
        headline.contains("doesn’t state whether backups expire"),
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

#[test]
fn the_restore_points_are_those_of_the_power_off_and_there_is_no_picture_up_to_now() {
    let answer = |path: &str, query: &str| {
        let policy = policy();
        let (selection, _) = decode(&policy, path, query);
        let time = TimeContext {
            now: "2026-11-26T12:00Z".parse().ok(),
            zone: &Utc,
        };
        let content = PageContent::new(&policy, &selection, time);
        match content.panel {
            Panel::Answer(answer) => (answer, content.ladder),
            panel => panic!("{panel:?}"),
        }
    };
    let (off, ladder) = answer("redis/business", "off=2026-08-01");
    let table = off.restore_points.as_ref().unwrap();
    assert_eq!(
        table.caption,
        "Restore points at the power-off, latest first"
    );
    assert_eq!(
        table.rows[0].taken,
        "2026-07-31 12:01 UTC to 2026-08-02 00:00 UTC"
    );
    assert_eq!(table.rows[0].expires, "never while it is off");
    assert_eq!(
        ladder, None,
        "the axis ends now, but backups ended at the power-off"
    );
    let (by_age, _) = answer("opensearch/business", "off=2026-08-01&at=2026-07-31T12:00Z");
    let table = by_age.restore_points.as_ref().unwrap();
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.expires == "at no stated time while it is off"),
        "{table:?}"
    );
    // The service was on at the incident, also for the table.
    let (late, _) = answer("redis/business", "off=2026-08-01&at=2026-08-01T18:00Z");
    let table = late.restore_points.as_ref().unwrap();
    assert_eq!(
        table.rows[0].taken,
        "2026-08-01 06:01 UTC to 2026-08-02 00:00 UTC"
    );
    // Not off yet at the restore.
    let (later, ladder) = answer("redis/business", "off=2026-12-01&at=2026-11-26T10:00Z");
    assert!(ladder.is_some());
    let table = later.restore_points.as_ref().unwrap();
    assert!(
        table
            .caption
            .starts_with("Restore points on 2026-11-26 12:00 UTC"),
        "{}",
        table.caption
    );
}

#[test]
fn a_doubt_over_the_time_of_the_power_off_is_named_as_that() {
    // See `the_day_of_the_power_off_bounds_the_answer`: the best case ends within the day. A known time of day leaves no other doubt.
    let case = "off=2026-08-05&at=2026-08-01T14:00Z&restore=2026-11-26T12:00Z";
    let (verdict, headline, _) = incident("redis/business", case);
    assert_eq!(verdict, Possible, "{headline}");
    assert_eq!(headline, "Maybe. It depends on the time of the power-off.");
}

#[test]
fn a_stack_sends_to_the_answer_of_the_service_that_is_off() {
    let stack = |query: &str| {
        let policy = policy();
        let (selection, _) = decode(&policy, "stack/", query);
        let time = TimeContext {
            now: "2026-11-26T12:00Z".parse().ok(),
            zone: &Utc,
        };
        match PageContent::new(&policy, &selection, time).panel {
            Panel::Stack(stack) => stack.incident.clone().unwrap(),
            panel => panic!("{panel:?}"),
        }
    };
    let case = "services=postgresql.business,redis.business&at=2026-07-31T12:00Z";
    assert_eq!(stack(case).verdict, Impossible);
    let off = stack(&format!("{case}&off=2026-08-01"));
    assert_eq!(off.verdict, IncidentVerdict::NotStated);
    assert!(
        off.headline.contains("open its answer and enter the date"),
        "{}",
        off.headline
    );
    assert_eq!(
        stack(&format!("{case}&off=2026-12-01")).verdict,
        Impossible,
        "not off yet"
    );
}
