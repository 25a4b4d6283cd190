//! Whatever is typed, nothing breaks; and what a clock shows is read as the moment it is.

mod fixtures;

use backup_calculator::domain::Hours;
use backup_calculator::domain::moment::{
    DAY, Local, Moment, TimeOfDay, Zone, clock_text, date_text, parse_date,
};
use backup_calculator::domain::phrase::{self, Toward, Unread};
use fixtures::simulation::moments;
use fixtures::zones::{Ahead, Berlin};
use proptest::prelude::*;

/// Berlin's clocks, or that many minutes ahead of UTC.
fn zone(ahead: Option<i64>) -> Box<dyn Zone> {
    match ahead {
        None => Box::new(Berlin),
        Some(ahead) => Box::new(Ahead(ahead)),
    }
}

fn zones() -> impl Strategy<Value = Option<i64>> {
    prop::option::of(prop::sample::select(vec![0, 60, -300, 330, 845, -720]))
}

/// Anything, and above all what looks like times.
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
    #![proptest_config(fixtures::cases(4096))]

    #[test]
    fn nothing_typed_breaks_anything(text in texts(), now in prop::option::of(moments()), ahead in zones()) {
        let zone = zone(ahead);
        for toward in [Toward::Past, Toward::Future] {
            if let Ok(reading) = phrase::moment(&text, now, &*zone, toward) {
                prop_assert!((Moment::FIRST..=Moment::LAST).contains(&reading.moment));
                prop_assert!(reading.again.is_none_or(|again| again > reading.moment));
            }
        }
        if let Ok(length) = phrase::length(&text) {
            prop_assert!(length <= Hours::MAX.minutes());
        }
        if let Ok(time) = phrase::time_of_day(&text) {
            prop_assert!(time.minutes() < DAY);
        }
        if let Ok(day) = phrase::day(&text, now, &*zone) {
            prop_assert_eq!(parse_date(&date_text(day)), Some(day), "an address can carry it");
        }
    }

    #[test]
    fn what_a_clock_shows_is_read_as_the_moment_it_is(moment in moments(), now in moments(), ahead in zones()) {
        let zone = zone(ahead);
        let shown = zone.clock(moment);
        let read = phrase::moment(&clock_text(shown), Some(now), &*zone, Toward::Past);
        match zone.moments(shown) {
            _ if Moment::from_utc(shown).is_none() => prop_assert_eq!(read, Err(Unread::OutOfRange)),
            Local::Once(once) => {
                prop_assert_eq!(once, moment);
                prop_assert_eq!(read.map(|read| (read.moment, read.again)), Ok((moment, None)));
            }
            Local::Twice(one, other) => {
                prop_assert!(one == moment || other == moment);
                prop_assert_eq!(read.map(|read| (read.moment, read.again)), Ok((one, Some(other))));
            }
            Local::Never => prop_assert!(false, "the clock has just shown it"),
        }
        // In UTC every moment has one name.
        let utc = phrase::moment(&moment.to_string(), None, &*zone, Toward::Past);
        prop_assert_eq!(utc.map(|read| read.moment), Ok(moment));
        prop_assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
    }

    #[test]
    fn a_time_alone_lies_where_it_points_and_within_a_day_or_two(
        minutes in 0..DAY, now in moments(), ahead in zones(),
    ) {
        let zone = zone(ahead);
        let time = TimeOfDay::from_minutes(minutes).unwrap().to_string();
        for (toward, sign) in [(Toward::Past, -1), (Toward::Future, 1)] {
            if let Ok(reading) = phrase::moment(&time, Some(now), &*zone, toward) {
                let distance = (reading.moment.minutes() - now.minutes()) * sign;
                prop_assert!((0..=i64::from(DAY) + 60).contains(&distance), "{}", distance);
            }
        }
    }
}
