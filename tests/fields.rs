//! The fields of the forms: what is typed goes into the case or is told what is wrong with it, and is shown as read.

mod fixtures;

use backup_calculator::domain::time::{TimeZone, Utc, parse_date};
use backup_calculator::domain::{Minutes, Scenario, TimeOfDay, Timestamp, natural_time};
use backup_calculator::report::{Draft, FieldState, FormField, TimeContext};
use fixtures::phrases::{NOW, at};
use fixtures::zones::{Ahead, Berlin};
use proptest::prelude::*;

fn clock(zone: &dyn TimeZone) -> TimeContext<'_> {
    let now = Some(at(NOW));
    TimeContext { now, zone }
}

/// The case after something was typed into a field of an empty one, and what the field shows then.
fn typed(field: FormField, text: &str, clock: TimeContext) -> (Scenario, FieldState) {
    let mut case = Scenario::default();
    let draft = field.apply_text(&mut case, text, clock);
    let input = field.state(&case, &[draft], clock);
    (case, input)
}

#[track_caller]
fn reads(field: FormField, text: &str, expected: &str) -> Scenario {
    let (case, input) = typed(field, text, clock(&Berlin));
    assert_eq!(
        (input.message.as_str(), input.is_invalid),
        (expected, false),
        "“{text}”"
    );
    assert_eq!(input.text, text);
    case
}

#[track_caller]
fn refuses(field: FormField, text: &str, expected: &str) {
    let (case, input) = typed(field, text, clock(&Berlin));
    assert_eq!(
        (input.message.as_str(), input.is_invalid),
        (expected, true),
        "“{text}”"
    );
    assert_eq!(input.text, text, "what was typed stays");
    assert_eq!(case, Scenario::default());
}

#[test]
fn what_was_read_is_shown_with_the_time_in_utc() {
    let case = reads(
        FormField::IncidentAt,
        "2 h ago",
        "2026-11-21 01:07 in Berlin (2026-11-21 00:07 UTC)",
    );
    assert_eq!(case.incident_at, Some(at("2026-11-21T00:07Z")));
    let case = reads(
        FormField::RestoreAt,
        "14:37",
        "2026-11-21 14:37 in Berlin (2026-11-21 13:37 UTC)",
    );
    assert_eq!(case.restore_at, Some(at("2026-11-21T13:37Z")));
    let case = reads(FormField::BackupTime, "3am", "03:00 UTC");
    assert_eq!(case.backup_time, TimeOfDay::parse("03:00"));
    let case = reads(FormField::MinWindow, "1w", "7 days");
    assert_eq!(
        case.requirements.min_window,
        Some(Minutes::new(7 * 24 * 60))
    );
    let case = reads(FormField::MaxLoss, "90m", "90 minutes");
    assert_eq!(case.requirements.max_loss, Some(Minutes::new(90)));
    reads(FormField::MaxLoss, "1 min", "1 minute");
    reads(FormField::MaxLoss, "0 h", "no time");
    let case = reads(FormField::PoweredOffOn, "yesterday", "2026-11-20");
    assert_eq!(case.powered_off_on, parse_date("2026-11-20"));
    assert!(
        reads(FormField::PitrRequired, "yes", "")
            .requirements
            .pitr_required
    );
}

#[test]
fn a_reader_in_utc_is_shown_the_time_once() {
    for zone in [&Utc as &dyn TimeZone, &Ahead(0)] {
        let (_, input) = typed(FormField::IncidentAt, "2 h ago", clock(zone));
        assert_eq!(input.message.trim_end_matches(" UTC"), "2026-11-21 00:07");
    }
}

