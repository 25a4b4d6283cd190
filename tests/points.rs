//! The table of restore points: what exists at a moment, newest first, each with the rule that keeps it.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{Policy, Timestamp, url};
use backup_calculator::report::{RestorePointTable, TimeContext};
use fixtures::{policy, report, reports};

const NOW: &str = "2026-11-22T03:05Z";

/// The table of a cell for the case in a query, at a moment that may be unknown.
#[track_caller]
fn points(policy: &Policy, page: &str, query: &str, now: Option<&str>) -> RestorePointTable {
    let (selection, ignored) = url::decode(policy, page, query);
    assert!(ignored.is_empty(), "{ignored:?}");
    let schedule = report(policy, page).schedule.unwrap();
    let clock = TimeContext {
        now: now.map(|now| Timestamp::parse(now).unwrap()),
        zone: &Utc,
    };
    RestorePointTable::new(&schedule, &selection.scenario, clock)
}

/// Rows from the first on, and the last, as a person reads them.
fn lines(points: &RestorePointTable, first: usize) -> Vec<String> {
    let line = |point: &backup_calculator::report::restore_points::RestorePointRow| {
        let rule = &points.rules[point.rule_index];
        format!("{} | {} | {rule}", point.taken, point.expires)
    };
    let rows = points.rows.iter();
    rows.clone()
        .take(first)
        .chain(rows.skip(first).last())
        .map(line)
        .collect()
}

#[test]
fn the_table_has_as_many_rows_as_there_are_restore_points_on_every_plan_and_at_every_time_of_day() {
    let policy = policy();
    let (mut with, mut counted) = (0, Vec::new());
    for report in reports(&policy) {
        let Some(schedule) = &report.schedule else {
            continue;
        };
        with += 1;
        let wanted = schedule.restore_point_count() as usize;
        for hour in [
            "",
            "hour=00:00",
            "hour=02:30",
            "hour=03:05",
            "hour=03:06",
            "hour=23:59",
        ] {
            for now in [None, Some(NOW)] {
                let table = points(&policy, &report.path, hour, now);
                assert_eq!(table.rows.len(), wanted, "{}?{hour}", report.path);
                assert!(
                    table
                        .rows
                        .iter()
                        .all(|row| row.rule_index < table.rules.len())
                );
            }
        }
        counted.push((report.path.clone(), wanted));
    }
    assert_eq!(with, 26, "cells with backups to choose from");
    let count = |name: &str| {
        counted
            .iter()
            .find(|(address, _)| address == name)
            .unwrap()
            .1
    };
    assert_eq!(count("postgresql/business/"), 15);
    assert_eq!(count("opensearch/premium/"), 24 + 29);
    assert_eq!(count("redis/premium/"), 27);
    assert_eq!(count("cassandra/startup/"), 1);
}

#[test]
fn a_known_time_of_day_gives_exact_times_newest_first() {
    let policy = policy();
    let table = points(&policy, "redis/startup", "hour=02:30", Some(NOW));
    assert_eq!(
        table.caption,
        "What exists on 2026-11-22 03:05 UTC, newest first"
    );
    let rule = "the newest 3, taken every 12 hours";
    assert_eq!(
        lines(&table, 3),
        [
            format!("2026-11-22 02:30 UTC | 2026-11-23 14:30 UTC | {rule}"),
            format!("2026-11-21 14:30 UTC | 2026-11-23 02:30 UTC | {rule}"),
            format!("2026-11-21 02:30 UTC | 2026-11-22 14:30 UTC | {rule}"),
        ]
    );
}

#[test]
fn an_unknown_time_of_day_gives_spans_that_meet_without_a_gap() {
    let policy = policy();
    let table = points(&policy, "redis/startup", "at=2026-11-22T01:00Z", Some(NOW));
    let rule = "the newest 3, taken every 12 hours";
    assert_eq!(
        lines(&table, 3),
        [
            format!(
                "2026-11-21 15:06 UTC to 2026-11-22 03:05 UTC | 2026-11-23 03:06 UTC to 2026-11-23 15:05 UTC | {rule}"
            ),
            format!(
                "2026-11-21 03:06 UTC to 2026-11-21 15:05 UTC | 2026-11-22 15:06 UTC to 2026-11-23 03:05 UTC | {rule}"
            ),
            format!(
                "2026-11-20 15:06 UTC to 2026-11-21 03:05 UTC | 2026-11-22 03:06 UTC to 2026-11-22 15:05 UTC | {rule}"
            ),
        ]
    );
}

