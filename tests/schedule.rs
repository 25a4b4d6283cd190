//! What a schedule promises, against a simulation that takes and deletes backups minute by minute.

mod fixtures;

use std::collections::{BTreeMap, VecDeque};

use backup_calculator::domain::{Keep, Minutes, RecoveryMode, Schedule, Tier};
use fixtures::keeping;
use proptest::prelude::*;

/// A backup's life in the simulation: taken at its key, gone from the value on.
type Lives = BTreeMap<u32, u32>;

/// Takes and deletes the backups of one tier from minute 0 to the end, by its rule and nothing else.
fn simulate(tier: &Tier, end: u32, lives: &mut Lives) {
    let mut kept: VecDeque<u32> = VecDeque::new();
    for now in 0..end {
        if now % (tier.interval().get() * 60) == 0 {
            kept.push_back(now);
        }
        while kept.front().is_some_and(|oldest| match tier.keep() {
            Keep::Count(count) => kept.len() > count as usize,
            Keep::Age(age) => now - oldest >= age.get() * 60,
        }) {
            let gone = kept.pop_front().unwrap_or_default();
            // A backup that several tiers keep is gone when the last of them lets it go.
            lives
                .entry(gone)
                .and_modify(|until| *until = now.max(*until))
                .or_insert(now);
        }
    }
    for taken in kept {
        lives.insert(taken, u32::MAX);
    }
}

/// What exists at each minute of one interval of the coarsest tier, once the oldest backups have gone.
struct Simulation {
    lives: Lives,
    start: u32,
    phases: u32,
}

impl Simulation {
    fn run(schedule: &Schedule) -> Self {
        let longest = schedule
            .tiers()
            .iter()
            .map(|tier| tier.interval().get() * 60 * (count(tier) + 1))
            .max();
        let phases = schedule
            .tiers()
            .iter()
            .map(|tier| tier.interval().get() * 60)
            .max()
            .unwrap_or_default();
        let start = longest.unwrap_or_default().next_multiple_of(phases);
        let mut lives = Lives::new();
        for tier in schedule.tiers() {
            simulate(
                tier,
                start + phases + longest.unwrap_or_default(),
                &mut lives,
            );
        }
        Self {
            lives,
            start,
            phases,
        }
    }

    /// Age and time to live of all backups, newest first, so long after one of the coarsest tier was taken.
    fn existing(&self, phase: u32) -> Vec<(u32, u32)> {
        let now = self.start + phase;
        let alive = self
            .lives
            .iter()
            .rev()
            .filter(|(taken, gone)| **taken <= now && now < **gone);
        alive
            .map(|(taken, gone)| (now - taken, gone - now))
            .collect()
    }
}

fn count(tier: &Tier) -> u32 {
    match tier.keep() {
        Keep::Count(count) => count,
        Keep::Age(age) => age.get() / tier.interval().get(),
    }
}

/// One to three tiers that nest, made from the coarsest on: a finer one divides its interval by a factor, and
/// reaches back some of its intervals.
fn schedules() -> impl Strategy<Value = Schedule> {
    let finer = prop::collection::vec((2..=4u32, any::<u32>(), any::<bool>()), 0..=2);
    let mode = prop_oneof![Just(RecoveryMode::Basic), Just(RecoveryMode::Pitr)];
    (mode, 1..=3u32, 1..=6u32, any::<bool>(), finer).prop_map(
        |(mode, finest, count, by_age, finer)| {
            let mut interval = finest * finer.iter().map(|(factor, ..)| factor).product::<u32>();
            let mut count = count;
            let mut tiers = vec![keeping(interval, count, by_age)];
            for (factor, reach, by_age) in finer {
                interval /= factor;
                count = factor * (1 + reach % count);
                tiers.insert(0, keeping(interval, count, by_age));
            }
            Schedule::new(mode, tiers).unwrap()
        },
    )
}

