//! The power-off report: the days until the review, losses, what comes back, and remarks on unusual dates.

mod fixtures;

use backup_calculator::domain::time::{LocalResult, Utc, parse_date};
use backup_calculator::domain::{
    PlanId, Policy, ServiceId, ServiceOptions, TimeZone, Timestamp, url,
};
use backup_calculator::report::{
    AnswerKind, CountdownEvent, CountdownReport, Source, Statement, TimeContext,
};
use fixtures::{cell, golden, policy, reports, source_line};

/// Returns the power-off report of a cell at a given time.
fn report_at(policy: &Policy, name: &str, query: &str, now: &str) -> Option<CountdownReport> {
    let (service, plan) = cell(policy, name);
    let (selection, ignored) = url::decode(policy, "", query);
    assert_eq!(ignored, [], "{query}");
    let time = TimeContext {
        now: now.parse::<Timestamp>().ok(),
        zone: &Utc,
    };
    power_off_report(policy, (service, plan), &selection.scenario.service, time)
}

fn power_off_report(
    policy: &Policy,
    (service, plan): (ServiceId, PlanId),
    options: &ServiceOptions,
    time: TimeContext,
) -> Option<CountdownReport> {
    CountdownReport::all(policy, service, plan, options, time)
        .into_iter()
        .find(|report| report.event == CountdownEvent::PowerOff)
}

#[track_caller]
fn power_off(off: &str, now: &str) -> CountdownReport {
    report_at(&policy(), "redis/premium", &format!("off={off}"), now).expect("the plan exists")
}

fn texts(statements: &[Statement]) -> Vec<&str> {
    let texts = statements.iter().map(|statement| &*statement.text);
    texts.collect()
}

#[track_caller]
fn group<'a>(power_off: &'a CountdownReport, heading: &str) -> &'a [Statement] {
    let group = power_off
        .groups
        .iter()
        .find(|group| group.heading == Some(heading));
    &group.expect("the group is there").statements
}

const NOON: &str = "2026-11-22T12:00Z";

#[test]
fn without_a_date_the_report_states_the_rule_and_asks_for_one() {
    let report = report_at(&policy(), "redis/premium", "", NOON).unwrap();
    assert_eq!(
        texts(&report.statements),
        [
            "Aiven reviews services that are powered off for longer than 180 days.",
            "Enter the power-off date to see the deadline.",
        ]
    );
    let clause = report.statements[0].clause().unwrap();
    assert_eq!(clause.id, "power-off-180-days");
    assert_eq!((report.headline.as_str(), report.is_overdue), ("", false));
    assert_eq!((report.groups, report.reminder), (Vec::new(), None));
}

#[test]
fn plans_not_offered_have_no_report() {
    for report in reports(&policy()) {
        let power_off = report_at(&policy(), &report.path, "off=2026-11-01", NOON);
        let offered = report.answer_kind != AnswerKind::NotOffered;
        assert_eq!(power_off.is_some(), offered, "{}", report.path);
    }
}

#[test]
fn remaining_days_count_from_today() {
    #[track_caller]
    fn check(off: &str, now: &str, headline: &str) {
        assert_eq!(power_off(off, now).headline, headline);
    }
    let by = "Power the service on, then off again by 2027-05-21.";
    check("2026-11-22", NOON, &format!("180 days left. {by}"));
    let last = format!("1 day left. {by}");
    check("2026-11-22", "2027-05-20T23:59Z", &last);
    check(
        "2026-11-22",
        "2027-05-21T00:00Z",
        "Last day. Power the service on, then off again today, before the time of day of the power-off.",
    );
    let over = "The 180 days have passed. Since 2027-05-22, Aiven can review the service and delete it after an email.";
    check("2026-11-22", "2027-05-22T00:00Z", over);
    check("2026-11-22", "2100-12-31T23:59Z", over);
    let later = "220 days left. Power the service on, then off again by 2027-06-30.";
    check("2027-01-01", NOON, later);
}

#[test]
fn leap_days_count_as_days() {
    for (off, expected) in [("2027-12-01", "2028-05-29"), ("2026-12-01", "2027-05-30")] {
        let reminder = power_off(off, NOON).reminder.unwrap();
        assert_eq!(Some(reminder.last_day), parse_date(expected), "{off}");
    }
}

#[test]
fn without_a_current_time_the_last_day_has_no_countdown() {
    let (service, plan) = cell(&policy(), "redis/premium");
    let options = ServiceOptions {
        powered_off_on: parse_date("2026-01-01"),
        ..ServiceOptions::default()
    };
    let time = TimeContext {
        now: None,
        zone: &Utc,
    };
    let power_off = power_off_report(&policy(), (service, plan), &options, time).unwrap();
    assert_eq!(
        power_off.headline,
        "Power the service on, then off again by 2026-06-30."
    );
    assert!(!power_off.is_overdue && power_off.reminder.is_none());
}

