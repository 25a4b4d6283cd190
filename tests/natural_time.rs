//! Natural-language times: every supported format has one meaning, and anything else is rejected.

mod fixtures;

use backup_calculator::domain::natural_time::Direction;
use fixtures::natural_time::{NOW, future, parse_or_error, past};
use fixtures::time_zones::Berlin;

#[test]
fn durations_count_from_now() {
    past(
        "2 h ago | 2h ago | 2h | 2 hours | 2 HOURS AGO | two hours ago | -2h | 2hrs | 2-h => 2026-11-21 01:07
        120 min | 1h 60m | 1h60m | about 2 h ago | now -2h | 2.0 h | 2,0 h => 2026-11-21 01:07
        3d => 2026-11-18 03:07
        90m | 1h30m | 1.5 h ago => 2026-11-21 01:37
        1w | 7 days | one week ago => 2026-11-14 03:07
        10 minutes | 10 min. => 2026-11-21 02:57
        an hour ago => 2026-11-21 02:07
        a day ago => 2026-11-20 03:07
        half an hour ago | half hour | 0.5h => 2026-11-21 02:37
        half a day => 2026-11-20 15:07
        0.25h => 2026-11-21 02:52
        3 days and 2 hours ago | 3d2h => 2026-11-18 01:07
        ten days ago => 2026-11-11 03:07
        2h 30m | 2h30m => 2026-11-21 00:37
        0 min | now | NOW => 2026-11-21 03:07",
    );
}

#[test]
fn the_direction_comes_from_the_phrase_or_the_field() {
    // Nobody means the hour of a day, or a year, by so few digits.
    past("30 => 2026-11-21 02:37");
    future("30 => 2026-11-21 03:37");
    past("in 3 days | +3 days | 3 days from now => 2026-11-24 03:07");
    future("3 days | in 3 days => 2026-11-24 03:07");
    future("2 h ago | -2h => 2026-11-21 01:07");
    // A day has 24 hours, even across a DST change.
    let read = parse_or_error("1d", "2026-03-29T12:00Z", &Berlin, Direction::Past);
    assert_eq!(read, "2026-03-28 13:00");
}

#[test]
fn a_bare_time_resolves_to_the_nearest() {
    past(
        "14:37 | at 14:37 | since 14:37:59 | 2:37pm | 2.37 PM | 2:37 p.m. => 2026-11-20 14:37
        14.37 | 1437 | around 14:37 => 2026-11-20 14:37
        02:30 | 2:30 | 2:30 am | 2.30am => 2026-11-21 02:30
        3:07 => 2026-11-21 03:07
        3:08 => 2026-11-20 03:08
        2pm | 2 PM | 2 p.m. => 2026-11-20 14:00
        12am | 0:00 => 2026-11-21 00:00
        12 pm | noon => 2026-11-20 12:00
        0107 => 2026-11-21 01:07",
    );
    future(
        "3:07 => 2026-11-21 03:07
        02:30 => 2026-11-22 02:30
        14:37 => 2026-11-21 14:37",
    );
}

#[test]
fn a_weekday_resolves_to_the_nearest() {
    past(
        "yesterday 14:37 | 14:37 yesterday | Yesterday, at 2.37 pm | yesterday 1437 => 2026-11-20 14:37
        yesterday 14.12 => 2026-11-20 14:12
        today 2:00 => 2026-11-21 02:00
        today 23:00 => 2026-11-21 23:00
        tomorrow 9:00 => 2026-11-22 09:00
        last night 23:10 => 2026-11-20 23:10
        last night at 1:30 am => 2026-11-21 01:30
        Mon 9:00 | monday at 9:00 | last Monday 9:00 => 2026-11-16 09:00
        Thurs. 9:00 => 2026-11-19 09:00
        sat 2:00 => 2026-11-21 02:00
        sat 9:00 => 2026-11-14 09:00
        next Monday 9:00 => 2026-11-23 09:00
        last Saturday 2:00 => 2026-11-14 02:00",
    );
    future(
        "sat 9:00 => 2026-11-21 09:00
        sat 2:00 | next Saturday 2:00 => 2026-11-28 02:00
        next Saturday 23:00 => 2026-11-28 23:00
        Monday 9:00 => 2026-11-23 09:00
        last Monday 9:00 => 2026-11-16 09:00",
    );
}

