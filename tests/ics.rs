//! Calendar files: parsed by a third-party library, line format per RFC 5545, and as a data URI.

mod fixtures;

use backup_calculator::domain::time::parse_date;
use backup_calculator::domain::{ServiceOptions, Timestamp};
use backup_calculator::export::ics;
use backup_calculator::report::countdown::Reminder;
use backup_calculator::report::{CountdownReport, TimeContext};
use fixtures::{cell, policy, proptest_config};
use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

const ADDRESS: &str = "redis/premium/?off=2026-11-22";

#[track_caller]
fn reminder(name: &str, off: &str, now: &str) -> Option<Reminder> {
    let policy = policy();
    let (service, plan) = cell(&policy, name);
    let options = ServiceOptions {
        powered_off_on: parse_date(off),
        ..ServiceOptions::default()
    };
    let time = TimeContext {
        now: now.parse::<Timestamp>().ok(),
        zone: &backup_calculator::domain::time::Utc,
    };
    let mut reports = CountdownReport::all(&policy, service, plan, &options, time).into_iter();
    reports.next()?.reminder
}

#[track_caller]
fn file() -> String {
    let reminder = reminder("redis/premium", "2026-11-22", "2026-11-22T20:25Z");
    ics::reminder_calendar(&reminder.expect("there are days left"), ADDRESS)
}

/// Returns a property of a component, unfolded and unescaped by the parser.
#[track_caller]
fn value(component: &Component, name: &str) -> String {
    let found = component.find_prop(name);
    let value = found.unwrap_or_else(|| panic!("there is no {name}"));
    value.val.to_string()
}

#[test]
fn a_third_party_parser_reads_the_event() {
    let unfolded = unfold(&file());
    let calendar = read_calendar(&unfolded).unwrap();
    assert_eq!(calendar.components.len(), 1);
    let event = &calendar.components[0];
    assert_eq!(event.name, "VEVENT");
    assert_eq!(
        value(event, "UID"),
        "power-off-redis-premium-2026-11-22@backup-calculator"
    );
    assert_eq!(value(event, "DTSTAMP"), "20261122T202500Z");
    assert_eq!(value(event, "DTSTART"), "20270521");
    assert_eq!(value(event, "DTEND"), "20270522");
    for name in ["DTSTART", "DTEND"] {
        let parameters = &event.find_prop(name).unwrap().params;
        assert!(
            parameters
                .iter()
                .any(|one| one.key == "VALUE" && one.val.as_ref().is_some_and(|val| *val == "DATE")),
            "{name} is a day, not a time"
        );
    }
    assert_eq!(
        value(event, "SUMMARY"),
        "Redis Premium: last day to power on before review"
    );
    assert_eq!(
        value(event, "DESCRIPTION"),
        "Powered off on 2026-11-22, the service reaches 180 days off on 2027-05-21, at the same time of day. \
         From 2027-05-22, Aiven can review it.\n\
         Aiven reviews services that are powered off for longer than 180 days.\n\
         Aiven sends an email first. The cleanup then deletes the service and its backup.\n\
         To avoid the cleanup, power the service on, then off again.\n\
         Based on Aiven’s backup policy, January 2023, changed since June 2023.\n\
         redis/premium/?off=2026-11-22"
    );
}

