//! Property tests of natural-language times: no input panics, and formatted local times round-trip.

mod fixtures;

use backup_calculator::domain::Hours;
use backup_calculator::domain::natural_time::{self, Direction, TimeParseError};
use backup_calculator::domain::time::{
    LocalResult, MINUTES_PER_DAY, TimeOfDay, TimeZone, Timestamp, format_date,
    format_datetime_local, parse_date,
};
use fixtures::simulation::timestamps;
use fixtures::time_zones::{Berlin, FixedOffset};
use proptest::prelude::*;

/// Berlin, or a fixed UTC offset in minutes.
fn zone(ahead: Option<i64>) -> Box<dyn TimeZone> {
    match ahead {
        None => Box::new(Berlin),
        Some(ahead) => Box::new(FixedOffset(ahead)),
    }
}

fn zones() -> impl Strategy<Value = Option<i64>> {
    prop::option::of(prop::sample::select(vec![0, 60, -300, 330, 845, -720]))
}

/// Any text, but mostly texts that look like times.
fn texts() -> impl Strategy<Value = String> {
    let words = vec![
        "2",
        "21",
        "1.5",
        "14:37",
        "14.37",
        "22.11.",
        "11/12",
        "1437",
        "2026",
        "2026-11-21",
        "2101-01-01",
        "t",
        "z",
        "h",
        "min",
        "w",
        "ago",
        "in",
        "last",
        "next",
        "night",
        "mon",
        "nov",
        "feb",
        "29",
        "yesterday",
        "tomorrow",
        "now",
        "noon",
        "am",
        "pm",
        "half",
        "an",
        "ten",
        "+02:00",
        "-0500",
        "-",
        "+",
        ".",
        ":",
        "st",
        "é",
        "9999999",
        "\u{a0}",
        "İ",
    ];
    let joined = |glue: &'static str| {
        prop::collection::vec(prop::sample::select(words.clone()), 0..7)
            .prop_map(move |words| words.join(glue))
    };
    prop_oneof![2 => "\\PC{0,30}", 2 => "[0-9:.+/TZ-]{0,20}", 4 => joined(" "), 2 => joined("")]
}

proptest! {
    #![proptest_config(fixtures::proptest_config(4096))]

    #[test]
    fn any_input_parses_without_panic(text in texts(), now in prop::option::of(timestamps()), ahead in zones()) {
        let zone = zone(ahead);
        for toward in [Direction::Past, Direction::Future] {
            if let Ok(reading) = natural_time::parse_timestamp(&text, now, &*zone, toward) {
                prop_assert!((Timestamp::MIN..=Timestamp::MAX).contains(&reading.timestamp));
                prop_assert!(reading.later_candidate.is_none_or(|again| again > reading.timestamp));
            }
        }
        if let Ok(length) = natural_time::parse_duration(&text) {
            prop_assert!(length <= Hours::MAX.to_minutes());
        }
        if let Ok(time) = natural_time::parse_time_of_day(&text) {
            prop_assert!(time.to_minutes() < MINUTES_PER_DAY);
        }
        if let Ok(day) = natural_time::parse_date(&text, now, &*zone) {
            prop_assert_eq!(parse_date(&format_date(day)), Some(day), "an address can carry it");
        }
    }

    #[test]
    fn formatted_local_times_round_trip(timestamp in timestamps(), now in timestamps(), ahead in zones()) {
        let zone = zone(ahead);
        let shown = zone.to_local(timestamp);
        let read = natural_time::parse_timestamp(&format_datetime_local(shown), Some(now), &*zone, Direction::Past);
        match zone.resolve_local(shown) {
            _ if Timestamp::from_utc_datetime(shown).is_none() => prop_assert_eq!(read, Err(TimeParseError::OutOfRange)),
            LocalResult::Single(once) => {
                prop_assert_eq!(once, timestamp);
                prop_assert_eq!(read.map(|read| (read.timestamp, read.later_candidate)), Ok((timestamp, None)));
            }
            LocalResult::Ambiguous(one, other) => {
                prop_assert!(one == timestamp || other == timestamp);
                prop_assert_eq!(read.map(|read| (read.timestamp, read.later_candidate)), Ok((one, Some(other))));
            }
            LocalResult::None => prop_assert!(false, "the clock has just shown it"),
        }
        // In UTC local times are unambiguous.
        let utc = natural_time::parse_timestamp(&timestamp.to_string(), None, &*zone, Direction::Past);
        prop_assert_eq!(utc.map(|read| read.timestamp), Ok(timestamp));
        prop_assert_eq!(timestamp.to_string().parse::<Timestamp>().ok(), Some(timestamp));
    }

    #[test]
    fn bare_times_respect_the_direction_and_stay_near(
        minutes in 0..MINUTES_PER_DAY, now in timestamps(), ahead in zones(),
    ) {
        let zone = zone(ahead);
        let time = TimeOfDay::from_minutes(minutes).unwrap().to_string();
        for (toward, sign) in [(Direction::Past, -1), (Direction::Future, 1)] {
            if let Ok(reading) = natural_time::parse_timestamp(&time, Some(now), &*zone, toward) {
                let distance = (reading.timestamp.to_minutes() - now.to_minutes()) * sign;
                prop_assert!((0..=i64::from(MINUTES_PER_DAY) + 60).contains(&distance), "{}", distance);
            }
        }
    }
}
