//! Valid and invalid tiers and schedules; no number panics.

mod fixtures;

use backup_calculator::domain::{Hours, Minutes, RecoveryMode, Retention, Schedule, Tier};
use backup_calculator::report::format;
use fixtures::tier;
use proptest::prelude::*;

fn refused(interval: u32, keep: Retention) -> &'static str {
    Tier::new(Hours::new(interval), keep).unwrap_err()
}

#[test]
fn invalid_tiers_name_the_reason() {
    let none = "the interval must be at least 1 hour";
    assert_eq!(refused(0, Retention::Count(1)), none);
    assert_eq!(refused(0, Retention::Age(Hours::new(0))), none);
    assert_eq!(
        refused(24, Retention::Count(0)),
        "at least 1 backup must be kept"
    );
    let multiple = "the age must be a multiple of the interval";
    assert_eq!(refused(24, Retention::Age(Hours::new(0))), multiple);
    assert_eq!(refused(24, Retention::Age(Hours::new(36))), multiple);
    assert_eq!(refused(24, Retention::Age(Hours::new(23))), multiple);
    let long = "the tier reaches further back than a hundred years";
    assert_eq!(refused(1, Retention::Count(876_601)), long);
    assert_eq!(refused(876_601, Retention::Count(1)), long);
    assert_eq!(refused(1, Retention::Age(Hours::new(876_601))), long);
    assert_eq!(
        refused(65_536, Retention::Count(65_536)),
        long,
        "their product is 2 to the 32nd"
    );
    assert_eq!(
        tier(876_600, 1, false).max_age(),
        Hours::MAX,
        "a hundred years are still allowed"
    );
    assert_eq!(tier(1, 876_600, true).max_age(), Hours::MAX);
}

#[test]
fn tiers_that_do_not_nest_name_the_reason() {
    #[track_caller]
    fn check(tiers: &[(u32, u32)], expected: Option<&str>) {
        let tiers = tiers
            .iter()
            .map(|(interval, count)| tier(*interval, *count, false))
            .collect();
        assert_eq!(Schedule::new(RecoveryMode::Basic, tiers).err(), expected);
    }
    check(&[], Some("a cell with backups needs at least one tier"));
    let order = Some("tiers go from the finest interval on, each a multiple of the one before");
    check(&[(24, 3), (1, 24)], order);
    check(&[(24, 3), (24, 3)], order);
    check(&[(5, 24), (24, 10)], order);
    let max_age = Some(
        "a finer tier must reach back a whole number of the next tier's intervals, and not further than it",
    );
    check(&[(1, 25), (24, 3)], max_age);
    check(&[(1, 96), (24, 3)], max_age);
    check(&[(1, 24), (24, 3), (48, 2)], max_age);
    check(&[(1, 72), (24, 3)], None);
    check(&[(1, 24), (24, 2), (48, 1)], None);
}

/// Any number, mostly extreme values and those near a hundred years.
fn numbers() -> impl Strategy<Value = u32> {
    prop_oneof![
        0..=30u32,
        any::<u32>(),
        u32::MAX - 2..=u32::MAX,
        876_598..=876_602u32,
        65_535..=65_537u32
    ]
}

fn keeps() -> impl Strategy<Value = Retention> {
    prop_oneof![
        numbers().prop_map(Retention::Count),
        numbers().prop_map(|age| Retention::Age(Hours::new(age)))
    ]
}

proptest! {
    #![proptest_config(fixtures::proptest_config(256))]

    #[test]
    fn no_number_makes_units_panic(hours in numbers(), other in numbers()) {
        let (hours, other) = (Hours::new(hours), Hours::new(other));
        prop_assert_eq!((hours - other).get(), hours.get().saturating_sub(other.get()));
        if hours <= Hours::MAX {
            prop_assert_eq!(hours.to_minutes().get() / 60, hours.get());
        } else {
            prop_assert!(hours.to_minutes() >= Hours::MAX.to_minutes(), "no wrap-around");
        }
    }

    #[test]
    fn no_number_makes_a_schedule_panic(numbers in prop::collection::vec((numbers(), keeps()), 0..4), phase in numbers()) {
        let tiers: Vec<Tier> =
            numbers.into_iter().filter_map(|(interval, keep)| Tier::new(Hours::new(interval), keep).ok()).collect();
        for tier in &tiers {
            prop_assert!(tier.copies() >= 1);
            prop_assert!(tier.guaranteed_window() < tier.max_age());
            prop_assert!(tier.max_age() <= Hours::MAX);
        }
        let alone = tiers.first().and_then(|tier| Schedule::new(RecoveryMode::Basic, vec![*tier]).ok());
        for schedule in Schedule::new(RecoveryMode::Basic, tiers).into_iter().chain(alone) {
            prop_assert!(schedule.guaranteed_window() < schedule.best_case_window());
            prop_assert!(schedule.worst_case_loss() == schedule.shortest_interval().to_minutes());
            // Listing millions of backups takes too long.
            if schedule.restore_point_count() <= 1000 {
                let points = schedule.restore_points_at_phase(Minutes::new(phase));
                prop_assert_eq!(points.len(), schedule.restore_point_count() as usize);
            }
        }
    }

    #[test]
    fn no_number_makes_formatting_panic(number in numbers()) {
        let length = Hours::new(number);
        for words in [format::hours, format::hours_short, format::every, format::interval_adjective] {
            prop_assert!(!words(length).is_empty());
        }
        prop_assert!(!format::minutes(Minutes::new(number)).is_empty());
    }
}
