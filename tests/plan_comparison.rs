//! The comparison of two plans: gains and losses as sentences and on the timeline.

mod fixtures;

use backup_calculator::domain::{Minutes, Policy, url};
use backup_calculator::report::plan_comparison::PlanChoice;
use backup_calculator::report::timeline::ComparedPlan;
use backup_calculator::report::{AnswerKind, PlanComparison, Timeline};
use fixtures::{policy, report, reports};

const SILENT: &str =
    "The policy is silent on what happens to existing backups when you change plans.";

/// Returns the plan comparison of a URL.
#[track_caller]
fn plan_comparison(policy: &Policy, page: &str, query: &str) -> Option<PlanComparison> {
    let (selection, ignored) = url::decode(policy, page, query);
    assert!(ignored.is_empty(), "{ignored:?}");
    PlanComparison::new(policy, &report(policy, page), &selection)
}

/// Returns the sentences of the comparison.
#[track_caller]
fn sentences(policy: &Policy, page: &str, with: &str) -> Vec<String> {
    let change = plan_comparison(policy, page, &format!("with={with}")).unwrap();
    change.sentences
}

/// Returns the timeline of a page with a comparison.
fn timeline(policy: &Policy, page: &str, query: &str) -> Timeline {
    let (selection, _) = url::decode(policy, page, query);
    let report = report(policy, page);
    let bar_length =
        PlanComparison::new(policy, &report, &selection).and_then(|change| change.compared_plan);
    let schedule = report.schedule.unwrap();
    Timeline::new(
        &schedule,
        &selection.scenario.incident,
        None,
        bar_length,
        None,
    )
}

#[test]
fn a_larger_plan_lists_its_gains() {
    let policy = policy();
    assert_eq!(
        sentences(&policy, "postgresql/business", "premium"),
        ["On Premium: 16 more days and 16 more base backups.", SILENT]
    );
    assert_eq!(
        sentences(&policy, "opensearch/startup", "business"),
        ["On Business: 11 more days and 11 more backups.", SILENT]
    );
}

#[test]
fn a_smaller_plan_lists_its_losses() {
    let policy = policy();
    assert_eq!(
        sentences(&policy, "postgresql/business", "startup"),
        [
            "On Startup: 12 days less and 12 base backups fewer.",
            SILENT
        ]
    );
    assert_eq!(
        sentences(&policy, "m3db/business", "startup"),
        ["On Startup: 6 days less and 6 backups fewer.", SILENT]
    );
}

#[test]
fn a_plan_with_platform_recovery_only_says_so() {
    let policy = policy();
    assert_eq!(
        sentences(&policy, "redis/premium", "hobbyist"),
        ["On Hobbyist: no backup to choose for a restore.", SILENT]
    );
    let bar_length = plan_comparison(&policy, "redis/premium", "with=hobbyist")
        .unwrap()
        .compared_plan;
    assert_eq!(
        bar_length,
        Some(ComparedPlan {
            label: "Hobbyist: no restore of your own".to_owned(),
            guaranteed: Minutes::new(0)
        })
    );
    assert_eq!(
        sentences(&policy, "redis/hobbyist", "startup"),
        ["On Startup: restore any backup from the last day.", SILENT]
    );
}

#[test]
fn a_plan_with_the_same_backups_says_so() {
    let policy = policy();
    assert_eq!(
        sentences(&policy, "cassandra/startup", "premium"),
        ["Premium has the same backups.", SILENT]
    );
    assert_eq!(
        sentences(&policy, "clickhouse/startup", "hobbyist"),
        ["Hobbyist has the same backups.", SILENT]
    );
}

#[test]
fn plans_without_backups_are_not_called_equal() {
    let policy = policy();
    assert_eq!(
        sentences(&policy, "kafka/startup", "premium"),
        ["Premium has no backups either."]
    );
    assert_eq!(
        sentences(&policy, "m3aggregator/business", "premium"),
        ["Premium has no backups either."]
    );
}

