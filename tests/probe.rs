//! An incident, against a simulation of every phase and against the rules of DESIGN 3 by hand.

mod fixtures;

use backup_calculator::domain::recovery::{Bounds, Incident, Recoverability, RecoveryOutcome};
use backup_calculator::domain::time::{MINUTES_PER_DAY, TimeOfDay, Timestamp};
use backup_calculator::domain::{Minutes, RecoveryMode, Retention, Schedule};
use fixtures::keeping;
use fixtures::simulation::{Simulation, both, count, moments, schedules, shipped};
use proptest::prelude::*;

/// An incident so many minutes before a restore.
fn incident(restore: Timestamp, elapsed: u32, hour: Option<TimeOfDay>) -> Incident {
    let at = restore.back(Minutes::new(elapsed));
    Incident {
        at,
        restore_at: restore,
        backup_time: hour,
    }
}

fn noon() -> Timestamp {
    Timestamp::parse("2026-11-21T12:00Z").unwrap()
}

fn rank(verdict: &Recoverability) -> u8 {
    match verdict {
        Recoverability::Certain(_) => 2,
        Recoverability::Possible(_) => 1,
        Recoverability::Impossible => 0,
        Recoverability::IncidentAfterRestore => panic!("the incident is in the future"),
    }
}

fn reach(verdict: Recoverability) -> Option<RecoveryOutcome> {
    match verdict {
        Recoverability::Certain(reach) | Recoverability::Possible(reach) => Some(reach),
        Recoverability::Impossible | Recoverability::IncidentAfterRestore => None,
    }
}

/// How long ago something happened, in a schedule's own measures: near the places where the answer changes.
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

fn hours() -> impl Strategy<Value = Option<TimeOfDay>> {
    prop::option::of(
        (0..MINUTES_PER_DAY).prop_map(|minutes| TimeOfDay::from_minutes(minutes).unwrap()),
    )
}

proptest! {
    #![proptest_config(fixtures::cases(256))]

    #[test]
    fn the_verdict_and_all_bounds_are_those_of_the_simulation(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), hour in hours(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), hour);
        prop_assert_eq!(schedule.assess(&incident), Simulation::run(&schedule).probe(&incident));
    }

    #[test]
    fn unknown_hours_make_certain_what_the_window_guarantees_and_possible_what_is_below_the_best_case(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(),
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
    fn acting_later_never_helps(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), later in 1..4000u32, hour in hours(),
    ) {
        let soon = incident(restore, elapsed(&schedule, kind, number), hour);
        let late = Incident { restore_at: restore.ahead(Minutes::new(later)), ..soon };
        let (soon, late) = (schedule.assess(&soon), schedule.assess(&late));
        prop_assert!(rank(&late) <= rank(&soon));
        if let (Recoverability::Certain(soon), Recoverability::Certain(late)) = (soon, late) {
            prop_assert!(late.restore_point_taken.min <= soon.restore_point_taken.min && late.restore_point_taken.max <= soon.restore_point_taken.max);
            prop_assert!(late.data_loss.min >= soon.data_loss.min && late.data_loss.max >= soon.data_loss.max);
            prop_assert_eq!(late.final_deadline, soon.final_deadline, "waiting does not move the end");
        }
    }

    #[test]
    fn the_last_chance_is_the_first_minute_at_which_nothing_is_left(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), hour in hours(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), hour);
        if let Some(reach) = reach(schedule.assess(&incident)) {
            let at = |restore| rank(&schedule.assess(&Incident { restore_at, ..incident }));
            let minute = Minutes::new(1);
            prop_assert_eq!(at(reach.final_deadline.max), 0);
            prop_assert!(at(reach.final_deadline.max.back(minute)) > 0);
            prop_assert!(reach.deadline.min <= reach.final_deadline.min && reach.deadline.max <= reach.final_deadline.max);
            prop_assert!(reach.deadline.min > incident.restore_at && reach.restore_point_taken.max <= incident.at);
        }
    }

    #[test]
    fn a_wider_rule_never_makes_the_verdict_worse(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), hour in hours(),
        index in 0..3usize, more in 1..=3u32,
    ) {
        let index = index % schedule.tiers().len();
        let mut tiers = schedule.tiers().to_vec();
        let (interval, kept) = (tiers[index].interval().get(), count(&tiers[index]));
        // Whole intervals of the next tier, so that the two still nest.
        let step = tiers.get(index + 1).map_or(1, |next| next.interval().get() / interval);
        tiers[index] = keeping(interval, kept + more * step, matches!(tiers[index].retention(), Retention::Age(_)));
        if let Ok(wider) = Schedule::new(schedule.mode(), tiers) {
            let incident = incident(restore, elapsed(&schedule, kind, number), hour);
            let (narrow, wide) = (schedule.assess(&incident), wider.assess(&incident));
            prop_assert!(rank(&wide) >= rank(&narrow));
            if let (Recoverability::Certain(narrow), Recoverability::Certain(wide)) = (narrow, wide) {
                prop_assert!(wide.restore_point_taken.min >= narrow.restore_point_taken.min && wide.restore_point_taken.max >= narrow.restore_point_taken.max);
                prop_assert!(wide.data_loss.min <= narrow.data_loss.min && wide.data_loss.max <= narrow.data_loss.max);
                prop_assert!(wide.final_deadline.min >= narrow.final_deadline.min);
            }
        }
    }
}

