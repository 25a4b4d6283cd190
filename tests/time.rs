//! Timestamps, times of day and time zones: valid values round-trip, and nothing else parses.

mod fixtures;

use backup_calculator::domain::time::{
    LocalResult, MINUTES_PER_DAY, TimeOfDay, TimeZone, Timestamp, Utc, format_date, parse_date,
};
use backup_calculator::domain::{Hours, Minutes};
use chrono::{NaiveDate, TimeDelta};
use fixtures::natural_time::at;
use fixtures::simulation::timestamps;
use fixtures::time_zones::{Berlin, FixedOffset, Samoa, WithoutWords};
use proptest::prelude::*;

#[test]
fn timestamps_range_from_1970_to_2100() {
    assert_eq!(Timestamp::MIN.to_string(), "1970-01-01T00:00Z");
    assert_eq!(Timestamp::MAX.to_string(), "2100-12-31T23:59Z");
    let minute = Minutes::new(1);
    let (before, after) = (Timestamp::MIN - minute, Timestamp::MAX + minute);
    assert_eq!(before.to_string(), "1969-12-31T23:59Z");
    assert_eq!(after.to_string(), "2101-01-01T00:00Z");
    for beyond in [before, after] {
        assert_eq!(Timestamp::from_minutes(beyond.to_minutes()), None);
        assert_eq!(Timestamp::from_utc_datetime(beyond.to_utc_datetime()), None);
        assert_eq!(beyond.to_string().parse::<Timestamp>().ok(), None);
    }
    for minutes in [i64::MIN, i64::MAX] {
        assert_eq!(Timestamp::from_minutes(minutes), None);
    }
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        assert_eq!(Timestamp::from_utc_datetime(date.into()), None);
    }
}

#[test]
fn timestamp_arithmetic_covers_the_longest_window() {
    let century = Hours::MAX.to_minutes();
    let (early, late) = (Timestamp::MIN - century, Timestamp::MAX + century);
    assert_eq!(early.to_string(), "1869-12-31T00:00Z");
    assert_eq!(late.to_string(), "2201-01-01T23:59Z");
    assert_eq!(early.time_of_day(), "00:00".parse::<TimeOfDay>().unwrap());
    assert_eq!(late.checked_duration_since(Timestamp::MAX), Some(century));
    assert_eq!(
        Timestamp::MAX.checked_duration_since(late),
        None,
        "the other is the later"
    );
    assert_eq!(late.checked_duration_since(late), Some(Minutes::new(0)));
    for length in [0, u32::MAX] {
        let far = Timestamp::MAX + Minutes::new(length);
        assert_eq!(
            far.checked_duration_since(Timestamp::MAX),
            Some(Minutes::new(length))
        );
        assert!(!far.to_string().is_empty());
        assert!(
            !(Timestamp::MIN - Minutes::new(length))
                .to_string()
                .is_empty()
        );
    }
}

#[test]
fn leap_days_exist_in_leap_years_only() {
    for (date, exists) in [
        ("2024-02-29", true),
        ("2000-02-29", true),
        ("2026-02-29", false),
        ("2100-02-29", false),
        ("2026-02-30", false),
        ("2026-00-10", false),
        ("2026-12-00", false),
    ] {
        assert_eq!(parse_date(date).is_some(), exists, "{date}");
        assert_eq!(
            format!("{date}T12:00Z").parse::<Timestamp>().is_ok(),
            exists
        );
    }
}

/// Checks that the default `TimeZone::resolve_local` agrees with that of `zone`.
#[track_caller]
fn check(zone: impl TimeZone + Copy, from: &str, days: i64) {
    let start = at(from).to_utc_datetime();
    for minute in 0..days * i64::from(MINUTES_PER_DAY) {
        let local = start + TimeDelta::minutes(minute);
        assert_eq!(
            WithoutWords(zone).resolve_local(local),
            zone.resolve_local(local),
            "{local}"
        );
    }
}

#[test]
fn local_times_resolve_around_clock_changes() {
    check(Berlin, "2026-03-28T00:00Z", 3);
    check(Berlin, "2026-10-24T00:00Z", 3);
    check(Samoa, "2011-12-28T00:00Z", 5);
    check(FixedOffset(14 * 60), "2026-11-21T00:00Z", 1);
    check(FixedOffset(-12 * 60), "2026-11-21T00:00Z", 1);
    let local = |text| at(text).to_utc_datetime();
    assert_eq!(
        Berlin.resolve_local(local("2026-03-29T02:30Z")),
        LocalResult::None
    );
    let twice = LocalResult::Ambiguous(at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z"));
    assert_eq!(
        WithoutWords(Berlin).resolve_local(local("2026-10-25T02:30Z")),
        twice
    );
    assert_eq!(
        WithoutWords(Samoa).resolve_local(local("2011-12-30T12:00Z")),
        LocalResult::None
    );
}

proptest! {
    #![proptest_config(fixtures::proptest_config(1024))]

    #[test]
    fn timestamps_round_trip(timestamp in timestamps()) {
        prop_assert_eq!(timestamp.to_string().parse::<Timestamp>().ok(), Some(timestamp));
        prop_assert_eq!(Timestamp::from_utc_datetime(timestamp.to_utc_datetime()), Some(timestamp));
        prop_assert_eq!(Timestamp::from_minutes(timestamp.to_minutes()), Some(timestamp));
        prop_assert_eq!(timestamp.time_of_day().to_naive_time(), timestamp.to_utc_datetime().time());
        prop_assert_eq!(Utc.resolve_local(timestamp.to_utc_datetime()), LocalResult::Single(timestamp));
        prop_assert_eq!(parse_date(&format_date(timestamp.to_utc_datetime().date())), Some(timestamp.to_utc_datetime().date()));
        let time = timestamp.time_of_day();
        prop_assert_eq!(time.to_string().parse::<TimeOfDay>().ok(), Some(time));
        prop_assert_eq!(TimeOfDay::from_minutes(time.to_minutes()), Some(time));
    }

    #[test]
    fn only_canonical_text_parses(text in prop_oneof!["\\PC{0,20}", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z", "[0-9:TZ+-]{0,20}"]) {
        if let Ok(timestamp) = text.parse::<Timestamp>() {
            prop_assert_eq!(timestamp.to_string(), text.as_str());
        }
        if let Some(date) = parse_date(&text) {
            prop_assert_eq!(format_date(date), text.as_str());
        }
        if let Ok(time) = text.parse::<TimeOfDay>() {
            prop_assert_eq!(time.to_string(), text.as_str());
        }
    }

    #[test]
    fn local_times_resolve_to_their_timestamp(timestamp in timestamps()) {
        for zone in [&WithoutWords(Berlin) as &dyn TimeZone, &WithoutWords(Samoa), &WithoutWords(FixedOffset(330))] {
            let local = zone.to_local(timestamp);
            match zone.resolve_local(local) {
                LocalResult::Single(found) => prop_assert_eq!(found, timestamp),
                LocalResult::Ambiguous(one, other) => prop_assert!(one < other && (one == timestamp || other == timestamp)),
                LocalResult::None => prop_assert_eq!(Timestamp::from_utc_datetime(local), None),
            }
        }
    }
}
