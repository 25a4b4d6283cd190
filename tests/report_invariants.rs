//! Invariants of every report, whatever the policy: sources, missing statements, sections, labels, headlines.

mod fixtures;

use backup_calculator::domain::{RecoveryMode, Retention};
use backup_calculator::report::{
    AnswerKind, PlanReport, Source, Statement, StatementGroup, format,
};
use fixtures::{policy, report, reports};

/// Returns all statements of a report.
fn statements(report: &PlanReport) -> Vec<&Statement> {
    let metrics = report.metrics.iter().flat_map(|metric| &metric.notes);
    let groups = report.all_sections().flat_map(|section| &section.groups);
    metrics
        .chain(groups.flat_map(|group| &group.statements))
        .chain(&report.export_remarks)
        .collect()
}

#[track_caller]
fn group<'a>(report: &'a PlanReport, section: &str, term: &str) -> &'a StatementGroup {
    let section = report
        .all_sections()
        .find(|known| known.id == section)
        .expect("the section is there");
    section
        .groups
        .iter()
        .find(|group| group.heading.unwrap_or_default() == term)
        .expect("the group is there")
}

#[test]
fn policy_statements_cite_a_clause_of_the_policy() {
    let policy = policy();
    let mut seen = 0;
    for report in reports(&policy) {
        for statement in statements(&report) {
            let Source::Policy(clause) = &statement.source else {
                continue;
            };
            seen += 1;
            let table = clause == &report.table_clause && clause.quote == report.table_clause.quote;
            assert!(
                table || policy.clause(&clause.id).as_ref() == Some(clause),
                "{}: {clause:?}",
                report.path
            );
        }
        assert!(
            report.tools.iter().all(|tool| tool.clause.is_some()),
            "{}",
            report.path
        );
    }
    assert!(seen > 200, "only {seen} sentences rest on the policy");
}

#[test]
fn only_not_stated_statements_say_that_the_policy_is_silent() {
    for report in reports(&policy()) {
        for statement in statements(&report) {
            let words = statement.text.starts_with("Not stated: ")
                || statement
                    .text
                    .starts_with("The policy recommends no export tool for ");
            assert_eq!(
                words,
                statement.source == Source::NotStated,
                "{}: {}",
                report.path,
                statement.text
            );
        }
    }
}

#[test]
fn topics_not_stated_by_the_policy_are_named_in_one_place() {
    #[track_caller]
    fn check(page: &str, expected: &str) {
        let report = report(&policy(), page);
        let expected = format!("Not stated: {expected}.");
        let sections = report.all_sections().filter(|section| {
            let statements = section.groups.iter().flat_map(|group| &group.statements);
            statements
                .into_iter()
                .any(|statement| statement.text == expected)
        });
        let ids: Vec<&str> = sections.map(|section| section.id).collect();
        let place = match report.answer_kind {
            AnswerKind::NoBackups => "instead",
            _ => "not-stated",
        };
        assert_eq!(ids, [place], "{page}: {expected}");
    }
    check("m3aggregator/business", "why there are no backups");
    check("m3coordinator/premium", "what to use instead");
    check("redis/business", "node failure on this plan");
    check("postgresql/hobbyist", "node failure on this plan");
    check("grafana/startup", "what you can change");
    check(
        "flink/startup",
        "whether a power-off keeps changes after the last backup",
    );
}

#[test]
fn plan_specific_facts_appear_on_their_plans_only() {
    #[track_caller]
    fn check(name: &str, expected: &str) {
        let report = report(&policy(), name);
        let statements = &group(&report, "failures", "Node failure").statements;
        let clauses: Vec<&str> = statements
            .iter()
            .filter_map(Statement::clause)
            .map(|clause| clause.id.as_str())
            .collect();
        assert_eq!(clauses, [expected]);
    }
    check("postgresql/startup", "postgresql-node-failure-wal");
    check("postgresql/business", "postgresql-node-failure-replica");
    check("postgresql/premium", "postgresql-node-failure-replica");
    check("influxdb/startup", "influxdb-rebuild");
    check("kafka/hobbyist", "kafka-replication");
}

