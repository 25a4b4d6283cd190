//! The deletion of a service: the days until its backups are deleted, the answer to an incident meanwhile, and the calendar file.

mod fixtures;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::url::decode;
use backup_calculator::domain::{Policy, Timestamp};
use backup_calculator::export::{ExportDocument, ics};
use backup_calculator::report::incident::IncidentVerdict::{self, Certain, Impossible, NotStated};
use backup_calculator::report::{
    AnswerContent, CountdownEvent, CountdownReport, PageContent, Panel, TimeContext,
};
use fixtures::{later_policy, policy, reports};

const NOON: &str = "2026-11-22T12:00Z";

fn content(policy: &Policy, path: &str, query: &str, now: &str) -> PageContent {
    let (selection, warnings) = decode(policy, path, query);
    assert_eq!(warnings, [], "{query}");
    let time = TimeContext {
        now: now.parse::<Timestamp>().ok(),
        zone: &Utc,
    };
    PageContent::new(policy, &selection, time)
}

fn answer(content: &PageContent) -> &AnswerContent {
    match &content.panel {
        Panel::Answer(answer) => answer,
        other => panic!("no answer: {other:?}"),
    }
}

/// Returns the report on the deletion of the service of a page; `None` if it has none.
fn deletion(policy: &Policy, path: &str, query: &str, now: &str) -> Option<CountdownReport> {
    let content = content(policy, path, query, now);
    let countdowns = answer(&content).countdowns.iter();
    let mut deletions = countdowns.filter(|report| report.event == CountdownEvent::Deletion);
    deletions.next().cloned()
}

fn texts(report: &CountdownReport) -> Vec<&str> {
    let texts = report.statements.iter().map(|statement| &*statement.text);
    texts.collect()
}

#[test]
fn without_a_date_the_report_states_the_rule_and_asks_for_one() {
    let report = deletion(&later_policy(), "mysql/business", "", NOON).unwrap();
    assert_eq!(
        texts(&report),
        [
            "Aiven deletes backups 30 days after the service is deleted.",
            "Enter the deletion date to see the deadline."
        ]
    );
    let clause = report.statements[0].clause().unwrap();
    assert_eq!(clause.id, "deletion-30-days");
    assert_eq!((report.headline.as_str(), report.reminder), ("", None));
}

#[test]
fn the_last_day_is_the_one_before_the_backups_are_deleted() {
    #[track_caller]
    fn check(now: &str, headline: &str) {
        let report = deletion(&later_policy(), "mysql/business", "deleted=2026-11-01", now);
        assert_eq!(report.unwrap().headline, headline);
    }
    let by = "Contact Aiven support by 2026-11-30.";
    check("2026-11-01T00:00Z", &format!("29 days left. {by}"));
    check(NOON, &format!("8 days left. {by}"));
    check("2026-11-29T23:59Z", &format!("1 day left. {by}"));
    check(
        "2026-11-30T23:59Z",
        "Last day. Contact Aiven support today.",
    );
    let over = "The 30 days have passed. Since 2026-12-01, the backups can be gone.";
    check("2026-12-01T00:00Z", over);
    check("2027-12-01T00:00Z", over);
    check("unknown", by);
}

#[test]
fn the_statements_are_the_days_the_rule_and_what_support_may_do() {
    let facts = [
        "Not stated: the time zone of the count.",
        "Aiven deletes backups 30 days after the service is deleted.",
        "To recover a deleted service, contact Aiven support. That may cost extra.",
    ];
    let count = "The service is deleted on 2026-11-01, its backups on 2026-12-01.";
    let policy = later_policy();
    let report = deletion(&policy, "mysql/business", "deleted=2026-11-01", NOON).unwrap();
    assert_eq!(texts(&report)[0], count);
    assert_eq!(texts(&report)[1..], facts);
    let clauses = report.statements.iter().filter_map(|text| text.clause());
    let clauses: Vec<&str> = clauses.map(|clause| clause.id.as_str()).collect();
    assert_eq!(clauses, ["deletion-30-days", "deleted-service-recovery"]);
    let over = deletion(
        &policy,
        "mysql/business",
        "deleted=2026-11-01",
        "2026-12-05T00:00Z",
    );
    let over = over.unwrap();
    assert_eq!(texts(&over)[1], "Contact Aiven support anyway.");
    assert!(over.is_overdue && over.reminder.is_none());
}

