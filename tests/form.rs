//! Form fields: typed text updates the scenario or gets an error message, and the parsed value is echoed.

mod fixtures;

use backup_calculator::domain::time::{TimeZone, Utc, parse_date};
use backup_calculator::domain::{
    IncidentInput, Minutes, Scenario, ServiceOptions, TimeOfDay, Timestamp, natural_time,
};
use backup_calculator::report::TimeContext;
use backup_calculator::ui::form::FormField::{
    BackupTime, DeletedOn, IncidentAt, MaxLoss, MinWindow, PoweredOffOn, RestoreAt,
};
use backup_calculator::ui::form::{Draft, FieldState, FormField};
use fixtures::natural_time::{NOW, at};
use fixtures::time_zones::{Berlin, FixedOffset};
use proptest::prelude::*;

fn time(zone: &dyn TimeZone) -> TimeContext<'_> {
    let now = Some(at(NOW));
    TimeContext { now, zone }
}

/// Types `text` into a field of an empty scenario; returns the scenario and the state of the field.
fn type_text(field: FormField, text: &str, time: TimeContext) -> (Scenario, FieldState) {
    let mut scenario = Scenario::default();
    let draft = field.apply_text(&mut scenario, text, time);
    let state = FieldState::new(field, &scenario, &[draft], time);
    (scenario, state)
}

#[track_caller]
fn reads(field: FormField, text: &str, expected: &str) -> Scenario {
    let (scenario, state) = type_text(field, text, time(&Berlin));
    assert_eq!(
        (state.message.as_str(), state.is_invalid),
        (expected, false),
        "“{text}”"
    );
    assert_eq!(state.text, text);
    scenario
}

#[track_caller]
fn refuses(field: FormField, text: &str, expected: &str) {
    let (scenario, state) = type_text(field, text, time(&Berlin));
    assert_eq!(
        (state.message.as_str(), state.is_invalid),
        (expected, true),
        "“{text}”"
    );
    assert_eq!(state.text, text, "what was typed stays");
    assert_eq!(scenario, Scenario::default());
}

#[test]
fn parsed_values_are_echoed_with_utc() {
    let expected = "2026-11-21 01:07 in Berlin (2026-11-21 00:07 UTC)";
    let scenario = reads(IncidentAt, "2 h ago", expected);
    assert_eq!(scenario.incident.at, Some(at("2026-11-21T00:07Z")));
    let expected = "2026-11-21 14:37 in Berlin (2026-11-21 13:37 UTC)";
    let scenario = reads(RestoreAt, "14:37", expected);
    assert_eq!(scenario.incident.restore_at, Some(at("2026-11-21T13:37Z")));
    let scenario = reads(BackupTime, "3am", "03:00 UTC");
    assert_eq!(
        scenario.incident.backup_time,
        "03:00".parse::<TimeOfDay>().ok()
    );
    let scenario = reads(MinWindow, "1w", "7 days");
    let week = Some(Minutes::new(7 * 24 * 60));
    assert_eq!(scenario.requirements.min_window, week);
    let scenario = reads(MaxLoss, "90m", "90 minutes");
    assert_eq!(scenario.requirements.max_loss, Some(Minutes::new(90)));
    reads(MaxLoss, "1 min", "1 minute");
    reads(MaxLoss, "0 h", "no time");
    let scenario = reads(PoweredOffOn, "yesterday", "2026-11-20");
    assert_eq!(scenario.service.powered_off_on, parse_date("2026-11-20"));
}

#[test]
fn users_in_utc_see_the_time_once() {
    for zone in [&Utc as &dyn TimeZone, &FixedOffset(0)] {
        let (_, state) = type_text(IncidentAt, "2 h ago", time(zone));
        assert_eq!(state.message.trim_end_matches(" UTC"), "2026-11-21 00:07");
    }
}

