//! The persistence setting that backups depend on: with it off, the report has no backups.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::url::decode;
use backup_calculator::domain::{BackupSettings, Page, Policy, Selection};
use backup_calculator::report::incident::IncidentVerdict;
use backup_calculator::report::{
    AnswerKind, IncidentReport, PageContent, PlanReport, SettingToggle, Source, TimeContext,
};
use fixtures::policy_edit::{push, service};
use fixtures::{
    UNKNOWN_TIME, cell, edited, golden, ladder, lines, parsed, policy, reports, source_line,
};
use serde_json::json;

#[track_caller]
fn switched_off(policy: &Policy, name: &str) -> PlanReport {
    let (service, plan) = cell(policy, name);
    PlanReport::with_settings(
        policy,
        service,
        plan,
        BackupSettings {
            persistence_disabled: true,
            ..BackupSettings::default()
        },
    )
}

const PLANS: [&str; 4] = [
    "redis/hobbyist",
    "redis/startup",
    "redis/business",
    "redis/premium",
];

#[test]
fn with_persistence_off_no_plan_has_backups() {
    for name in PLANS {
        let report = switched_off(&policy(), name);
        assert_eq!(report.answer_kind, AnswerKind::NoBackups, "{name}");
        assert_eq!(report.label.to_string(), "No backups");
        assert_eq!(report.headline, "No backups while redis_persistence is off");
        assert_eq!(
            report.lead,
            "On every plan, Aiven takes no backups while persistence is off. To turn them on, set redis_persistence to rdb."
        );
        assert!(report.schedule.is_none());
        assert_eq!(
            ladder(&policy(), &report.path, "persistence=off", UNKNOWN_TIME),
            None
        );
        assert_eq!(report.plan_links.len(), 4);
        for other in &report.plan_links {
            assert_eq!(other.kind, AnswerKind::NoBackups);
            assert!(other.path.ends_with("/?persistence=off"), "{}", other.path);
        }
    }
}

#[test]
fn with_persistence_off_the_metrics_guarantee_nothing() {
    let report = switched_off(&policy(), "redis/premium");
    let metrics: Vec<(&str, &str)> = report
        .metrics
        .iter()
        .map(|metric| (metric.label, metric.value.as_str()))
        .collect();
    assert_eq!(
        metrics,
        [
            ("Retention", "No new backups"),
            ("PITR", "No"),
            ("Max data loss (RPO)", "All data"),
            ("Export tool", "redis-cli"),
        ]
    );
    assert_eq!(
        report.table_clause.id, "redis-persistence-off",
        "the clause that overrules the table"
    );
    assert_eq!(
        report.conditions[0].clause().unwrap().id,
        "redis-persistence-off"
    );
}

#[test]
fn the_fate_of_earlier_backups_is_not_stated() {
    let report = switched_off(&policy(), "redis/premium");
    let silent = "Not stated: what happens to earlier backups.";
    assert!(
        report
            .conditions
            .iter()
            .any(|statement| statement.text == silent && statement.source == Source::NotStated)
    );
}

#[test]
fn with_persistence_off_no_statement_presumes_backups() {
    let policy = policy();
    for name in PLANS {
        let report = switched_off(&policy, name);
        let ids: Vec<&str> = report.all_sections().map(|section| section.id).collect();
        assert_eq!(ids, ["instead", "failures", "adjust", "not-stated"]);
        for statement in report
            .all_sections()
            .flat_map(|section| &section.groups)
            .flat_map(|group| &group.statements)
        {
            for wrong in [
                "latest backup available",
                "every 12 hours",
                "After rdb",
                "Only while",
            ] {
                assert!(
                    !statement.text.contains(wrong),
                    "{name}: {}",
                    statement.text
                );
            }
        }
    }
    let report = fixtures::report(&policy, "redis/premium");
    let conditions: Vec<&str> = report
        .conditions
        .iter()
        .map(|statement| statement.text.as_str())
        .collect();
    assert_eq!(
        conditions,
        ["Applies only if redis_persistence is rdb. If it’s off, Aiven takes no backups."]
    );
}

#[test]
fn with_persistence_off_the_export_tool_remains() {
    let report = switched_off(&policy(), "redis/premium");
    assert_eq!(report.tools.len(), 1);
    assert!(!report.export_remarks.is_empty());
}

#[test]
fn services_without_the_setting_are_unaffected() {
    let policy = policy();
    for report in reports(&policy) {
        if !report.path.starts_with("redis/") {
            let same = switched_off(&policy, &report.path);
            let (service, plan) = cell(&policy, &report.path);
            let selection = Selection::from(Page::Answer(service, plan));
            assert_eq!(SettingToggle::new(&policy, &selection), None);
            assert_eq!(
                (same.answer_kind, &same.headline, &same.lead),
                (report.answer_kind, &report.headline, &report.lead)
            );
            assert_eq!(
                (&same.metrics, same.all_sections().collect::<Vec<_>>()),
                (&report.metrics, report.all_sections().collect())
            );
        }
    }
}

