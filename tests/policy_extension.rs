//! An edition with another service and a fifth plan: only the JSON file changes, no code.
#![cfg(feature = "site")]

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::BackupSettings;
use backup_calculator::domain::time::{Utc, parse_date};
use backup_calculator::domain::{Page, Policy, ServiceOptions, Timestamp, url};
use backup_calculator::export::api::CellJson;
use backup_calculator::report::{CountdownReport, Matrix, ServiceReport, TimeContext};
use backup_calculator::site::{check, pages};
use fixtures::policy_edit::{cell, push, service};
use fixtures::{edited, lines, parsed, report, reports};
use scraper::{Html, Selector};
use serde_json::json;

/// Returns the shipped policy with a fifth plan and a service that uses it.
fn extended() -> String {
    edited(|policy| {
        push(
            &mut policy["plans"],
            json!({"slug": "gold", "name": "Gold"}),
        );
        for service in policy["services"].as_array_mut().unwrap() {
            let absent =
                json!({"plan": "gold", "policy_text": "Plan not available", "kind": "not_offered"});
            push(&mut service["cells"], absent);
        }
        let gold = cell(policy, "postgresql", 4);
        *gold = json!({
            "plan": "gold", "policy_text": "60 days with PITR", "kind": "backups", "recovery_mode": "pitr",
            "tiers": [{"interval_hours": 24, "keep_count": 61}],
        });
        let mut valkey = service(policy, "redis").clone();
        valkey["slug"] = "valkey".into();
        valkey["service_type"] = "valkey".into();
        valkey["name"] = "Aiven for Valkey™".into();
        valkey["short_name"] = "Valkey".into();
        push(&mut policy["services"], valkey);
    })
}

#[track_caller]
fn extended_policy() -> Rc<Policy> {
    parsed(&extended())
}

#[test]
fn a_fifth_plan_and_a_fourteenth_service_pass_the_build_check() {
    let problems = check::validate(&extended()).err().unwrap_or_default();
    assert_eq!(lines(&problems), "");
}

#[test]
fn new_cells_have_reports_and_json() {
    let policy = extended_policy();
    let gold = CellJson::new(&policy, &report(&policy, "postgresql/gold"));
    assert_eq!(gold.restore_points, Some(61));
    assert_eq!(gold.guaranteed_window_hours, Some(1440));
    assert_eq!(gold.page, "/postgresql/gold/");
    assert_eq!(
        report(&policy, "postgresql/gold").headline,
        "Restore to any second in the last 60 days"
    );
    assert_eq!(
        report(&policy, "valkey/business").label.to_string(),
        "3 days · 12‑hourly"
    );
    assert_eq!(
        report(&policy, "valkey/gold").label.to_string(),
        "Not available"
    );
    assert_eq!(reports(&policy).len(), 14 * 5);
}

#[test]
fn a_new_plan_is_one_more_step_of_its_service() {
    let policy = extended_policy();
    let postgresql = ServiceReport::new(&policy, fixtures::cell(&policy, "postgresql/gold").0);
    assert_eq!(postgresql.plans.len(), 5);
    let last = postgresql.steps.last().unwrap();
    assert_eq!(last.title, "Premium → Gold");
    assert_eq!(
        last.changes,
        "Retention: 30 days → 60 days · Restore points: 31 base backups → 61 base backups"
    );
}

#[test]
fn the_matrix_and_the_pages_grow_with_the_policy() {
    let policy = extended_policy();
    let matrix = Matrix::new(&policy, BackupSettings::default());
    assert_eq!((matrix.rows.len(), matrix.plans.len()), (14, 5));
    assert!(matrix.rows.iter().all(|row| row.cells.len() == 5));
    let all = pages::all_pages(&policy);
    assert_eq!(all.len(), 1 + 14 + 14 * 5 + 1);
    assert!(all.contains(&url::decode(&policy, "valkey/gold/", "").0.page));
    let links = Selector::parse(".matrix td a").unwrap();
    for page in [
        Page::Index,
        url::decode(&policy, "postgresql/gold/", "").0.page,
    ] {
        let dir = pages::render_page(&policy, page, None);
        assert_eq!(
            Html::parse_fragment(&dir.body).select(&links).count(),
            14 * 5
        );
    }
}

/// Returns the report of a service powered off on the 22nd, at noon of that day.
fn power_off_report(policy: &Policy) -> CountdownReport {
    let (service, plan) = fixtures::cell(policy, "redis/premium");
    let options = ServiceOptions {
        powered_off_on: parse_date("2026-11-22"),
        ..ServiceOptions::default()
    };
    let now = "2026-11-22T12:00Z".parse::<Timestamp>().ok();
    let time = TimeContext { now, zone: &Utc };
    let mut reports = CountdownReport::all(policy, service, plan, &options, time).into_iter();
    reports.next().unwrap()
}

#[test]
fn an_edition_may_change_the_review_period() {
    let one = power_off_report(&parsed(&edited(|policy| {
        policy["power_off"]["review_after_days"] = 1.into();
    })));
    assert_eq!(
        one.headline,
        "1 day left. Power the service on, then off again by 2026-11-23."
    );
    assert_eq!(
        one.statements[0].text,
        "Powered off on 2026-11-22, the service reaches 1 day off on 2026-11-23, at the same time of day. From \
         2026-11-24, Aiven can review it."
    );
    let most = power_off_report(&parsed(&edited(|policy| {
        policy["power_off"]["review_after_days"] = u16::MAX.into();
    })));
    assert_eq!(
        most.headline,
        "65535 days left. Power the service on, then off again by 2206-04-28."
    );
}

#[test]
fn an_invalid_review_rule_is_reported() {
    let problems = Policy::from_json(&edited(|policy| {
        policy["power_off"] = json!({"review_after_days": 0, "clause": "x"});
    }));
    assert_eq!(
        lines(&problems.unwrap_err()),
        "power_off: there is no clause “x”\npower_off: the review comes after 1 day at the earliest\n"
    );
}