#[cfg(feature = "site")]
#[test]
fn the_edition_feed_has_the_edition_and_its_end() {
    use backup_calculator::site::edition_feed;
    let text = edition_feed::calendar(&policy(), "https://example.com/backup/");
    check_lines(&text);
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let event = &calendar.components[0];
    assert_eq!(value(event, "UID"), "edition-2023-01@backup-calculator");
    assert_eq!(value(event, "DTSTART"), "20230101");
    assert_eq!(
        value(event, "SUMMARY"),
        "Edition 2023-01 of Aiven’s backup policy"
    );
    assert!(value(event, "DESCRIPTION").ends_with("\nhttps://example.com/backup/"));
    assert!(event.components.is_empty(), "nothing sounds");
    assert_eq!(calendar.components.len(), 2);
    let [begun, ended] = [0, 1].map(|index| &calendar.components[index]);
    assert!(value(begun, "DESCRIPTION").contains("January 2023, changed since June 2023"));
    assert_eq!(value(ended, "UID"), "superseded-2023-01@backup-calculator");
    assert_eq!(value(ended, "DTSTART"), "20230601");
    assert_eq!(
        value(ended, "SUMMARY"),
        "Aiven’s backup policy changes after edition 2023-01"
    );
    let unchanged = fixtures::edited(|policy| policy["superseded"] = serde_json::Value::Null);
    let feed = edition_feed::calendar(&fixtures::parsed(&unchanged), "");
    let feed = unfold(&feed);
    let calendar = read_calendar(&feed).unwrap();
    assert_eq!(calendar.components.len(), 1, "no change is known");
}

#[test]
fn alarms_fire_in_the_morning_30_7_and_1_days_before() {
    let unfolded = unfold(&file());
    let calendar = read_calendar(&unfolded).unwrap();
    let alarms = &calendar.components[0].components;
    let triggers: Vec<String> = alarms.iter().map(|alarm| value(alarm, "TRIGGER")).collect();
    assert_eq!(triggers, ["-P29DT15H", "-P6DT15H", "-PT15H"]);
    for (trigger, days) in triggers.iter().zip([30, 7, 1]) {
        let (date, hours) = trigger.trim_start_matches("-P").split_once('T').unwrap();
        let date: i64 = date.trim_end_matches('D').parse().unwrap_or(0);
        let hours: i64 = hours.trim_end_matches('H').parse().unwrap();
        assert_eq!(date * 24 + hours, days * 24 - 9, "nine hours into that day");
    }
    for alarm in alarms {
        assert_eq!(alarm.name, "VALARM");
        assert_eq!(value(alarm, "ACTION"), "DISPLAY");
        assert_eq!(
            value(alarm, "DESCRIPTION"),
            "Redis Premium: last day to power on before review"
        );
    }
}

#[test]
fn alarms_that_would_be_in_the_past_are_left_out() {
    #[track_caller]
    fn check(now: &str, triggers: &[&str]) {
        let reminder = reminder("redis/premium", "2026-11-22", now).unwrap();
        let file = ics::reminder_calendar(&reminder, ADDRESS);
        let found = file
            .lines()
            .filter_map(|line| line.strip_prefix("TRIGGER:"));
        assert_eq!(found.collect::<Vec<_>>(), triggers, "{now}");
    }
    check("2027-04-20T12:00Z", &["-P29DT15H", "-P6DT15H", "-PT15H"]);
    check("2027-05-01T12:00Z", &["-P6DT15H", "-PT15H"]);
    check("2027-05-19T12:00Z", &["-PT15H"]);
    check("2027-05-21T12:00Z", &[]);
}

#[test]
fn a_third_party_parser_accepts_the_calendar() {
    let calendar: icalendar::Calendar = file().parse().unwrap();
    assert_eq!(calendar.events().count(), 1);
    assert_eq!(calendar.property_value("VERSION"), Some("2.0"));
}

#[test]
fn uids_are_stable_across_exports() {
    let uid = |name: &str, off: &str, now: &str| {
        let file = ics::reminder_calendar(&reminder(name, off, now).unwrap(), ADDRESS);
        let line = file.lines().find(|line| line.starts_with("UID:")).unwrap();
        line.to_owned()
    };
    let one = uid("redis/premium", "2026-11-22", "2026-11-22T20:25Z");
    assert_eq!(one, uid("redis/premium", "2026-11-22", "2027-01-01T00:00Z"));
    assert_ne!(one, uid("redis/premium", "2026-11-23", "2026-11-22T20:25Z"));
    assert_ne!(one, uid("redis/startup", "2026-11-22", "2026-11-22T20:25Z"));
    assert_ne!(one, uid("kafka/premium", "2026-11-22", "2026-11-22T20:25Z"));
}