#[test]
fn only_services_with_backups_have_a_deadline() {
    let policy = later_policy();
    let ended = ["redis", "dragonfly"];
    for report in reports(&policy) {
        let kind = report.answer_kind.slug();
        let expected =
            !["none", "absent"].contains(&kind) && !ended.contains(&report.service.slug.as_str());
        for query in ["", "deleted=2026-11-01"] {
            let deletion = deletion(&policy, &report.path, query, NOON);
            assert_eq!(deletion.is_some(), expected, "{} {query}", report.path);
        }
    }
}

#[test]
fn an_edition_without_the_rule_says_so_when_somebody_asks() {
    assert_eq!(deletion(&policy(), "mysql/business", "", NOON), None);
    let report = deletion(&policy(), "mysql/business", "deleted=2026-11-01", NOON).unwrap();
    assert_eq!(
        report.headline,
        "The policy doesn’t state whether backups outlive a deleted service."
    );
    assert_eq!((report.statements, report.reminder), (Vec::new(), None));
}

#[test]
fn an_incident_of_a_deleted_service_is_never_answered_with_yes() {
    #[track_caller]
    fn check(policy: &Policy, deleted: &str, verdict: IncidentVerdict, headline: &str) {
        let query = format!("at=2026-11-20T12:00Z&restore=2026-12-20T12:00Z&{deleted}");
        let content = content(policy, "postgresql/premium", &query, NOON);
        let incident = answer(&content).incident.as_ref().unwrap();
        assert_eq!(incident.verdict, verdict, "{deleted}");
        assert!(
            incident.headline.contains(headline),
            "{}",
            incident.headline
        );
        assert_eq!(incident.restore_steps.is_some(), verdict == Certain);
        assert_eq!(content.ladder.is_some(), verdict == Certain, "{deleted}");
    }
    let later = later_policy();
    let gone = "No. The service is deleted by then, and its backups, too.";
    check(&later, "", Certain, "You can restore");
    // Deleted after the restore.
    check(&later, "deleted=2026-12-21", Certain, "You can restore");
    let before = "Restore before the deletion.";
    check(&later, "deleted=2026-12-20", NotStated, before);
    // The backups are deleted on the day after the restore.
    let support = "Ask Aiven support to recover the service, by 2026-12-20.";
    check(&later, "deleted=2026-11-21", NotStated, support);
    // When on the 30th day the backups are deleted is not stated.
    check(&later, "deleted=2026-11-20", NotStated, "by 2026-12-19.");
    check(&later, "deleted=2026-11-19", Impossible, gone);
    check(&later, "deleted=2020-01-01", Impossible, gone);
    // Whether it was off before makes no difference.
    let off_before = "deleted=2026-11-21&off=2026-11-20";
    check(&later, off_before, NotStated, support);
    check(
        &policy(),
        "deleted=2020-01-01",
        NotStated,
        "The policy doesn’t state whether backups outlive a deleted service.",
    );
}

#[test]
fn a_restore_comes_before_a_deletion_to_come() {
    #[track_caller]
    fn check(policy: &Policy, deleted: &str, expected: &[&str]) {
        let query = format!("at=2026-11-20T12:00Z&restore=2026-12-30T12:00Z&deleted={deleted}");
        let content = content(policy, "postgresql/premium", &query, NOON);
        let incident = answer(&content).incident.as_ref().unwrap();
        let advice = incident.advice.iter().map(|advice| &*advice.text);
        let texts: Vec<&str> = [&*incident.headline].into_iter().chain(advice).collect();
        assert_eq!(texts, expected);
    }
    let before = "Restore before the deletion.";
    let support = "Ask Aiven support to recover the service, by 2027-01-08.";
    let gone = "No. The service is deleted by then, and its backups, too.";
    check(&later_policy(), "2026-12-10", &[before, support]);
    check(&later_policy(), "2026-11-23", &[gone, before]);
    check(&later_policy(), "2026-11-22", &[gone]);
    let unknown = "The policy doesn’t state whether backups outlive a deleted service.";
    check(&policy(), "2026-12-10", &[before, unknown]);
    check(&policy(), "2026-11-22", &[unknown]);
}