proptest! {
    #![proptest_config(fixtures::cases(64))]

    #[test]
    fn knowing_the_hour_tells_more_of_the_same(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), None);
        let unknown = schedule.assess(&incident);
        let hours = (0..MINUTES_PER_DAY).map(TimeOfDay::from_minutes);
        let known: Vec<Recoverability> = hours.map(|hour| schedule.assess(&Incident { backup_time, ..incident })).collect();
        // All hours together are all there is to know: neither more nor less than without one.
        prop_assert_eq!(known.iter().copied().filter_map(reach).reduce(both), reach(unknown));
        prop_assert_eq!(known.iter().all(|known| rank(known) == 2), rank(&unknown) == 2);
        let exact = MINUTES_PER_DAY.is_multiple_of(schedule.tiers().last().unwrap().interval().to_minutes().get());
        if exact {
            prop_assert!(known.iter().all(|known| rank(known) != 1), "a known hour leaves no doubt");
            let points = known.iter().copied().filter_map(reach);
            prop_assert!(points.into_iter().all(|reach| reach.restore_point_taken.is_exact() && reach.deadline.is_exact()));
        }
    }
}

#[test]
fn every_cell_answers_at_its_edges_as_the_simulation_does() {
    let schedules = shipped();
    assert!(schedules.len() > 10, "the policy has many schedules");
    for schedule in schedules {
        let simulation = Simulation::run(&schedule);
        let window = schedule.guaranteed_window().to_minutes().get();
        let best = schedule.best_case_window().to_minutes().get();
        let hour = TimeOfDay::parse("02:30");
        for (elapsed, expected) in [
            (0, 2),
            (window, 2),
            (window + 1, 1),
            (best - 1, 1),
            (best, 0),
        ] {
            let unknown = incident(noon(), elapsed, None);
            let verdict = schedule.assess(&unknown);
            assert_eq!(rank(&verdict), expected, "{elapsed} min, {schedule:?}");
            assert_eq!(verdict, simulation.probe(&unknown), "{schedule:?}");
            let known = Incident {
                backup_time: hour,
                ..unknown
            };
            let verdict = schedule.assess(&known);
            assert_eq!(verdict, simulation.probe(&known), "{schedule:?}");
            assert_ne!(rank(&verdict), 1, "a known hour leaves no doubt");
        }
    }
}

#[test]
fn an_incident_later_than_the_restore_is_not_yet() {
    let schedule = Schedule::new(RecoveryMode::Basic, vec![keeping(24, 3, false)]).unwrap();
    let at = noon().ahead(Minutes::new(1));
    let restore = noon();
    for hour in [None, TimeOfDay::parse("02:30")] {
        let future = Incident {
            at,
            restore_at: restore,
            backup_time: hour,
        };
        assert_eq!(
            schedule.assess(&future),
            Recoverability::IncidentAfterRestore
        );
    }
}

/// A span of moments, in minutes after noon.
fn after(from: i64, to: i64) -> Bounds<Timestamp> {
    let at = |minutes: i64| Timestamp::from_minutes(noon().to_minutes() + minutes).unwrap();
    let (from, to) = (at(from), at(to));
    Bounds { min: from, max: to }
}

fn minutes(from: u32, to: u32) -> Bounds<Minutes> {
    let (from, to) = (Minutes::new(from), Minutes::new(to));
    Bounds { min: from, max: to }
}

/// Hourly for 24 hours and daily for 3 days, an hour and a half ago, by hand. The bounds come from different phases (the
/// backup used is a daily one or not, and the daily one is just older than the incident or a day more), so a probe that
/// leaves out a phase on either side of a jump misses one of them.
#[test]
fn all_phases_have_their_say_where_the_hour_is_not_known() {
    let tiers = vec![keeping(1, 24, true), keeping(24, 3, true)];
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
    assert_eq!(schedule.assess(&unknown), Recoverability::Certain(expected));

    // Daily at 10:30: that very backup. Daily at 10:31: it came a minute too late, so the hourly one of 09:31.
    let known = |hour| {
        let hour = TimeOfDay::parse(hour);
        reach(schedule.assess(&Incident {
            backup_time: hour,
            ..unknown
        }))
        .unwrap()
    };
    let very = known("10:30");
    assert_eq!(
        (very.restore_point_taken, very.data_loss),
        (after(-90, -90), minutes(0, 0))
    );
    assert_eq!(
        (very.deadline, very.tier_index),
        (after(4230, 4230), Bounds::exact(1))
    );
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
fn under_pitr_nothing_before_the_incident_is_lost() {
    let schedule = Schedule::new(RecoveryMode::Pitr, vec![keeping(24, 3, false)]).unwrap();
    let known = Incident {
        backup_time: TimeOfDay::parse("02:00"),
        ..incident(noon(), 20 * 60, None)
    };
    let reach = reach(schedule.assess(&known)).unwrap();
    assert_eq!(reach.data_loss, minutes(0, 0));
    // The incident was yesterday at 16:00: the base backup of yesterday 02:00, which lives three days.
    assert_eq!(reach.restore_point_taken, after(-34 * 60, -34 * 60));
    assert_eq!(reach.deadline, after(38 * 60, 38 * 60));
}

/// A hundred years of hourly backups and an incident of 1970, seen from 2100: the longest there is.
#[test]
fn the_longest_reach_and_the_ends_of_time_give_an_answer() {
    let schedule = Schedule::new(RecoveryMode::Basic, vec![keeping(876_600, 1, true)]).unwrap();
    let whole = Incident {
        at: Timestamp::MIN,
        restore_at: Timestamp::MAX,
        backup_time: None,
    };
    assert_eq!(schedule.assess(&whole), Recoverability::Impossible);
    let first = Incident {
        restore_at: Timestamp::MIN,
        ..whole
    };
    assert_eq!(rank(&schedule.assess(&first)), 2);
    let last = Incident {
        at: Timestamp::MAX,
        ..whole
    };
    assert_eq!(rank(&schedule.assess(&last)), 2);
}