#[test]
fn invalid_input_gets_a_specific_message() {
    let unclear = "Enter a date and time, for example 2 h ago or 2026-11-21 14:37.";
    let two = "This date is ambiguous. Write the month as a word, for example 21 Nov 14:37.";
    let range = "Enter a year from 1970 to 2100.";
    let none = "This date or time doesn’t exist.";
    let date_only = "Add a time, for example 14:37.";
    let skipped = "This time doesn’t exist because clocks went forward. Enter a time one hour earlier or later.";
    for field in [IncidentAt, RestoreAt] {
        refuses(field, "yest", unclear);
        refuses(field, "2000", unclear);
        refuses(field, "14:37 ago", unclear);
        refuses(field, "11/12 14:37", two);
        refuses(field, "21.11", two);
        refuses(field, "yesterday", date_only);
        refuses(field, "30 Feb 9:00", none);
        refuses(field, "25:00", none);
        refuses(field, "1969-12-31 12:00", range);
        refuses(field, "2101-01-01 12:00", range);
        refuses(field, "9999999 h", range);
        refuses(field, "2026-03-29 02:30", skipped);
    }
    let backup_time = "Enter a time, for example 02:30.";
    for text in ["3", "x", "today 3:00", "03.05", "3 h"] {
        refuses(BackupTime, text, backup_time);
    }
    refuses(BackupTime, "24:00", none);
    let too_long = "Enter 100 years or less.";
    let duration = "Enter a duration, for example 14 days, 36 h, or 90 min.";
    for field in [MinWindow, MaxLoss] {
        for text in ["14", "yesterday", "2 h ago", "1.2", "-2h", "0.5 min"] {
            refuses(field, text, duration);
        }
        refuses(field, "876601 h", too_long);
    }
    let day = "Enter a date, for example 2026-11-21 or yesterday.";
    refuses(PoweredOffOn, "soon", day);
    refuses(PoweredOffOn, "11/12", two);
    refuses(PoweredOffOn, "2026-02-30", none);
    refuses(PoweredOffOn, "21 Nov 1969", range);
}

#[test]
fn ambiguous_local_times_resolve_to_the_earlier_and_name_the_later() {
    let scenario = reads(
        IncidentAt,
        "2026-10-25 02:30",
        "2026-10-25 02:30 in Berlin (2026-10-25 00:30 UTC). This time occurred twice. The earlier one is used. The later one is 2026-10-25 01:30 UTC.",
    );
    assert_eq!(scenario.incident.at, Some(at("2026-10-25T00:30Z")));
    // The time that the message names can be typed.
    let expected = "2026-10-25 02:30 in Berlin (2026-10-25 01:30 UTC)";
    let scenario = reads(IncidentAt, "2026-10-25 01:30 UTC", expected);
    assert_eq!(scenario.incident.at, Some(at("2026-10-25T01:30Z")));
}

#[test]
fn now_clears_the_restore_time_but_not_the_incident_time() {
    let mut scenario = Scenario::default();
    scenario.incident.restore_at = Some(at(NOW));
    let draft = RestoreAt.apply_text(&mut scenario, " Now ", time(&Berlin));
    assert_eq!(
        (scenario.incident.restore_at, draft.feedback),
        (None, Ok(String::new()))
    );
    let (scenario, _) = type_text(IncidentAt, "now", time(&Berlin));
    assert_eq!(
        scenario.incident.at,
        Some(at(NOW)),
        "an incident stays where it was"
    );
}

#[test]
fn invalid_input_clears_only_its_own_value() {
    let full = Scenario {
        incident: IncidentInput {
            at: Some(at(NOW)),
            restore_at: Some(at(NOW)),
            backup_time: "02:30".parse::<TimeOfDay>().ok(),
        },
        service: ServiceOptions {
            powered_off_on: parse_date("2026-11-22"),
            deleted_on: parse_date("2026-11-23"),
            ..ServiceOptions::default()
        },
        ..Scenario::default()
    };
    for field in FormField::ALL {
        for text in ["", "  ", "?"] {
            let mut scenario = full.clone();
            let draft = field.apply_text(&mut scenario, text, time(&Berlin));
            assert_eq!(draft.feedback.is_err(), text == "?");
            let state = FieldState::new(field, &scenario, &[draft], time(&Berlin));
            assert_eq!(state.text, text);
            assert_eq!(scenario.incident.at.is_none(), field == IncidentAt);
            assert_eq!(scenario.incident.restore_at.is_none(), field == RestoreAt);
            assert_eq!(scenario.incident.backup_time.is_none(), field == BackupTime);
            assert_eq!(
                scenario.service.powered_off_on.is_none(),
                field == PoweredOffOn
            );
            assert_eq!(scenario.service.deleted_on.is_none(), field == DeletedOn);
        }
    }
}

#[test]
fn trailing_blanks_are_kept_while_typing() {
    for text in ["yesterday ", "21 Nov ", " 2 h "] {
        let (_, state) = type_text(IncidentAt, text, time(&Berlin));
        assert_eq!(state.text, text);
    }
}

