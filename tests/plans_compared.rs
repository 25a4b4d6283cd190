//! The links of an answer to other plans, and the comparison of a service's plans.

mod fixtures;

use backup_calculator::domain::Policy;
use backup_calculator::report::{AnswerKind, PlanReport, ServiceReport};
use fixtures::{policy, reports};

#[test]
fn plan_links_are_all_offered_plans() {
    let policy = policy();
    for report in reports(&policy) {
        let links: Vec<(&str, bool)> = report
            .plan_links
            .iter()
            .map(|link| (link.path.as_str(), link.is_selected))
            .collect();
        let offered = reports(&policy).into_iter().filter(|other| {
            other.service == report.service && other.answer_kind != AnswerKind::NotOffered
        });
        let offered: Vec<PlanReport> = offered.collect();
        let expected: Vec<(&str, bool)> = offered
            .iter()
            .map(|other| (other.path.as_str(), other.plan == report.plan))
            .collect();
        assert_eq!(links, expected, "{}", report.path);
    }
}

fn compared(policy: &Policy, service: &str) -> ServiceReport {
    ServiceReport::new(
        policy,
        fixtures::cell(policy, &format!("{service}/startup")).0,
    )
}

#[test]
fn a_service_compares_its_offered_plans_step_by_step() {
    #[track_caller]
    fn check(service: &str, expected: &[(&str, &str)]) {
        let report = compared(&policy(), service);
        let steps = report.steps.iter();
        let steps: Vec<_> = steps
            .map(|step| (step.title.as_str(), step.changes.as_str()))
            .collect();
        assert_eq!(steps, expected);
        assert_eq!(
            report.plans.len(),
            4,
            "plans that do not exist stand there too"
        );
    }
    check(
        "postgresql",
        &[
            (
                "Hobbyist → Startup",
                "Retention: One backup → 2 days · PITR: No → Yes · Max data loss (RPO): Not stated → WAL lag only · Backup frequency: Not stated → Daily",
            ),
            (
                "Startup → Business",
                "Retention: 2 days → 14 days · Restore points: 3 base backups → 15 base backups",
            ),
            (
                "Business → Premium",
                "Retention: 14 days → 30 days · Restore points: 15 base backups → 31 base backups",
            ),
        ],
    );
    check("flink", &[("Startup → Business", "No difference")]);
    check("influxdb", &[]);
    check("m3aggregator", &[("Business → Premium", "No difference")]);
}