#[test]
fn each_row_names_the_rule_that_keeps_it() {
    let policy = policy();
    let hourly = "those younger than 24 hours, taken every hour";
    let daily = "those younger than 30 days, taken every 24 hours";
    let table = points(&policy, "opensearch/premium", "hour=01:30", Some(NOW));
    assert_eq!(table.rules, [hourly, daily]);
    assert_eq!(
        lines(&table, 3),
        [
            format!("2026-11-22 02:30 UTC | 2026-11-23 02:30 UTC | {hourly}"),
            format!("2026-11-22 01:30 UTC | 2026-12-22 01:30 UTC | {daily}"),
            format!("2026-11-22 00:30 UTC | 2026-11-23 00:30 UTC | {hourly}"),
            format!("2026-10-24 01:30 UTC | 2026-11-23 01:30 UTC | {daily}"),
        ]
    );
    let kept = |rule| {
        table
            .rows
            .iter()
            .filter(|row| row.rule_index == rule)
            .count()
    };
    assert_eq!(
        (kept(0), kept(1)),
        (23, 30),
        "one hourly backup is the newest daily one"
    );
}

#[test]
fn the_moment_of_the_restore_is_the_moment_of_the_table_even_in_the_future() {
    let policy = policy();
    let query = "restore=2026-11-23T09:00Z&hour=02:30";
    let table = points(&policy, "postgresql/startup", query, Some(NOW));
    assert_eq!(
        table.caption,
        "What exists on 2026-11-23 09:00 UTC, newest first"
    );
    let rule = "the newest 3, taken every 24 hours";
    assert_eq!(
        lines(&table, 3),
        [
            format!("2026-11-23 02:30 UTC | 2026-11-26 02:30 UTC | {rule}"),
            format!("2026-11-22 02:30 UTC | 2026-11-25 02:30 UTC | {rule}"),
            format!("2026-11-21 02:30 UTC | 2026-11-24 02:30 UTC | {rule}"),
        ]
    );
}

#[test]
fn a_backup_of_this_minute_exists_and_one_whose_time_is_up_does_not() {
    let policy = policy();
    let table = points(&policy, "cassandra/startup", "hour=03:05", Some(NOW));
    let rule = "the newest one only, taken every 24 hours";
    assert_eq!(
        lines(&table, 1),
        [format!(
            "2026-11-22 03:05 UTC | 2026-11-23 03:05 UTC | {rule}"
        )]
    );
}

#[test]
fn a_page_as_it_is_written_speaks_of_ages_since_no_moment_is_known() {
    let policy = policy();
    let table = points(&policy, "postgresql/startup", "", None);
    assert_eq!(table.caption, "What exists at any moment, newest first");
    let rule = "the newest 3, taken every 24 hours";
    assert_eq!(
        lines(&table, 3),
        [
            format!("up to 24 hours old | in 2 days to 3 days | {rule}"),
            format!("24 hours to 2 days old | in 24 hours to 2 days | {rule}"),
            format!("2 days to 3 days old | within 24 hours | {rule}"),
        ]
    );
}

#[test]
fn while_nothing_is_asked_the_table_is_the_written_one_and_an_incident_gives_it_dates() {
    let policy = policy();
    let written = points(&policy, "redis/premium", "", None);
    assert_eq!(points(&policy, "redis/premium", "", Some(NOW)), written);
    let asked = points(&policy, "redis/premium", "at=2026-11-20T12:00Z", Some(NOW));
    assert_eq!(
        asked.caption,
        "What exists on 2026-11-22 03:05 UTC, newest first"
    );
    assert_eq!(asked.rows.len(), written.rows.len());
}
