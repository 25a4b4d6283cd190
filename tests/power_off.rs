//! The power-off clock: the days until the review, what is lost, what comes back, and a sentence for every odd day.

mod fixtures;

use backup_calculator::domain::time::{LocalResult, Utc, parse_date};
use backup_calculator::domain::{Policy, Scenario, TimeZone, Timestamp, url};
use backup_calculator::report::power_off::PowerOffReport;
use backup_calculator::report::{AnswerKind, Source, Statement, TimeContext};
use fixtures::{cell, golden, policy, reports, source_line};

/// The clock of a cell at a moment, for a service powered off on a day.
fn asked(policy: &Policy, name: &str, query: &str, now: &str) -> Option<PowerOffReport> {
    let (service, plan) = cell(policy, name);
    let case = url::decode(policy, "", query);
    assert_eq!(case.1, [], "{query}");
    let clock = TimeContext {
        now: Timestamp::parse(now),
        zone: &Utc,
    };
    PowerOffReport::new(policy, service, plan, &case.0.scenario, clock)
}

#[track_caller]
fn clock(off: &str, now: &str) -> PowerOffReport {
    asked(&policy(), "redis/premium", &format!("off={off}"), now).expect("the plan exists")
}

fn texts(said: &[Statement]) -> Vec<&str> {
    said.iter().map(|said| &*said.text).collect()
}

#[track_caller]
fn group<'a>(power_off: &'a PowerOffReport, term: &str) -> &'a [Statement] {
    let group = power_off.groups.iter().find(|group| group.heading == term);
    &group.expect("the group is there").statements
}

const NOON: &str = "2026-11-22T12:00Z";

#[test]
fn without_a_day_it_says_the_rule_and_asks_for_the_day() {
    let asks = asked(&policy(), "redis/premium", "", NOON).unwrap();
    assert_eq!(
        texts(&asks.statements),
        [
            "A service that stays powered off for longer than 180 days comes under review.",
            "Name the day it was, or will be, powered off, and the days are counted from there.",
        ]
    );
    assert_eq!(
        asks.statements[0].clause().unwrap().id,
        "power-off-180-days"
    );
    assert_eq!((asks.headline.as_str(), asks.is_overdue), ("", false));
    assert_eq!((asks.groups, asks.reminder), (Vec::new(), None));
}

#[test]
fn a_plan_that_does_not_exist_has_no_clock() {
    for report in reports(&policy()) {
        let clock = asked(&policy(), &report.path, "off=2026-11-01", NOON);
        let offered = report.answer_kind != AnswerKind::NotOffered;
        assert_eq!(clock.is_some(), offered, "{}", report.path);
    }
}

#[test]
fn the_days_that_are_left_are_counted_from_today() {
    #[track_caller]
    fn check(off: &str, now: &str, headline: &str) {
        assert_eq!(clock(off, now).headline, headline);
    }
    let by = "reset the clock by 2027-05-21.";
    check("2026-11-22", NOON, &format!("180 days left: {by}"));
    check(
        "2026-11-22",
        "2027-05-20T23:59Z",
        &format!("1 day left: {by}"),
    );
    check(
        "2026-11-22",
        "2027-05-21T00:00Z",
        "Today, 2027-05-21, is the last day to reset the clock: do it before the time of day of the power-off.",
    );
    let over = "The 180 days are over: since 2027-05-22 the service may be under review, and after the e-mail it may \
                be deleted any time.";
    check("2026-11-22", "2027-05-22T00:00Z", over);
    check("2026-11-22", "2100-12-31T23:59Z", over);
    check(
        "2027-01-01",
        NOON,
        "220 days left: reset the clock by 2027-06-30.",
    );
}

#[test]
fn leap_days_count_as_days() {
    assert_eq!(
        clock("2027-12-01", NOON).reminder.unwrap().last_day,
        parse_date("2028-05-29").unwrap()
    );
    assert_eq!(
        clock("2026-12-01", NOON).reminder.unwrap().last_day,
        parse_date("2027-05-30").unwrap()
    );
}

#[test]
fn while_the_time_is_unknown_the_last_day_is_said_without_a_count() {
    let (service, plan) = cell(&policy(), "redis/premium");
    let case = Scenario {
        powered_off_on: parse_date("2026-01-01"),
        ..Scenario::default()
    };
    let clock = TimeContext {
        now: None,
        zone: &Utc,
    };
    let clock = PowerOffReport::new(&policy(), service, plan, &case, clock).unwrap();
    assert_eq!(clock.headline, "Reset the clock by 2026-06-30.");
    assert!(!clock.is_overdue && clock.reminder.is_none());
}

