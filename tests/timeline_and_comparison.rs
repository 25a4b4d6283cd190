//! The timeline of an answer, the links to other plans, and the comparison of a service's plans.

mod fixtures;

use backup_calculator::domain::{Minutes, Policy};
use backup_calculator::report::{AnswerKind, PlanReport, ServiceReport, format};
use fixtures::{policy, reports, timeline};

#[test]
fn the_timeline_shows_backups_that_coexist() {
    let mut timelines = 0;
    for report in reports(&policy()) {
        assert_eq!(
            timeline(&report).is_some(),
            report.schedule.is_some(),
            "{}",
            report.path
        );
        let (Some(timeline), Some(schedule)) = (&timeline(&report), &report.schedule) else {
            continue;
        };
        timelines += 1;
        let newest = timeline.tracks.last().unwrap().ages[0];
        let mut shown: Vec<Minutes> = timeline
            .tracks
            .iter()
            .flat_map(|track| track.ages.clone())
            .collect();
        shown.sort();
        shown.dedup();
        let exist: Vec<Minutes> = schedule
            .restore_points_at_phase(newest)
            .iter()
            .map(|point| point.age)
            .collect();
        assert_eq!(shown, exist, "{}", report.path);
        assert!(
            timeline
                .assumption
                .ends_with(&format!(" that is {} old.", format::minutes(newest))),
            "{}",
            timeline.assumption
        );
        assert_eq!(timeline.ticks[0].label, "now");
        assert!(
            timeline
                .ticks
                .iter()
                .all(|tick| tick.age <= timeline.horizon)
        );
        assert!(
            (3..=5).contains(&timeline.ticks.len()),
            "{}: {:?}",
            report.path,
            timeline.ticks
        );
    }
    assert_eq!(timelines, 26);
}

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
