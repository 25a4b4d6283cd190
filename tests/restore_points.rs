//! The table of restore points: newest first, each with its retention rule.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{Policy, Timestamp, url};
use backup_calculator::report::restore_points::RestorePointTimes;
use backup_calculator::report::{RestorePointTable, TimeContext, format};
use fixtures::{policy, report, reports};

const NOW: &str = "2026-11-22T03:05Z";

/// Returns the table of a cell for a query; the current time may be unknown.
#[track_caller]
fn restore_points(
    policy: &Policy,
    page: &str,
    query: &str,
    now: Option<&str>,
) -> RestorePointTable {
    let (selection, ignored) = url::decode(policy, page, query);
    assert!(ignored.is_empty(), "{ignored:?}");
    let schedule = report(policy, page).schedule.unwrap();
    let time = TimeContext {
        now: now.map(|now| now.parse::<Timestamp>().unwrap()),
        zone: &Utc,
    };
    let times = RestorePointTimes::new(&selection.scenario.incident, None, time.now);
    RestorePointTable::new(&schedule, times, time)
}

/// Returns the number of restore points: a row such as "13 more, every day" stands for several.
fn count(restore_points: &RestorePointTable) -> usize {
    restore_points
        .rows
        .iter()
        .map(|row| match row.taken.split_once(" more, ") {
            Some((count, _)) => count.parse().unwrap(),
            None => 1,
        })
        .sum()
}

/// Formats the first rows and the last.
fn lines(restore_points: &RestorePointTable, first: usize) -> Vec<String> {
    let line = |point: &backup_calculator::report::restore_points::RestorePointRow| {
        format!("{} | {} | {}", point.taken, point.expires, point.rule)
    };
    let rows = restore_points.rows.iter();
    rows.clone()
        .take(first)
        .chain(rows.skip(first).last())
        .map(line)
        .collect()
}

#[test]
fn the_rows_stand_for_all_restore_points_on_every_plan() {
    let policy = policy();
    let (mut with, mut counted) = (0, Vec::new());
    for report in reports(&policy) {
        let Some(schedule) = &report.schedule else {
            continue;
        };
        with += 1;
        let expected = schedule.restore_point_count() as usize;
        for query in [
            "",
            "hour=00:00",
            "hour=02:30",
            "hour=03:05",
            "hour=03:06",
            "hour=23:59",
        ] {
            for now in [None, Some(NOW)] {
                let table = restore_points(&policy, &report.path, query, now);
                assert_eq!(count(&table), expected, "{}?{query}", report.path);
                let rules: Vec<String> = schedule
                    .tiers()
                    .iter()
                    .map(format::retention_rule)
                    .collect();
                assert!(table.rows.iter().all(|row| rules.contains(&row.rule)));
            }
        }
        counted.push((report.path.clone(), expected));
    }
    assert_eq!(with, 26, "cells with backups to choose from");
    let counted = |name: &str| counted.iter().find(|(path, _)| path == name).unwrap().1;
    assert_eq!(counted("postgresql/business/"), 15);
    assert_eq!(counted("opensearch/premium/"), 24 + 29);
    assert_eq!(counted("redis/premium/"), 27);
    assert_eq!(counted("cassandra/startup/"), 1);
}

#[test]
fn a_known_backup_time_gives_exact_times_newest_first() {
    let policy = policy();
    let table = restore_points(&policy, "redis/startup", "hour=02:30", Some(NOW));
    assert_eq!(
        table.caption,
        "Restore points on 2026-11-22 03:05 UTC, latest first"
    );
    let rule = "the latest 3, taken every 12 hours";
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
fn an_unknown_backup_time_gives_contiguous_ranges() {
    let policy = policy();
    let table = restore_points(&policy, "redis/startup", "at=2026-11-22T01:00Z", Some(NOW));
    let rule = "the latest 3, taken every 12 hours";
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
fn each_row_names_its_retention_rule() {
    let policy = policy();
    let hourly = "those younger than 24 hours, taken every hour";
    let daily = "those younger than 30 days, taken every day";
    let table = restore_points(&policy, "opensearch/premium", "hour=01:30", Some(NOW));
    assert!(
        table
            .rows
            .iter()
            .all(|row| [hourly, daily].contains(&row.rule.as_str()))
    );
    assert_eq!(
        lines(&table, 7),
        [
            format!("2026-11-22 02:30 UTC | 2026-11-23 02:30 UTC | {hourly}"),
            format!("2026-11-22 01:30 UTC | 2026-12-22 01:30 UTC | {daily}"),
            format!("2026-11-22 00:30 UTC | 2026-11-23 00:30 UTC | {hourly}"),
            format!("20 more, every hour | one after the other | {hourly}"),
            format!("2026-11-21 03:30 UTC | 2026-11-22 03:30 UTC | {hourly}"),
            format!("2026-11-21 01:30 UTC | 2026-12-21 01:30 UTC | {daily}"),
            format!("27 more, every day | one after the other | {daily}"),
            format!("2026-10-24 01:30 UTC | 2026-11-23 01:30 UTC | {daily}"),
        ]
    );
}

#[test]
fn the_table_is_as_of_the_restore_time() {
    let policy = policy();
    let query = "restore=2026-11-23T09:00Z&hour=02:30";
    let table = restore_points(&policy, "postgresql/startup", query, Some(NOW));
    assert_eq!(
        table.caption,
        "Restore points on 2026-11-23 09:00 UTC, latest first"
    );
    let rule = "the latest 3, taken every day";
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
fn creation_is_inclusive_and_expiry_exclusive() {
    let policy = policy();
    let table = restore_points(&policy, "cassandra/startup", "hour=03:05", Some(NOW));
    let rule = "the latest one only, taken every day";
    assert_eq!(
        lines(&table, 1),
        [format!(
            "2026-11-22 03:05 UTC | 2026-11-23 03:05 UTC | {rule}"
        )]
    );
}

#[test]
fn without_a_current_time_rows_show_ages() {
    let policy = policy();
    let table = restore_points(&policy, "postgresql/startup", "", None);
    assert_eq!(table.caption, "Restore points, latest first");
    let rule = "the latest 3, taken every day";
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
fn without_an_incident_the_table_is_the_prerendered_one() {
    let policy = policy();
    let written = restore_points(&policy, "redis/premium", "", None);
    assert_eq!(
        restore_points(&policy, "redis/premium", "", Some(NOW)),
        written
    );
    let with_incident = restore_points(&policy, "redis/premium", "at=2026-11-20T12:00Z", Some(NOW));
    assert_eq!(
        with_incident.caption,
        "Restore points on 2026-11-22 03:05 UTC, latest first"
    );
    assert_eq!(with_incident.rows.len(), written.rows.len());
}
