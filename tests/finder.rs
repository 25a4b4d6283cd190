//! The needs finder: what each line and each cell of the table says, and what to do where no plan qualifies.

mod fixtures;

use backup_calculator::domain::{Minutes, Policy, Requirements};
use backup_calculator::report::PlanFinderResult;
use fixtures::need::{DAY, HOUR, all, found, needs, several};
use fixtures::{cell, edited, golden, parsed, policy};

/// The line of a service.
#[track_caller]
fn line(policy: &Policy, needs: &Requirements, service: &str) -> String {
    let index = policy.services().position(|(_, one)| one.slug == service);
    found(policy, needs).rows[index.unwrap()].summary.clone()
}

/// What is said of a cell; whether it does not qualify.
#[track_caller]
fn said(needs: &Requirements, name: &str) -> (bool, String) {
    let policy = policy();
    let (service, plan) = cell(&policy, name);
    let row = policy.services().position(|(id, _)| id == service);
    let column = policy.plans().position(|(id, _)| id == plan);
    let found = found(&policy, needs).rows[row.unwrap()].cells[column.unwrap()].clone();
    (found.is_unmet, found.reason)
}

#[test]
fn what_is_said_of_all_52_cells_under_several_needs_is_as_expected() {
    let policy = policy();
    let mut text = String::new();
    for needs in several() {
        let length = |length: Option<Minutes>| length.map_or(-1, |one| i64::from(one.get()));
        let found = found(&policy, &needs);
        text += &format!(
            "== back {} min, lose {} min, PITR {}\n{}\n",
            length(needs.min_window),
            length(needs.max_loss),
            needs.pitr_required,
            found.summary
        );
        text += &fixtures::lines(&found.caveats);
        for ((_, service), row) in policy.services().zip(&found.rows) {
            text += &format!("{}: {}\n", service.short_name, row.summary);
            for ((_, plan), cell) in policy.plans().zip(&row.cells) {
                let fits = if cell.is_unmet { "short" } else { "fits " };
                text += format!("  {fits} {}: {}", plan.name, cell.reason).trim_end();
                text += "\n";
            }
        }
        text += "\n";
    }
    golden("tests/golden/needs.txt", &text);
}

#[test]
fn where_nothing_is_asked_nothing_is_found() {
    assert_eq!(
        PlanFinderResult::new(&policy(), &Requirements::default()),
        None
    );
    assert!(Requirements::default().is_empty());
    for one in several() {
        assert!(!one.is_empty(), "{one:?}");
    }
}

#[test]
fn a_cell_steps_back_exactly_where_it_has_a_shortfall_and_then_says_why() {
    let policy = policy();
    for needs in several() {
        let found = found(&policy, &needs);
        let cells: Vec<_> = found.rows.iter().flat_map(|row| &row.cells).collect();
        assert_eq!(cells.len(), 52);
        for (cell, (name, meaning)) in cells.into_iter().zip(all(&policy)) {
            assert_eq!(cell.is_unmet, !needs.unmet(meaning).is_empty(), "{name}");
            assert_eq!(
                cell.reason.is_empty(),
                !cell.is_unmet && needs.caveat(meaning).is_none(),
                "{name}"
            );
            assert!(
                cell.reason.is_empty() || cell.reason.ends_with('.'),
                "{name}: {}",
                cell.reason
            );
        }
    }
}

#[test]
fn each_shortfall_is_a_short_sentence() {
    #[track_caller]
    fn check(needs: Requirements, name: &str, expected: &str) {
        assert_eq!(said(&needs, name), (true, expected.to_owned()), "{name}");
    }
    let back = needs(Some(14 * DAY), None, false);
    check(
        back,
        "postgresql/startup",
        "Goes back 2 days for sure, not 14 days.",
    );
    check(
        back,
        "cassandra/premium",
        "Goes back to the latest backup only.",
    );
    check(back, "redis/hobbyist", "Only the platform can restore it.");
    check(back, "kafka/premium", "No backups.");
    check(back, "grafana/premium", "There is no such plan.");
    check(
        needs(None, Some(12 * HOUR), false),
        "m3db/premium",
        "Can lose up to 24 hours.",
    );
    check(needs(None, None, true), "opensearch/premium", "No PITR.");
    check(
        needs(Some(90), Some(60), true),
        "cassandra/startup",
        "Goes back to the latest backup only. Can lose up to 24 hours. No PITR.",
    );
    assert_eq!(said(&back, "postgresql/business"), (false, String::new()));
}

#[test]
fn a_row_names_the_smallest_plan_that_qualifies() {
    let policy = policy();
    let back = needs(Some(14 * DAY), None, false);
    assert_eq!(line(&policy, &back, "postgresql"), "from Business");
    let far = needs(Some(30 * DAY), None, true);
    assert_eq!(line(&policy, &far, "mysql"), "only Premium");
    let day = needs(Some(DAY), None, false);
    assert_eq!(line(&policy, &day, "clickhouse"), "from Hobbyist");
    assert_eq!(line(&policy, &day, "influxdb"), "only Startup");
    let hour = needs(None, Some(HOUR), false);
    assert_eq!(
        line(&policy, &hour, "flink"),
        "Startup and Business",
        "Premium does not exist"
    );
    for needs in several() {
        let found = found(&policy, &needs);
        for row in &found.rows {
            let first = row
                .cells
                .iter()
                .zip(policy.plans())
                .find(|(cell, _)| !cell.is_unmet);
            match first {
                Some((_, (_, plan))) => {
                    assert!(row.summary.contains(&plan.name), "{}", row.summary)
                }
                None => assert!(row.summary.starts_with("none"), "{}", row.summary),
            }
        }
    }
}

