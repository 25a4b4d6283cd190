//! Reports on several services together: golden files of every kind of stack, and their links.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{IncidentInput, Page, Policy, Scenario, Timestamp, url};
use backup_calculator::report::{StackReport, Statement, TimeContext};
use fixtures::{golden, policy};

const NOW: &str = "2026-11-22T03:05Z";

fn time_context(now: Option<&str>) -> TimeContext<'static> {
    TimeContext {
        now: now.and_then(|text| text.parse::<Timestamp>().ok()),
        zone: &Utc,
    }
}

/// Returns the scenario of a stack query, which must be valid.
#[track_caller]
fn scenario(policy: &Policy, query: &str) -> Scenario {
    let (selection, ignored) = url::decode(policy, "stack/", query);
    assert_eq!(
        (selection.page, ignored),
        (Page::Stack, Vec::new()),
        "{query}"
    );
    selection.scenario
}

#[track_caller]
fn report(query: &str, now: Option<&str>) -> StackReport {
    let policy = policy();
    StackReport::new(&policy, &scenario(&policy, query), time_context(now))
}

/// Formats a report as text.
fn text(report: &StackReport) -> String {
    let mut lines = vec![report.headline.clone(), report.lead.clone()];
    let line = |statement: &Statement| format!("    - {}", statement.text);
    if let Some(incident) = &report.incident {
        lines.push(format!(
            "  [{}] {}",
            incident.verdict.slug(),
            incident.headline
        ));
        lines.extend(
            incident
                .details
                .iter()
                .map(|detail| format!("    {}: {}", detail.label, detail.value)),
        );
        lines.extend(incident.remarks.iter().map(line));
    }
    for metric in &report.metrics {
        lines.push(format!("  {}: {}", metric.label, metric.value));
        lines.extend(metric.notes.iter().map(line));
    }
    for member in &report.members {
        let limiting = if member.is_limiting {
            ", sets the limit"
        } else {
            ""
        };
        lines.push(format!("  {} ({}){limiting}", member.name, member.label));
        lines.extend(member.conditions.iter().map(line));
    }
    lines.extend(
        report
            .remarks
            .iter()
            .map(|remark| format!("  {}", remark.text)),
    );
    lines.extend(
        report
            .suggestions
            .iter()
            .map(|link| format!("  {} -> {}", link.text, link.path)),
    );
    lines.join("\n")
}

#[test]
fn stack_reports_match_the_golden_file() {
    const CASES: [(&str, Option<&str>); 18] = [
        ("", None),
        ("services=redis.startup", None),
        ("services=postgresql.business", Some(NOW)),
        ("services=postgresql.business,redis.startup", Some(NOW)),
        ("services=postgresql.startup,mysql.startup", Some(NOW)),
        (
            "services=postgresql.business,opensearch.premium,redis.startup",
            None,
        ),
        (
            "services=postgresql.business,cassandra.startup,m3db.startup",
            None,
        ),
        ("services=postgresql.business,kafka.business", None),
        (
            "services=postgresql.business,kafka.business,redis.hobbyist,redis.startup",
            None,
        ),
        ("services=influxdb.premium", None),
        ("services=kafka.business,redis.hobbyist", None),
        (
            "services=postgresql.business,redis.startup&at=2026-11-21T14:37Z",
            Some(NOW),
        ),
        (
            "services=postgresql.business,redis.startup&at=2026-11-20T20:00Z",
            Some(NOW),
        ),
        (
            "services=postgresql.startup,redis.business&at=2026-11-20T04:00Z",
            Some(NOW),
        ),
        (
            "services=postgresql.startup,mysql.premium,redis.startup&at=2026-11-01T00:00Z",
            Some(NOW),
        ),
        (
            "services=postgresql.startup,kafka.startup,flink.startup&at=2026-11-21T14:37Z",
            Some(NOW),
        ),
        (
            "services=postgresql.business,redis.hobbyist&at=2026-11-21T14:37Z",
            Some(NOW),
        ),
        (
            "services=mysql.business,opensearch.business&at=2026-11-20T14:37Z&restore=2026-11-22T08:00Z",
            None,
        ),
    ];
    let reports = CASES.map(|(query, now)| format!("?{query}\n{}\n", text(&report(query, now))));
    golden("tests/golden/stacks.txt", &reports.join("\n"));
}

