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
    fn check(service: &str, expected: &[(&str, &str, &[&str])]) {
        let report = compared(&policy(), service);
        let steps: Vec<_> = report
            .steps
            .iter()
            .map(|step| (step.from.as_str(), step.to.as_str()))
            .collect();
        assert_eq!(
            steps,
            expected
                .iter()
                .map(|step| (step.0, step.1))
                .collect::<Vec<_>>()
        );
        for (step, (.., adds)) in report.steps.iter().zip(expected) {
            assert_eq!(step.gains, *adds);
            assert_eq!(
                step.gains.len(),
                step.losses.len(),
                "a step back loses what the step up adds"
            );
        }
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
                "Hobbyist",
                "Startup",
                &["restore to any second in the last 2 days"],
            ),
            (
                "Startup",
                "Business",
                &["12 more days", "12 more base backups"],
            ),
            (
                "Business",
                "Premium",
                &["16 more days", "16 more base backups"],
            ),
        ],
    );
    check("flink", &[("Startup", "Business", &[])]);
    check("influxdb", &[]);
    check("m3aggregator", &[("Business", "Premium", &[])]);
}