#[test]
fn offered_cells_have_metrics_and_sections_and_all_lead_to_plans() {
    for report in reports(&policy()) {
        let offered = report.answer_kind != AnswerKind::NotOffered;
        assert_eq!(!report.metrics.is_empty(), offered, "{}", report.path);
        assert_eq!(
            !report.export_remarks.is_empty(),
            offered,
            "{}",
            report.path
        );
        assert!(
            !report.plan_links.is_empty(),
            "{} leads nowhere",
            report.path
        );
        let ids: Vec<&str> = report.all_sections().map(|section| section.id).collect();
        let expected: &[&str] = match report.answer_kind {
            AnswerKind::NotOffered => &[],
            AnswerKind::NoBackups => &["instead", "failures"],
            _ => &["failures", "adjust", "where"],
        };
        let states = |id: &&&str| **id != "adjust" || ids.contains(id);
        let expected: Vec<&str> = expected.iter().filter(states).copied().collect();
        // What is not stated stands in one place, and the section that has nothing else is left out.
        let ids: Vec<&str> = ids.into_iter().filter(|id| *id != "not-stated").collect();
        assert_eq!(ids, expected, "{}", report.path);
        for group in report.all_sections().flat_map(|section| &section.groups) {
            assert!(
                !group.statements.is_empty(),
                "{}: nothing is said on “{}”",
                report.path,
                group.heading.unwrap_or_default()
            );
        }
    }
}

#[test]
fn a_report_has_every_metric_of_its_kind() {
    const ALL: [&str; 7] = [
        "Retention",
        "PITR",
        "Max data loss (RPO)",
        "Export tool",
        "Backup frequency",
        "Restore points",
        "Oldest restore point",
    ];
    for report in reports(&policy()) {
        let terms: Vec<&str> = report.metrics.iter().map(|metric| metric.label).collect();
        match report.answer_kind {
            AnswerKind::Pitr | AnswerKind::Backups => assert_eq!(terms, ALL),
            AnswerKind::RecoveryOnly | AnswerKind::Unspecified => assert_eq!(terms, ALL[..5]),
            AnswerKind::NoBackups => assert_eq!(terms, ALL[..4]),
            AnswerKind::NotOffered => assert_eq!(terms, [""; 0]),
        }
        let facts: Vec<&str> = report.key_facts().iter().map(|fact| fact.label).collect();
        match report.answer_kind {
            AnswerKind::NotOffered => assert_eq!(facts, [""; 0]),
            _ => assert_eq!(facts, ALL[..4]),
        }
        assert!(
            report.metrics.iter().all(|metric| !metric.value.is_empty()),
            "{}",
            report.path
        );
    }
}

#[test]
fn headline_and_metrics_agree_with_the_schedule() {
    let policy = policy();
    let mut pitr = 0;
    for report in reports(&policy) {
        let Some(schedule) = &report.schedule else {
            assert!(matches!(
                report.answer_kind,
                AnswerKind::RecoveryOnly | AnswerKind::NoBackups | AnswerKind::NotOffered
            ));
            continue;
        };
        let value = |term: &str| {
            report
                .metrics
                .iter()
                .find(|metric| metric.label == term)
                .unwrap()
                .value
                .clone()
        };
        let coarsest = schedule.tiers().last().unwrap();
        // The number that the policy names, also where backups are kept by age.
        let retention = match coarsest.retention() {
            Retention::Count(_) => coarsest.guaranteed_window(),
            Retention::Age(age) => age,
        };
        let named = match retention.get() {
            0 => "Latest only".to_owned(),
            24 => "1 day".to_owned(),
            _ => format::hours(retention),
        };
        assert_eq!(value("Retention"), named);
        let (guaranteed, best_case) = (schedule.guaranteed_window(), schedule.best_case_window());
        assert_eq!(
            value("Oldest restore point"),
            match guaranteed.get() {
                0 => format!("Up to {} old", format::hours(best_case)),
                _ => format!("{} old", format::range(guaranteed, best_case)),
            }
        );
        assert!(
            value("Restore points").starts_with(&format!("{} ", schedule.restore_point_count()))
        );
        assert_eq!(
            report.answer_kind == AnswerKind::Pitr,
            schedule.mode() == RecoveryMode::Pitr
        );
        assert_eq!(
            report.answer_kind == AnswerKind::Pitr,
            value("PITR") == "Yes"
        );
        // One number: the headline has no other than the retention and the intervals.
        if report.answer_kind == AnswerKind::Pitr {
            pitr += 1;
            assert_eq!(
                report.headline,
                format!("Restore to any second in the last {named}")
            );
        } else if retention.get() > 24 {
            assert!(report.headline.ends_with(&named), "{}", report.headline);
        }
    }
    assert_eq!(pitr, 6);
}

#[test]
fn matrix_labels_are_as_published() {
    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(
            report(&policy(), name).label.to_string(),
            expected,
            "{name}"
        );
    }
    check("postgresql/business", "14 days · PITR");
    check("redis/business", "3 days · 12‑hourly");
    check("redis/hobbyist", "Recovery only");
    check("kafka/business", "No backups");
    check("influxdb/premium", "Not available");
    check("grafana/startup", "1 day · hourly");
    check("influxdb/startup", "2.5 days · 12‑hourly");
}
