//! The fields of the forms: what is typed goes into the case or is told what is wrong with it, and is shown as read.

mod fixtures;

use backup_calculator::domain::moment::{Utc, Zone, parse_date};
use backup_calculator::domain::{Minutes, Moment, TimeOfDay, WhatIf, phrase};
use backup_calculator::report::{Clock, Draft, Field, Input};
use fixtures::phrases::{NOW, at};
use fixtures::zones::{Ahead, Berlin};
use proptest::prelude::*;

fn clock(zone: &dyn Zone) -> Clock<'_> {
    let now = Some(at(NOW));
    Clock { now, zone }
}

/// The case after something was typed into a field of an empty one, and what the field shows then.
fn typed(field: Field, text: &str, clock: Clock) -> (WhatIf, Input) {
    let mut case = WhatIf::default();
    let draft = field.take(&mut case, text, clock);
    let input = field.input(&case, &[draft], clock);
    (case, input)
}

#[track_caller]
fn reads(field: Field, text: &str, expected: &str) -> WhatIf {
    let (case, input) = typed(field, text, clock(&Berlin));
    assert_eq!(
        (input.reading.as_str(), input.wrong),
        (expected, false),
        "“{text}”"
    );
    assert_eq!(input.text, text);
    case
}

#[track_caller]
fn refuses(field: Field, text: &str, expected: &str) {
    let (case, input) = typed(field, text, clock(&Berlin));
    assert_eq!(
        (input.reading.as_str(), input.wrong),
        (expected, true),
        "“{text}”"
    );
    assert_eq!(input.text, text, "what was typed stays");
    assert_eq!(case, WhatIf::default());
}

#[test]
fn what_was_read_is_shown_with_the_time_in_utc() {
    let case = reads(
        Field::At,
        "2 h ago",
        "2026-11-21 01:07 in Berlin (2026-11-21 00:07 UTC)",
    );
    assert_eq!(case.at, Some(at("2026-11-21T00:07Z")));
    let case = reads(
        Field::Restore,
        "14:37",
        "2026-11-21 14:37 in Berlin (2026-11-21 13:37 UTC)",
    );
    assert_eq!(case.restore, Some(at("2026-11-21T13:37Z")));
    let case = reads(Field::Hour, "3am", "03:00 UTC");
    assert_eq!(case.hour, TimeOfDay::parse("03:00"));
    let case = reads(Field::Back, "1w", "7 days");
    assert_eq!(case.needs.back, Some(Minutes::new(7 * 24 * 60)));
    let case = reads(Field::Lose, "90m", "90 minutes");
    assert_eq!(case.needs.lose, Some(Minutes::new(90)));
    reads(Field::Lose, "1 min", "1 minute");
    reads(Field::Lose, "0 h", "no time");
    let case = reads(Field::Off, "yesterday", "2026-11-20");
    assert_eq!(case.off, parse_date("2026-11-20"));
    assert!(reads(Field::Pitr, "yes", "").needs.pitr);
}

#[test]
fn a_reader_in_utc_is_shown_the_time_once() {
    for zone in [&Utc as &dyn Zone, &Ahead(0)] {
        let (_, input) = typed(Field::At, "2 h ago", clock(zone));
        assert_eq!(input.reading.trim_end_matches(" UTC"), "2026-11-21 00:07");
    }
}

