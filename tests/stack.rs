//! Recovery of several services together, against every combination of their phases, minute by minute.

mod fixtures;

use std::collections::BTreeSet;

use backup_calculator::domain::recovery::{Bounds, Recoverability};
use backup_calculator::domain::stack::{StackRecovery, StackWindows};
use backup_calculator::domain::{Minutes, RecoveryMode, Scenario, Schedule, Timestamp};
use fixtures::{cell, policy, tier};
use proptest::prelude::*;

/// The outcome of a member at one phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Given {
    /// The time that its data is restored to.
    own: Timestamp,
    /// When the restore point used expires.
    expires: Timestamp,
    /// When its last restore point from before the incident expires.
    last: Timestamp,
    /// Its oldest restore point.
    oldest: Timestamp,
}

/// Returns the outcome of a member at every phase, simulated; `None` if no restore point is from before the incident.
fn simulated(schedule: &Schedule, at: Timestamp, restore: Timestamp) -> BTreeSet<Option<Given>> {
    let cycle = schedule
        .tiers()
        .last()
        .unwrap()
        .interval()
        .to_minutes()
        .get();
    let given = |phase| {
        let existing = schedule.restore_points_at_phase(Minutes::new(phase));
        let before = existing.iter().filter(|point| restore - point.age <= at);
        let newest = before.clone().next()?;
        Some(Given {
            own: match schedule.mode() {
                RecoveryMode::Pitr => at,
                RecoveryMode::Basic => restore - newest.age,
            },
            expires: restore + newest.expires_in,
            last: before.map(|point| restore + point.expires_in).max()?,
            oldest: restore - existing.last()?.age,
        })
    };
    (0..cycle).map(given).collect()
}

/// One phase of every member; `None` is a member that cannot be restored.
type Way = Vec<Option<Given>>;

/// Returns every combination of the members' phases.
fn together(members: &[Schedule], at: Timestamp, restore: Timestamp) -> Vec<Way> {
    members.iter().fold(vec![Vec::new()], |all, member| {
        let phases = simulated(member, at, restore);
        let with = |one: &Way| {
            let one = one.clone();
            phases
                .iter()
                .map(move |given| [one.as_slice(), &[*given]].concat())
                .collect::<Vec<_>>()
        };
        all.iter().flat_map(with).collect()
    })
}

/// Returns the minimum and maximum of the values.
fn span<T: Copy + Ord>(values: impl Iterator<Item = T>) -> Option<Bounds<T>> {
    values.fold(None, |span, value| {
        let span = span.unwrap_or(Bounds::exact(value));
        Some(Bounds {
            min: span.min.min(value),
            max: span.max.max(value),
        })
    })
}

/// A schedule whose coarsest interval is at most `hours`.
fn schedule(hours: u32) -> impl Strategy<Value = Schedule> {
    let mode = prop_oneof![2 => Just(RecoveryMode::Basic), 1 => Just(RecoveryMode::Pitr)];
    let finer = (any::<bool>(), 1..=4u32, any::<bool>());
    (mode, 1..=hours, 1..=4u32, any::<bool>(), finer).prop_map(
        |(mode, interval, count, by_age, (two, factor, finer_by_age))| {
            let mut tiers = vec![tier(interval, count, by_age)];
            if two && interval > 1 {
                tiers.insert(0, tier(1, interval * (1 + factor % count), finer_by_age));
            }
            Schedule::new(mode, tiers).unwrap()
        },
    )
}

/// One to three members, with few enough phases to try all combinations.
fn members() -> impl Strategy<Value = Vec<Schedule>> {
    prop_oneof![
        prop::collection::vec(schedule(6), 1..=1),
        prop::collection::vec(schedule(3), 2..=2),
        prop::collection::vec(schedule(1), 3..=3),
    ]
}

fn timestamp(minutes: u32) -> Timestamp {
    Timestamp::MIN + Minutes::new(50_000_000 + minutes)
}