#[test]
fn unambiguous_date_formats_are_accepted() {
    past(
        "21 Nov 14:37 | 21 november 14:37 | Nov 21 14:37 | Nov 21st 14:37 | Nov. 21, 14:37 => 2026-11-21 14:37
        21. Nov 14:37 | 14:37 21 nov | the 21st of November at 14:37 | 21nov 2:37pm => 2026-11-21 14:37
        21/11 14:37 | 11/21 14:37 | 21.11. 14:37 | 21.11 14:37 | 21.11. 14.37 | 14:37 21.11. => 2026-11-21 14:37
        21.11.2026 14.37 | 21/11/2026 14:37 | 11/21/2026 14:37 | 2026/11/21 14:37 => 2026-11-21 14:37
        2026-11-21 14:37 | 2026-11-21 1437 | 2026-11-21T14:37 | 2026-11-21t14:37:59 => 2026-11-21 14:37
        21 Nov 2026 14:37 | Nov 21, 2026, 14:37 | 21-Nov-2026 14:37 => 2026-11-21 14:37
        Sat 21 Nov 14:37 | Sat, 21.11. 14:37 | Sat Nov 21 14:37:05 2026 => 2026-11-21 14:37
        2026-11-21 14:37:05,123 | 2026-11-21 14:37:05.123456 => 2026-11-21 14:37
        2026-11-21\u{a0}2:37\u{202f}PM => 2026-11-21 14:37
        22 Nov 14:37 => 2025-11-22 14:37
        11/11 14:37 => 2026-11-11 14:37
        2026-1-5 9:00 => 2026-01-05 09:00",
    );
    future(
        "22 Nov 14:37 => 2026-11-22 14:37
        20 Nov 14:37 => 2027-11-20 14:37",
    );
}

#[test]
fn times_may_have_a_zone_or_offset() {
    past(
        "2026-11-21T13:37Z | 2026-11-21T13:37:05.123Z | 2026-11-21 13:37 UTC => 2026-11-21 14:37
        2026-11-21 13:37:05.123 utc | Sat, 21 Nov 2026 13:37:05 GMT => 2026-11-21 14:37
        2026-11-21T14:37:05+01:00 | 2026-11-21T08:37-05:00 | 2026-11-21 13:37:05+00 => 2026-11-21 14:37
        2026-11-21 19:07 +0530 | Sat Nov 21 14:37:05 2026 +0100 => 2026-11-21 14:37
        Sat Nov 21 13:37:05 UTC 2026 => 2026-11-21 14:37
        1:07 UTC => 2026-11-21 02:07
        2:08 utc => 2026-11-20 03:08",
    );
    // Days too: it is still Friday in New York.
    past("today 21:00 -0500 | friday 21:00 -05:00 => 2026-11-21 03:00");
    past(
        "14:37 +02:00 UTC | 14:37 +15:00 => Unrecognized
        14:37 +2 | 14:37 utc+2 | 14:37 CET => TimeZoneName
        +02:00 | UTC | yesterday z => Unrecognized",
    );
}

#[test]
fn ambiguous_input_is_rejected() {
    past(
        "11/12 14:37 | 11/12/2026 14:37 | 1-2-2026 9:00 => Ambiguous
        21.11 | 21.11. | 9.10 | Mon 9.10 | last night 9:30 => Ambiguous
        2026 | 2030 | yesterday 2015 | 22/11/26 14:37 => Unrecognized
        2h30 | 14h37 | 10-20 minutes => Unrecognized",
    );
}

#[test]
fn unrecognized_input_is_rejected() {
    past(
        " | x | ago | in | last | 2000 | h | 2 x | a | half | an | nov | st | 2st | T14 | midnight => Unrecognized
        14:37 14:38 | 14:37 2h | 2h yesterday | 14:37 ago | in 14:37 | 2 ago | 2 h ago ago => Unrecognized
        today yesterday 9:00 | mon tue 9:00 | now 14:37 | yesterday now | now ago => Unrecognized
        : | :: | 14: | :37 | 14:3 | 1:2:3:4 | 14:37:05:06:07 | -14:37 | - 2h | --2h | 1..5 h | 1.h5 => Unrecognized
        0.5 min | half 2 | half past two | nov 9:00 | 9:00 nov | 21 21 nov 9:00 => Unrecognized
        2026-11-21-3 9:00 | 123456789 h | 21.11.12.13 | 1.2.3 => Unrecognized
        last 3 days | in the last 2 h | next 9:00 => Unrecognized
        night 23:10 | tonight 23:10 | monday night 9:00 | 1 month ago | in -2 h => Unrecognized
        🕒 | ２h | 14：37 | ½ h | é | 14:37é | ß ago => Unrecognized
        2026-11-21 | 2026-11-21T | yesterday | Monday | 21 Nov | 25.11. | 22/11 | 21 Nov 1437 => MissingTimeOfDay
        last night | next mon | 1.5 => MissingTimeOfDay
        25:00 | 24:00 | 14:60 | 14:37:60 | 13pm | 0am | 2560 | yesterday 24:00 => DoesNotExist
        2026-02-30 9:00 | 30 Feb 9:00 | 2026-13-01 9:00 | 22/33 9:00 | 0 Nov 9:00 => DoesNotExist
        Sun 21 Nov 9:00 | mon yesterday 9:00 => DoesNotExist",
    );
}

#[test]
fn very_long_input_is_parsed_or_rejected() {
    let long = "2h ".repeat(50_000);
    assert_eq!(
        parse_or_error(&long, NOW, &Berlin, Direction::Past),
        "2015-06-25 12:07"
    );
    for part in ["9", "-", ".", "h", "1.", ":", "é", "+1:", "at ", "1d"] {
        let read = parse_or_error(&part.repeat(50_000), NOW, &Berlin, Direction::Past);
        assert!(
            ["Unrecognized", "OutOfRange"].contains(&&*read),
            "{part}: {read}"
        );
    }
}
