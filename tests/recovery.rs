//! Recovery from an incident, against a simulation of every phase and against bounds computed by hand.

mod fixtures;

use backup_calculator::domain::recovery::Recoverability::{
    Certain, Impossible, IncidentAfterRestore, Possible,
};
use backup_calculator::domain::recovery::{Bounds, Incident, Recoverability, RecoveryOutcome};
use backup_calculator::domain::time::{MINUTES_PER_DAY, TimeOfDay, Timestamp};
use backup_calculator::domain::{Minutes, RecoveryMode, Retention, Schedule};
use fixtures::simulation::{Simulation, count, schedules, shipped, timestamps, union};
use fixtures::tier;
use proptest::prelude::*;

/// Returns an incident `elapsed` minutes before the restore.
fn incident(restore: Timestamp, elapsed: u32, backup_time: Option<TimeOfDay>) -> Incident {
    let at = restore - Minutes::new(elapsed);
    Incident {
        at,
        restore_at: restore,
        backup_time,
    }
}

fn noon() -> Timestamp {
    "2026-11-21T12:00Z".parse::<Timestamp>().unwrap()
}

fn rank(recoverability: &Recoverability) -> u8 {
    match recoverability {
        Certain(_) => 2,
        Possible(_) => 1,
        Impossible => 0,
        IncidentAfterRestore => panic!("the incident is in the future"),
    }
}

fn outcome(recoverability: Recoverability) -> Option<RecoveryOutcome> {
    match recoverability {
        Certain(outcome) | Possible(outcome) => Some(outcome),
        Impossible | IncidentAfterRestore => None,
    }
}

/// Returns a duration near a boundary at which the outcome changes, derived from the schedule.
fn elapsed(schedule: &Schedule, kind: u8, number: u32) -> u32 {
    let best = schedule.best_case_window().to_minutes().get();
    let window = schedule.guaranteed_window().to_minutes().get();
    let tier = schedule.tiers()[number as usize % schedule.tiers().len()];
    let interval = tier.interval().to_minutes().get();
    let near = |minutes: u32| (minutes + number % 3).saturating_sub(1);
    match kind {
        0 => near(window),
        1 => near(best),
        2 => near(number % (best / interval + 1) * interval),
        3 => near(tier.max_age().to_minutes().get()),
        _ => number % (best + 120),
    }
}

fn backup_times() -> impl Strategy<Value = Option<TimeOfDay>> {
    prop::option::of(
        (0..MINUTES_PER_DAY).prop_map(|minutes| TimeOfDay::from_minutes(minutes).unwrap()),
    )
}

