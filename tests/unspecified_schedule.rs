//! An edition in which a plan has backups without a stated schedule: only its JSON file says so.
#![cfg(feature = "site")]

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::Policy;
use backup_calculator::domain::url::decode;
use backup_calculator::export::api::CellJson;
use backup_calculator::report::incident::IncidentVerdict::{Impossible, NotStated};
use backup_calculator::report::{AnswerKind, PageContent, Panel, ServiceReport, StackReport};
use backup_calculator::site::{check, pages};
use fixtures::policy_edit::{cell, remove};
use fixtures::requirements::{DAY, plan_finder_result, requirements};
use fixtures::{UNKNOWN_TIME, edited, lines, parsed, report};

const INCIDENT: &str = "at=2026-11-20T12:00Z&restore=2026-11-21T12:00Z";

/// Returns the shipped policy, in which the backups of PostgreSQL Hobbyist, and those of Redis, have no schedule.
fn edition() -> Rc<Policy> {
    let json = edited(|policy| {
        for (service, plan) in [
            ("postgresql", 0),
            ("redis", 0),
            ("redis", 1),
            ("redis", 2),
            ("redis", 3),
        ] {
            let cell = cell(policy, service, plan);
            cell["policy_text"] = "Backups".into();
            cell["kind"] = "unspecified".into();
            for key in ["recovery_mode", "tiers"] {
                if cell.get(key).is_some() {
                    remove(cell, key);
                }
            }
        }
    });
    let problems = check::validate(&json).err().unwrap_or_default();
    assert_eq!(lines(&problems), "");
    parsed(&json)
}

#[test]
fn the_answer_says_that_there_are_backups_and_what_is_not_stated() {
    let policy = edition();
    let report = report(&policy, "postgresql/hobbyist");
    assert_eq!(report.answer_kind, AnswerKind::Unspecified);
    assert_eq!(report.label.to_string(), "Schedule not stated");
    assert_eq!(report.headline, "Backups without a stated schedule");
    let facts: Vec<&str> = report.key_facts().iter().map(|fact| &*fact.value).collect();
    assert_eq!(facts, ["Not stated", "No", "Not stated", "pg_dump"]);
    let service = ServiceReport::new(&policy, fixtures::cell(&policy, "redis/premium").0);
    assert_eq!(
        service.headline,
        "Redis: backups without a stated schedule on any plan"
    );
    let json = CellJson::new(&policy, &report);
    assert_eq!(
        (json.offered, json.backups, json.user_restorable),
        (true, true, false)
    );
    assert_eq!(
        (json.guaranteed_window_hours, json.restore_points),
        (None, None)
    );
}

#[test]
fn an_incident_is_not_stated_and_no_backup_is_promised() {
    let policy = edition();
    let verdict = |query: &str| {
        let (selection, _) = decode(&policy, "redis/business/", query);
        let content = PageContent::new(&policy, &selection, UNKNOWN_TIME);
        assert_eq!(content.ladder, None);
        let Panel::Answer(answer) = &content.panel else {
            panic!("no answer");
        };
        let incident = answer.incident.clone().unwrap();
        assert_eq!((&incident.lead, incident.deadline), (&None, None));
        (
            incident.verdict,
            incident.headline.clone(),
            incident.advice[0].text.clone(),
        )
    };
    let (not_stated, headline, advice) = verdict(INCIDENT);
    assert_eq!(not_stated, NotStated);
    assert_eq!(headline, "The policy doesn’t state which backups exist.");
    assert_eq!(advice, "Check your backups in the Aiven Console now.");
    // Without persistence there are none.
    assert_eq!(verdict(&format!("{INCIDENT}&persistence=off")).0, NotStated);
}

#[test]
fn a_stack_with_it_has_no_common_restore_point() {
    let policy = edition();
    let verdict = |members: &str| {
        let (selection, _) = decode(&policy, "stack/", &format!("services={members}&{INCIDENT}"));
        let report = StackReport::new(&policy, &selection.scenario, UNKNOWN_TIME);
        let incident = report.incident.unwrap();
        (incident.verdict, incident.headline)
    };
    assert_eq!(
        verdict("mysql.business,redis.business"),
        (
            NotStated,
            "Redis Business has backups without a stated schedule.".to_owned()
        )
    );
    assert_eq!(verdict("kafka.business,redis.business").0, Impossible);
    assert_eq!(verdict("mysql.hobbyist,redis.business").0, NotStated);
    assert_eq!(
        verdict("mysql.hobbyist").1,
        "You can’t restore it yourself. MySQL Hobbyist has one backup, for disaster recovery only."
    );
}

#[test]
fn no_requirement_is_met_by_it() {
    let policy = edition();
    let result = plan_finder_result(&policy, &requirements(Some(DAY), None, false));
    let reasons = result
        .rows
        .iter()
        .flatten()
        .filter_map(|cell| cell.reason.as_deref());
    assert_eq!(
        reasons
            .filter(|reason| *reason == "Schedule not stated.")
            .count(),
        5
    );
}

#[test]
fn every_page_is_written() {
    let policy = edition();
    for page in pages::all_pages(&policy) {
        let body = pages::render_page(&policy, page, None).body;
        assert!(body.contains("Schedule not stated"));
    }
}