#[test]
fn a_row_without_a_plan_names_what_the_policy_recommends_instead() {
    let (policy, much) = (policy(), needs(Some(60 * DAY), None, false));
    let ways = "none, but the policy names other ways";
    let nothing = "none, and the policy names no tool";
    for (service, expected) in [
        ("kafka", ways),
        ("postgresql", "none: use pg_dump"),
        ("mysql", "none: use mysqldump"),
        ("opensearch", "none: use elasticdump"),
        ("cassandra", "none: use cqlsh"),
        ("redis", "none: use redis-cli"),
        ("influxdb", "none: use influxd"),
        ("flink", nothing),
        ("m3db", nothing),
        ("m3aggregator", nothing),
        ("m3coordinator", nothing),
        ("grafana", nothing),
        ("clickhouse", nothing),
    ] {
        assert_eq!(line(&policy, &much, service), expected, "{service}");
    }
}

#[test]
fn the_summary_counts_the_plans_that_exist() {
    let policy = policy();
    let summary = |needs: &Requirements| found(&policy, needs).summary;
    assert_eq!(
        summary(&needs(None, None, true)),
        "6 of 38 plans on offer qualify."
    );
    let alone = parsed(&edited(|policy| {
        for plan in 1..3 {
            *fixtures::edit::cell(policy, "mysql", plan) = no_backups(plan);
            *fixtures::edit::cell(policy, "postgresql", plan) = no_backups(plan);
        }
        *fixtures::edit::cell(policy, "mysql", 3) = no_backups(3);
    }));
    let found = found(&alone, &needs(None, None, true));
    assert_eq!(found.summary, "1 of 38 plans on offer qualifies.");
}

fn no_backups(plan: usize) -> serde_json::Value {
    let plan = ["hobbyist", "startup", "business", "premium"][plan];
    serde_json::json!({ "plan": plan, "policy_text": "No backups", "kind": "no_backups" })
}

#[test]
fn where_no_plan_qualifies_the_summary_says_what_to_relax() {
    let policy = policy();
    let summary = |needs: &Requirements| found(&policy, needs).summary;
    assert_eq!(
        summary(&needs(Some(60 * DAY), None, true)),
        "No plan qualifies. Some would if you go back no further than 30 days."
    );
    let without = parsed(&edited(|policy| {
        for (service, plan) in [
            ("mysql", 1),
            ("mysql", 2),
            ("mysql", 3),
            ("postgresql", 1),
            ("postgresql", 2),
            ("postgresql", 3),
        ] {
            *fixtures::edit::cell(policy, service, plan) = no_backups(plan);
        }
    }));
    let summary = |needs: &Requirements| found(&without, needs).summary;
    assert_eq!(
        summary(&needs(Some(2 * DAY), None, true)),
        "No plan qualifies. Some would if you do without PITR."
    );
    assert_eq!(
        summary(&needs(Some(31 * DAY), Some(2 * HOUR), false)),
        "No plan qualifies. Some would if you go back no further than 29 days."
    );
    assert_eq!(
        summary(&needs(Some(30 * DAY), Some(2 * HOUR), false)),
        "No plan qualifies. Some would if you go back no further than 29 days or accept to lose up to 24 hours."
    );
    assert_eq!(
        summary(&needs(Some(31 * DAY), None, true)),
        "No plan qualifies, whichever one of your needs you relax."
    );
}

#[test]
fn where_the_loss_grows_further_back_the_plan_qualifies_and_the_answer_says_so() {
    let policy = policy();
    let both = needs(Some(14 * DAY), Some(HOUR), false);
    let gap = "Further back than 23 hours, up to 24 hours can be lost.";
    assert_eq!(said(&both, "opensearch/premium"), (false, gap.to_owned()));
    let caveats = found(&policy, &both).caveats;
    assert!(
        caveats.contains(&format!("OpenSearch: {gap}")),
        "{caveats:?}"
    );
    let near = needs(Some(23 * HOUR), Some(HOUR), false);
    assert_eq!(said(&near, "opensearch/premium"), (false, String::new()));
    let latest = needs(None, Some(HOUR), false);
    assert_eq!(said(&latest, "opensearch/premium"), (false, String::new()));
    let day = needs(Some(14 * DAY), Some(DAY), false);
    assert_eq!(said(&day, "opensearch/premium"), (false, String::new()));
}

#[test]
fn where_only_the_log_keeps_the_loss_small_the_policy_s_silence_is_told() {
    let (policy, little) = (policy(), needs(None, Some(5), false));
    let silent = "The policy is silent on how late the archived log may be.";
    assert_eq!(said(&little, "mysql/startup"), (false, silent.to_owned()));
    let caveats = found(&policy, &little).caveats;
    assert_eq!(caveats, [format!("PostgreSQL and MySQL: {silent}")]);
    assert_eq!(
        said(&needs(None, Some(DAY), false), "mysql/startup"),
        (false, String::new())
    );
}

#[test]
fn a_condition_of_a_service_is_told_where_one_of_its_plans_qualifies() {
    let policy = policy();
    let told = |needs| {
        found(&policy, &needs)
            .caveats
            .concat()
            .contains("redis_persistence")
    };
    assert!(told(needs(Some(3 * DAY), None, false)));
    assert!(!told(needs(Some(60 * DAY), None, false)));
}
