//! Times skipped or repeated by DST, leap days, the supported years; bare dates, durations and times of day.

mod fixtures;

use backup_calculator::domain::natural_time::{self, Direction, TimeParseError};
use backup_calculator::domain::time::{MINUTES_PER_DAY, TimeZone, Utc, format_date};
use backup_calculator::domain::{Hours, Minutes};
use fixtures::natural_time::{NOW, at, future, parse_or_error, past};
use fixtures::time_zones::{Berlin, FixedOffset};

#[test]
fn leap_days_exist_only_in_leap_years() {
    past(
        "29 Feb 9:00 | 2024-02-29 9:00 | 29.2. 9:00 => 2024-02-29 09:00
        2000-02-29 9:00 => 2000-02-29 09:00
        2026-02-29 9:00 | 2100-02-29 9:00 | 29 Feb 2025 9:00 | 29.2.2026 9:00 => DoesNotExist",
    );
    future("29 Feb 9:00 => 2028-02-29 09:00");
    // 2100 is no leap year: eight years separate the leap days around it.
    let read = parse_or_error("29 Feb 9:00", "2096-03-01T12:00Z", &Utc, Direction::Future);
    assert_eq!(read, "OutOfRange");
}

#[test]
fn times_skipped_by_dst_are_rejected() {
    past(
        "2026-03-29 02:30 | 29 Mar 2:59 => SkippedByDst
        2026-03-29 01:59 => 2026-03-29 01:59
        2026-03-29 03:00 => 2026-03-29 03:00
        2026-03-29 02:30 UTC => 2026-03-29 04:30",
    );
    #[track_caller]
    fn check(now: &str, toward: Direction, expected: &str) {
        assert_eq!(parse_or_error("2:30", now, &Berlin, toward), expected);
    }
    // At one in the night, the time about to be skipped is not a candidate.
    check("2026-03-29T00:15Z", Direction::Past, "2026-03-28 02:30");
    check("2026-03-29T12:00Z", Direction::Past, "SkippedByDst");
    check("2026-03-29T12:00Z", Direction::Future, "2026-03-30 02:30");
    check("2026-03-29T00:15Z", Direction::Future, "SkippedByDst");
}

#[test]
fn repeated_times_resolve_to_the_earlier_with_a_later_candidate() {
    past(
        "2026-10-25 02:30 => 2026-10-25 02:30, or 2026-10-25T01:30Z
        25 Oct 2:00 => 2026-10-25 02:00, or 2026-10-25T01:00Z
        2026-10-25 03:00 => 2026-10-25 03:00
        2026-10-25 00:30Z | 2026-10-25 01:30Z => 2026-10-25 02:30",
    );
    #[track_caller]
    fn check(now: &str, toward: Direction, expected: &str, twice: bool) {
        let reading =
            natural_time::parse_timestamp("2:30", Some(at(now)), &Berlin, toward).unwrap();
        assert_eq!(reading.timestamp, at(expected));
        assert_eq!(reading.later_candidate.is_some(), twice);
    }
    let (first, second) = ("2026-10-25T00:30Z", "2026-10-25T01:30Z");
    // Between the two candidates, only one lies in the direction of the phrase.
    check("2026-10-25T00:45Z", Direction::Past, first, false);
    check("2026-10-25T00:45Z", Direction::Future, second, false);
    check("2026-10-25T05:00Z", Direction::Past, first, true);
    check(
        "2026-10-24T05:00Z",
        Direction::Past,
        "2026-10-24T00:30Z",
        false,
    );
    check("2026-10-24T05:00Z", Direction::Future, first, true);
}

#[test]
fn years_outside_1970_to_2100_are_out_of_range() {
    past(
        "1970-01-01 02:00 => 1970-01-01 02:00
        2100-12-31 23:59 => 2100-12-31 23:59
        1969-12-31 12:00 | 2101-01-01 12:00 | 21 Nov 1969 9:00 | 0001-01-01 0:00 => OutOfRange
        1970-01-01 00:30 | 2100-12-31T23:59-01:00 => OutOfRange
        9999999 h | 3000 w | 9999999w 9999999w 9999999w => OutOfRange",
    );
    // The last evening of 2100 in New York lies in 2101 UTC: it is not skipped by DST.
    let west = parse_or_error("2100-12-31 20:00", NOW, &FixedOffset(-300), Direction::Past);
    assert_eq!(west, "OutOfRange");
    let first = |text| parse_or_error(text, "1970-01-01T00:30Z", &Utc, Direction::Past);
    assert_eq!(first("0:15"), "1970-01-01 00:15");
    for text in ["14:37", "yesterday 14:37", "1 d", "Mon 9:00"] {
        assert_eq!(first(text), "OutOfRange", "{text}");
    }
    let last = |text| parse_or_error(text, "2100-12-31T23:00Z", &Utc, Direction::Future);
    assert_eq!(last("23:15"), "2100-12-31 23:15");
    for text in ["0:15", "tomorrow 14:37", "1 h", "29 Feb 9:00"] {
        assert_eq!(last(text), "OutOfRange", "{text}");
    }
}

