//! Another plan beside the chosen one: what is gained and lost, in words and on the picture.

mod fixtures;

use backup_calculator::domain::{Minutes, Policy, url};
use backup_calculator::report::timeline::ComparedPlan;
use backup_calculator::report::{AnswerKind, PlanComparison, Timeline};
use fixtures::{policy, report, reports};

const SILENT: &str =
    "The policy is silent on what becomes of existing backups when you change the plan.";

/// The comparison on the page of an address.
#[track_caller]
fn compared(policy: &Policy, page: &str, query: &str) -> Option<PlanComparison> {
    let (selection, ignored) = url::decode(policy, page, query);
    assert!(ignored.is_empty(), "{ignored:?}");
    PlanComparison::new(policy, &report(policy, page), &selection)
}

/// Its sentences.
#[track_caller]
fn sentences(policy: &Policy, page: &str, with: &str) -> Vec<String> {
    let change = compared(policy, page, &format!("with={with}")).unwrap();
    change.sentences
}

/// The picture of a page with a comparison.
fn picture(policy: &Policy, page: &str, query: &str) -> Timeline {
    let (selection, _) = url::decode(policy, page, query);
    let report = report(policy, page);
    let reach =
        PlanComparison::new(policy, &report, &selection).and_then(|change| change.compared_plan);
    let schedule = report.schedule.unwrap();
    Timeline::for_scenario(&schedule, &selection.scenario, None, reach, None)
}

#[test]
fn a_larger_plan_says_what_is_gained() {
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
fn a_smaller_plan_says_what_is_lost() {
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
fn a_plan_without_a_restore_of_ones_own_says_so() {
    let policy = policy();
    assert_eq!(
        sentences(&policy, "redis/premium", "hobbyist"),
        ["On Hobbyist: you can no longer choose a restore.", SILENT]
    );
    let reach = compared(&policy, "redis/premium", "with=hobbyist")
        .unwrap()
        .compared_plan;
    assert_eq!(
        reach,
        Some(ComparedPlan {
            label: "Hobbyist: no restore of your own".to_owned(),
            guaranteed: Minutes::new(0)
        })
    );
    assert_eq!(
        sentences(&policy, "redis/hobbyist", "startup"),
        [
            "On Startup: you choose what to restore: at least 24 hours back.",
            SILENT
        ]
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
fn plans_without_backups_are_not_said_to_have_the_same_ones() {
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
fn the_picture_shows_the_other_plans_reach_and_makes_room_for_it() {
    let policy = policy();
    let day = 24 * 60;
    let gained = picture(&policy, "postgresql/business", "with=premium");
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
    let lost = picture(&policy, "postgresql/business", "with=startup");
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
        picture(&policy, "postgresql/business", "").ticks
    );
}

#[test]
fn the_choices_are_the_other_plans_that_exist_and_the_chosen_one_leads_back() {
    let policy = policy();
    let change = compared(
        &policy,
        "postgresql/business",
        "at=2026-11-21T14:37Z&with=premium",
    )
    .unwrap();
    let at = "postgresql/business/?at=2026-11-21T14:37Z";
    assert_eq!(
        change.choices,
        [
            ("Hobbyist".to_owned(), format!("{at}&with=hobbyist"), false),
            ("Startup".to_owned(), format!("{at}&with=startup"), false),
            ("Premium".to_owned(), at.to_owned(), true),
        ]
    );
    let cassandra = compared(&policy, "cassandra/startup", "").unwrap();
    assert_eq!(
        cassandra.choices.len(),
        2,
        "the Hobbyist plan does not exist"
    );
    assert_eq!(
        compared(&policy, "influxdb/startup", ""),
        None,
        "there is no other plan at all"
    );
}

#[test]
fn nothing_is_compared_with_the_plan_itself_or_one_that_is_not_offered() {
    let policy = policy();
    for (page, with) in [
        ("postgresql/business", "business"),
        ("cassandra/startup", "hobbyist"),
        ("flink/startup", "premium"),
    ] {
        let change = compared(&policy, page, &format!("with={with}")).unwrap();
        let plain = compared(&policy, page, "").unwrap();
        let names = |change: &PlanComparison| {
            change
                .choices
                .iter()
                .map(|(name, ..)| name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&change), names(&plain));
        assert!(change.choices.iter().all(|(.., chosen)| !chosen));
        assert!(change.sentences.is_empty(), "{page} with {with}");
        assert_eq!(change.compared_plan, None, "{page} with {with}");
    }
}

#[test]
fn every_pair_of_plans_gives_whole_sentences_and_a_reach_that_fits_the_picture() {
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
            if let (Some(schedule), Some(reach)) = (&here.schedule, change.compared_plan) {
                pairs += 1;
                let picture =
                    Timeline::for_scenario(schedule, &selection.scenario, None, Some(reach), None);
                let other = picture.compared_plan.unwrap();
                assert!(
                    other.guaranteed <= picture.horizon && picture.guaranteed <= picture.horizon
                );
            }
        }
    }
    assert!(pairs > 50, "{pairs}");
}