#[test]
fn the_timeline_shows_the_compared_window_and_makes_room_for_it() {
    let policy = policy();
    let day = 24 * 60;
    let gained = timeline(&policy, "postgresql/business", "with=premium");
    let other = gained.compared_plan.unwrap();
    assert_eq!(other.label, "Premium: 30 days");
    assert_eq!(other.guaranteed, Minutes::new(30 * day));
    assert_eq!(gained.guaranteed, Minutes::new(14 * day));
    assert_eq!(
        gained.horizon,
        Minutes::new(30 * day),
        "the axis reaches as far"
    );
    assert_eq!(gained.ticks.last().unwrap().age, gained.horizon);
    let lost = timeline(&policy, "postgresql/business", "with=startup");
    assert_eq!(
        lost.compared_plan.unwrap().guaranteed,
        Minutes::new(2 * day)
    );
    assert_eq!(
        lost.horizon,
        Minutes::new(15 * day),
        "the axis stays as it was"
    );
    assert_eq!(
        lost.ticks,
        timeline(&policy, "postgresql/business", "").ticks
    );
}

#[test]
fn choices_are_the_other_offered_plans_and_the_selected_one_clears_it() {
    let policy = policy();
    let change = plan_comparison(
        &policy,
        "postgresql/business",
        "at=2026-11-21T14:37Z&with=premium",
    )
    .unwrap();
    let at = "postgresql/business/?at=2026-11-21T14:37Z";
    let choice = |name: &str, path: String, is_selected| PlanChoice {
        name: name.to_owned(),
        path,
        is_selected,
    };
    assert_eq!(
        change.choices,
        [
            choice("Hobbyist", format!("{at}&with=hobbyist"), false),
            choice("Startup", format!("{at}&with=startup"), false),
            choice("Premium", at.to_owned(), true),
        ]
    );
    let cassandra = plan_comparison(&policy, "cassandra/startup", "").unwrap();
    assert_eq!(
        cassandra.choices.len(),
        2,
        "the Hobbyist plan does not exist"
    );
    assert_eq!(
        plan_comparison(&policy, "influxdb/startup", ""),
        None,
        "there is no other plan at all"
    );
}

#[test]
fn a_plan_is_not_compared_with_itself_or_one_not_offered() {
    let policy = policy();
    for (page, with) in [
        ("postgresql/business", "business"),
        ("cassandra/startup", "hobbyist"),
        ("flink/startup", "premium"),
    ] {
        let change = plan_comparison(&policy, page, &format!("with={with}")).unwrap();
        let plain = plan_comparison(&policy, page, "").unwrap();
        let names = |change: &PlanComparison| {
            change
                .choices
                .iter()
                .map(|choice| choice.name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&change), names(&plain));
        assert!(change.choices.iter().all(|choice| !choice.is_selected));
        assert!(change.sentences.is_empty(), "{page} with {with}");
        assert_eq!(change.compared_plan, None, "{page} with {with}");
    }
}

#[test]
fn every_pair_of_plans_gives_sentences_and_a_bar_within_the_timeline() {
    let policy = policy();
    let mut pairs = 0;
    for here in reports(&policy)
        .iter()
        .filter(|report| report.answer_kind != AnswerKind::NotOffered)
    {
        for (_, plan) in policy.plans() {
            let (selection, _) = url::decode(&policy, &here.path, &format!("with={}", plan.slug));
            let Some(change) = PlanComparison::new(&policy, here, &selection) else {
                continue;
            };
            assert_eq!(change.sentences.is_empty(), change.compared_plan.is_none());
            for sentence in &change.sentences {
                assert!(
                    sentence.ends_with('.') && !sentence.contains("  "),
                    "{sentence}"
                );
            }
            if let (Some(schedule), Some(bar_length)) = (&here.schedule, change.compared_plan) {
                pairs += 1;
                let timeline = Timeline::new(
                    schedule,
                    &selection.scenario.incident,
                    None,
                    Some(bar_length),
                    None,
                );
                let other = timeline.compared_plan.unwrap();
                assert!(
                    other.guaranteed <= timeline.horizon && timeline.guaranteed <= timeline.horizon
                );
            }
        }
    }
    assert!(pairs > 50, "{pairs}");
}
