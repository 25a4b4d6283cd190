//! What a verdict on an incident rests on: the reading of the retention, the archived log, the clock, and what would break it.

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{Retention, Schedule, url};
use backup_calculator::report::incident::IncidentVerdict;
use backup_calculator::report::{IncidentReport, PageContent, Panel, TimeContext};
use fixtures::policy;
use fixtures::simulation::shipped;

/// Returns the report on the incident of a URL, restored at its `restore` or, without one, at no known time.
#[track_caller]
fn incident(path: &str) -> Rc<IncidentReport> {
    let policy = policy();
    let (page, query) = path.split_once('?').unwrap();
    let (selection, warnings) = url::decode(&policy, page, query);
    assert!(warnings.is_empty(), "{path}: {warnings:?}");
    let time = TimeContext {
        now: None,
        zone: &Utc,
    };
    match PageContent::new(&policy, &selection, time).panel {
        Panel::Answer(answer) => answer.incident.clone().unwrap(),
        panel => panic!("{path}: {panel:?}"),
    }
}

#[track_caller]
fn check(path: &str, verdict: IncidentVerdict, headline: &str) {
    let report = incident(path);
    assert_eq!(
        (report.verdict, report.headline.as_str()),
        (verdict, headline),
        "{path}"
    );
}

#[test]
fn the_last_minutes_of_a_log_are_not_certain() {
    let late =
        "Maybe. It is only minutes ago. The policy doesn’t state how far the log archive can lag.";
    for at in ["11:59", "12:00", "11:46"] {
        for service in ["postgresql/business", "mysql/startup"] {
            let path = format!("{service}/?at=2026-11-26T{at}Z&restore=2026-11-26T12:00Z");
            check(&path, IncidentVerdict::Possible, late);
            assert!(
                incident(&path).deadline.is_none(),
                "nothing is left to act before the clock is known"
            );
        }
    }
    check(
        "postgresql/business/?at=2026-11-26T11:45Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Certain,
        "Yes. You can restore to any second up to 2026-11-26 11:45 UTC.",
    );
    check(
        "redis/business/?at=2026-11-26T11:59Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Certain,
        "Yes. You can restore a backup taken less than 12 hours before the incident.",
    );
}

#[test]
fn a_verdict_that_rests_on_a_reading_says_so() {
    // 20 hours: within "up to 1 day" as two intervals, but not with two backups.
    check(
        "redis/startup/?at=2026-11-25T16:00Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Certain,
        "Yes, by one interpretation. You can restore a backup taken less than 12 hours before the incident.",
    );
    // 14 days 10 hours: gone by age, but not if "14 days" are 15 backups.
    check(
        "opensearch/business/?at=2026-11-12T02:00Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Possible,
        "Maybe. By one interpretation of the policy, all backups from before the incident have expired. By another, the oldest still exists.",
    );
    check(
        "m3db/premium/?at=2026-11-13T14:00Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Certain,
        "Yes, by one interpretation. You can restore a backup taken less than 24 hours before the incident.",
    );
    check(
        "grafana/startup/?at=2026-11-25T10:00Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Impossible,
        "No. All backups from before the incident have expired.",
    );
    // Gone by both readings.
    check(
        "opensearch/business/?at=2026-11-11T11:00Z&restore=2026-11-26T12:00Z",
        IncidentVerdict::Impossible,
        "No. All backups from before the incident have expired.",
    );
}

#[test]
fn the_other_reading_is_one_interval_away_and_a_single_backup_has_none() {
    for schedule in shipped() {
        let other = schedule.other_reading();
        let interval = schedule.tiers().last().unwrap().interval();
        let windows = |schedule: &Schedule| schedule.best_case_window().get();
        match schedule.tiers().last().unwrap().retention() {
            Retention::Count(1) => assert_eq!(other, schedule),
            Retention::Count(_) => assert_eq!(windows(&other) + interval.get(), windows(&schedule)),
            Retention::Age(_) => assert_eq!(windows(&other), windows(&schedule) + interval.get()),
        }
        assert_eq!(other.tiers().len(), schedule.tiers().len());
    }
}

#[test]
fn what_would_break_a_positive_answer_stands_beside_it() {
    let caveats = |path: &str| incident(path).caveats.join(" ");
    let pitr = caveats("postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-26T12:00Z");
    for words in [
        "younger",
        "failed",
        "upgrade",
        "deleted",
        "region",
        "Extra backups",
    ] {
        assert!(pitr.contains(words), "{words}: {pitr}");
    }
    // A rule by age drops no backup for another one.
    let age = caveats("opensearch/business/?at=2026-11-21T14:37Z&restore=2026-11-26T12:00Z");
    assert!(
        age.contains("younger") && !age.contains("Extra backups") && !age.contains("was off"),
        "{age}"
    );
    let redis = caveats("redis/business/?at=2026-11-26T10:00Z&restore=2026-11-26T12:00Z");
    assert!(
        redis.contains("redis_persistence was off at some time since."),
        "{redis}"
    );
    assert_eq!(
        caveats("redis/startup/?at=2026-10-21T14:37Z&restore=2026-11-26T12:00Z"),
        ""
    );
}

#[test]
fn the_target_time_of_a_recovery_is_before_the_incident() {
    let target = |path: &str| {
        let report = incident(path);
        let row = report
            .details
            .iter()
            .find(|row| row.label == "Recovery target time");
        row.map(|row| row.value.clone())
    };
    let path = "postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-21T16:00Z";
    assert_eq!(target(path).as_deref(), Some("2026-11-21T14:36:00+00:00"));
    let path = "mysql/premium/?at=2026-11-01T00:00Z&restore=2026-11-21T16:00Z";
    assert_eq!(target(path).as_deref(), Some("2026-10-31T23:59:00+00:00"));
    assert_eq!(
        target("redis/business/?at=2026-11-21T14:37Z&restore=2026-11-21T16:00Z"),
        None
    );
}

#[test]
fn without_a_clock_an_incident_is_answered_only_for_a_restore_at_a_time() {
    let unset = "Your device clock isn’t set.";
    check(
        "postgresql/business/?at=2026-11-21T14:37Z",
        IncidentVerdict::InvalidTimes,
        unset,
    );
    check(
        "kafka/business/?at=2026-11-21T14:37Z",
        IncidentVerdict::InvalidTimes,
        unset,
    );
    assert_eq!(
        incident("postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-26T12:00Z").verdict,
        IncidentVerdict::Certain
    );
}
