//! Incident reports over every kind of cell.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{Policy, Timestamp, url};
use backup_calculator::report::{IncidentReport, LabeledValue, PlanReport, TimeContext};
use fixtures::{golden, policy};

/// The default current time: a Sunday, 03:05.
const NOW: &str = "2026-11-22T03:05Z";

/// Returns the incident report of a URL at a given time.
#[track_caller]
fn incident_report(policy: &Policy, page: &str, query: &str, now: &str) -> Option<IncidentReport> {
    let (selection, ignored) = url::decode(policy, page, query);
    assert!(ignored.is_empty(), "{page}?{query}: {ignored:?}");
    let (service, plan) = selection
        .service_and_plan()
        .unwrap_or_else(|| panic!("{page}: no cell"));
    let report = PlanReport::new(policy, service, plan);
    let time = TimeContext {
        now: now.parse::<Timestamp>().ok(),
        zone: &Utc,
    };
    IncidentReport::new(policy, &report, &selection.scenario, time)
}

/// Formats the report as lines of the golden file.
#[track_caller]
fn golden_text(policy: &Policy, page: &str, query: &str, now: &str) -> String {
    let Some(report) = incident_report(policy, page, query, now) else {
        return "(no answer)\n".to_owned();
    };
    let mut text = format!("[{}] {}\n", report.verdict.slug(), report.headline);
    if let Some(LabeledValue { label, value }) = &report.time_left {
        text += &format!("  {label}{value}\n");
    }
    for LabeledValue { label, value } in report.lead.iter().chain(&report.details) {
        text += &format!("  {label}: {value}\n");
    }
    for advice in &report.advice {
        text += &format!("  - {}", advice.text);
        if let Some(link) = &advice.link {
            text += &format!(" -> {} ({})", link.text, link.path);
        }
        text += "\n";
    }
    text
}