#[test]
fn an_unread_time_is_told_what_is_wrong_with_it() {
    let unclear = "Not a time yet: write it like 2 h ago, yesterday 14:37 or 2026-11-21 14:37.";
    let two = "That can be read in two ways. Write the month as a word and the time with a colon, like 21 Nov 14:37.";
    let range = "The calculator knows the years from 1970 to 2100 only.";
    let none = "There is no such day or time. Check the digits.";
    for field in [Field::At, Field::Restore] {
        refuses(field, "yest", unclear);
        refuses(field, "2", unclear);
        refuses(field, "14:37 ago", unclear);
        refuses(field, "11/12 14:37", two);
        refuses(field, "21.11", two);
        refuses(
            field,
            "yesterday",
            "At what time that day? Add it, like 14:37.",
        );
        refuses(field, "30 Feb 9:00", none);
        refuses(field, "25:00", none);
        refuses(field, "1969-12-31 12:00", range);
        refuses(field, "2101-01-01 12:00", range);
        refuses(field, "9999999 h", range);
        refuses(
            field,
            "2026-03-29 02:30",
            "That time never was: the clocks were put forward over it. Choose one an hour earlier or later.",
        );
    }
    let hour = "Not a time of day yet: write it like 02:30.";
    for text in ["3", "x", "today 3:00", "03.05", "3 h"] {
        refuses(Field::Hour, text, hour);
    }
    refuses(Field::Hour, "24:00", none);
    let length = "Not a length of time yet: write it like 14 days, 36 h or 90 min.";
    for field in [Field::Back, Field::Lose] {
        for text in ["14", "yesterday", "2 h ago", "1.2", "-2h", "0.5 min"] {
            refuses(field, text, length);
        }
        refuses(
            field,
            "876601 h",
            "That is more than a hundred years. Choose a shorter time.",
        );
    }
    refuses(
        Field::Off,
        "soon",
        "Not a day yet: write it like 2026-11-21 or yesterday.",
    );
    refuses(Field::Off, "11/12", two);
    refuses(Field::Off, "2026-02-30", none);
    refuses(Field::Off, "21 Nov 1969", range);
}

#[test]
fn a_time_shown_twice_is_read_as_the_earlier_and_tells_how_to_mean_the_later() {
    let case = reads(
        Field::At,
        "2026-10-25 02:30",
        "2026-10-25 02:30 in Berlin (2026-10-25 00:30 UTC). The clocks showed this time twice; this is the earlier one. The later one is 2026-10-25 01:30 UTC.",
    );
    assert_eq!(case.at, Some(at("2026-10-25T00:30Z")));
    // What the remark says can be typed.
    let case = reads(
        Field::At,
        "2026-10-25 01:30 UTC",
        "2026-10-25 02:30 in Berlin (2026-10-25 01:30 UTC)",
    );
    assert_eq!(case.at, Some(at("2026-10-25T01:30Z")));
}

#[test]
fn now_is_what_a_restore_means_where_nothing_is_said() {
    let mut case = WhatIf {
        restore: Some(at(NOW)),
        ..WhatIf::default()
    };
    let draft = Field::Restore.take(&mut case, " Now ", clock(&Berlin));
    assert_eq!((case.restore, draft.remark), (None, Ok(String::new())));
    let (case, _) = typed(Field::At, "now", clock(&Berlin));
    assert_eq!(case.at, Some(at(NOW)), "an incident stays where it was");
}

#[test]
fn what_cannot_be_read_takes_back_what_was_and_leaves_the_rest() {
    let full = WhatIf {
        at: Some(at(NOW)),
        restore: Some(at(NOW)),
        hour: TimeOfDay::parse("02:30"),
        off: parse_date("2026-11-22"),
        ..WhatIf::default()
    };
    for field in Field::ALL {
        for text in ["", "  ", "?"] {
            let mut case = full.clone();
            let draft = field.take(&mut case, text, clock(&Berlin));
            assert_eq!(draft.remark.is_err(), text == "?" && field != Field::Pitr);
            let input = field.input(&case, &[draft], clock(&Berlin));
            assert_eq!(input.text, text);
            assert_eq!(case.at.is_none(), field == Field::At);
            assert_eq!(case.restore.is_none(), field == Field::Restore);
            assert_eq!(case.hour.is_none(), field == Field::Hour);
            assert_eq!(case.off.is_none(), field == Field::Off);
        }
    }
}

#[test]
fn blanks_stay_while_somebody_types_on() {
    for text in ["yesterday ", "21 Nov ", " 2 h "] {
        let (_, input) = typed(Field::At, text, clock(&Berlin));
        assert_eq!(input.text, text);
    }
}

