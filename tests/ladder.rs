//! The ladder against the core: every row's verdict, windows, backups and restore point are those that the answer of the row has.

mod fixtures;

use backup_calculator::domain::recovery::Incident;
use backup_calculator::domain::stack::StackRecovery;
use backup_calculator::domain::time::{TimeOfDay, Utc};
use backup_calculator::domain::{
    Minutes, Page, PlanId, Policy, RecoveryMode, Scenario, Schedule, Selection, ServiceId,
    Timestamp, url,
};
use backup_calculator::export::ladder_svg::LadderSvg;
use backup_calculator::export::svg::{Length, Shape};
use backup_calculator::report::incident::IncidentVerdict;
use backup_calculator::report::ladder::LadderRow;
use backup_calculator::report::{Ladder, PageContent, Panel, TimeContext};
use fixtures::{UNKNOWN_TIME, ladder, policy, proptest_config};
use proptest::prelude::*;

const NOW: &str = "2026-11-26T12:34Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn time() -> TimeContext<'static> {
    TimeContext {
        now: Some(now()),
        zone: &Utc,
    }
}

fn content(policy: &Policy, selection: &Selection) -> PageContent {
    PageContent::new(policy, selection, time())
}

/// Returns the pair that a row stands for, and the selection of its answer.
fn answer_of(policy: &Policy, row: &LadderRow) -> ((ServiceId, PlanId), Selection) {
    let (path, query) = row.path.split_once('?').unwrap_or((&row.path, ""));
    let (selection, warnings) = url::decode(policy, path, query);
    assert!(warnings.is_empty(), "{}", row.path);
    match selection.page {
        Page::Answer(service, plan) => ((service, plan), selection),
        ref page => panic!("{}: {page:?}", row.path),
    }
}

/// Checks a row against the core for an incident.
fn check_row(
    policy: &Policy,
    ladder: &Ladder,
    row: &LadderRow,
    at: Timestamp,
    restore_at: Timestamp,
    backup_time: Option<TimeOfDay>,
) {
    let (cell, selection) = answer_of(policy, row);
    // The verdict is that of the row's own answer.
    let Panel::Answer(answer) = content(policy, &selection).panel else {
        panic!("{}", row.path);
    };
    let incident_report = answer.incident.as_ref().unwrap();
    assert_eq!(row.verdict, Some(incident_report.verdict), "{}", row.path);
    let schedule = answer.report.schedule.as_ref();
    assert_eq!(row.backups.is_some(), schedule.is_some());
    let (Some(schedule), Some(backups)) = (schedule, &row.backups) else {
        assert_eq!(row.restore_point, None);
        return;
    };
    assert_eq!(policy.cell(cell.0, cell.1).cell.schedule(), Some(schedule));
    assert_eq!(
        backups.guaranteed,
        schedule.guaranteed_window().to_minutes()
    );
    assert_eq!(backups.best_case, schedule.best_case_window().to_minutes());
    assert!(backups.best_case <= ladder.horizon);
    // The backups coexist.
    let points = schedule.restore_points_at_phase(backups.ages[0]);
    for age in &backups.ages {
        assert!(points.iter().any(|point| point.age == *age), "{age:?}");
    }
    if let Some((newest, oldest)) = backups.frequent {
        assert!(points.iter().any(|point| point.age == newest));
        assert!(points.iter().any(|point| point.age == oldest));
        assert!(newest <= oldest);
    }
    // The restore point is that of the core, and before the incident.
    let incident = Incident {
        at,
        restore_at,
        backup_time,
    };
    let outcome = schedule.assess(&incident);
    let age = |time: Timestamp| restore_at.checked_duration_since(time).unwrap();
    let expected = outcome.outcome().map(|outcome| {
        let taken = outcome.restore_point_taken;
        match schedule.mode() {
            RecoveryMode::Pitr => (age(at), age(at)),
            RecoveryMode::Basic => (age(taken.max), age(taken.min)),
        }
    });
    assert_eq!(row.restore_point, expected, "{}", row.path);
    if let Some((newest, oldest)) = row.restore_point {
        assert!(age(at) <= newest && newest <= oldest);
    }
}