#[test]
fn today_is_in_local_time() {
    /// A fixed offset of an hour and a half ahead of UTC.
    struct AheadOfUtc;
    impl TimeZone for AheadOfUtc {
        fn to_local(&self, timestamp: Timestamp) -> chrono::NaiveDateTime {
            timestamp.to_utc_datetime() + chrono::TimeDelta::minutes(90)
        }
        fn resolve_local(&self, local: chrono::NaiveDateTime) -> LocalResult {
            Utc.resolve_local(local - chrono::TimeDelta::minutes(90))
        }
        fn format_timestamp(&self, timestamp: Timestamp) -> String {
            Utc.format_timestamp(timestamp)
        }
        fn format_date(&self, date: chrono::NaiveDate) -> String {
            Utc.format_date(date)
        }
    }
    let (service, plan) = cell(&policy(), "redis/premium");
    let options = ServiceOptions {
        powered_off_on: parse_date("2026-11-22"),
        ..ServiceOptions::default()
    };
    let power_off = |zone| {
        let now = "2027-05-20T22:45Z".parse::<Timestamp>().ok();
        let time = TimeContext { now, zone };
        let report = power_off_report(&policy(), (service, plan), &options, time);
        report.unwrap().headline
    };
    assert!(power_off(&Utc).starts_with("1 day left"));
    assert!(power_off(&AheadOfUtc).starts_with("Last day."));
}

#[test]
fn unusual_dates_get_a_remark() {
    #[track_caller]
    fn check(off: &str, expected: &[&str]) {
        let power_off = power_off(off, NOON);
        let odd: Vec<&str> = texts(&power_off.statements)
            .into_iter()
            .filter(|text| text.starts_with("This date"))
            .collect();
        assert_eq!(odd, expected, "{off}");
    }
    check("2026-11-22", &[]);
    check("2024-02-29", &[]);
    check("2027-01-01", &[]);
    let far = ["This date is far from today. Check the year."];
    check("2027-11-24", &far);
    check("2100-12-31", &far);
    check("2024-02-25", &far);
    check("1970-01-01", &far);
}

#[test]
fn losses_at_power_off_are_exactly_those_of_the_policy() {
    #[track_caller]
    fn check(name: &str, query: &str, expected: &[&str]) {
        let power_off = report_at(&policy(), name, query, NOON).unwrap();
        let losses = texts(group(&power_off, "Data lost at power-off"));
        assert_eq!(losses, expected);
    }
    check(
        "clickhouse/business",
        "off=2026-11-01",
        &[
            "When the service is powered off, all data written after the last backup is lost. There are no streaming backups.",
        ],
    );
    check(
        "redis/premium",
        "off=2026-11-01",
        &[
            "If redis_persistence is off, a power-off can lose data. Not stated: what is lost with rdb.",
        ],
    );
    check(
        "redis/premium",
        "off=2026-11-01&persistence=off",
        &[
            "If redis_persistence is off, a power-off can lose data. There are no dumps or backups.",
            "Assume that all data is lost.",
        ],
    );
    check(
        "kafka/business",
        "off=2026-11-01",
        &[
            "There are no backups.",
            "Not stated: what happens to the data at power-off.",
        ],
    );
    check(
        "postgresql/business",
        "off=2026-11-01",
        &["Not stated: whether a power-off keeps changes after the last backup."],
    );
}

#[test]
fn review_statements_cite_the_rule_the_email_and_the_reset() {
    let power_off = power_off("2026-11-01", NOON);
    let clauses: Vec<&str> = group(&power_off, "Review and how to avoid it")
        .iter()
        .filter_map(|statement| statement.clause().map(|clause| clause.id.as_str()))
        .collect();
    assert_eq!(
        clauses,
        ["power-off-180-days", "power-off-email", "power-off-reset"]
    );
}

#[test]
fn every_statement_cites_a_clause_or_says_that_it_is_not_stated() {
    let policy = policy();
    for report in reports(&policy) {
        for query in [
            "",
            "off=2026-11-01",
            "off=2020-01-01",
            "off=2026-11-01&persistence=off",
        ] {
            let Some(power_off) = report_at(&policy, &report.path, query, NOON) else {
                continue;
            };
            let groups = power_off.groups.iter().flat_map(|group| &group.statements);
            for statement in power_off.statements.iter().chain(groups) {
                let text = &statement.text;
                let silent = text.starts_with("Not stated: ");
                assert_eq!(silent, statement.source == Source::NotStated, "{text}");
                assert!(text.ends_with('.'), "{text}");
            }
            let mut groups = power_off.groups.iter();
            assert!(groups.all(|group| !group.statements.is_empty()));
        }
    }
}

/// Formats the report as lines of the golden file.
fn golden_text(power_off: &CountdownReport) -> String {
    let mut text = format!("{}\n", power_off.headline);
    text.extend(power_off.statements.iter().map(source_line));
    for group in &power_off.groups {
        text += &format!("  {}\n", group.heading.unwrap_or_default());
        text.extend(group.statements.iter().map(source_line));
    }
    text
}

#[test]
fn power_off_reports_match_the_golden_file() {
    let mut text = String::new();
    for (name, query) in [
        ("redis/premium", ""),
        ("redis/premium", "off=2026-11-01"),
        ("redis/premium", "off=2026-11-01&persistence=off"),
        ("redis/hobbyist", "off=2026-05-26"),
        ("clickhouse/startup", "off=2026-01-01"),
        ("kafka/business", "off=2027-02-28"),
        ("postgresql/business", "off=2100-12-31"),
        ("mysql/hobbyist", "off=1970-01-01"),
        ("opensearch/premium", "off=2026-11-22"),
    ] {
        let power_off = report_at(&policy(), name, query, NOON).unwrap();
        text += &format!("== {name}?{query} at {NOON}\n{}\n", golden_text(&power_off));
    }
    golden("tests/golden/power-off.txt", &text);
}
