//! The plan finder: what it offers, the text of each cell, and the advice if no plan matches.

mod fixtures;

use backup_calculator::domain::BackupSettings;
use backup_calculator::domain::{Minutes, Requirements};
use backup_calculator::report::PlanFinderResult;
use backup_calculator::report::plan_finder::PlanOffer;
use fixtures::requirements::{
    DAY, HOUR, all_cells, plan_finder_result, requirements, sample_requirements,
};
use fixtures::{cell, edited, golden, parsed, policy};

/// Returns whether a cell is unmet, and its reason.
#[track_caller]
fn reason(requirements: &Requirements, name: &str) -> (bool, String) {
    let policy = policy();
    let (service, plan) = cell(&policy, name);
    let row = policy.services().position(|(id, _)| id == service);
    let column = policy.plans().position(|(id, _)| id == plan);
    let result = plan_finder_result(&policy, requirements);
    let cell = &result.rows[row.unwrap()][column.unwrap()];
    (cell.is_unmet, cell.reason.clone().unwrap_or_default())
}

#[test]
fn results_for_all_52_cells_match_the_golden_file() {
    let policy = policy();
    let mut text = String::new();
    for requirements in sample_requirements() {
        let minutes = |minutes: Option<Minutes>| minutes.map_or(-1, |one| i64::from(one.get()));
        let result = plan_finder_result(&policy, &requirements);
        text += &format!(
            "== back {} min, lose {} min, PITR {}\n{}\n",
            minutes(requirements.min_window),
            minutes(requirements.max_loss),
            requirements.pitr_required,
            result.summary
        );
        text += &fixtures::lines(&result.caveats);
        for offer in &result.offers {
            text += &format!("offer {}: {}\n", offer.name, offer.label);
        }
        for ((_, service), row) in policy.services().zip(&result.rows) {
            text += &format!("{}\n", service.short_name);
            for ((_, plan), cell) in policy.plans().zip(row) {
                let fits = if cell.is_unmet { "short" } else { "fits " };
                let reason = cell.reason.as_deref().unwrap_or_default();
                text += format!("  {fits} {}: {reason}", plan.name).trim_end();
                text += "\n";
            }
        }
        text += "\n";
    }
    golden("tests/golden/needs.txt", &text);
}

#[test]
fn empty_requirements_give_no_result() {
    assert_eq!(
        PlanFinderResult::new(
            &policy(),
            &Requirements::default(),
            BackupSettings::default()
        ),
        None
    );
    assert!(Requirements::default().is_empty());
    for one in sample_requirements() {
        assert!(!one.is_empty(), "{one:?}");
    }
}

#[test]
fn a_cell_is_unmet_exactly_if_it_has_a_reason() {
    let policy = policy();
    for requirements in sample_requirements() {
        let result = plan_finder_result(&policy, &requirements);
        let cells: Vec<_> = result.rows.iter().flatten().collect();
        assert_eq!(cells.len(), 52);
        for (cell, (name, meaning)) in cells.into_iter().zip(all_cells(&policy)) {
            let unmet = !requirements.unmet(meaning).is_empty();
            assert_eq!(cell.is_unmet, unmet, "{name}");
            let reason = &cell.reason;
            let expected = unmet || requirements.caveat(meaning).is_some();
            assert_eq!(reason.is_some(), expected, "{name}");
            let ends_well = |reason: &String| reason.ends_with('.');
            assert!(reason.as_ref().is_none_or(ends_well), "{name}: {reason:?}");
        }
    }
}

#[test]
fn each_unmet_requirement_has_a_short_sentence() {
    #[track_caller]
    fn check(requirements: Requirements, name: &str, expected: &str) {
        let expected = (true, expected.to_owned());
        assert_eq!(reason(&requirements, name), expected, "{name}");
    }
    let min_window = requirements(Some(14 * DAY), None, false);
    check(
        min_window,
        "postgresql/startup",
        "Covers at least 2 days, not 14 days.",
    );
    check(
        min_window,
        "cassandra/premium",
        "Keeps only the latest backup.",
    );
    check(min_window, "redis/hobbyist", "Recovery only.");
    check(min_window, "kafka/premium", "No backups.");
    check(min_window, "grafana/premium", "Not available.");
    check(
        requirements(None, Some(12 * HOUR), false),
        "m3db/premium",
        "Can lose up to 24 hours.",
    );
    check(
        requirements(None, None, true),
        "opensearch/premium",
        "No PITR.",
    );
    check(
        requirements(Some(90), Some(60), true),
        "cassandra/startup",
        "Keeps only the latest backup. Can lose up to 24 hours. No PITR.",
    );
    assert_eq!(
        reason(&min_window, "postgresql/business"),
        (false, String::new())
    );
}

