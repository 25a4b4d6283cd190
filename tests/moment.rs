//! Moments, times of day and clocks: what exists is written and read back, and nothing else is read.

mod fixtures;

use backup_calculator::domain::moment::{
    DAY, Local, Moment, TimeOfDay, Utc, Zone, date_text, parse_date,
};
use backup_calculator::domain::{Hours, Minutes};
use chrono::{NaiveDate, TimeDelta};
use fixtures::phrases::at;
use fixtures::simulation::moments;
use fixtures::zones::{Ahead, Berlin, Only, Samoa};
use proptest::prelude::*;

#[test]
fn a_user_names_moments_from_1970_to_2100() {
    assert_eq!(Moment::FIRST.to_string(), "1970-01-01T00:00Z");
    assert_eq!(Moment::LAST.to_string(), "2100-12-31T23:59Z");
    let minute = Minutes::new(1);
    let (before, after) = (Moment::FIRST.back(minute), Moment::LAST.ahead(minute));
    assert_eq!(before.to_string(), "1969-12-31T23:59Z");
    assert_eq!(after.to_string(), "2101-01-01T00:00Z");
    for beyond in [before, after] {
        assert_eq!(Moment::from_minutes(beyond.minutes()), None);
        assert_eq!(Moment::from_utc(beyond.utc()), None);
        assert_eq!(Moment::parse(&beyond.to_string()), None);
    }
    for minutes in [i64::MIN, i64::MAX] {
        assert_eq!(Moment::from_minutes(minutes), None);
    }
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        assert_eq!(Moment::from_utc(date.into()), None);
    }
}

#[test]
fn what_follows_from_a_moment_can_lie_as_far_away_as_a_schedule_reaches() {
    let century = Hours::MAX.minutes();
    let (early, late) = (Moment::FIRST.back(century), Moment::LAST.ahead(century));
    assert_eq!(early.to_string(), "1869-12-31T00:00Z");
    assert_eq!(late.to_string(), "2201-01-01T23:59Z");
    assert_eq!(early.time_of_day(), TimeOfDay::parse("00:00").unwrap());
    assert_eq!(late.since(Moment::LAST), Some(century));
    assert_eq!(Moment::LAST.since(late), None, "the other is the later");
    assert_eq!(late.since(late), Some(Minutes::new(0)));
    for length in [0, u32::MAX] {
        let far = Moment::LAST.ahead(Minutes::new(length));
        assert_eq!(far.since(Moment::LAST), Some(Minutes::new(length)));
        assert!(!far.to_string().is_empty());
        assert!(
            !Moment::FIRST
                .back(Minutes::new(length))
                .to_string()
                .is_empty()
        );
    }
}

#[test]
fn a_leap_day_exists_in_leap_years_alone() {
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
        assert_eq!(Moment::parse(&format!("{date}T12:00Z")).is_some(), exists);
    }
}

/// Whether the rule every zone has finds the same moments as the rules of a zone itself.
#[track_caller]
fn check(zone: impl Zone + Copy, from: &str, days: i64) {
    let start = at(from).utc();
    for minute in 0..days * i64::from(DAY) {
        let clock = start + TimeDelta::minutes(minute);
        assert_eq!(Only(zone).moments(clock), zone.moments(clock), "{clock}");
    }
}

#[test]
fn every_time_a_clock_shows_is_found_where_clocks_jump() {
    check(Berlin, "2026-03-28T00:00Z", 3);
    check(Berlin, "2026-10-24T00:00Z", 3);
    check(Samoa, "2011-12-28T00:00Z", 5);
    check(Ahead(14 * 60), "2026-11-21T00:00Z", 1);
    check(Ahead(-12 * 60), "2026-11-21T00:00Z", 1);
    let clock = |text| at(text).utc();
    assert_eq!(Berlin.moments(clock("2026-03-29T02:30Z")), Local::Never);
    let twice = Local::Twice(at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z"));
    assert_eq!(Only(Berlin).moments(clock("2026-10-25T02:30Z")), twice);
    assert_eq!(
        Only(Samoa).moments(clock("2011-12-30T12:00Z")),
        Local::Never
    );
}

proptest! {
    #![proptest_config(fixtures::cases(1024))]

    #[test]
    fn a_moment_is_read_as_it_is_written(moment in moments()) {
        prop_assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
        prop_assert_eq!(Moment::from_utc(moment.utc()), Some(moment));
        prop_assert_eq!(Moment::from_minutes(moment.minutes()), Some(moment));
        prop_assert_eq!(moment.time_of_day().time(), moment.utc().time());
        prop_assert_eq!(Utc.moments(moment.utc()), Local::Once(moment));
        prop_assert_eq!(parse_date(&date_text(moment.utc().date())), Some(moment.utc().date()));
        let time = moment.time_of_day();
        prop_assert_eq!(TimeOfDay::parse(&time.to_string()), Some(time));
        prop_assert_eq!(TimeOfDay::from_minutes(time.minutes()), Some(time));
    }

    #[test]
    fn only_what_we_write_is_read(text in prop_oneof!["\\PC{0,20}", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z", "[0-9:TZ+-]{0,20}"]) {
        if let Some(moment) = Moment::parse(&text) {
            prop_assert_eq!(moment.to_string(), text.as_str());
        }
        if let Some(date) = parse_date(&text) {
            prop_assert_eq!(date_text(date), text.as_str());
        }
        if let Some(time) = TimeOfDay::parse(&text) {
            prop_assert_eq!(time.to_string(), text.as_str());
        }
    }

    #[test]
    fn a_clock_shows_a_moment_that_is_found_by_it(moment in moments()) {
        for zone in [&Only(Berlin) as &dyn Zone, &Only(Samoa), &Only(Ahead(330))] {
            let clock = zone.clock(moment);
            match zone.moments(clock) {
                Local::Once(found) => prop_assert_eq!(found, moment),
                Local::Twice(one, other) => prop_assert!(one < other && (one == moment || other == moment)),
                Local::Never => prop_assert_eq!(Moment::from_utc(clock), None),
            }
        }
    }
}
