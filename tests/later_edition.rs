//! The edition of March 2026, against a table written by hand from the documentation, and against the edition before it.

mod fixtures;

use std::fs;

use backup_calculator::domain::{
    Cell, Hours, Policy, RecoveryMode, Retention, Selection, Tier, url,
};
use backup_calculator::report::{IncidentReport, PageContent, Panel, PlanReport};
use fixtures::{UNKNOWN_TIME, cell, later_policy, policy, report, root};
use serde_json::Value;

/// The cells of each service by plan: Developer, Hobbyist, Startup, Business, Premium. `-` is a plan that is not offered, `none` one
/// without backups, `single` one backup for disaster recovery; otherwise the retention, with its intervals in hours.
const CELLS: [(&str, [&str; 5]); 10] = [
    ("kafka", ["-", "none", "none", "none", "none"]),
    (
        "postgresql",
        ["single", "single", "2d pitr", "14d pitr", "30d pitr"],
    ),
    (
        "mysql",
        ["single", "single", "2d pitr", "14d pitr", "30d pitr"],
    ),
    (
        "opensearch",
        ["-", "single", "24h/1 3d/24", "24h/1 14d/24", "24h/1 30d/24"],
    ),
    ("redis", ["-", "single", "1d/12", "3d/12", "13d/12"]),
    ("flink", ["-", "-", "2h/1", "2h/1", "-"]),
    ("grafana", ["-", "-", "1d/1", "-", "-"]),
    ("clickhouse", ["-", "2d/24", "2d/24", "14d/24", "30d/24"]),
    ("dragonfly", ["-", "-", "1d/12", "3d/12", "13d/12"]),
    ("valkey", ["-", "single", "1d/12", "3d/12", "13d/12"]),
];

const PLANS: [&str; 5] = ["developer", "hobbyist", "startup", "business", "premium"];

/// Formats a cell as the table does.
fn words(cell: &Cell) -> String {
    let schedule = match cell {
        Cell::NotOffered => return "-".to_owned(),
        Cell::NoBackups => return "none".to_owned(),
        Cell::RecoveryOnly => return "single".to_owned(),
        Cell::Unspecified => return "unspecified".to_owned(),
        Cell::Backups(schedule) => schedule,
    };
    let retention = |tier: &Tier| {
        let hours = match tier.retention() {
            Retention::Count(_) => tier.guaranteed_window(),
            Retention::Age(age) => age,
        };
        match hours.get() {
            24 if schedule.tiers().len() > 1 => "24h".to_owned(),
            hours if hours % 24 == 0 => format!("{}d", hours / 24),
            hours => format!("{hours}h"),
        }
    };
    if schedule.mode() == RecoveryMode::Pitr {
        return format!("{} pitr", retention(&schedule.tiers()[0]));
    }
    let tiers = schedule.tiers().iter();
    let tiers = tiers.map(|tier| format!("{}/{}", retention(tier), tier.interval().get()));
    tiers.collect::<Vec<_>>().join(" ")
}

fn meaning<'a>(policy: &'a Policy, service: &str, plan: &str) -> (&'a str, &'a Cell) {
    let (service, plan) = cell(policy, &format!("{service}/{plan}"));
    let entry = policy.cell(service, plan);
    (&entry.policy_text, &entry.cell)
}

#[test]
fn all_50_cells_are_those_of_the_documentation() {
    let policy = later_policy();
    let services: Vec<&str> = policy
        .services()
        .map(|(_, service)| service.slug.as_str())
        .collect();
    assert_eq!(services, CELLS.map(|(service, _)| service));
    let plans: Vec<&str> = policy.plans().map(|(_, plan)| plan.slug.as_str()).collect();
    assert_eq!(plans, PLANS);
    for (service, row) in CELLS {
        for (plan, expected) in PLANS.into_iter().zip(row) {
            let (_, cell) = meaning(&policy, service, plan);
            assert_eq!(words(cell), expected, "{service} on {plan}");
        }
    }
}

#[test]
fn no_cell_of_a_service_that_remained_has_changed() {
    let (earlier, later) = (policy(), later_policy());
    let mut compared = 0;
    for (_, service) in earlier.services() {
        if later.find_service(&service.slug).is_none() {
            continue;
        }
        for plan in ["hobbyist", "startup", "business", "premium"] {
            let (one, other) = (
                meaning(&earlier, &service.slug, plan),
                meaning(&later, &service.slug, plan),
            );
            assert_eq!(one.0, other.0, "{} on {plan}", service.slug);
            assert_eq!(words(one.1), words(other.1), "{} on {plan}", service.slug);
            compared += 1;
        }
    }
    assert_eq!(compared, 32);
}