#[test]
fn today_is_the_readers_own_day() {
    /// Clocks an hour and a half ahead of UTC.
    struct Ahead;
    impl TimeZone for Ahead {
        fn to_local(&self, moment: Timestamp) -> chrono::NaiveDateTime {
            moment.to_utc_datetime() + chrono::TimeDelta::minutes(90)
        }
        fn resolve_local(&self, clock: chrono::NaiveDateTime) -> LocalResult {
            Utc.resolve_local(clock - chrono::TimeDelta::minutes(90))
        }
        fn format_timestamp(&self, moment: Timestamp) -> String {
            Utc.format_timestamp(moment)
        }
        fn format_date(&self, date: chrono::NaiveDate) -> String {
            Utc.format_date(date)
        }
    }
    let (service, plan) = cell(&policy(), "redis/premium");
    let case = Scenario {
        powered_off_on: parse_date("2026-11-22"),
        ..Scenario::default()
    };
    let clock = |zone| {
        let now = Timestamp::parse("2027-05-20T22:45Z");
        let clock = PowerOffReport::new(&policy(), service, plan, &case, TimeContext { now, zone });
        clock.unwrap().headline
    };
    assert!(clock(&Utc).starts_with("1 day left"));
    assert!(clock(&Ahead).starts_with("Today, 2027-05-21, is the last day"));
}

#[test]
fn an_odd_day_gets_a_sentence() {
    #[track_caller]
    fn check(off: &str, expected: &[&str]) {
        let clock = clock(off, NOON);
        let odd: Vec<&str> = texts(&clock.statements)
            .into_iter()
            .filter(|text| text.starts_with("That power-off"))
            .collect();
        assert_eq!(odd, expected, "{off}");
    }
    check("2026-11-22", &[]);
    check("2024-02-29", &[]);
    check(
        "2026-11-23",
        &["That power-off is 1 day ahead; the count begins then."],
    );
    check(
        "2027-01-01",
        &["That power-off is 40 days ahead; the count begins then."],
    );
    check(
        "2100-12-31",
        &["That power-off is more than 74 years ahead: check the year."],
    );
    check(
        "2024-01-01",
        &["That power-off was more than 2 years ago: check the year."],
    );
    check(
        "1970-01-01",
        &["That power-off was more than 56 years ago: check the year."],
    );
}

#[test]
fn what_is_lost_at_power_off_is_what_the_policy_says_and_no_more() {
    #[track_caller]
    fn check(name: &str, query: &str, expected: &[&str]) {
        let clock = asked(&policy(), name, query, NOON).unwrap();
        assert_eq!(texts(group(&clock, "What is lost at power-off")), expected);
    }
    check(
        "clickhouse/business",
        "off=2026-11-01",
        &[
            "All data written after the last backup is lost when the service is powered off: there are no streaming backups.",
        ],
    );
    check(
        "redis/premium",
        "off=2026-11-01",
        &[
            "With redis_persistence off, data can be lost when the service is powered off; what is lost with rdb, the policy does not say.",
        ],
    );
    check(
        "redis/premium",
        "off=2026-11-01&persistence=off",
        &[
            "With redis_persistence off, data can be lost when the service is powered off: there are no dumps and no backups.",
            "No backup brings anything back: take it that all data is lost.",
        ],
    );
    check(
        "kafka/business",
        "off=2026-11-01",
        &[
            "There are no backups.",
            "The policy is silent on what becomes of the data.",
        ],
    );
    check(
        "postgresql/business",
        "off=2026-11-01",
        &["The policy is silent on what becomes of data written after the last backup."],
    );
}

#[test]
fn on_the_review_the_rule_the_e_mail_and_the_reset_are_said_with_their_clauses() {
    let clock = clock("2026-11-01", NOON);
    let clauses: Vec<&str> = group(&clock, "The review, and how to avoid it")
        .iter()
        .filter_map(|said| said.clause().map(|clause| clause.id.as_str()))
        .collect();
    assert_eq!(
        clauses,
        ["power-off-180-days", "power-off-email", "power-off-reset"]
    );
}

#[test]
fn every_sentence_rests_on_a_clause_or_says_that_it_does_not() {
    let policy = policy();
    for report in reports(&policy) {
        for query in [
            "",
            "off=2026-11-01",
            "off=2020-01-01",
            "off=2026-11-01&persistence=off",
        ] {
            let Some(clock) = asked(&policy, &report.path, query, NOON) else {
                continue;
            };
            let groups = clock.groups.iter().flat_map(|group| &group.statements);
            for said in clock.statements.iter().chain(groups) {
                let silent = said.text.starts_with("The policy is silent on ");
                assert_eq!(silent, said.source == Source::NotStated, "{}", said.text);
                assert!(said.text.ends_with('.'), "{}", said.text);
            }
            assert!(
                clock
                    .groups
                    .iter()
                    .all(|group| !group.statements.is_empty())
            );
        }
    }
}

/// Everything that the clock says.
fn told(clock: &PowerOffReport) -> String {
    let mut text = format!("{}\n", clock.headline);
    text.extend(clock.statements.iter().map(source_line));
    for group in &clock.groups {
        text += &format!("  {}\n", group.heading);
        text.extend(group.statements.iter().map(source_line));
    }
    text
}

#[test]
fn the_clock_reads_as_agreed() {
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
        let clock = asked(&policy(), name, query, NOON).unwrap();
        text += &format!("== {name}?{query} at {NOON}\n{}\n", told(&clock));
    }
    golden("tests/golden/power-off.txt", &text);
}
