//! Requirements: which plans qualify, checked at every phase, and what is kept on other pages.

mod fixtures;

use backup_calculator::domain::BackupSettings;
use backup_calculator::domain::requirements::{Caveat, Requirements, UnmetRequirement};
use backup_calculator::domain::url::decode;
use backup_calculator::domain::{Cell, Hours, Minutes, RecoveryMode, Scenario, Schedule};
use backup_calculator::report::PlanFinderResult;
use fixtures::requirements::{DAY, all_cells, requirements, sample_requirements};
use fixtures::{policy, proptest_config, tier};
use proptest::prelude::*;

#[test]
fn plans_not_offered_never_qualify() {
    let policy = policy();
    let absent: Vec<_> = all_cells(&policy)
        .into_iter()
        .filter(|(_, cell)| !cell.is_offered())
        .collect();
    assert_eq!(absent.len(), 14);
    for (name, cell) in absent {
        for requirements in sample_requirements()
            .into_iter()
            .chain([Requirements::default()])
        {
            assert_eq!(
                requirements.unmet(cell),
                [UnmetRequirement::Schedule],
                "{name}"
            );
        }
    }
}

#[test]
fn a_plan_qualifies_only_if_its_guarantees_hold_at_every_phase() {
    let policy = policy();
    for requirements in sample_requirements() {
        for (name, cell) in all_cells(&policy) {
            let fits = requirements.unmet(cell).is_empty();
            let Some(schedule) = cell.schedule() else {
                assert!(!fits, "{name}");
                continue;
            };
            let pitr = schedule.mode() == RecoveryMode::Pitr;
            let (min_window, max_loss) = (
                requirements.min_window.unwrap_or_default(),
                requirements.max_loss,
            );
            let near = |from: Minutes, phase: u32| {
                let to = max_loss.map(|max_loss| from.get() + max_loss.get());
                let points = schedule.restore_points_at_phase(Minutes::new(phase));
                let mut ages = points.iter().map(|point| point.age);
                ages.any(|age| age >= from && (pitr || to.is_none_or(|to| age.get() <= to)))
            };
            let oldest = |phase| {
                schedule
                    .restore_points_at_phase(Minutes::new(phase))
                    .iter()
                    .any(|point| point.age >= min_window)
            };
            let latest = |phase| near(Minutes::new(0), phase);
            let mut phases = 0..DAY;
            let promised = phases.clone().all(|phase| oldest(phase) && latest(phase));
            assert_eq!(
                fits,
                promised && (pitr || !requirements.pitr_required),
                "{name} {requirements:?}"
            );
            if fits {
                let gap = !phases.all(|phase| near(min_window, phase));
                let caveat = matches!(
                    requirements.caveat(cell),
                    Some(Caveat::CoarserBeyond { .. })
                );
                assert_eq!(
                    caveat, gap,
                    "{name} {requirements:?}: more is lost that far back"
                );
            }
        }
    }
}

#[test]
fn for_other_page_drops_the_options_of_one_service() {
    let policy = policy();
    let kept = "at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30&back=14d&lose=12h&pitr=yes&services=redis.startup";
    let query = format!("{kept}&off=2026-11-22&persistence=off");
    let scenario = |query: &str| decode(&policy, "", query).0.scenario;
    assert_eq!(scenario(&query).for_other_page(), scenario(kept));
    assert_ne!(scenario(&query), scenario(kept));
    assert_eq!(Scenario::default().for_other_page(), Scenario::default());
}