#[test]
fn the_order_of_pairs_is_normalized() {
    let policy = policy();
    let orders = [
        "services=redis.startup,postgresql.business,opensearch.premium",
        "services=opensearch.premium,redis.startup,postgresql.business,redis.startup",
        "services=postgresql.business,opensearch.premium,redis.startup",
    ];
    for query in orders {
        let address = url::encode_with_query(&policy, &Page::Stack, &scenario(&policy, query));
        assert_eq!(
            address,
            "stack/?services=postgresql.business,opensearch.premium,redis.startup"
        );
    }
}

#[test]
fn each_member_has_a_page_link_and_a_remove_link() {
    let report = report(
        "services=redis.startup,postgresql.business&at=2026-11-21T14:37Z",
        None,
    );
    let addresses: Vec<_> = report
        .members
        .iter()
        .map(|one| (one.path.as_str(), one.remove_path.as_str()))
        .collect();
    let expected = [
        (
            "postgresql/business/?at=2026-11-21T14:37Z&services=postgresql.business,redis.startup",
            "stack/?at=2026-11-21T14:37Z&services=redis.startup",
        ),
        (
            "redis/startup/?at=2026-11-21T14:37Z&services=postgresql.business,redis.startup",
            "stack/?at=2026-11-21T14:37Z&services=postgresql.business",
        ),
    ];
    assert_eq!(addresses, expected);
    assert_eq!(report.incident, None, "nobody knows when the restore is");
}

#[test]
fn an_inconsistent_incident_is_reported_without_a_verdict() {
    #[track_caller]
    fn check(query: &str, expected: &str) {
        let report = report(&format!("services=redis.startup&{query}"), Some(NOW));
        let incident = report.incident.unwrap();
        assert_eq!(
            (incident.verdict.slug(), incident.headline.as_str()),
            ("unclear", expected)
        );
        assert_eq!(
            (incident.details, incident.remarks),
            (Vec::new(), Vec::new())
        );
    }
    check(
        "at=2026-11-22T03:06Z",
        "This time is in the future. To plan ahead, also enter a restore time.",
    );
    check(
        "at=2026-11-21T03:06Z&restore=2026-11-21T03:05Z",
        "The restore time is before the incident. Check both times.",
    );
}

#[test]
fn every_pair_of_cells_has_an_answer_that_names_both() {
    let policy = policy();
    let pairs: Vec<_> = policy
        .services()
        .flat_map(|(service, _)| policy.plans().map(move |(plan, _)| (service, plan)))
        .collect();
    for one in &pairs {
        for other in pairs.iter().filter(|other| other > &one) {
            let scenario = Scenario {
                stack: vec![*one, *other],
                incident: IncidentInput {
                    at: "2026-11-21T14:37Z".parse::<Timestamp>().ok(),
                    ..IncidentInput::default()
                },
                ..Scenario::default()
            };
            let report = StackReport::new(&policy, &scenario, time_context(Some(NOW)));
            assert_eq!(report.members.len(), 2);
            assert!(
                report.headline.to_lowercase().contains("both services")
                    || report
                        .members
                        .iter()
                        .any(|member| report.headline.contains(&member.name)),
                "{}",
                report.headline
            );
            let restorable = [one, other]
                .iter()
                .all(|(service, plan)| policy.cell(*service, *plan).cell.schedule().is_some());
            // The common restore point of the incident takes the place of the general one.
            assert!(report.metrics.is_empty());
            let without_incident = Scenario {
                stack: vec![*one, *other],
                ..Scenario::default()
            };
            let general = StackReport::new(&policy, &without_incident, time_context(Some(NOW)));
            assert_eq!(general.metrics.len(), usize::from(restorable));
            let verdict = report.incident.unwrap().verdict;
            assert!(
                restorable || ["impossible", "silent"].contains(&verdict.slug()),
                "{}",
                report.headline
            );
            assert!(
                report
                    .members
                    .iter()
                    .filter(|member| member.is_limiting)
                    .count()
                    <= 1
            );
        }
    }
}