#[test]
fn the_plans_that_match_are_offered_from_the_smallest_plan_on() {
    let policy = policy();
    let offers = |requirements: &Requirements| {
        let result = plan_finder_result(&policy, requirements);
        let offer = |offer: PlanOffer| format!("{}: {} ({})", offer.name, offer.label, offer.path);
        result.offers.into_iter().map(offer).collect::<Vec<_>>()
    };
    assert_eq!(
        offers(&requirements(Some(14 * DAY), None, true)),
        [
            "PostgreSQL Business: 14 days · PITR (postgresql/business/)",
            "MySQL Business: 14 days · PITR (mysql/business/)",
            "PostgreSQL Premium: 30 days · PITR (postgresql/premium/)",
            "MySQL Premium: 30 days · PITR (mysql/premium/)",
        ]
    );
    let hour = requirements(Some(HOUR), Some(HOUR), false);
    let flink = offers(&hour)
        .into_iter()
        .filter(|offer| offer.contains("Flink"));
    assert_eq!(
        flink.collect::<Vec<_>>(),
        [
            "Apache Flink Startup: 2 hours · hourly (flink/startup/)",
            "Apache Flink Business: 2 hours · hourly (flink/business/)",
        ],
        "Premium does not exist"
    );
    for requirements in sample_requirements() {
        let result = plan_finder_result(&policy, &requirements);
        let matching = result.rows.iter().flatten().filter(|cell| !cell.is_unmet);
        assert_eq!(result.offers.len(), matching.count(), "{requirements:?}");
    }
}

#[test]
fn the_summary_counts_offered_plans() {
    let policy = policy();
    let summary = |requirements: &Requirements| plan_finder_result(&policy, requirements).summary;
    assert_eq!(
        summary(&requirements(None, None, true)),
        "6 of 38 plans match."
    );
    let alone = parsed(&edited(|policy| {
        for plan in 1..3 {
            *fixtures::policy_edit::cell(policy, "mysql", plan) = no_backups(plan);
            *fixtures::policy_edit::cell(policy, "postgresql", plan) = no_backups(plan);
        }
        *fixtures::policy_edit::cell(policy, "mysql", 3) = no_backups(3);
    }));
    let result = plan_finder_result(&alone, &requirements(None, None, true));
    assert_eq!(result.summary, "1 of 38 plans matches.");
}

fn no_backups(plan: usize) -> serde_json::Value {
    let plan = ["hobbyist", "startup", "business", "premium"][plan];
    serde_json::json!({ "plan": plan, "policy_text": "No backups", "kind": "no_backups" })
}

#[test]
fn without_a_match_the_summary_suggests_what_to_relax() {
    let policy = policy();
    let summary = |requirements: &Requirements| plan_finder_result(&policy, requirements).summary;
    assert_eq!(
        summary(&requirements(Some(60 * DAY), None, true)),
        "No plan matches. Some would if you accept retention of 30 days."
    );
    let without = parsed(&edited(|policy| {
        for plan in 1..4 {
            for service in ["mysql", "postgresql"] {
                *fixtures::policy_edit::cell(policy, service, plan) = no_backups(plan);
            }
        }
    }));
    let summary = |requirements: &Requirements| plan_finder_result(&without, requirements).summary;
    assert_eq!(
        summary(&requirements(Some(2 * DAY), None, true)),
        "No plan matches. Some would if you do without PITR."
    );
    assert_eq!(
        summary(&requirements(Some(31 * DAY), Some(2 * HOUR), false)),
        "No plan matches. Some would if you accept retention of 29 days."
    );
    assert_eq!(
        summary(&requirements(Some(30 * DAY), Some(2 * HOUR), false)),
        "No plan matches. Some would if you accept retention of 29 days or accept to lose up to 24 hours."
    );
    assert_eq!(
        summary(&requirements(Some(31 * DAY), None, true)),
        "No plan matches, whichever one of your needs you relax."
    );
}

#[test]
fn a_coarser_interval_further_back_is_a_caveat() {
    let policy = policy();
    let both = requirements(Some(14 * DAY), Some(HOUR), false);
    let gap = "Restore points older than 23 hours can lose up to 24 hours.";
    assert_eq!(reason(&both, "opensearch/premium"), (false, gap.to_owned()));
    let caveats = plan_finder_result(&policy, &both).caveats;
    assert!(
        caveats.contains(&format!("OpenSearch: {gap}")),
        "{caveats:?}"
    );
    let near = requirements(Some(23 * HOUR), Some(HOUR), false);
    assert_eq!(reason(&near, "opensearch/premium"), (false, String::new()));
    let last = requirements(None, Some(HOUR), false);
    assert_eq!(reason(&last, "opensearch/premium"), (false, String::new()));
    let day = requirements(Some(14 * DAY), Some(DAY), false);
    assert_eq!(reason(&day, "opensearch/premium"), (false, String::new()));
}

#[test]
fn a_loss_that_depends_on_the_log_alone_is_a_caveat() {
    let (policy, little) = (policy(), requirements(None, Some(5), false));
    let silent = "Not stated: how far the log archive can lag.";
    assert_eq!(reason(&little, "mysql/startup"), (false, silent.to_owned()));
    let caveats = plan_finder_result(&policy, &little).caveats;
    assert_eq!(caveats, [format!("PostgreSQL and MySQL: {silent}")]);
    assert_eq!(
        reason(&requirements(None, Some(DAY), false), "mysql/startup"),
        (false, String::new())
    );
}

#[test]
fn conditions_are_listed_if_a_plan_of_the_service_qualifies() {
    let policy = policy();
    let caveat = |requirements| {
        plan_finder_result(&policy, &requirements)
            .caveats
            .concat()
            .contains("redis_persistence")
    };
    assert!(caveat(requirements(Some(3 * DAY), None, false)));
    assert!(!caveat(requirements(Some(60 * DAY), None, false)));
}