#[test]
fn what_was_gone_before_the_deletion_stays_gone() {
    #[track_caller]
    fn check(path: &str, query: &str, headline: &str) {
        for policy in [later_policy(), policy()] {
            let content = content(&policy, path, query, NOON);
            let incident = answer(&content).incident.as_ref().unwrap();
            assert_eq!(incident.verdict, Impossible, "{path}?{query}");
            assert_eq!(incident.headline, headline, "{path}?{query}");
        }
    }
    let kafka = "No. Aiven doesn’t back up Apache Kafka on Business.";
    check(
        "kafka/business",
        "at=2026-11-20T12:00Z&deleted=2026-11-21",
        kafka,
    );
    let expired = "No. All backups from before the incident have expired.";
    check(
        "mysql/startup",
        "at=2026-10-01T00:00Z&deleted=2026-11-20",
        expired,
    );
    let content = content(
        &later_policy(),
        "valkey/business",
        "at=2026-11-20T12:00Z&deleted=2026-11-21&persistence=off",
        NOON,
    );
    let incident = answer(&content).incident.as_ref().unwrap();
    assert_eq!(
        incident.headline,
        "No. Switching valkey_persistence to off deleted all backups."
    );
}

#[test]
fn a_deleted_service_has_neither_restore_points_nor_a_power_off() {
    let policy = later_policy();
    for (query, now, is_there) in [
        ("", NOON, true),
        ("off=2026-11-01", NOON, true),
        ("off=2026-11-01&deleted=2026-11-22", NOON, false),
        ("off=2026-11-01&deleted=2026-11-10", NOON, false),
        // Not yet.
        ("off=2026-11-01&deleted=2026-11-23", NOON, true),
    ] {
        let content = content(&policy, "mysql/business", query, now);
        let answer = answer(&content);
        assert_eq!(answer.restore_points.is_some(), is_there, "{query}");
        let events = answer.countdowns.iter().map(|report| report.event);
        let expected = [CountdownEvent::PowerOff, CountdownEvent::Deletion];
        let expected = if is_there {
            &expected[..]
        } else {
            &expected[1..]
        };
        assert_eq!(events.collect::<Vec<_>>(), expected, "{query}");
    }
}

#[test]
fn the_calendar_file_names_the_last_day() {
    let policy = later_policy();
    let report = deletion(&policy, "mysql/business", "deleted=2026-11-01", NOON).unwrap();
    let reminder = report.reminder.unwrap();
    let file = ics::reminder_calendar(&reminder, "2026-03/mysql/business/?deleted=2026-11-01");
    let file = file.replace("\r\n ", "");
    for line in [
        "UID:deletion-mysql-business-2026-11-01@backup-calculator",
        "DTSTART;VALUE=DATE:20261130",
        "SUMMARY:MySQL Business: last day to contact Aiven support",
        "DESCRIPTION:The service is deleted on 2026-11-01\\, its backups on 2026-12-01.\\nAiven deletes backups 30 days after the \
         service is deleted.\\nTo recover a deleted service\\, contact Aiven support. That may cost extra.\\nBased on Aiven’s backup policy\\, \
         March 2026\\, changed since March 18\\, 2026.\\n2026-03/mysql/business/?deleted=2026-11-01",
    ] {
        assert!(file.contains(&format!("{line}\r\n")), "{line} in {file}");
    }
}

#[test]
fn exports_have_the_deadline_that_was_asked_for() {
    let policy = later_policy();
    let titles = |query: &str| {
        let content = content(&policy, "mysql/business", query, NOON);
        let document = ExportDocument::new(&policy, &content, "");
        let sections = document.sections.into_iter();
        let section = sections.filter(|section| section.title == "Deletion deadline");
        section.map(|section| section.rows[0].text.clone()).next()
    };
    assert_eq!(titles(""), None);
    assert_eq!(titles("off=2026-11-01"), None);
    let left = "8 days left. Contact Aiven support by 2026-11-30.".to_owned();
    assert_eq!(titles("deleted=2026-11-01"), Some(left));
}