proptest! {
    #![proptest_config(fixtures::proptest_config(256))]

    #[test]
    fn recoverability_and_bounds_equal_the_simulation(
        schedule in schedules(), restore in timestamps(), kind in 0..6u8, number in any::<u32>(), backup_time in backup_times(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), backup_time);
        prop_assert_eq!(schedule.assess(&incident), Simulation::run(&schedule).assess(&incident));
    }

    #[test]
    fn without_a_backup_time_the_windows_decide_recoverability(
        schedule in schedules(), restore in timestamps(), kind in 0..6u8, number in any::<u32>(),
    ) {
        let elapsed = elapsed(&schedule, kind, number);
        let expected = if elapsed <= schedule.guaranteed_window().to_minutes().get() {
            2
        } else {
            u8::from(elapsed < schedule.best_case_window().to_minutes().get())
        };
        prop_assert_eq!(rank(&schedule.assess(&incident(restore, elapsed, None))), expected);
    }

    #[test]
    fn a_later_restore_never_improves_the_outcome(
        schedule in schedules(), restore in timestamps(), kind in 0..6u8, number in any::<u32>(), later in 1..4000u32, backup_time in backup_times(),
    ) {
        let soon = incident(restore, elapsed(&schedule, kind, number), backup_time);
        let late = Incident { restore_at: restore + Minutes::new(later), ..soon };
        let (soon, late) = (schedule.assess(&soon), schedule.assess(&late));
        prop_assert!(rank(&late) <= rank(&soon));
        if let (Certain(soon), Certain(late)) = (soon, late) {
            prop_assert!(late.restore_point_taken.min <= soon.restore_point_taken.min && late.restore_point_taken.max <= soon.restore_point_taken.max);
            prop_assert!(late.data_loss.min >= soon.data_loss.min && late.data_loss.max >= soon.data_loss.max);
            prop_assert_eq!(late.final_deadline, soon.final_deadline, "waiting does not move the end");
        }
    }

    #[test]
    fn the_final_deadline_is_the_first_minute_without_recovery(
        schedule in schedules(), restore in timestamps(), kind in 0..6u8, number in any::<u32>(), backup_time in backup_times(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), backup_time);
        if let Some(outcome) = outcome(schedule.assess(&incident)) {
            let at = |restore_at| rank(&schedule.assess(&Incident { restore_at, ..incident }));
            let minute = Minutes::new(1);
            prop_assert_eq!(at(outcome.final_deadline.max), 0);
            prop_assert!(at(outcome.final_deadline.max - minute) > 0);
            prop_assert!(outcome.deadline.min <= outcome.final_deadline.min && outcome.deadline.max <= outcome.final_deadline.max);
            prop_assert!(outcome.deadline.min > incident.restore_at && outcome.restore_point_taken.max <= incident.at);
        }
    }

    #[test]
    fn longer_retention_never_worsens_the_outcome(
        schedule in schedules(), restore in timestamps(), kind in 0..6u8, number in any::<u32>(), backup_time in backup_times(),
        index in 0..3usize, more in 1..=3u32,
    ) {
        let index = index % schedule.tiers().len();
        let mut tiers = schedule.tiers().to_vec();
        let (interval, kept) = (tiers[index].interval().get(), count(&tiers[index]));
        // A multiple of the next tier's interval, so that the two still nest.
        let step = tiers.get(index + 1).map_or(1, |next| next.interval().get() / interval);
        tiers[index] = tier(interval, kept + more * step, matches!(tiers[index].retention(), Retention::Age(_)));
        if let Ok(wider) = Schedule::new(schedule.mode(), tiers) {
            let incident = incident(restore, elapsed(&schedule, kind, number), backup_time);
            let (narrow, wide) = (schedule.assess(&incident), wider.assess(&incident));
            prop_assert!(rank(&wide) >= rank(&narrow));
            if let (Certain(narrow), Certain(wide)) = (narrow, wide) {
                prop_assert!(wide.restore_point_taken.min >= narrow.restore_point_taken.min && wide.restore_point_taken.max >= narrow.restore_point_taken.max);
                prop_assert!(wide.data_loss.min <= narrow.data_loss.min && wide.data_loss.max <= narrow.data_loss.max);
                prop_assert!(wide.final_deadline.min >= narrow.final_deadline.min);
            }
        }
    }
}

proptest! {
    #![proptest_config(fixtures::proptest_config(64))]

    #[test]
    fn a_known_backup_time_only_narrows_the_outcome(
        schedule in schedules(), restore in timestamps(), kind in 0..6u8, number in any::<u32>(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), None);
        let unknown = schedule.assess(&incident);
        let backup_times = (0..MINUTES_PER_DAY).map(TimeOfDay::from_minutes);
        let known: Vec<Recoverability> = backup_times.map(|backup_time| schedule.assess(&Incident { backup_time, ..incident })).collect();
        // The union over all backup times equals the outcome for an unknown one.
        prop_assert_eq!(known.iter().copied().filter_map(outcome).reduce(union), outcome(unknown));
        prop_assert_eq!(known.iter().all(|known| rank(known) == 2), rank(&unknown) == 2);
        let exact = MINUTES_PER_DAY.is_multiple_of(schedule.tiers().last().unwrap().interval().to_minutes().get());
        if exact {
            let is_used = |minutes: &usize| schedule.uses_backup_time(&Incident { backup_time: TimeOfDay::from_minutes(*minutes as u32), ..incident });
            let used: Vec<Recoverability> = (0..known.len()).filter(is_used).map(|minutes| known[minutes]).collect();
            prop_assert!(used.len() * 4 >= known.len() * 2, "most times of day are used");
            prop_assert!(used.iter().all(|known| rank(known) != 1), "a backup time that is used leaves no doubt");
            let points = used.iter().copied().filter_map(outcome);
            prop_assert!(points.into_iter().all(|outcome| outcome.restore_point_taken.is_exact() && outcome.deadline.is_exact()));
        }
    }
}

#[test]
fn every_cell_equals_the_simulation_at_its_boundaries() {
    let schedules = shipped();
    assert!(schedules.len() > 10, "the policy has many schedules");
    for schedule in schedules {
        let simulation = Simulation::run(&schedule);
        let window = schedule.guaranteed_window().to_minutes().get();
        let best = schedule.best_case_window().to_minutes().get();
        let backup_time = "02:30".parse::<TimeOfDay>().ok();
        for (elapsed, expected) in [
            (0, 2),
            (window, 2),
            (window + 1, 1),
            (best - 1, 1),
            (best, 0),
        ] {
            let unknown = incident(noon(), elapsed, None);
            let actual = schedule.assess(&unknown);
            assert_eq!(rank(&actual), expected, "{elapsed} min, {schedule:?}");
            assert_eq!(actual, simulation.assess(&unknown), "{schedule:?}");
            let known = Incident {
                backup_time,
                ..unknown
            };
            let actual = schedule.assess(&known);
            assert_eq!(actual, simulation.assess(&known), "{schedule:?}");
            assert_ne!(rank(&actual), 1, "a known backup time leaves no doubt");
        }
    }
}

