//! What to do after "Yes" and "Maybe": which cells have the way in the console, which a command, and the time in it.

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{Policy, Timestamp, url};
use backup_calculator::export::ExportDocument;
use backup_calculator::report::incident::{IncidentVerdict, RestoreSteps};
use backup_calculator::report::{IncidentReport, PageContent, Panel, TimeContext, labels};
use chrono::DateTime;
use fixtures::policy_edit::service;
use fixtures::{edited, golden, parsed, policy};
use serde_json::{Value, json};

/// The services that the documentation of January 2023 lists as forkable.
const FORKABLE: [&str; 8] = [
    "postgresql",
    "mysql",
    "redis",
    "cassandra",
    "opensearch",
    "influxdb",
    "m3db",
    "grafana",
];

/// The incident of the tests, restored half an hour later.
const INCIDENT: &str = "at=2026-11-25T02:37Z&restore=2026-11-25T03:07Z";

#[track_caller]
fn content(policy: &Policy, path: &str) -> PageContent {
    let (page, query) = path.split_once('?').unwrap();
    let (selection, warnings) = url::decode(policy, page, query);
    assert!(warnings.is_empty(), "{path}: {warnings:?}");
    let time = TimeContext {
        now: None,
        zone: &Utc,
    };
    PageContent::new(policy, &selection, time)
}

#[track_caller]
fn incident(policy: &Policy, path: &str) -> Rc<IncidentReport> {
    match content(policy, path).panel {
        Panel::Answer(answer) => answer.incident.clone().unwrap(),
        panel => panic!("{path}: {panel:?}"),
    }
}

#[track_caller]
fn steps(policy: &Policy, path: &str) -> RestoreSteps {
    let steps = incident(policy, path).restore_steps.clone();
    *steps.unwrap_or_else(|| panic!("{path} has no steps"))
}

/// Returns the paths of all cells with their services.
fn cells(policy: &Policy) -> Vec<(String, String)> {
    let services: Vec<&str> = policy.services().map(|(_, s)| s.slug.as_str()).collect();
    let plans: Vec<&str> = policy.plans().map(|(_, p)| p.slug.as_str()).collect();
    let pairs = services
        .iter()
        .flat_map(|service| plans.iter().map(move |plan| (service, plan)));
    pairs
        .map(|(service, plan)| ((*service).to_owned(), format!("{service}/{plan}/")))
        .collect()
}

/// Returns the time in a command.
#[track_caller]
fn time_of(command: &str) -> &str {
    let (_, rest) = command.split_once("--recovery-target-time \"").unwrap();
    rest.strip_suffix('"').unwrap()
}

#[test]
fn every_positive_answer_says_how_to_restore_and_no_other() {
    let policy = policy();
    let mut counts = [0; 4];
    for (service, path) in cells(&policy) {
        let report = incident(&policy, &format!("{path}?{INCIDENT}"));
        let is_positive = matches!(
            report.verdict,
            IncidentVerdict::Certain | IncidentVerdict::Possible
        );
        let (id, _) = fixtures::cell(&policy, &path);
        let silent = format!(
            "Aiven’s documentation of January 2023 doesn’t describe a restore of {}.",
            policy.service(id).short_name
        );
        let says_nothing = report.advice.iter().any(|advice| advice.text == silent);
        let Some(steps) = &report.restore_steps else {
            assert_eq!(is_positive, says_nothing, "{path}");
            counts[usize::from(is_positive)] += 1;
            continue;
        };
        assert!(!says_nothing, "{path}");
        assert!(is_positive, "{path}");
        assert!(FORKABLE.contains(&service.as_str()), "{path}");
        assert_eq!(
            steps.basis,
            "From Aiven’s documentation, not the January 2023 policy"
        );
        assert_eq!(steps.source.name, "Fork a service");
        let has_pitr = ["postgresql", "mysql"].contains(&service.as_str());
        assert_eq!(steps.command.is_some(), has_pitr, "{path}");
        let console = "In the console, select Backups > Backup management > Fork & restore. ";
        let (choice, command) = match has_pitr {
            true => (
                "Choose the recovery target time.",
                "Or use the command below. Replace the uppercase words. Its time is one minute before the incident, in UTC.",
            ),
            false => (
                "Choose a backup from before the incident.",
                "The command line takes the latest backup.",
            ),
        };
        assert_eq!(steps.steps[0], format!("{console}{choice}"), "{path}");
        assert_eq!(steps.steps[1], command, "{path}");
        assert_eq!(
            steps.steps[2..],
            [
                "The fork is a new service. The original keeps running.",
                "Check the data in the fork. Then point your application to it.",
                "Service integrations aren’t copied. Set them up again.",
            ],
            "{path}"
        );
        counts[if has_pitr { 2 } else { 3 }] += 1;
    }
    assert_eq!(
        counts,
        [26, 6, 6, 14],
        "not positive, not documented, command, console only"
    );
}

#[test]
fn a_command_is_complete() {
    let steps = steps(&policy(), &format!("postgresql/business/?{INCIDENT}"));
    let expected = "avn service create SERVICE-restored \\
  --project PROJECT \\
  --plan PLAN \\
  --cloud CLOUD \\
  --service-to-fork-from SERVICE \\
  --service-type pg \\
  --recovery-target-time \"2026-11-25T02:36:00+00:00\"";
    assert_eq!(steps.command.as_deref(), Some(expected));
}