proptest! {
    #![proptest_config(fixtures::proptest_config(64))]

    #[test]
    fn recovery_equals_trying_all_phases(members in members(), offset in 0..1440u32, elapsed in 0..1000u32) {
        let (at, restore) = (timestamp(offset), timestamp(offset + elapsed));
        let ways = together(&members, at, restore);
        let good: Vec<Vec<Given>> = ways.iter().filter_map(|way| way.iter().copied().collect()).collect();
        let schedules: Vec<Option<&Schedule>> = members.iter().map(Some).collect();
        let recovery = StackRecovery::new(&schedules, at, restore);
        prop_assert_eq!(recovery.recoverability.outcome().is_some(), !good.is_empty());
        prop_assert_eq!(recovery.recoverability.is_certain(), good.len() == ways.len());
        let own = |way: &Vec<Given>| way.iter().map(|given| given.own).min().unwrap();
        let Some(common) = recovery.recoverability.outcome() else {
            prop_assert!(good.is_empty());
            return Ok(());
        };
        prop_assert_eq!(Some(common.time), span(good.iter().map(own)));
        prop_assert_eq!(Some(common.data_loss), span(good.iter().filter_map(|way| at.checked_duration_since(own(way)))));
        let expires = |way: &Vec<Given>| way.iter().map(|given| given.expires).min().unwrap();
        prop_assert_eq!(Some(common.deadline), span(good.iter().map(expires)));
        let last = |way: &Vec<Given>| way.iter().map(|given| given.last).min().unwrap();
        prop_assert_eq!(Some(common.final_deadline), span(good.iter().map(last)));
        // Every member has its data up to the common recovery point, and one has no more.
        prop_assert!(good.iter().all(|way| way.iter().all(|given| given.own >= own(way))));
        let pitr = members.iter().enumerate().filter(|(_, member)| member.mode() == RecoveryMode::Pitr);
        let stops = pitr.map(|(index, _)| (index, good.iter().all(|way| way[index].oldest <= own(way))));
        prop_assert_eq!(&common.pitr_targets, &stops.collect::<Vec<_>>());
    }

    #[test]
    fn the_limiting_members_are_those_whose_backups_decide(members in members(), offset in 0..1440u32, elapsed in 0..1000u32) {
        let (at, restore) = (timestamp(offset), timestamp(offset + elapsed));
        let schedules: Vec<Option<&Schedule>> = members.iter().map(Some).collect();
        let recovery = StackRecovery::new(&schedules, at, restore);
        let fails = |index: &usize| simulated(&members[*index], at, restore).contains(&None);
        let never = |index: &usize| simulated(&members[*index], at, restore).iter().all(Option::is_none);
        let expected: Vec<usize> = match recovery.recoverability {
            Recoverability::Impossible => (0..members.len()).filter(never).collect(),
            _ => (0..members.len()).filter(fails).collect(),
        };
        prop_assert_eq!(recovery.limiting_members, expected);
    }

    #[test]
    fn the_guaranteed_window_is_the_widest_with_certain_recovery(members in members()) {
        let schedules: Vec<Option<&Schedule>> = members.iter().map(Some).collect();
        let all = StackWindows::new(&schedules).unwrap();
        let restore = timestamp(0);
        let answer = |age| StackRecovery::new(&schedules, restore - Minutes::new(age), restore);
        let (sure, best) = (all.guaranteed_window.to_minutes().get(), all.best_case_window.to_minutes().get());
        prop_assert!(answer(sure).recoverability.is_certain());
        prop_assert!(!answer(sure + 1).recoverability.is_certain());
        prop_assert_eq!(&answer(sure + 1).limiting_members, &all.limiting_window, "the weakest fail first");
        prop_assert_ne!(answer(best - 1).recoverability, Recoverability::Impossible);
        prop_assert_eq!(answer(best).recoverability, Recoverability::Impossible);
        // Without an incident, the common recovery point is the newest possible: its last minute is not over.
        let answer = answer(0);
        let now = answer.recoverability.outcome().unwrap();
        prop_assert_eq!(now.time.max, restore);
        prop_assert_eq!(all.worst_case_loss.get(), match now.data_loss.max.get() { 0 => 0, most => most + 1 });
        let pitr = members.iter().all(|member| member.mode() == RecoveryMode::Pitr);
        prop_assert_eq!(all.worst_case_loss.get() == 0, pitr);
        prop_assert_eq!(all.limiting_loss.is_empty(), pitr);
    }

    #[test]
    fn another_member_never_improves_the_outcome(members in members(), other in schedule(6), elapsed in 0..1000u32) {
        let schedules: Vec<Option<&Schedule>> = members.iter().map(Some).collect();
        let more: Vec<Option<&Schedule>> = schedules.iter().copied().chain([Some(&other)]).collect();
        let rank = |members: &[Option<&Schedule>]| match StackRecovery::new(members, timestamp(0), timestamp(elapsed)).recoverability {
            Recoverability::Certain(_) => 0,
            Recoverability::Possible(_) => 1,
            _ => 2,
        };
        prop_assert!(rank(&more) >= rank(&schedules));
        let (few, many) = (StackWindows::new(&schedules).unwrap(), StackWindows::new(&more).unwrap());
        prop_assert!(many.guaranteed_window <= few.guaranteed_window && many.best_case_window <= few.best_case_window && many.worst_case_loss >= few.worst_case_loss);
    }
}