/// One scenario per line: cell, query, title, and the current time if it is not [`NOW`].
const CASES: &str = "\
# Point-in-time recovery: any second within the window.
postgresql/business ? at=2026-11-21T14:37Z | yesterday afternoon
postgresql/business ? at=2026-11-22T03:05Z | this very minute
postgresql/business ? at=2026-11-21T14:37Z&hour=02:30 | the time of day is known
postgresql/business ? at=2026-11-08T03:05Z | the last minute of the guaranteed window
postgresql/business ? at=2026-11-08T03:04Z | a minute beyond the guaranteed window
postgresql/business ? at=2026-11-07T14:37Z&hour=04:00 | beyond it, and the time of day saves it
postgresql/business ? at=2026-11-07T02:29Z&hour=02:30 | beyond it, and the time of day ends it
postgresql/business ? at=2026-11-07T03:06Z | the last minute of the best case
postgresql/business ? at=2026-11-07T03:05Z | a minute beyond the best case
postgresql/startup ? at=2026-11-12T09:00Z | long gone, and a larger plan reaches
mysql/premium ? at=2026-09-01T12:00Z | long gone on the largest plan
postgresql/startup ? at=2026-11-21T14:37Z&restore=2026-11-24T09:00Z | a restore on Tuesday
postgresql/startup ? at=2026-11-21T14:37Z&restore=2026-11-23T09:00Z&hour=02:30 | a restore on Monday, time of day known
# Backups at one interval.
redis/premium ? at=2026-11-21T14:37Z | yesterday afternoon
redis/premium ? at=2026-11-21T14:37Z&hour=02:30 | the time of day is known
redis/premium ? at=2026-11-21T14:30Z&hour=02:30 | in the minute of a backup
redis/premium ? at=2026-11-21T14:31Z&hour=02:30 | a minute after a backup
redis/premium ? at=2026-11-21T14:29Z&hour=02:30 | a minute before a backup
redis/startup ? at=2026-11-21T03:05Z | the last minute of the guaranteed window
redis/startup ? at=2026-11-21T03:04Z | a minute beyond the guaranteed window
redis/startup ? at=2026-11-20T21:00Z | halfway through the doubt
redis/startup ? at=2026-11-20T15:06Z | a minute before all is gone
redis/startup ? at=2026-11-20T15:05Z | gone, and a larger plan reaches
influxdb/startup ? at=2026-11-19T15:05Z | two and a half days
influxdb/startup ? at=2026-11-17T15:05Z | gone on the only plan there is
flink/business ? at=2026-11-22T02:05Z | an hour ago, hourly backups
flink/business ? at=2026-11-22T03:04Z&hour=02:30 | a minute ago, hourly backups at a known minute
flink/business ? at=2026-11-22T00:05Z | three hours ago, hourly backups
grafana/startup ? at=2026-11-21T15:05Z | half a day ago
clickhouse/premium ? at=2026-11-15T12:00Z | a week ago
clickhouse/hobbyist ? at=2026-11-15T12:00Z | a week ago, smallest plan
clickhouse/startup ? at=2026-11-21T12:00Z&restore=2026-11-27T09:00Z | a restore on Friday
clickhouse/premium ? at=2026-11-10T12:00Z&restore=2026-11-15T09:00Z | the restore was last week
m3db/premium ? at=2028-02-29T23:59Z&hour=00:00 | the leap day | 2028-03-01T08:00Z
redis/startup ? at=2026-11-20T21:00Z&restore=2026-11-22T20:00Z | in doubt now, and gone tonight
redis/startup ? at=2026-11-20T21:00Z&restore=2026-11-22T06:00Z | in doubt now, and in three hours
redis/business ? at=2026-11-20T21:00Z&restore=2026-11-25T06:00Z&hour=02:30 | certain now, and gone by then, time of day known
# Backups at two intervals.
opensearch/premium ? at=2026-11-22T02:05Z | an hour ago
opensearch/premium ? at=2026-11-22T02:05Z&hour=01:30 | an hour ago, time of day known
opensearch/premium ? at=2026-11-22T02:05Z&hour=02:00 | the backup that is daily too
opensearch/premium ? at=2026-11-21T14:37Z | yesterday afternoon
opensearch/premium ? at=2026-11-21T04:05Z | where the hourly ones end
opensearch/premium ? at=2026-11-21T04:04Z | a minute further, in doubt between hourly and daily
opensearch/premium ? at=2026-11-19T12:00Z | three days ago: daily ones only
opensearch/premium ? at=2026-11-19T12:00Z&hour=02:30 | three days ago, time of day known
opensearch/startup ? at=2026-11-19T20:00Z | beyond the guaranteed window of the daily ones
opensearch/startup ? at=2026-11-15T20:00Z | gone, and a larger plan reaches
opensearch/business ? at=2026-11-21T14:37Z&restore=2026-11-30T09:00Z | a restore in eight days: daily ones only by then
# The latest backup only.
cassandra/business ? at=2026-11-22T02:05Z | an hour ago
cassandra/business ? at=2026-11-22T02:05Z&hour=02:30 | an hour ago, and the backup was since
cassandra/business ? at=2026-11-22T02:05Z&hour=02:00 | an hour ago, and the backup was before
cassandra/business ? at=2026-11-20T02:05Z | two days ago
m3db/startup ? at=2026-11-22T02:05Z&hour=02:30 | an hour ago, and a larger plan keeps more
m3db/startup ? at=2026-11-22T03:05Z | this very minute
# Nothing of one's own to restore.
postgresql/hobbyist ? at=2026-11-21T14:37Z | recovery only
redis/hobbyist ? at=2025-01-01T00:00Z | recovery only, long ago
kafka/premium ? at=2026-11-21T14:37Z | no backups
m3aggregator/business ? at=2026-11-21T14:37Z | no backups, and the plan above neither
m3db/hobbyist ? at=2026-11-21T14:37Z | not offered, and another plan reaches
m3coordinator/startup ? at=2026-11-21T14:37Z | not offered, and nothing would have
# Questions that do not hold together, and ends of the calendar.
postgresql/business ? at=2026-11-22T03:06Z | not yet
kafka/premium ? at=2026-12-24T20:00Z | not yet, and there are no backups
redis/premium ? at=2026-12-24T20:00Z&restore=2026-12-27T08:00Z | planned: it breaks and is restored in the future
redis/premium ? at=2026-12-24T20:00Z&restore=2026-12-23T08:00Z | planned the wrong way round
redis/premium ? at=2026-11-21T14:37Z&restore=2026-11-21T14:36Z | the restore is before the incident, both past
redis/premium ? at=2026-11-23T14:37Z&restore=2026-11-21T14:36Z | a restore before an incident to come
redis/premium ? hour=02:30 | nothing is asked
redis/premium ? at=1970-01-01T00:00Z | the first minute of 1970 | 1970-01-01T00:30Z
opensearch/premium ? at=2100-12-31T23:58Z | the last minute of 2100 | 2100-12-31T23:59Z
";

#[test]
fn incident_reports_match_the_golden_file() {
    let policy = policy();
    let mut text = String::new();
    for scenario in CASES.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = scenario.split(['?', '|']).map(str::trim).collect();
        let [page, query, title, ref now @ ..] = parts[..] else {
            panic!("{scenario}: a cell, a query and what is asked")
        };
        let now = now.first().copied().unwrap_or(NOW);
        let report = golden_text(&policy, page, query, now);
        text += &format!("== {page}: {title}\n?{query}, asked on {now}\n{report}\n");
    }
    assert!(text.matches("== ").count() >= 40);
    golden("tests/golden/incidents.txt", &text);
}