#[test]
fn without_a_current_time_only_full_dates_parse() {
    let timestamp = |text| {
        natural_time::parse_timestamp(text, None, &Berlin, Direction::Past)
            .map(|parsed| parsed.timestamp)
    };
    for text in ["2 h ago", "now", "14:37", "yesterday 14:37", "21 Nov 14:37"] {
        assert_eq!(
            timestamp(text),
            Err(TimeParseError::CurrentTimeUnknown),
            "{text}"
        );
    }
    assert_eq!(timestamp("2026-11-21 14:37"), Ok(at("2026-11-21T13:37Z")));
    assert_eq!(timestamp("2026-11-21T14:37Z"), Ok(at("2026-11-21T14:37Z")));
    assert_eq!(timestamp("x"), Err(TimeParseError::Unrecognized));
    let twice =
        natural_time::parse_timestamp("2026-10-25 02:30", None, &Berlin, Direction::Past).unwrap();
    assert_eq!(twice.later_candidate, Some(at("2026-10-25T01:30Z")));
    assert_eq!(
        natural_time::parse_date("yesterday", None, &Utc),
        Err(TimeParseError::CurrentTimeUnknown)
    );
    assert!(natural_time::parse_date("2026-11-21", None, &Utc).is_ok());
}

#[test]
fn dates_are_in_local_time() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = natural_time::parse_date(text, Some(at("2026-11-21T23:30Z")), &Berlin);
        let read = read.map_or_else(|unread| format!("{unread:?}"), format_date);
        assert_eq!(read, expected, "{text}");
    }
    check("today", "2026-11-22");
    check("now", "2026-11-22");
    check("yesterday", "2026-11-21");
    check("tomorrow", "2026-11-23");
    check("2 h ago", "2026-11-21");
    check("100 days ago", "2026-08-14");
    check("in 3 days", "2026-11-25");
    check("21 Nov", "2026-11-21");
    check("23 Nov", "2025-11-23");
    check("Monday", "2026-11-16");
    check("next Monday", "2026-11-23");
    check("Sunday", "2026-11-22");
    check("2026-11-21 23:30Z", "2026-11-22");
    check("yesterday 14:37", "2026-11-21");
    check("14:37", "2026-11-21");
    check("1970-01-01", "1970-01-01");
    check("2100-12-31", "2100-12-31");
    check("21 Nov 1969", "OutOfRange");
    check("1 Jan 2101", "OutOfRange");
    check("2026-02-30", "DoesNotExist");
    check("11/12", "Ambiguous");
    check("2026", "Unrecognized");
    check("", "Unrecognized");
    let edge = |text, now, zone: &dyn TimeZone| natural_time::parse_date(text, Some(at(now)), zone);
    let before = edge("today", "1970-01-01T00:00Z", &FixedOffset(-300));
    assert_eq!(
        before,
        Err(TimeParseError::OutOfRange),
        "it is still 1969 there"
    );
    let before = edge("0 min", "1970-01-01T00:00Z", &FixedOffset(-300));
    assert_eq!(before, Err(TimeParseError::OutOfRange));
    let after = edge("tomorrow", "2100-12-31T12:00Z", &Utc);
    assert_eq!(after, Err(TimeParseError::OutOfRange));
}

#[test]
fn durations_parse_on_their_own() {
    #[track_caller]
    fn check(text: &str, expected: Result<u32, TimeParseError>) {
        assert_eq!(
            natural_time::parse_duration(text).map(Minutes::get),
            expected,
            "{text}"
        );
    }
    check("14 d", Ok(14 * MINUTES_PER_DAY));
    check("14 days", Ok(14 * MINUTES_PER_DAY));
    check("two weeks", Ok(14 * MINUTES_PER_DAY));
    check("36h", Ok(36 * 60));
    check("90 min", Ok(90));
    check("1h 30m", Ok(90));
    check("1.5 h", Ok(90));
    check("0 h", Ok(0));
    check("876600 h", Ok(Hours::MAX.to_minutes().get()));
    check("876601 h", Err(TimeParseError::OutOfRange));
    check("9999999 weeks", Err(TimeParseError::OutOfRange));
    for text in [
        "", "14", "14 d ago", "in 2 h", "-2h", "now", "14:37", "2h 14:37", "today", "1.5",
    ] {
        assert!(natural_time::parse_duration(text).is_err(), "{text}");
    }
}

#[test]
fn times_of_day_parse_on_their_own() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = natural_time::parse_time_of_day(text);
        let read = read.map_or_else(|unread| format!("{unread:?}"), |time| time.to_string());
        assert_eq!(read, expected, "{text}");
    }
    for text in [
        "03:00",
        "3:00",
        "3am",
        "3 a.m.",
        "0300",
        "03:00 UTC",
        "at 3:00:59",
        "3:00Z",
    ] {
        check(text, "03:00");
    }
    check("0:00", "00:00");
    check("14.37", "14:37");
    check("03.05", "Ambiguous");
    check("24:00", "DoesNotExist");
    for text in [
        "",
        "3",
        "3h",
        "03:00+01:00",
        "today 3:00",
        "Mon 3:00",
        "now",
        "x",
        "3:00 ago",
    ] {
        check(text, "Unrecognized");
    }
}