#[test]
fn a_member_without_backups_makes_recovery_impossible() {
    let daily = Schedule::new(RecoveryMode::Basic, vec![tier(24, 3, false)]).unwrap();
    let recovery = StackRecovery::new(
        &[Some(&daily), None, Some(&daily)],
        timestamp(0),
        timestamp(1),
    );
    assert_eq!(recovery.recoverability, Recoverability::Impossible);
    assert_eq!(recovery.limiting_members, [1]);
    assert!(recovery.per_member[0].is_some() && recovery.per_member[1].is_none());
    let together = StackWindows::new(&[Some(&daily), None, Some(&daily)]).unwrap();
    assert_eq!(
        (together.guaranteed_window.get(), together.limiting_window),
        (48, vec![0, 2]),
        "ties are named all"
    );
    assert_eq!(StackWindows::new(&[None]), None);
    assert_eq!(StackWindows::new(&[]), None);
}

#[test]
fn an_incident_after_the_restore_has_no_outcome() {
    let daily = Schedule::new(RecoveryMode::Basic, vec![tier(24, 3, false)]).unwrap();
    for members in [vec![Some(&daily)], vec![Some(&daily), None]] {
        let recovery = StackRecovery::new(&members, timestamp(1), timestamp(0));
        assert_eq!(
            recovery.recoverability,
            Recoverability::IncidentAfterRestore
        );
    }
}

#[test]
fn toggling_pairs_in_any_order_gives_one_stack() {
    let policy = policy();
    let pairs = [
        "redis/startup",
        "postgresql/business",
        "opensearch/premium",
        "redis/business",
    ];
    let pairs = pairs.map(|name| cell(&policy, name));
    let stack = |order: &[usize]| {
        order
            .iter()
            .fold(Scenario::default(), |case, index| {
                case.with_toggled(pairs[*index])
            })
            .stack
    };
    let all = stack(&[0, 1, 2, 3]);
    assert_eq!(
        all,
        [pairs[1], pairs[2], pairs[0], pairs[3]],
        "in the order of the policy"
    );
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        assert_eq!(stack(&order), all);
    }
    assert_eq!(
        stack(&[0, 1, 2, 3, 1]),
        [pairs[2], pairs[0], pairs[3]],
        "a second time takes it out"
    );
    assert_eq!(stack(&[0, 0]), []);
}
