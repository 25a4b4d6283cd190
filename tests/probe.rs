//! An incident, against a simulation of every phase and against the rules of DESIGN 3 by hand.

mod fixtures;

use backup_calculator::domain::moment::{DAY, Moment, TimeOfDay};
use backup_calculator::domain::probe::{Incident, Reach, Span, Verdict};
use backup_calculator::domain::{Keep, Minutes, RecoveryMode, Schedule};
use fixtures::keeping;
use fixtures::simulation::{Simulation, both, count, moments, schedules, shipped};
use proptest::prelude::*;

/// An incident so many minutes before a restore.
fn incident(restore: Moment, elapsed: u32, hour: Option<TimeOfDay>) -> Incident {
    let at = restore.back(Minutes::new(elapsed));
    Incident { at, restore, hour }
}

fn noon() -> Moment {
    Moment::parse("2026-11-21T12:00Z").unwrap()
}

fn rank(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Certain(_) => 2,
        Verdict::Possible(_) => 1,
        Verdict::Impossible => 0,
        Verdict::NotYet => panic!("the incident is in the future"),
    }
}

fn reach(verdict: Verdict) -> Option<Reach> {
    match verdict {
        Verdict::Certain(reach) | Verdict::Possible(reach) => Some(reach),
        Verdict::Impossible | Verdict::NotYet => None,
    }
}

/// How long ago something happened, in a schedule's own measures: near the places where the answer changes.
fn elapsed(schedule: &Schedule, kind: u8, number: u32) -> u32 {
    let best = schedule.best_case_window().minutes().get();
    let window = schedule.guaranteed_window().minutes().get();
    let tier = schedule.tiers()[number as usize % schedule.tiers().len()];
    let interval = tier.interval().minutes().get();
    let near = |minutes: u32| (minutes + number % 3).saturating_sub(1);
    match kind {
        0 => near(window),
        1 => near(best),
        2 => near(number % (best / interval + 1) * interval),
        3 => near(tier.lifetime().minutes().get()),
        _ => number % (best + 120),
    }
}

fn hours() -> impl Strategy<Value = Option<TimeOfDay>> {
    prop::option::of((0..DAY).prop_map(|minutes| TimeOfDay::from_minutes(minutes).unwrap()))
}