#[test]
fn a_set_time_of_day_makes_the_backups_of_valkey_and_caching_daily() {
    let policy = later_policy();
    for (_, service) in policy.services() {
        for plan in PLANS {
            let (id, plan) = cell(&policy, &format!("{}/{plan}", service.slug));
            let entry = policy.cell(id, plan);
            let changes =
                matches!(&*service.slug, "redis" | "valkey") && entry.cell.schedule().is_some();
            let changed = policy.cell_at_set_time(id, plan);
            assert_eq!(changed != entry, changes, "{}", service.slug);
            if !changes {
                continue;
            }
            let (own, changed) = (
                entry.cell.schedule().unwrap(),
                changed.cell.schedule().unwrap(),
            );
            assert_eq!(changed.tiers()[0].interval(), Hours::new(24));
            // For sure the age is kept, perhaps the number of backups.
            assert_eq!(changed.guaranteed_window(), own.guaranteed_window());
            let other = changed.other_reading();
            assert_eq!(other.restore_point_count(), own.restore_point_count());
            assert!(other.guaranteed_window() > own.guaranteed_window());
        }
    }
}

#[test]
fn a_service_that_has_ended_gets_nothing_back_on_any_panel() {
    let policy = later_policy();
    let query = "at=2026-11-20T10:00Z&restore=2026-11-20T12:00Z";
    let (selection, _) = url::decode(&policy, "redis/premium/", query);
    let content = PageContent::new(&policy, &selection, UNKNOWN_TIME);
    assert_eq!(content.title, "No: Caching Premium · Backup calculator");
    assert_eq!(content.ladder, None, "there is nothing to draw");
    let ended = report(&policy, "redis/premium");
    assert_eq!(
        ended.headline,
        "Caching ended on March 31, 2025 and became Valkey"
    );
    let stack = format!("services=valkey.premium,redis.premium&{query}");
    let (selection, _) = url::decode(&policy, "stack/", &stack);
    let content = PageContent::new(&policy, &selection, UNKNOWN_TIME);
    let rows = &content.ladder.as_ref().unwrap().rows;
    assert_eq!(
        (rows[0].name.as_str(), rows[0].result()),
        ("Caching Premium (limit)", "No")
    );
    assert_eq!(rows[0].backups, None);
    let Panel::Stack(stack) = &content.panel else {
        panic!("no stack");
    };
    assert!(
        stack.headline.ends_with("Caching Premium no longer exists"),
        "{}",
        stack.headline
    );
}

#[test]
fn a_set_backup_time_turns_certainty_beyond_the_age_into_doubt() {
    let policy = later_policy();
    let verdict = |days: u32| {
        let query = format!(
            "at=2026-11-{:02}T10:00Z&restore=2026-11-25T10:00Z&hour=03:00",
            25 - days
        );
        let (selection, _) = url::decode(&policy, "valkey/business/", &query);
        let report = report_with_settings(&policy, &selection);
        IncidentReport::new(&policy, &report, &selection.scenario, UNKNOWN_TIME)
            .unwrap()
            .headline
    };
    assert!(verdict(2).starts_with("Yes. "), "{}", verdict(2));
    // Four daily backups, if their age is kept; seven, if their number is.
    assert!(
        verdict(5).starts_with("Maybe. By one interpretation"),
        "{}",
        verdict(5)
    );
    assert!(verdict(8).starts_with("No. "), "{}", verdict(8));
}

#[test]
fn a_deletion_comes_after_the_power_off_and_backups_outlive_it() {
    let policy = later_policy();
    let headline = |restore: &str| {
        let query = format!("at=2026-01-01T10:00Z&restore={restore}&off=2026-01-02");
        let (selection, _) = url::decode(&policy, "mysql/premium/", &query);
        let report = report_with_settings(&policy, &selection);
        IncidentReport::new(&policy, &report, &selection.scenario, UNKNOWN_TIME)
            .unwrap()
            .headline
    };
    assert!(headline("2026-06-01T10:00Z").starts_with("Yes. "));
    // It has been off for 180 days at some time of this day.
    assert!(headline("2026-07-01T23:00Z").starts_with("Yes. "));
    let support = "Ask Aiven support to recover the service, by 2026-07-30.";
    assert_eq!(headline("2026-07-02T10:00Z"), support);
    assert_eq!(headline("2026-07-31T10:00Z"), support);
    let gone = "No. The service is deleted by then, and its backups, too.";
    assert_eq!(headline("2026-08-01T10:00Z"), gone);
}

fn report_with_settings(policy: &Policy, selection: &Selection) -> PlanReport {
    let (service, plan) = selection.service_and_plan().unwrap();
    PlanReport::with_settings(policy, service, plan, selection.scenario.backup_settings())
}

#[test]
fn what_changed_names_clauses_of_both_editions() {
    let file = fs::read_to_string(root().join("static/policy/2026-03.json")).unwrap();
    let file: Value = serde_json::from_str(&file).unwrap();
    let changes = file["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 17);
    for change in changes {
        let clauses = [("before", policy()), ("after", later_policy())];
        let named =
            clauses.map(|(key, policy)| Some(policy.clause(change[key].as_str()?).is_some()));
        assert!(named.iter().flatten().all(|is_known| *is_known), "{change}");
        // The table says which services and plans there are.
        let is_of_table = ["service", "plan"].contains(&change["kind"].as_str().unwrap_or("rule"));
        assert!(is_of_table || named.iter().any(Option::is_some), "{change}");
    }
    for gone in file["gone_services"].as_array().unwrap() {
        let slug = gone["slug"].as_str().unwrap();
        assert!(
            policy().find_service(slug).is_some() && later_policy().find_service(slug).is_none()
        );
    }
}
