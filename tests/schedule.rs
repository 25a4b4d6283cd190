//! Windows and restore points of a schedule, against a simulation that takes and deletes backups minute by minute.

mod fixtures;

use backup_calculator::domain::{Minutes, RecoveryMode, Retention, Schedule};
use fixtures::simulation::{Simulation, count, schedules};
use fixtures::tier;
use proptest::prelude::*;

proptest! {
    #![proptest_config(fixtures::proptest_config(96))]

    #[test]
    fn restore_points_equal_the_simulation_at_every_phase(schedule in schedules()) {
        let simulation = Simulation::run(&schedule);
        for phase in 0..simulation.phases {
            let ours = schedule.restore_points_at_phase(Minutes::new(phase));
            let ours: Vec<(u32, u32)> = ours.iter().map(|point| (point.age.get(), point.expires_in.get())).collect();
            prop_assert_eq!(ours, simulation.existing(phase), "phase {}", phase);
        }
    }

    #[test]
    fn windows_equal_the_simulated_bounds(schedule in schedules()) {
        let simulation = Simulation::run(&schedule);
        let all: Vec<Vec<(u32, u32)>> = (0..simulation.phases).map(|phase| simulation.existing(phase)).collect();
        let oldest = || all.iter().filter_map(|points| points.last()).map(|(age, _)| *age);
        let newest = || all.iter().filter_map(|points| points.first()).map(|(age, _)| *age);
        prop_assert_eq!(oldest().count(), all.len(), "there is always a backup");
        prop_assert_eq!(Some(schedule.guaranteed_window().to_minutes().get()), oldest().min());
        // A minute later the oldest backup has expired: the best-case window is an exclusive bound.
        prop_assert_eq!(Some(schedule.best_case_window().to_minutes().get()), oldest().max().map(|age| age + 1));
        prop_assert!(all.iter().all(|points| points.len() == schedule.restore_point_count() as usize));
        let loss = match schedule.mode() {
            RecoveryMode::Pitr => Some(0),
            RecoveryMode::Basic => newest().max().map(|age| age + 1),
        };
        prop_assert_eq!(Some(schedule.worst_case_loss().get()), loss);
    }

    #[test]
    fn each_backup_belongs_to_the_tier_that_keeps_it_longest(schedule in schedules(), phase in 0..10_000u32) {
        for point in schedule.restore_points_at_phase(Minutes::new(phase)) {
            let tier = schedule.tiers()[point.tier_index];
            prop_assert_eq!(point.age.get() + point.expires_in.get(), tier.max_age().to_minutes().get());
        }
    }

    #[test]
    fn longer_retention_never_shrinks_a_window(schedule in schedules(), index in 0..3usize, more in 1..=3u32) {
        let index = index % schedule.tiers().len();
        let widened = schedule.tiers()[index];
        let mut tiers = schedule.tiers().to_vec();
        // A multiple of the next tier's interval, so that the two still nest.
        let step = schedule.tiers().get(index + 1).map_or(1, |next| next.interval().get() / widened.interval().get());
        tiers[index] = tier(widened.interval().get(), count(&widened) + more * step, matches!(widened.retention(), Retention::Age(_)));
        if let Ok(wider) = Schedule::new(schedule.mode(), tiers) {
            prop_assert!(wider.guaranteed_window() >= schedule.guaranteed_window());
            prop_assert!(wider.best_case_window() >= schedule.best_case_window());
            prop_assert!(wider.restore_point_count() >= schedule.restore_point_count());
            prop_assert!(wider.worst_case_loss() <= schedule.worst_case_loss());
            prop_assert!(no_point_is_lost(&schedule, &wider));
        } else {
            prop_assert!(index + 1 < schedule.tiers().len(), "the last tier may always keep more");
        }
    }

    #[test]
    fn another_tier_never_shrinks_a_window(schedule in schedules(), factor in 2..=4u32, more in 0..=3u32) {
        let last = schedule.tiers().last().copied().unwrap();
        let coarse = last.interval().get() * factor;
        // The last tier keeps a multiple of the new interval, so that the two nest.
        let count = last.max_age().get().div_ceil(coarse);
        let mut tiers = schedule.tiers().to_vec();
        *tiers.last_mut().unwrap() = tier(last.interval().get(), count * factor, false);
        tiers.push(tier(coarse, count + more, false));
        let longer = Schedule::new(schedule.mode(), tiers).unwrap();
        prop_assert!(longer.best_case_window() >= schedule.best_case_window());
        prop_assert!(longer.restore_point_count() >= schedule.restore_point_count());
        prop_assert!(longer.guaranteed_window() >= schedule.guaranteed_window());
        prop_assert_eq!(longer.worst_case_loss(), schedule.worst_case_loss());
    }
}

/// Returns whether every backup of `schedule` also exists with `wider`.
fn no_point_is_lost(schedule: &Schedule, wider: &Schedule) -> bool {
    let ages = |schedule: &Schedule| -> Vec<u32> {
        schedule
            .restore_points_at_phase(Minutes::new(17))
            .iter()
            .map(|point| point.age.get())
            .collect()
    };
    let wide = ages(wider);
    ages(schedule).iter().all(|age| wide.contains(age))
}