/// Any cell with backups: one tier, or a finer one that nests into a coarser.
fn schedules() -> impl Strategy<Value = Schedule> {
    let mode = prop_oneof![Just(RecoveryMode::Basic), Just(RecoveryMode::Pitr)];
    let tiers = (
        1..=12u32,
        1..=6u32,
        1..=4u32,
        0..=9u32,
        any::<bool>(),
        any::<bool>(),
    );
    (mode, tiers).prop_map(|(mode, (interval, times, factor, more, by_age, two))| {
        let fine = tier(interval, times * factor, by_age);
        let coarse = tier(interval * times, factor + more, !by_age);
        let tiers = if two && times > 1 {
            vec![fine, coarse]
        } else {
            vec![fine]
        };
        Schedule::new(mode, tiers).unwrap()
    })
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        1 => Just(Cell::NotOffered),
        1 => Just(Cell::NoBackups),
        1 => Just(Cell::RecoveryOnly),
        1 => Just(Cell::Unspecified),
        9 => schedules().prop_map(Cell::Backups),
    ]
}

fn any_requirements() -> impl Strategy<Value = Requirements> {
    let length = || prop::option::of(prop_oneof![0..=10_000u32, Just(u32::MAX)]);
    (length(), length(), any::<bool>())
        .prop_map(|(min_window, max_loss, pitr)| requirements(min_window, max_loss, pitr))
}

proptest! {
    #![proptest_config(proptest_config(512))]

    #[test]
    fn weaker_requirements_never_disqualify(cell in any_cell(), much in any_requirements(), less in 0..=10_000u32, drop in 0..5) {
        let relaxed = match drop {
            0 => Requirements { min_window: None, ..much },
            1 => Requirements { max_loss: None, ..much },
            2 => Requirements { pitr_required: false, ..much },
            3 => Requirements { min_window: much.min_window.map(|min_window| Minutes::new(min_window.get().saturating_sub(less))), ..much },
            _ => Requirements { max_loss: much.max_loss.map(|max_loss| Minutes::new(max_loss.get().saturating_add(less))), ..much },
        };
        let (before, after) = (much.unmet(&cell), relaxed.unmet(&cell));
        prop_assert!(after.iter().all(|one| before.contains(one)), "{before:?} became {after:?}");
    }

    #[test]
    fn only_qualifying_plans_have_caveats(cell in any_cell(), requirements in any_requirements()) {
        let shortfalls = requirements.unmet(&cell);
        if requirements.caveat(&cell).is_some() {
            prop_assert_eq!(&shortfalls, &[]);
        }
        if let (Some(schedule), true) = (cell.schedule(), shortfalls.is_empty()) {
            let window = schedule.guaranteed_window().to_minutes();
            prop_assert!(requirements.min_window.is_none_or(|min_window| min_window <= window));
            prop_assert!(requirements.max_loss.is_none_or(|max_loss| max_loss >= schedule.worst_case_loss()));
            prop_assert!(!requirements.pitr_required || schedule.mode() == RecoveryMode::Pitr);
        }
    }

    #[test]
    fn a_coarser_interval_caveat_names_the_window_of_the_finer_one(schedule in schedules(), requirements in any_requirements()) {
        let cell = Cell::Backups(schedule.clone());
        if let Some(Caveat::CoarserBeyond { window, interval }) = requirements.caveat(&cell) {
            let (min_window, max_loss) = (requirements.min_window.unwrap(), requirements.max_loss.unwrap());
            prop_assert!(window.to_minutes() < min_window && max_loss < interval);
            let surely = Requirements { min_window: Some(window.to_minutes()), ..requirements };
            prop_assert_eq!(surely.caveat(&cell), None);
            let further = Requirements { min_window: Some(Minutes::new(window.to_minutes().get() + 1)), ..requirements };
            prop_assert!(further.caveat(&cell).is_some());
            prop_assert!(window < Hours::MAX);
        }
    }

    #[test]
    fn any_requirements_give_a_complete_result(requirements in any_requirements()) {
        let policy = policy();
        if let Some(result) = PlanFinderResult::new(&policy, &requirements, BackupSettings::default()) {
            prop_assert!(!result.summary.is_empty());
            prop_assert!(result.rows.iter().all(|row| row.len() == 4));
            let fit = result.rows.iter().flatten().any(|cell| !cell.is_unmet);
            prop_assert_eq!(result.summary.starts_with("No plan"), !fit);
        } else {
            prop_assert!(requirements.is_empty());
        }
    }
}