#[test]
fn the_reminder_exists_until_the_last_day() {
    assert!(reminder("redis/premium", "2026-11-22", "2027-05-21T23:59Z").is_some());
    assert!(reminder("redis/premium", "2026-11-22", "2027-05-22T00:00Z").is_none());
}

#[test]
fn the_data_uri_contains_the_file() {
    let file = file();
    let link = ics::calendar_data_uri(&file);
    let data = link
        .strip_prefix("data:text/calendar;charset=utf-8,")
        .unwrap();
    assert_eq!(unescaped(data), file.as_bytes());
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '%';
    assert!(data.chars().all(plain));
    assert_eq!(
        ics::calendar_data_uri("a;ü\r\n").split_once(',').unwrap().1,
        "a%3B%C3%BC%0D%0A"
    );
}

/// Decodes the percent-encoding of a data URI.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (byte, length) = match first {
            '%' => (u8::from_str_radix(&rest[1..3], 16).unwrap(), 3),
            _ => (first as u8, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    bytes
}

/// Checks that lines end with CRLF and have at most 75 bytes.
#[track_caller]
fn check_lines(file: &str) {
    assert!(file.ends_with("\r\n"));
    let lines: Vec<&str> = file.split("\r\n").collect();
    for line in &lines {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn lines_are_terminated_and_folded_per_rfc_5545() {
    check_lines(&file());
    let mut folded = String::new();
    ics::fold(&mut folded, &"a".repeat(75));
    assert_eq!(folded, format!("{}\r\n", "a".repeat(75)));
    let mut folded = String::new();
    ics::fold(&mut folded, &"a".repeat(76));
    assert_eq!(folded, format!("{}\r\n a\r\n", "a".repeat(75)));
    let mut folded = String::new();
    ics::fold(&mut folded, &format!("{}ü", "a".repeat(74)));
    assert_eq!(folded, format!("{}\r\n ü\r\n", "a".repeat(74)));
    let mut folded = String::new();
    ics::fold(&mut folded, &"a".repeat(75 + 74 + 1));
    assert_eq!(
        folded.lines().map(str::len).collect::<Vec<_>>(),
        [75, 75, 2]
    );
}

#[test]
fn special_characters_are_escaped() {
    assert_eq!(ics::escape("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    assert_eq!(ics::escape("a\r\u{7}b"), "ab");
}

proptest! {
    #![proptest_config(proptest_config(256))]

    #[test]
    fn any_text_round_trips(text in "(\\PC|[,;:\\\\\n\" ]){0,200}", summary in "\\PC{0,120}") {
        let created_at = Timestamp::MIN;
        let day = parse_date("2027-05-21").unwrap();
        let reminder = Reminder {
            name: "power-off".to_owned(), counted_from: day, last_day: day, summary: summary.clone(), description: text.clone(), created_at,
        };
        let file = ics::reminder_calendar(&reminder, "");
        check_lines(&file);
        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded).map_err(TestCaseError::fail)?;
        let event = &calendar.components[0];
        prop_assert_eq!(value(event, "SUMMARY"), summary);
        prop_assert_eq!(value(event, "DESCRIPTION"), format!("{text}\n"));
    }

    #[test]
    fn folded_lines_round_trip(line in "\\PC{0,400}") {
        let mut folded = String::new();
        ics::fold(&mut folded, &line);
        check_lines(&folded);
        prop_assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn data_uris_round_trip(file in "\\PC{0,200}") {
        let link = ics::calendar_data_uri(&file);
        let data = link.split_once(',').map_or("", |(_, data)| data);
        prop_assert_eq!(unescaped(data), file.as_bytes());
    }
}