#[test]
fn an_unread_time_is_told_what_is_wrong_with_it() {
    let unclear = "Not a time yet: write it like 2 h ago, yesterday 14:37 or 2026-11-21 14:37.";
    let two = "That can be read in two ways. Write the month as a word and the time with a colon, like 21 Nov 14:37.";
    let range = "The calculator knows the years from 1970 to 2100 only.";
    let none = "There is no such day or time. Check the digits.";
    for field in [FormField::IncidentAt, FormField::RestoreAt] {
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
        refuses(FormField::BackupTime, text, hour);
    }
    refuses(FormField::BackupTime, "24:00", none);
    let length = "Not a length of time yet: write it like 14 days, 36 h or 90 min.";
    for field in [FormField::MinWindow, FormField::MaxLoss] {
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
        FormField::PoweredOffOn,
        "soon",
        "Not a day yet: write it like 2026-11-21 or yesterday.",
    );
    refuses(FormField::PoweredOffOn, "11/12", two);
    refuses(FormField::PoweredOffOn, "2026-02-30", none);
    refuses(FormField::PoweredOffOn, "21 Nov 1969", range);
}

#[test]
fn a_time_shown_twice_is_read_as_the_earlier_and_tells_how_to_mean_the_later() {
    let case = reads(
        FormField::IncidentAt,
        "2026-10-25 02:30",
        "2026-10-25 02:30 in Berlin (2026-10-25 00:30 UTC). The clocks showed this time twice; this is the earlier one. The later one is 2026-10-25 01:30 UTC.",
    );
    assert_eq!(case.incident_at, Some(at("2026-10-25T00:30Z")));
    // What the remark says can be typed.
    let case = reads(
        FormField::IncidentAt,
        "2026-10-25 01:30 UTC",
        "2026-10-25 02:30 in Berlin (2026-10-25 01:30 UTC)",
    );
    assert_eq!(case.incident_at, Some(at("2026-10-25T01:30Z")));
}

#[test]
fn now_is_what_a_restore_means_where_nothing_is_said() {
    let mut case = Scenario {
        restore_at: Some(at(NOW)),
        ..Scenario::default()
    };
    let draft = FormField::RestoreAt.apply_text(&mut case, " Now ", clock(&Berlin));
    assert_eq!((case.restore_at, draft.feedback), (None, Ok(String::new())));
    let (case, _) = typed(FormField::IncidentAt, "now", clock(&Berlin));
    assert_eq!(
        case.incident_at,
        Some(at(NOW)),
        "an incident stays where it was"
    );
}

#[test]
fn what_cannot_be_read_takes_back_what_was_and_leaves_the_rest() {
    let full = Scenario {
        incident_at: Some(at(NOW)),
        restore_at: Some(at(NOW)),
        backup_time: TimeOfDay::parse("02:30"),
        powered_off_on: parse_date("2026-11-22"),
        ..Scenario::default()
    };
    for field in FormField::ALL {
        for text in ["", "  ", "?"] {
            let mut case = full.clone();
            let draft = field.apply_text(&mut case, text, clock(&Berlin));
            assert_eq!(
                draft.feedback.is_err(),
                text == "?" && field != FormField::PitrRequired
            );
            let input = field.state(&case, &[draft], clock(&Berlin));
            assert_eq!(input.text, text);
            assert_eq!(case.incident_at.is_none(), field == FormField::IncidentAt);
            assert_eq!(case.restore_at.is_none(), field == FormField::RestoreAt);
            assert_eq!(case.backup_time.is_none(), field == FormField::BackupTime);
            assert_eq!(
                case.powered_off_on.is_none(),
                field == FormField::PoweredOffOn
            );
        }
    }
}

#[test]
fn blanks_stay_while_somebody_types_on() {
    for text in ["yesterday ", "21 Nov ", " 2 h "] {
        let (_, input) = typed(FormField::IncidentAt, text, clock(&Berlin));
        assert_eq!(input.text, text);
    }
}

#[test]
fn a_draft_belongs_to_its_field_and_the_others_show_the_case() {
    let mut case = Scenario {
        backup_time: TimeOfDay::parse("02:30"),
        ..Scenario::default()
    };
    case.requirements.min_window = Some(Minutes::new(36 * 60));
    let draft = FormField::IncidentAt.apply_text(&mut case, "x", clock(&Berlin));
    let drafts: [Draft; 1] = [draft];
    let input = |field: FormField| field.state(&case, &drafts, clock(&Berlin));
    assert!(input(FormField::IncidentAt).is_invalid);
    let hour = input(FormField::BackupTime);
    assert_eq!(
        (&*hour.text, &*hour.picker_value, &*hour.message),
        ("02:30", "02:30", "02:30 UTC")
    );
    assert_eq!(input(FormField::MinWindow).text, "36 hours");
    assert_eq!(input(FormField::MaxLoss), FieldState::default());
}