#[test]
fn the_setting_toggle_has_both_values_and_keeps_the_scenario() {
    let policy = policy();
    let (selection, ignored) = decode(
        &policy,
        "redis/premium/",
        "at=2026-11-21T14:37Z&persistence=off&off=2026-11-22",
    );
    assert_eq!(ignored, []);
    let switch = SettingToggle::new(&policy, &selection).unwrap();
    assert_eq!(switch.setting, "redis_persistence");
    let values = switch
        .options
        .map(|value| (value.name, value.is_selected, value.path));
    let rest = "redis/premium/?at=2026-11-21T14:37Z&off=2026-11-22";
    assert_eq!(
        values,
        [
            ("rdb".to_owned(), false, rest.to_owned()),
            ("off".to_owned(), true, format!("{rest}&persistence=off")),
        ]
    );
}

#[test]
fn with_persistence_off_no_plan_is_recommended_for_an_incident() {
    let policy = policy();
    let query = "at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&persistence=off";
    let (selection, _) = decode(&policy, "redis/startup/", query);
    let report = switched_off(&policy, "redis/startup");
    let time = TimeContext {
        now: None,
        zone: &Utc,
    };
    let incident = IncidentReport::new(&policy, &report, &selection.scenario, time).unwrap();
    assert_eq!(incident.verdict, IncidentVerdict::NotStated);
    assert_eq!(
        incident.headline,
        "No new backups exist. The policy doesn’t state whether earlier backups remain."
    );
    let advice: Vec<&str> = incident.advice.iter().map(|advice| &*advice.text).collect();
    assert_eq!(
        advice,
        ["If you have a redis-cli export from before the incident, restore it."]
    );
}

#[test]
fn title_and_description_reflect_the_scenario() {
    let policy = policy();
    let content = PageContent::new(
        &policy,
        &decode(&policy, "redis/premium/", "persistence=off").0,
        UNKNOWN_TIME,
    );
    assert!(
        content
            .title
            .starts_with("Redis Premium backups: No new backups"),
        "{}",
        content.title
    );
    assert!(
        content
            .meta_description(&policy)
            .contains("If redis_persistence is off, you can lose data")
    );
}

#[test]
fn other_services_may_have_their_own_setting() {
    let policy = parsed(&edited(|policy| {
        let mut valkey = service(policy, "redis").clone();
        valkey["slug"] = "valkey".into();
        valkey["persistence"] = json!({
            "setting": "valkey_persistence", "on": "yes", "also_on": ["always"], "off": "no", "clause": "redis-persistence-off",
        });
        push(&mut policy["services"], valkey);
    }));
    let report = switched_off(&policy, "valkey/business");
    let hint = "To turn them on, set valkey_persistence to yes or always.";
    assert!(report.lead.ends_with(hint), "{}", report.lead);
    for value in ["yes", "always", "on"] {
        let (selection, warnings) =
            decode(&policy, "valkey/business/", &format!("persistence={value}"));
        assert_eq!(warnings, [], "{value}");
        assert!(!selection.scenario.service.persistence_disabled, "{value}");
    }
}

#[test]
fn an_invalid_setting_is_reported() {
    let problems = Policy::from_json(&edited(|policy| {
        service(policy, "redis")["persistence"] =
            json!({"setting": "", "on": "on", "also_on": ["off"], "off": "off", "clause": "x"});
        service(policy, "kafka")["facts"][0]["persistence"] = "off".into();
        policy["facts"][0]["persistence"] = "on".into();
    }));
    let depend = "there is no setting “persistence” to depend on";
    let expected = [
        format!("facts.0: {depend}"),
        format!("services.kafka.facts.0: {depend}"),
        "services.redis.persistence: there is no clause “x”".to_owned(),
        "services.redis.persistence: a setting has a name and two different values".to_owned(),
    ];
    assert_eq!(lines(&problems.unwrap_err()), lines(&expected));
}

#[test]
fn the_report_with_persistence_off_matches_the_golden_file() {
    let report = switched_off(&policy(), "redis/premium");
    let mut text = format!(
        "{}\n{}\nThe policy: “{}”\n",
        report.headline, report.lead, report.table_clause.quote
    );
    text.extend(report.conditions.iter().map(source_line));
    for metric in &report.metrics {
        text += &format!("{}: {}\n", metric.label, metric.value);
        text.extend(metric.notes.iter().map(source_line));
    }
    for section in report.all_sections() {
        text += &format!("{} ({})\n", section.title, section.id);
        for group in &section.groups {
            text += &format!("  {}\n", group.heading.unwrap_or_default());
            text.extend(group.statements.iter().map(source_line));
        }
    }
    golden("tests/golden/persistence-off.txt", &text);
}