proptest! {
    #![proptest_config(proptest_config(200))]

    #[test]
    fn every_row_says_what_its_own_answer_says(
        service in 0..13_usize,
        plan in 0..4_usize,
        ago in 0..60_000_u32,
        delay in prop_oneof![Just(0_u32), 1..20_000_u32],
        minute in proptest::option::of(0..1440_u32),
        persistence_disabled in any::<bool>(),
    ) {
        let policy = policy();
        let service = policy.services().nth(service).unwrap().0;
        let plan = policy.plans().nth(plan).unwrap().0;
        let mut selection = Selection { page: Page::Answer(service, plan), scenario: Scenario::default() };
        let at = now() - Minutes::new(ago);
        let incident = &mut selection.scenario.incident;
        incident.at = Some(at);
        let restore_at = now() + Minutes::new(delay);
        incident.restore_at = (delay > 0).then_some(restore_at);
        incident.backup_time = minute.and_then(TimeOfDay::from_minutes);
        let backup_time = incident.backup_time;
        selection.scenario.service.persistence_disabled = persistence_disabled;
        // Restore and time of day belong to the incident, which other pages keep.
        if let Some(ladder) = &content(&policy, &selection).ladder {
            prop_assert_eq!(ladder.incident, restore_at.checked_duration_since(at));
            for row in &ladder.rows {
                check_row(&policy, ladder, row, at, restore_at, backup_time);
            }
            check_drawing(ladder);
        }
    }

    #[test]
    fn the_rows_of_a_stack_are_its_services(
        indices in proptest::collection::btree_set(0..52_usize, 1..6),
        ago in 0..60_000_u32,
    ) {
        let policy = policy();
        let cells = policy.services().flat_map(|(service, _)| policy.plans().map(move |(plan, _)| (service, plan)).collect::<Vec<_>>());
        let cells: Vec<_> = cells.collect();
        let stack: Vec<_> = indices.iter().map(|index| cells[*index]).collect();
        let mut selection = Selection { page: Page::Stack, scenario: Scenario::default() };
        selection.scenario.stack.clone_from(&stack);
        let at = now() - Minutes::new(ago);
        selection.scenario.incident.at = Some(at);
        let content = content(&policy, &selection);
        let schedules: Vec<Option<&Schedule>> = stack.iter().map(|(service, plan)| policy.cell(*service, *plan).cell.schedule()).collect();
        prop_assert_eq!(content.ladder.is_some(), schedules.iter().any(Option::is_some));
        if let Some(ladder) = &content.ladder {
            prop_assert_eq!(ladder.rows.len(), stack.len());
            for (row, cell) in ladder.rows.iter().zip(&stack) {
                prop_assert_eq!(answer_of(&policy, row).0, *cell);
                check_row(&policy, ladder, row, at, now(), None);
            }
            let recovery = StackRecovery::new(&schedules, at, now());
            let point = recovery.recoverability.outcome().map(|point| point.time);
            let age = |time: Timestamp| now().checked_duration_since(time).unwrap();
            prop_assert_eq!(ladder.common_point, point.map(|time| (age(time.max), age(time.min))));
            check_drawing(ladder);
        }
    }
}

/// Checks that no shape of a drawing leaves the picture, and that the flag stands at the incident.
fn check_drawing(ladder: &Ladder) {
    let svg = LadderSvg::new(ladder);
    let percent = |length: &Length| match length {
        Length::Percent(hundredths) => *hundredths,
        Length::Px(0) => 0,
        Length::Px(pixels) => panic!("{pixels} px"),
    };
    let mut flags = Vec::new();
    let mut shapes: Vec<&Shape> = svg.shapes.iter().collect();
    while let Some(shape) = shapes.pop() {
        match shape {
            Shape::Group { shapes: inner, .. } => shapes.extend(inner),
            Shape::Rect {
                class, x, width, ..
            } => {
                assert!(percent(x) + percent(width) <= 10_000, "{class}");
            }
            Shape::Circle { cx, .. } => assert!(percent(cx) <= 10_000),
            Shape::Line { class, x1, x2, .. } => {
                assert!(
                    percent(x1) <= percent(x2) && percent(x2) <= 10_000,
                    "{class}"
                );
                if *class == "incident-line" {
                    flags.push(percent(x1));
                }
            }
            Shape::Text { x, .. } => assert!(percent(x) <= 10_000),
        }
    }
    let (horizon, incident) = (u64::from(ladder.horizon.get()), ladder.incident.unwrap());
    let expected = horizon.checked_sub(u64::from(incident.get()));
    let expected = expected.map(|left| (left * 10_000 / horizon) as u32);
    assert_eq!(
        flags,
        Vec::from_iter(expected),
        "older than the axis: no flag"
    );
}

#[test]
fn without_an_incident_a_row_says_its_retention() {
    let ladder = ladder(&policy(), "postgresql/business", "", UNKNOWN_TIME).unwrap();
    let rows: Vec<_> = ladder
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.result(), row.is_selected))
        .collect();
    assert_eq!(
        rows,
        [
            ("Hobbyist", "Recovery only", false),
            ("Startup", "2 days", false),
            ("Business", "14 days", true),
            ("Premium", "30 days", false),
        ]
    );
    assert_eq!(ladder.incident, None);
    let ticks: Vec<&str> = ladder
        .ticks
        .iter()
        .map(|tick| tick.label.as_str())
        .collect();
    assert_eq!(
        ticks,
        ["now", "10 d", "20 d"],
        "a written page knows no date"
    );
}

#[test]
fn with_a_clock_the_axis_has_dates_where_their_days_begin() {
    let ladder = ladder(&policy(), "postgresql/business", "", time()).unwrap();
    let ticks: Vec<_> = ladder
        .ticks
        .iter()
        .map(|tick| (tick.age.get(), tick.label.as_str()))
        .collect();
    let minutes = 12 * 60 + 34;
    assert_eq!(
        ticks,
        [
            (0, "now"),
            (10 * 1440 + minutes, "11-16"),
            (20 * 1440 + minutes, "11-06")
        ]
    );
    let planned = fixtures::ladder(
        &policy(),
        "postgresql/business",
        "restore=2026-11-28T00:00Z",
        time(),
    );
    let planned = planned.unwrap();
    assert_eq!(planned.ticks[0].label, "restore");
    assert_eq!(planned.ticks[1].age, Minutes::new(10 * 1440));
}

#[test]
fn services_without_backups_and_other_pages_have_no_ladder() {
    let policy = policy();
    for path in [
        "kafka/business",
        "kafka",
        "",
        "stack",
        "stack/?x",
        "m3aggregator/premium",
    ] {
        assert_eq!(ladder(&policy, path, "", time()), None, "{path}");
    }
    let service = ladder(&policy, "redis", "at=2026-11-25T12:00Z", time()).unwrap();
    assert!(service.rows.iter().all(|row| !row.is_selected));
    assert_eq!(service.rows[3].verdict, Some(IncidentVerdict::Certain));
    assert_eq!(service.rows[0].verdict, Some(IncidentVerdict::NotStated));
}