#[test]
fn a_draft_belongs_to_its_field_and_the_others_show_the_case() {
    let mut case = WhatIf {
        hour: TimeOfDay::parse("02:30"),
        ..WhatIf::default()
    };
    case.needs.back = Some(Minutes::new(36 * 60));
    let draft = Field::At.take(&mut case, "x", clock(&Berlin));
    let drafts: [Draft; 1] = [draft];
    let input = |field: Field| field.input(&case, &drafts, clock(&Berlin));
    assert!(input(Field::At).wrong);
    let hour = input(Field::Hour);
    assert_eq!(
        (&*hour.text, &*hour.clock, &*hour.reading),
        ("02:30", "02:30", "02:30 UTC")
    );
    assert_eq!(input(Field::Back).text, "36 hours");
    assert_eq!(input(Field::Lose), Input::default());
}

#[test]
fn the_browser_s_own_field_shows_the_reader_s_clock() {
    let case = WhatIf {
        at: Some(at("2026-10-25T01:30Z")),
        off: parse_date("2026-11-22"),
        ..WhatIf::default()
    };
    let input = Field::At.input(&case, &[], clock(&Berlin));
    assert_eq!(input.clock, "2026-10-25T02:30");
    // Opened from an address, the field of words is empty; the reading says which of the two it is.
    assert_eq!(input.text, "");
    assert_eq!(
        input.reading,
        "2026-10-25 02:30 in Berlin (2026-10-25 01:30 UTC)"
    );
    assert_eq!(
        Field::Off.input(&case, &[], clock(&Berlin)).clock,
        "2026-11-22"
    );
}

#[test]
fn while_now_is_not_known_whole_dates_are_read_and_all_else_says_why_not() {
    let unknown = Clock {
        now: None,
        zone: &Berlin,
    };
    let (case, input) = typed(Field::At, "2 h ago", unknown);
    assert_eq!(case, WhatIf::default());
    assert!(input.wrong);
    assert_eq!(
        input.reading,
        "The clock of this device is not set. Write the whole date and time, like 2026-11-21 14:37."
    );
    let (case, input) = typed(Field::At, "2026-11-21 14:37", unknown);
    assert_eq!(case.at, Some(at("2026-11-21T13:37Z")));
    assert!(!input.wrong);
    assert!(typed(Field::Back, "14 d", unknown).0.needs.back.is_some());
    assert!(typed(Field::Hour, "02:30", unknown).0.hour.is_some());
    assert!(typed(Field::Off, "2026-11-21", unknown).0.off.is_some());
    // A page as it is written, with an empty case.
    for field in Field::ALL {
        let input = field.input(
            &WhatIf::default(),
            &[],
            Clock {
                now: None,
                zone: &Utc,
            },
        );
        assert_eq!(input, Input::default());
    }
}

proptest! {
    #![proptest_config(fixtures::cases(512))]

    #[test]
    fn what_a_field_shows_is_read_as_what_it_shows(
        minutes in prop_oneof![0..5000u32, (0..876_600u32).prop_map(|hours| hours * 60)], at in 0..47_847 * 1440i64,
    ) {
        let mut case = WhatIf { at: Moment::from_minutes(at), ..WhatIf::default() };
        case.needs.lose = Some(Minutes::new(minutes));
        let lose = Field::Lose.input(&case, &[], clock(&Berlin));
        prop_assert_eq!(phrase::length(&lose.text), Ok(Minutes::new(minutes)));
        // The UTC time of a reading can be copied into the field of somebody else.
        let input = Field::At.input(&case, &[], clock(&Ahead(-300)));
        let utc = input.reading.split(['(', ')']).nth(1).unwrap();
        let (again, _) = typed(Field::At, utc, clock(&Berlin));
        prop_assert_eq!(again.at, case.at);
    }

    #[test]
    fn nothing_typed_into_a_field_breaks_it(text in "\\PC{0,24}") {
        for field in Field::ALL {
            let (_, input) = typed(field, &text, clock(&Berlin));
            prop_assert_eq!(&input.text, &text);
            prop_assert!(!input.wrong || input.reading.ends_with('.'));
        }
    }
}