#[test]
fn the_browser_s_own_field_shows_the_reader_s_clock() {
    let case = Scenario {
        incident_at: Some(at("2026-10-25T01:30Z")),
        powered_off_on: parse_date("2026-11-22"),
        ..Scenario::default()
    };
    let input = FormField::IncidentAt.state(&case, &[], clock(&Berlin));
    assert_eq!(input.picker_value, "2026-10-25T02:30");
    // Opened from an address, the field of words is empty; the reading says which of the two it is.
    assert_eq!(input.text, "");
    assert_eq!(
        input.message,
        "2026-10-25 02:30 in Berlin (2026-10-25 01:30 UTC)"
    );
    assert_eq!(
        FormField::PoweredOffOn
            .state(&case, &[], clock(&Berlin))
            .picker_value,
        "2026-11-22"
    );
}

#[test]
fn while_now_is_not_known_whole_dates_are_read_and_all_else_says_why_not() {
    let unknown = TimeContext {
        now: None,
        zone: &Berlin,
    };
    let (case, input) = typed(FormField::IncidentAt, "2 h ago", unknown);
    assert_eq!(case, Scenario::default());
    assert!(input.is_invalid);
    assert_eq!(
        input.message,
        "The clock of this device is not set. Write the whole date and time, like 2026-11-21 14:37."
    );
    let (case, input) = typed(FormField::IncidentAt, "2026-11-21 14:37", unknown);
    assert_eq!(case.incident_at, Some(at("2026-11-21T13:37Z")));
    assert!(!input.is_invalid);
    assert!(
        typed(FormField::MinWindow, "14 d", unknown)
            .0
            .requirements
            .min_window
            .is_some()
    );
    assert!(
        typed(FormField::BackupTime, "02:30", unknown)
            .0
            .backup_time
            .is_some()
    );
    assert!(
        typed(FormField::PoweredOffOn, "2026-11-21", unknown)
            .0
            .powered_off_on
            .is_some()
    );
    // A page as it is written, with an empty case.
    for field in FormField::ALL {
        let input = field.state(
            &Scenario::default(),
            &[],
            TimeContext {
                now: None,
                zone: &Utc,
            },
        );
        assert_eq!(input, FieldState::default());
    }
}

proptest! {
    #![proptest_config(fixtures::cases(512))]

    #[test]
    fn what_a_field_shows_is_read_as_what_it_shows(
        minutes in prop_oneof![0..5000u32, (0..876_600u32).prop_map(|hours| hours * 60)], at in 0..47_847 * 1440i64,
    ) {
        let mut case = Scenario { incident_at: Timestamp::from_minutes(at), ..Scenario::default() };
        case.requirements.max_loss = Some(Minutes::new(minutes));
        let lose = FormField::MaxLoss.state(&case, &[], clock(&Berlin));
        prop_assert_eq!(natural_time::parse_duration(&lose.text), Ok(Minutes::new(minutes)));
        // The UTC time of a reading can be copied into the field of somebody else.
        let input = FormField::IncidentAt.state(&case, &[], clock(&Ahead(-300)));
        let utc = input.message.split(['(', ')']).nth(1).unwrap();
        let (again, _) = typed(FormField::IncidentAt, utc, clock(&Berlin));
        prop_assert_eq!(again.incident_at, case.incident_at);
    }

    #[test]
    fn nothing_typed_into_a_field_breaks_it(text in "\\PC{0,24}") {
        for field in FormField::ALL {
            let (_, input) = typed(field, &text, clock(&Berlin));
            prop_assert_eq!(&input.text, &text);
            prop_assert!(!input.is_invalid || input.message.ends_with('.'));
        }
    }
}