proptest! {
    #![proptest_config(fixtures::cases(256))]

    #[test]
    fn the_verdict_and_all_bounds_are_those_of_the_simulation(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), hour in hours(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), hour);
        prop_assert_eq!(schedule.probe(&incident), Simulation::run(&schedule).probe(&incident));
    }

    #[test]
    fn unknown_hours_make_certain_what_the_window_guarantees_and_possible_what_is_below_the_best_case(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(),
    ) {
        let elapsed = elapsed(&schedule, kind, number);
        let expected = if elapsed <= schedule.guaranteed_window().minutes().get() {
            2
        } else {
            u8::from(elapsed < schedule.best_case_window().minutes().get())
        };
        prop_assert_eq!(rank(&schedule.probe(&incident(restore, elapsed, None))), expected);
    }

    #[test]
    fn acting_later_never_helps(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), later in 1..4000u32, hour in hours(),
    ) {
        let soon = incident(restore, elapsed(&schedule, kind, number), hour);
        let late = Incident { restore: restore.ahead(Minutes::new(later)), ..soon };
        let (soon, late) = (schedule.probe(&soon), schedule.probe(&late));
        prop_assert!(rank(&late) <= rank(&soon));
        if let (Verdict::Certain(soon), Verdict::Certain(late)) = (soon, late) {
            prop_assert!(late.point.from <= soon.point.from && late.point.to <= soon.point.to);
            prop_assert!(late.loss.from >= soon.loss.from && late.loss.to >= soon.loss.to);
            prop_assert_eq!(late.last_chance, soon.last_chance, "waiting does not move the end");
        }
    }

    #[test]
    fn the_last_chance_is_the_first_minute_at_which_nothing_is_left(
        schedule in schedules(), restore in moments(), kind in 0..6u8, number in any::<u32>(), hour in hours(),
    ) {
        let incident = incident(restore, elapsed(&schedule, kind, number), hour);
        if let Some(reach) = reach(schedule.probe(&incident)) {
            let at = |restore| rank(&schedule.probe(&Incident { restore, ..incident }));
            let minute = Minutes::new(1);
            prop_assert_eq!(at(reach.last_chance.to), 0);
            prop_assert!(at(reach.last_chance.to.back(minute)) > 0);
            prop_assert!(reach.act_before.from <= reach.last_chance.from && reach.act_before.to <= reach.last_chance.to);
            prop_assert!(reach.act_before.from > incident.restore && reach.point.to <= incident.at);
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
        tiers[index] = keeping(interval, kept + more * step, matches!(tiers[index].keep(), Keep::Age(_)));
        if let Ok(wider) = Schedule::new(schedule.mode(), tiers) {
            let incident = incident(restore, elapsed(&schedule, kind, number), hour);
            let (narrow, wide) = (schedule.probe(&incident), wider.probe(&incident));
            prop_assert!(rank(&wide) >= rank(&narrow));
            if let (Verdict::Certain(narrow), Verdict::Certain(wide)) = (narrow, wide) {
                prop_assert!(wide.point.from >= narrow.point.from && wide.point.to >= narrow.point.to);
                prop_assert!(wide.loss.from <= narrow.loss.from && wide.loss.to <= narrow.loss.to);
                prop_assert!(wide.last_chance.from >= narrow.last_chance.from);
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
        let unknown = schedule.probe(&incident);
        let hours = (0..DAY).map(TimeOfDay::from_minutes);
        let known: Vec<Verdict> = hours.map(|hour| schedule.probe(&Incident { hour, ..incident })).collect();
        // All hours together are all there is to know: neither more nor less than without one.
        prop_assert_eq!(known.iter().copied().filter_map(reach).reduce(both), reach(unknown));
        prop_assert_eq!(known.iter().all(|known| rank(known) == 2), rank(&unknown) == 2);
        let exact = DAY.is_multiple_of(schedule.tiers().last().unwrap().interval().minutes().get());
        if exact {
            prop_assert!(known.iter().all(|known| rank(known) != 1), "a known hour leaves no doubt");
            let points = known.iter().copied().filter_map(reach);
            prop_assert!(points.into_iter().all(|reach| reach.point.is_exact() && reach.act_before.is_exact()));
        }
    }
}

#[test]
fn every_cell_answers_at_its_edges_as_the_simulation_does() {
    let schedules = shipped();
    assert!(schedules.len() > 10, "the policy has many schedules");
    for schedule in schedules {
        let simulation = Simulation::run(&schedule);
        let window = schedule.guaranteed_window().minutes().get();
        let best = schedule.best_case_window().minutes().get();
        let hour = TimeOfDay::parse("02:30");
        for (elapsed, expected) in [
            (0, 2),
            (window, 2),
            (window + 1, 1),
            (best - 1, 1),
            (best, 0),
        ] {
            let unknown = incident(noon(), elapsed, None);
            let verdict = schedule.probe(&unknown);
            assert_eq!(rank(&verdict), expected, "{elapsed} min, {schedule:?}");
            assert_eq!(verdict, simulation.probe(&unknown), "{schedule:?}");
            let known = Incident { hour, ..unknown };
            let verdict = schedule.probe(&known);
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
        let future = Incident { at, restore, hour };
        assert_eq!(schedule.probe(&future), Verdict::NotYet);
    }
}

/// A span of moments, in minutes after noon.
fn after(from: i64, to: i64) -> Span<Moment> {
    let at = |minutes: i64| Moment::from_minutes(noon().minutes() + minutes).unwrap();
    let (from, to) = (at(from), at(to));
    Span { from, to }
}

fn minutes(from: u32, to: u32) -> Span<Minutes> {
    let (from, to) = (Minutes::new(from), Minutes::new(to));
    Span { from, to }
}

/// Hourly for 24 hours and daily for 3 days, an hour and a half ago, by hand. The bounds come from different phases (the
/// backup used is a daily one or not, and the daily one is just older than the incident or a day more), so a probe that
/// leaves out a phase on either side of a jump misses one of them.
#[test]
fn all_phases_have_their_say_where_the_hour_is_not_known() {
    let tiers = vec![keeping(1, 24, true), keeping(24, 3, true)];
    let schedule = Schedule::new(RecoveryMode::Basic, tiers).unwrap();
    let (day, three) = (24 * 60, 3 * 24 * 60);
    let expected = Reach {
        point: after(-149, -90),
        loss: minutes(0, 59),
        act_before: after(day - 149, three - 90),
        last_chance: after(three - 90 - (day - 1), three - 90),
        tier: Span { from: 0, to: 1 },
    };
    let unknown = incident(noon(), 90, None);
    assert_eq!(schedule.probe(&unknown), Verdict::Certain(expected));

    // Daily at 10:30: that very backup. Daily at 10:31: it came a minute too late, so the hourly one of 09:31.
    let known = |hour| {
        let hour = TimeOfDay::parse(hour);
        reach(schedule.probe(&Incident { hour, ..unknown })).unwrap()
    };
    let very = known("10:30");
    assert_eq!((very.point, very.loss), (after(-90, -90), minutes(0, 0)));
    assert_eq!(
        (very.act_before, very.tier),
        (after(4230, 4230), Span::exact(1))
    );
    let hourly = known("10:31");
    assert_eq!(
        (hourly.point, hourly.loss),
        (after(-149, -149), minutes(59, 59))
    );
    assert_eq!(
        (hourly.act_before, hourly.tier),
        (after(1291, 1291), Span::exact(0))
    );
    assert_eq!(
        hourly.last_chance,
        after(2791, 2791),
        "yesterday’s daily one"
    );
}

#[test]
fn under_pitr_nothing_before_the_incident_is_lost() {
    let schedule = Schedule::new(RecoveryMode::Pitr, vec![keeping(24, 3, false)]).unwrap();
    let known = Incident {
        hour: TimeOfDay::parse("02:00"),
        ..incident(noon(), 20 * 60, None)
    };
    let reach = reach(schedule.probe(&known)).unwrap();
    assert_eq!(reach.loss, minutes(0, 0));
    // The incident was yesterday at 16:00: the base backup of yesterday 02:00, which lives three days.
    assert_eq!(reach.point, after(-34 * 60, -34 * 60));
    assert_eq!(reach.act_before, after(38 * 60, 38 * 60));
}

/// A hundred years of hourly backups and an incident of 1970, seen from 2100: the longest there is.
#[test]
fn the_longest_reach_and_the_ends_of_time_give_an_answer() {
    let schedule = Schedule::new(RecoveryMode::Basic, vec![keeping(876_600, 1, true)]).unwrap();
    let whole = Incident {
        at: Moment::FIRST,
        restore: Moment::LAST,
        hour: None,
    };
    assert_eq!(schedule.probe(&whole), Verdict::Impossible);
    let first = Incident {
        restore: Moment::FIRST,
        ..whole
    };
    assert_eq!(rank(&schedule.probe(&first)), 2);
    let last = Incident {
        at: Moment::LAST,
        ..whole
    };
    assert_eq!(rank(&schedule.probe(&last)), 2);
}
