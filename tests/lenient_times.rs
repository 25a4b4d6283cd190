//! Times as machines write them, in URLs and fields: read as what they mean, or not at all.

mod fixtures;

use backup_calculator::domain::natural_time::{self, Direction};
use backup_calculator::domain::time::{Timestamp, Utc};
use backup_calculator::domain::url::decode;
use backup_calculator::domain::{Scenario, query};
use fixtures::lenient::{check, check_invalid};
use fixtures::natural_time::past;
use fixtures::simulation::timestamps;
use fixtures::{policy, proptest_config};
use proptest::prelude::*;

const AT: &str = "2026-11-21T14:37Z";

#[test]
fn times_may_have_any_form_of_rfc_3339() {
    for value in [
        "2026-11-21T14:37Z",
        "2026-11-21T14:37:05Z",
        "2026-11-21T14:37:05.123Z",
        "2026-11-21T14:37:59.999999999Z",
        "2026-11-21t14:37:05z",
        "2026-11-21%2014:37:05Z",
        "2026-11-21+14:37:05Z",
        "2026-11-21T14:37",
        "2026-11-21T16:37:05%2B02:00",
        "2026-11-21T16:37:05+02:00",
        "2026-11-21+16:37:05+02:00",
        "2026-11-21+16:37:05.5+0200",
        "2026-11-21T16:37+02",
        "2026-11-21T09:37:05-05:00",
        "2026-11-22T04:22:05+13:45",
        "2026-11-21T14:37:05-00:00",
        "20261121T143705Z",
    ] {
        check(&format!("?at={value}"), &format!("?at={AT}"));
        check(&format!("?restore={value}"), &format!("?restore={AT}"));
    }
    check("?at=2026-11-21", "?at=2026-11-21T00:00Z");
    check("?at=2024-02-29", "?at=2024-02-29T00:00Z");
    check("?restore=1970-01-01.", "?restore=1970-01-01T00:00Z");
    for value in [
        "2026-11-21T14:37:05+02:75",
        "2026-11-21T14:37:60Z",
        "2026-11-21T14:37:05+15:00",
        "2026-02-30",
        "20261121T143799Z",
        "20261121T163705%2B0200",
        "20261121T256105Z",
        "Sun+21+Nov+2026+14:37",
    ] {
        check_invalid(value);
    }
}

#[test]
fn times_may_be_unix_seconds_or_milliseconds() {
    for value in [
        "1795271825",
        "1795271825000",
        "1795271879999",
        "@1795271825",
        "%221795271825%22,",
    ] {
        check(&format!("?at={value}"), &format!("?at={AT}"));
    }
    check("?at=946684859", "?at=2000-01-01T00:00Z");
    check("?at=1999999999", "?at=2033-05-18T03:33Z");
    // A compact date with an hour, a minute or a second is not taken for a Unix time, and so is no other number.
    for value in [
        "2026112114",
        "202611211437",
        "20261121143705",
        "-1795271825",
        "1795271825123456",
        "9999999999",
        "17952718",
        "1795271825Z",
        "0",
    ] {
        check_invalid(value);
    }
}

#[test]
fn zones_that_are_not_known_are_never_dropped() {
    for zone in [
        "EST",
        "CET",
        "MST",
        "Europe/Paris",
        "[Europe/Paris]",
        "UTC%2B2",
        "GMT%2B2",
        "UTC+2",
        "IST",
        "PT",
        "CEST",
    ] {
        check_invalid(&format!("2026-11-21+14:37:05+{zone}"));
        check_invalid(&format!("Sat+Nov+21+09:37:05+{zone}+2026"));
    }
}