/// The real client runs these commands, and the test in the browser expects them.
#[test]
fn the_commands_of_all_cells_match_the_golden_file() {
    let policy = policy();
    let commands: Vec<Value> = cells(&policy)
        .into_iter()
        .filter_map(|(slug, path)| {
            let path = format!("{path}?{INCIDENT}");
            let command = incident(&policy, &path).restore_steps.clone()?.command?;
            let service_type = &policy.service(policy.find_service(&slug)?).service_type;
            Some(json!({
                "path": path, "service_type": service_type, "command": command,
            }))
        })
        .collect();
    let text = serde_json::to_string_pretty(&commands).unwrap() + "\n";
    golden("tests/golden/restore-commands.json", &text);
}

#[test]
fn the_time_is_rfc_3339_and_a_minute_before_the_incident() {
    let policy = policy();
    for (at, expected) in [
        ("2026-11-25T02:37Z", "2026-11-25T02:36:00+00:00"),
        ("2026-11-25T00:00Z", "2026-11-24T23:59:00+00:00"),
        ("2027-01-01T00:00Z", "2026-12-31T23:59:00+00:00"),
        ("2028-03-01T00:00Z", "2028-02-29T23:59:00+00:00"),
        ("2100-12-31T23:59Z", "2100-12-31T23:58:00+00:00"),
        ("1970-01-01T00:00Z", "1969-12-31T23:59:00+00:00"),
    ] {
        for plan in ["startup", "business", "premium"] {
            let path = format!("mysql/{plan}/?at={at}&restore={at}");
            let command = steps(&policy, &path).command.unwrap();
            assert_eq!(time_of(&command), expected, "{path}");
            let time = DateTime::parse_from_rfc3339(time_of(&command)).unwrap();
            let minutes = at.parse::<Timestamp>().unwrap().to_minutes();
            assert_eq!(time.timestamp(), (minutes - 1) * 60, "{path}");
        }
    }
}

#[test]
fn a_maybe_has_steps_and_no_or_not_stated_has_none() {
    let policy = policy();
    let now = "restore=2026-11-25T03:07Z";
    for (path, verdict) in [
        (
            "redis/business/?at=2026-11-22T03:07Z",
            IncidentVerdict::Certain,
        ),
        (
            "redis/business/?at=2026-11-22T02:00Z",
            IncidentVerdict::Possible,
        ),
        (
            "postgresql/business/?at=2026-11-25T03:06Z",
            IncidentVerdict::Possible,
        ),
        (
            "postgresql/business/?at=2026-11-10T12:00Z",
            IncidentVerdict::Possible,
        ),
        (
            "postgresql/business/?at=2026-10-10T12:00Z",
            IncidentVerdict::Impossible,
        ),
        (
            "kafka/business/?at=2026-11-25T02:37Z",
            IncidentVerdict::Impossible,
        ),
        (
            "m3db/hobbyist/?at=2026-11-25T02:37Z",
            IncidentVerdict::Impossible,
        ),
        (
            "postgresql/hobbyist/?at=2026-11-25T02:37Z",
            IncidentVerdict::NotStated,
        ),
        (
            "redis/business/?at=2026-11-25T02:37Z&persistence=off",
            IncidentVerdict::NotStated,
        ),
        (
            "postgresql/business/?at=2026-11-25T03:08Z",
            IncidentVerdict::InvalidTimes,
        ),
    ] {
        let report = incident(&policy, &format!("{path}&{now}"));
        assert_eq!(report.verdict, verdict, "{path}");
        let is_positive =
            verdict == IncidentVerdict::Certain || verdict == IncidentVerdict::Possible;
        assert_eq!(report.restore_steps.is_some(), is_positive, "{path}");
    }
}

/// Returns the texts of the section on the restore in the exports.
fn exported(policy: &Policy, path: &str) -> Vec<String> {
    let document = ExportDocument::new(policy, &content(policy, path), "");
    let sections = document.sections.iter();
    let section = sections.filter(|section| section.title == labels::RESTORE);
    section
        .flat_map(|section| section.rows.iter().map(|row| row.text.clone()))
        .collect()
}

#[test]
fn exports_have_every_step() {
    let policy = policy();
    let path = format!("postgresql/business/?{INCIDENT}");
    let steps = steps(&policy, &path);
    let mut expected = steps.steps;
    expected.extend(steps.command);
    expected.push(format!("{}, {}", steps.source.name, steps.source.url));
    assert_eq!(exported(&policy, &path), expected);
    assert!(exported(&policy, &format!("kafka/business/?{INCIDENT}")).is_empty());
    assert!(exported(&policy, "postgresql/business/?").is_empty());
}

#[test]
fn the_edition_names_its_month() {
    let later = parsed(&edited(|policy| {
        policy["edition"] = "2026-03".into();
        policy["superseded"] = "2026-04".into();
    }));
    let steps = steps(&later, &format!("postgresql/business/?{INCIDENT}"));
    let basis = "From Aiven’s documentation, not the March 2026 policy";
    assert_eq!(steps.basis, basis);
    let flink = incident(&later, &format!("flink/business/?{INCIDENT}"));
    let mut advice = flink.advice.iter();
    assert!(advice.any(|advice| advice.text.contains("documentation of March 2026 ")));
}

#[test]
fn an_edition_without_a_guide_has_no_steps() {
    let silent = parsed(&edited(|policy| {
        policy.as_object_mut().unwrap().remove("restore").unwrap();
        for slug in FORKABLE {
            service(policy, slug)["can_be_forked"] = false.into();
        }
    }));
    let path = format!("postgresql/business/?{INCIDENT}");
    let report = incident(&silent, &path);
    assert_eq!(report.restore_steps, None);
    let mut advice = report.advice.iter();
    assert!(!advice.any(|advice| advice.text.contains("documentation")));
    assert!(exported(&silent, &path).is_empty());
}