proptest! {
    #![proptest_config(fixtures::cases(96))]

    #[test]
    fn existing_backups_are_those_of_the_simulation_in_every_minute(schedule in schedules()) {
        let simulation = Simulation::run(&schedule);
        for phase in 0..simulation.phases {
            let ours = schedule.existing(Minutes::new(phase));
            let ours: Vec<(u32, u32)> = ours.iter().map(|point| (point.age.get(), point.expires_in.get())).collect();
            prop_assert_eq!(ours, simulation.existing(phase), "phase {}", phase);
        }
    }

    #[test]
    fn promises_are_the_least_and_the_most_of_the_simulation(schedule in schedules()) {
        let simulation = Simulation::run(&schedule);
        let all: Vec<Vec<(u32, u32)>> = (0..simulation.phases).map(|phase| simulation.existing(phase)).collect();
        let oldest = || all.iter().filter_map(|points| points.last()).map(|(age, _)| *age);
        let newest = || all.iter().filter_map(|points| points.first()).map(|(age, _)| *age);
        prop_assert_eq!(oldest().count(), all.len(), "there is always a backup");
        prop_assert_eq!(Some(schedule.guaranteed_window().minutes().get()), oldest().min());
        // A minute later the oldest backup is gone: the best case is never quite reached.
        prop_assert_eq!(Some(schedule.best_case_window().minutes().get()), oldest().max().map(|age| age + 1));
        prop_assert!(all.iter().all(|points| points.len() == schedule.restore_points() as usize));
        let loss = match schedule.mode() {
            RecoveryMode::Pitr => Some(0),
            RecoveryMode::Basic => newest().max().map(|age| age + 1),
        };
        prop_assert_eq!(Some(schedule.worst_case_loss().get()), loss);
    }

    #[test]
    fn each_backup_belongs_to_the_tier_that_keeps_it_longest(schedule in schedules(), phase in 0..10_000u32) {
        for point in schedule.existing(Minutes::new(phase)) {
            let tier = schedule.tiers()[point.tier];
            prop_assert_eq!(point.age.get() + point.expires_in.get(), tier.lifetime().minutes().get());
        }
    }

    #[test]
    fn a_wider_rule_never_makes_a_promise_worse(schedule in schedules(), index in 0..3usize, more in 1..=3u32) {
        let index = index % schedule.tiers().len();
        let widened = schedule.tiers()[index];
        let mut tiers = schedule.tiers().to_vec();
        // Whole intervals of the next tier, so that the two still nest.
        let step = schedule.tiers().get(index + 1).map_or(1, |next| next.interval().get() / widened.interval().get());
        tiers[index] = keeping(widened.interval().get(), count(&widened) + more * step, matches!(widened.keep(), Keep::Age(_)));
        if let Ok(wider) = Schedule::new(schedule.mode(), tiers) {
            prop_assert!(wider.guaranteed_window() >= schedule.guaranteed_window());
            prop_assert!(wider.best_case_window() >= schedule.best_case_window());
            prop_assert!(wider.restore_points() >= schedule.restore_points());
            prop_assert!(wider.worst_case_loss() <= schedule.worst_case_loss());
            prop_assert!(no_point_is_lost(&schedule, &wider));
        } else {
            prop_assert!(index + 1 < schedule.tiers().len(), "the last tier may always keep more");
        }
    }

    #[test]
    fn a_further_tier_never_makes_a_promise_worse(schedule in schedules(), factor in 2..=4u32, more in 0..=3u32) {
        let last = schedule.tiers().last().copied().unwrap();
        let coarse = last.interval().get() * factor;
        // The last tier first keeps whole intervals of the new one, so that the two nest.
        let reach = last.lifetime().get().div_ceil(coarse);
        let mut tiers = schedule.tiers().to_vec();
        *tiers.last_mut().unwrap() = keeping(last.interval().get(), reach * factor, false);
        tiers.push(keeping(coarse, reach + more, false));
        let longer = Schedule::new(schedule.mode(), tiers).unwrap();
        prop_assert!(longer.best_case_window() >= schedule.best_case_window());
        prop_assert!(longer.restore_points() >= schedule.restore_points());
        prop_assert!(longer.guaranteed_window() >= schedule.guaranteed_window());
        prop_assert_eq!(longer.worst_case_loss(), schedule.worst_case_loss());
    }
}

/// Whether every backup that `schedule` keeps also exists with `wider`.
fn no_point_is_lost(schedule: &Schedule, wider: &Schedule) -> bool {
    let ages = |schedule: &Schedule| -> Vec<u32> {
        schedule
            .existing(Minutes::new(17))
            .iter()
            .map(|point| point.age.get())
            .collect()
    };
    let wide = ages(wider);
    ages(schedule).iter().all(|age| wide.contains(age))
}