#[test]
fn fields_read_what_tools_write() {
    past(
        "Nov 21, 2026 @ 13:37:05.123 Z | Nov 21, 2026 @ 14:37:05.123 | November 21, 2026 @ 14:37:05 => 2026-11-21 14:37
        21/Nov/2026:14:37:05 +0100 | [21/Nov/2026:13:37:05 +0000] | 21/Nov/2026:08:37:05 -0500 => 2026-11-21 14:37
        2026-11-21 13:37:05 +0000 UTC | 2026-11-21 13:37:05.123456789 +0000 UTC | 13:37 +0000 GMT 21 Nov 2026 => 2026-11-21 14:37
        2026-11-21 13:37 (UTC) | (2026-11-21 13:37 UTC) | 2026-11-21 13:37 [UTC] => 2026-11-21 14:37
        20261121T133705Z | 20261121T143705 | 20261121 143705 | 20261121_143705 | 20261121T1437 => 2026-11-21 14:37
        2026–11–21 14:37 | 2026‑11‑21 14:37 | 2026−11−21 14:37 | 2026-11-21T08:37−05:00 => 2026-11-21 14:37
        “2026-11-21 14:37” | '2026-11-21 14:37' | \"2026-11-21 14:37\", | `2026-11-21T13:37Z` | <2026-11-21T13:37Z>; => 2026-11-21 14:37
        1795268225 | 1795268225000 | @1795268225 | “1795268225” => 2026-11-21 14:37
        Sat Nov 21 09:37:05 EST 2026 | 2026-11-21 14:37 CST | 2026-11-21 14:37 Europe/Paris | 14:37 AT => TimeZoneName
        2026-11-21 14:37 UTC+2 | 2026-11-21 14:37 GMT+2 | yesterday 14:37 PST | 14:37 +0200 CEST => TimeZoneName
        2026-11-21 15:37:05 +0200 EET | 2026-11-21 15:37 UTC+02:00 | 2026-11-21 15:37 GMT+0200 => 2026-11-21 14:37
        Sat Nov 21 2026 15:37:05 GMT+0200 (Eastern European Standard Time) => 2026-11-21 14:37
        2026-11-21 14:37 +0200 UTC => Unrecognized
        21/Nov:14:37:05 | /2026:14:37:05 | 21/Nov/26:14:37:05 | 2026112114 | 202611211437 | 20261121143705 | 21/Nov/2026 => Unrecognized
        09:00–10:00 | 2026-11-21 09:00–10:00 | 10–20 minutes | -1795268225 => Unrecognized
        2026-11-21_02-30_0.00000000.pghoard 2026-11-21T13:37:05Z 1234567890 => 2026-11-21 14:37
        grafana-1 2026-11-21T13:37:05.123456+00:00 ok | backup at 2026-11-21T13:37Z done => 2026-11-21 14:37
        a 2026-11-21T13:37Z b 2026-11-21T13:38Z | row 2026-11-21T14:37 ok => Unrecognized
        2026-11-21T14:37:05 CET | 14:37 yestrday => TimeZoneName
        20261121 => MissingTimeOfDay
        20261121T253705 | 20261121T143760 | 20261321T143705 => DoesNotExist",
    );
}

/// Returns ways to write a timestamp: in UTC, at an offset, in Unix time, or with something around it.
fn spellings(timestamp: Timestamp, second: u32, offset: i64) -> Vec<String> {
    let seconds = timestamp.to_minutes() * 60 + i64::from(second);
    let utc = timestamp
        .to_string()
        .replace('Z', &format!(":{second:02}Z"));
    let mut all = vec![
        utc.replace('Z', ".250Z"),
        utc.replace('T', "+"),
        utc.replace(['-', ':'], ""),
        format!("%22{}%22.", utc.to_lowercase()),
    ];
    if let Some(local) = Timestamp::from_minutes(timestamp.to_minutes() + offset) {
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        let local = local
            .to_string()
            .replace('Z', &format!(":{second:02}{sign}{hours:02}:{minutes:02}"));
        all.extend([local.replace('T', " "), local]);
    }
    if (100_000_000..2_000_000_000).contains(&seconds) {
        all.extend([seconds.to_string()]);
    }
    if seconds >= 1_000_000_000 {
        all.extend([format!("{seconds}250")]);
    }
    all
}

proptest! {
    #![proptest_config(proptest_config(1024))]

    #[test]
    fn every_spelling_of_a_time_is_the_same_time(timestamp in timestamps(), second in 0..60u32, offset in -14 * 60..=14 * 60i64) {
        let policy = policy();
        for text in spellings(timestamp, second, offset) {
            let (selection, warnings) = decode(&policy, "", &format!("at={text}"));
            prop_assert_eq!(warnings, []);
            prop_assert_eq!(selection.scenario.incident.at, Some(timestamp), "{}", text);
            prop_assert_eq!(query::to_query_string(&policy, &selection.scenario), format!("at={timestamp}"));
        }
    }

    #[test]
    fn a_value_is_read_as_the_field_reads_it_or_not_at_all(
        text in prop_oneof!["[0-9]{1,14}", "[0-9TZ:. -]{8,22}", "20[0-9]{2}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9][Z ]?[+ -]?[0-9:]{0,5}"],
    ) {
        let (selection, _) = decode(&policy(), "", &format!("at={text}"));
        // A plus sign is a blank there.
        let text = text.replace('+', " ");
        let text = text.trim_end_matches([' ', ':', '.']);
        if let Some(at) = selection.scenario.incident.at {
            let read = |text: &str| natural_time::parse_timestamp(text, None, &Utc, Direction::Past).ok().map(|read| read.timestamp);
            let plus = text.rsplit_once(' ').map(|(time, offset)| format!("{time}+{offset}"));
            let readings = [read(text), read(&format!("{text} 00:00")), plus.and_then(|text| read(&text))];
            prop_assert!(readings.contains(&Some(at)), "{}", text);
        } else {
            prop_assert_eq!(selection.scenario, Scenario::default());
        }
    }
}