#[test]
fn a_draft_affects_only_its_field() {
    let mut scenario = Scenario::default();
    scenario.incident.backup_time = "02:30".parse::<TimeOfDay>().ok();
    scenario.requirements.min_window = Some(Minutes::new(36 * 60));
    let draft = IncidentAt.apply_text(&mut scenario, "x", time(&Berlin));
    let drafts: [Draft; 1] = [draft];
    let state = |field: FormField| FieldState::new(field, &scenario, &drafts, time(&Berlin));
    assert!(state(IncidentAt).is_invalid);
    let backup_time = state(BackupTime);
    assert_eq!(
        (
            &*backup_time.text,
            &*backup_time.picker_value,
            &*backup_time.message
        ),
        ("02:30", "02:30", "02:30 UTC")
    );
    assert_eq!(state(MinWindow).text, "36 hours");
    assert_eq!(state(MaxLoss), FieldState::default());
}

#[test]
fn the_picker_shows_local_time() {
    let mut scenario = Scenario::default();
    scenario.incident.at = Some(at("2026-10-25T01:30Z"));
    scenario.service.powered_off_on = parse_date("2026-11-22");
    scenario.service.deleted_on = parse_date("2026-11-23");
    let state = FieldState::new(IncidentAt, &scenario, &[], time(&Berlin));
    assert_eq!(state.picker_value, "2026-10-25T02:30");
    // Of the two times that the clocks showed, the text in UTC is the right one.
    assert_eq!(state.text, "2026-10-25 01:30 UTC");
    assert_eq!(
        state.message,
        "2026-10-25 02:30 in Berlin (2026-10-25 01:30 UTC)"
    );
    for (field, day) in [(PoweredOffOn, "2026-11-22"), (DeletedOn, "2026-11-23")] {
        let state = FieldState::new(field, &scenario, &[], time(&Berlin));
        assert_eq!(state.picker_value, day);
    }
}

#[test]
fn without_a_current_time_only_full_dates_are_accepted() {
    let unknown = TimeContext {
        now: None,
        zone: &Berlin,
    };
    let (scenario, state) = type_text(IncidentAt, "2 h ago", unknown);
    assert_eq!(scenario, Scenario::default());
    assert!(state.is_invalid);
    assert_eq!(
        state.message,
        "Your device clock isn’t set. Enter the full date and time, for example 2026-11-21 14:37."
    );
    let (scenario, state) = type_text(IncidentAt, "2026-11-21 14:37", unknown);
    assert_eq!(scenario.incident.at, Some(at("2026-11-21T13:37Z")));
    assert!(!state.is_invalid);
    let (scenario, _) = type_text(MinWindow, "14 d", unknown);
    assert!(scenario.requirements.min_window.is_some());
    let (scenario, _) = type_text(BackupTime, "02:30", unknown);
    assert!(scenario.incident.backup_time.is_some());
    let (scenario, _) = type_text(PoweredOffOn, "2026-11-21", unknown);
    assert!(scenario.service.powered_off_on.is_some());
    // The prerendered page: an empty scenario.
    for field in FormField::ALL {
        let state = FieldState::new(field, &Scenario::default(), &[], fixtures::UNKNOWN_TIME);
        assert_eq!(state, FieldState::default());
    }
}

proptest! {
    #![proptest_config(fixtures::proptest_config(512))]

    #[test]
    fn field_texts_round_trip(
        minutes in prop_oneof![0..5000u32, (0..876_600u32).prop_map(|hours| hours * 60)], at in 0..47_847 * 1440i64,
    ) {
        let mut scenario = Scenario::default();
        scenario.incident.at = Timestamp::from_minutes(at);
        scenario.requirements.max_loss = Some(Minutes::new(minutes));
        let max_loss = FieldState::new(MaxLoss, &scenario, &[], time(&Berlin));
        prop_assert_eq!(natural_time::parse_duration(&max_loss.text), Ok(Minutes::new(minutes)));
        // The UTC time of a message can be pasted into the field by another user.
        let state = FieldState::new(IncidentAt, &scenario, &[], time(&FixedOffset(-300)));
        let utc = state.message.split(['(', ')']).nth(1).unwrap();
        let (reparsed, _) = type_text(IncidentAt, utc, time(&Berlin));
        prop_assert_eq!(reparsed.incident.at, scenario.incident.at);
    }

    #[test]
    fn any_input_is_kept_without_panic(text in "\\PC{0,24}") {
        for field in FormField::ALL {
            let (_, state) = type_text(field, &text, time(&Berlin));
            prop_assert_eq!(&state.text, &text);
            prop_assert!(!state.is_invalid || state.message.ends_with('.'));
        }
    }
}
