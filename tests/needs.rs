//! Needs: which plans qualify, proven by what exists whenever backups run; and what goes along to other pages.

mod fixtures;

use backup_calculator::domain::requirements::{Caveat, Requirements, UnmetRequirement};
use backup_calculator::domain::url::decode;
use backup_calculator::domain::{Cell, Hours, Minutes, RecoveryMode, Scenario, Schedule};
use backup_calculator::report::PlanFinderResult;
use fixtures::need::{DAY, all, needs, several};
use fixtures::{cases, keeping, policy};
use proptest::prelude::*;

#[test]
fn a_plan_that_does_not_exist_never_qualifies() {
    let policy = policy();
    let absent: Vec<_> = all(&policy)
        .into_iter()
        .filter(|(_, cell)| !cell.is_offered())
        .collect();
    assert_eq!(absent.len(), 14);
    for (name, cell) in absent {
        for needs in several().into_iter().chain([Requirements::default()]) {
            assert_eq!(needs.unmet(cell), [UnmetRequirement::NotOffered], "{name}");
        }
    }
}

#[test]
fn a_plan_qualifies_only_where_its_promises_hold_whenever_backups_run() {
    let policy = policy();
    for needs in several() {
        for (name, cell) in all(&policy) {
            let fits = needs.unmet(cell).is_empty();
            let Some(schedule) = cell.schedule() else {
                assert!(!fits, "{name}");
                continue;
            };
            let pitr = schedule.mode() == RecoveryMode::Pitr;
            let (back, lose) = (needs.min_window.unwrap_or_default(), needs.max_loss);
            let near = |from: Minutes, phase: u32| {
                let to = lose.map(|lose| from.get() + lose.get());
                let points = schedule.restore_points_at_phase(Minutes::new(phase));
                let mut ages = points.iter().map(|point| point.age);
                ages.any(|age| age >= from && (pitr || to.is_none_or(|to| age.get() <= to)))
            };
            let oldest = |phase| {
                schedule
                    .restore_points_at_phase(Minutes::new(phase))
                    .iter()
                    .any(|point| point.age >= back)
            };
            let latest = |phase| near(Minutes::new(0), phase);
            let mut phases = 0..DAY;
            let promised = phases.clone().all(|phase| oldest(phase) && latest(phase));
            assert_eq!(
                fits,
                promised && (pitr || !needs.pitr_required),
                "{name} {needs:?}"
            );
            if fits {
                let gap = !phases.all(|phase| near(back, phase));
                let told = matches!(needs.caveat(cell), Some(Caveat::CoarserBeyond { .. }));
                assert_eq!(told, gap, "{name} {needs:?}: more is lost that far back");
            }
        }
    }
}

#[test]
fn the_case_goes_along_without_what_was_asked_of_one_service_alone() {
    let policy = policy();
    let kept = "at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30&back=14d&lose=12h&pitr=yes&services=redis.startup";
    let query = format!("{kept}&with=premium&off=2026-11-22&persistence=off");
    let case = |query: &str| decode(&policy, "", query).0.scenario;
    assert_eq!(case(&query).for_other_page(), case(kept));
    assert_ne!(case(&query), case(kept));
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
    (mode, tiers).prop_map(|(mode, (interval, times, reach, more, by_age, two))| {
        let fine = keeping(interval, times * reach, by_age);
        let coarse = keeping(interval * times, reach + more, !by_age);
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
        9 => schedules().prop_map(Cell::Backups),
    ]
}

fn any_needs() -> impl Strategy<Value = Requirements> {
    let length = || prop::option::of(prop_oneof![0..=10_000u32, Just(u32::MAX)]);
    (length(), length(), any::<bool>()).prop_map(|(back, lose, pitr)| needs(back, lose, pitr))
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn to_need_less_never_disqualifies(cell in any_cell(), much in any_needs(), less in 0..=10_000u32, drop in 0..5) {
        let relaxed = match drop {
            0 => Requirements { min_window: None, ..much },
            1 => Requirements { max_loss: None, ..much },
            2 => Requirements { pitr_required: false, ..much },
            3 => Requirements { min_window: much.min_window.map(|back| Minutes::new(back.get().saturating_sub(less))), ..much },
            _ => Requirements { max_loss: much.max_loss.map(|lose| Minutes::new(lose.get().saturating_add(less))), ..much },
        };
        let (before, after) = (much.unmet(&cell), relaxed.unmet(&cell));
        prop_assert!(after.iter().all(|one| before.contains(one)), "{before:?} became {after:?}");
    }

    #[test]
    fn a_plan_that_qualifies_has_no_shortfall_and_only_such_a_plan_a_caveat(cell in any_cell(), needs in any_needs()) {
        let shortfalls = needs.unmet(&cell);
        if needs.caveat(&cell).is_some() {
            prop_assert_eq!(&shortfalls, &[]);
        }
        if let (Some(schedule), true) = (cell.schedule(), shortfalls.is_empty()) {
            let window = schedule.guaranteed_window().to_minutes();
            prop_assert!(needs.min_window.is_none_or(|back| back <= window));
            prop_assert!(needs.max_loss.is_none_or(|lose| lose >= schedule.worst_case_loss()));
            prop_assert!(!needs.pitr_required || schedule.mode() == RecoveryMode::Pitr);
        }
    }

    #[test]
    fn a_loss_that_grows_is_told_with_how_far_it_stays_small(schedule in schedules(), needs in any_needs()) {
        let cell = Cell::Backups(schedule.clone());
        if let Some(Caveat::CoarserBeyond { window, interval }) = needs.caveat(&cell) {
            let (back, lose) = (needs.min_window.unwrap(), needs.max_loss.unwrap());
            prop_assert!(beyond.to_minutes() < back && lose < gap);
            let surely = Requirements { min_window: Some(beyond.to_minutes()), ..needs };
            prop_assert_eq!(surely.caveat(&cell), None);
            let further = Requirements { min_window: Some(Minutes::new(beyond.to_minutes().get() + 1)), ..needs };
            prop_assert!(further.caveat(&cell).is_some());
            prop_assert!(beyond < Hours::MAX);
        }
    }

    #[test]
    fn no_needs_make_the_table_panic_or_say_nothing(needs in any_needs()) {
        let policy = policy();
        if let Some(found) = PlanFinderResult::new(&policy, &needs) {
            prop_assert!(!found.summary.is_empty());
            prop_assert!(found.rows.iter().all(|row| !row.summary.is_empty() && row.cells.len() == 4));
            let fit = found.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.is_unmet);
            prop_assert_eq!(found.summary.starts_with("No plan"), !fit);
        } else {
            prop_assert!(needs.is_empty());
        }
    }
}