#[test]
fn an_incident_after_the_restore_is_not_assessed() {
    let schedule = Schedule::new(RecoveryMode::Basic, vec![tier(24, 3, false)]).unwrap();
    let (at, restore_at) = (noon() + Minutes::new(1), noon());
    for backup_time in [None, "02:30".parse::<TimeOfDay>().ok()] {
        let future = Incident {
            at,
            restore_at,
            backup_time,
        };
        assert_eq!(schedule.assess(&future), IncidentAfterRestore);
    }
}

/// Returns bounds of timestamps in minutes after noon.
fn after(from: i64, to: i64) -> Bounds<Timestamp> {
    let at = |minutes: i64| Timestamp::from_minutes(noon().to_minutes() + minutes).unwrap();
    let (from, to) = (at(from), at(to));
    Bounds { min: from, max: to }
}

fn minutes(from: u32, to: u32) -> Bounds<Minutes> {
    let (from, to) = (Minutes::new(from), Minutes::new(to));
    Bounds { min: from, max: to }
}

/// Hourly for 24 hours and daily for 3 days, 90 minutes after the incident. The bounds come from different phases (the
/// backup used is a daily one or not, and the daily one is just older than the incident or a day more), so an assessment
/// that omits a phase next to a discontinuity misses one of them.
#[test]
fn without_a_backup_time_the_bounds_cover_all_phases() {
    let tiers = vec![tier(1, 24, true), tier(24, 3, true)];
    let schedule = Schedule::new(RecoveryMode::Basic, tiers).unwrap();
    let (day, three) = (24 * 60, 3 * 24 * 60);
    let expected = RecoveryOutcome {
        restore_point_taken: after(-149, -90),
        data_loss: minutes(0, 59),
        deadline: after(day - 149, three - 90),
        final_deadline: after(three - 90 - (day - 1), three - 90),
        tier_index: Bounds { min: 0, max: 1 },
    };
    let unknown = incident(noon(), 90, None);
    assert_eq!(schedule.assess(&unknown), Certain(expected));

    // Daily at 10:15: that very backup. Daily at 10:31: a minute too late, so the hourly one of 09:31.
    let known = |time: &str| {
        let known = incident(noon(), 90, time.parse::<TimeOfDay>().ok());
        outcome(schedule.assess(&known)).unwrap()
    };
    let daily = known("10:15");
    let expected = (after(-105, -105), minutes(15, 15));
    assert_eq!((daily.restore_point_taken, daily.data_loss), expected);
    let expected = (after(4215, 4215), Bounds::exact(1));
    assert_eq!((daily.deadline, daily.tier_index), expected);
    let hourly = known("10:31");
    assert_eq!(
        (hourly.restore_point_taken, hourly.data_loss),
        (after(-149, -149), minutes(59, 59))
    );
    assert_eq!(
        (hourly.deadline, hourly.tier_index),
        (after(1291, 1291), Bounds::exact(0))
    );
    assert_eq!(
        hourly.final_deadline,
        after(2791, 2791),
        "yesterday’s daily one"
    );
}

#[test]
fn pitr_loses_no_data_before_the_incident() {
    let schedule = Schedule::new(RecoveryMode::Pitr, vec![tier(24, 3, false)]).unwrap();
    let known = Incident {
        backup_time: "02:00".parse::<TimeOfDay>().ok(),
        ..incident(noon(), 20 * 60, None)
    };
    let outcome = outcome(schedule.assess(&known)).unwrap();
    assert_eq!(outcome.data_loss, minutes(0, 0));
    // The incident was yesterday at 16:00: the base backup of yesterday 02:00, which is kept for three days.
    assert_eq!(outcome.restore_point_taken, after(-34 * 60, -34 * 60));
    assert_eq!(outcome.deadline, after(38 * 60, 38 * 60));
}

/// A hundred years of hourly backups and an incident in 1970 restored in 2100: the longest window.
#[test]
fn extreme_windows_and_timestamps_are_assessed() {
    let schedule = Schedule::new(RecoveryMode::Basic, vec![tier(876_600, 1, true)]).unwrap();
    let (first, last) = (Timestamp::MIN, Timestamp::MAX);
    for (at, restore_at, expected) in [(first, last, 0), (first, first, 2), (last, last, 2)] {
        let incident = Incident {
            at,
            restore_at,
            backup_time: None,
        };
        assert_eq!(rank(&schedule.assess(&incident)), expected);
    }
}
