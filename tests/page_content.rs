//! Content of a page: an update equals a rebuild, and shares the reports whose inputs are the same.

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{Page, Selection, Timestamp, url};
use backup_calculator::report::{AnswerContent, PageContent, Panel, TimeContext};
use fixtures::page_changes::{NOW, cells, changes, timestamp};
use fixtures::{policy, proptest_config};
use proptest::prelude::*;

fn time(now: Option<Timestamp>) -> TimeContext<'static> {
    TimeContext { now, zone: &Utc }
}

proptest! {
    #![proptest_config(proptest_config(64))]

    #[test]
    fn an_update_equals_a_rebuild(
        changes in proptest::collection::vec(changes(&policy()), 1..24),
    ) {
        let policy = policy();
        let mut selection = Selection::from(Page::Answer(cells(&policy)[0].0, cells(&policy)[0].1));
        let mut now = None;
        let mut content = PageContent::new(&policy, &selection, time(now));
        for change in changes {
            change.apply(&mut selection, &mut now);
            content = content.updated(&policy, &selection, time(now));
            prop_assert_eq!(&content, &PageContent::new(&policy, &selection, time(now)));
        }
    }
}

/// The content of a page before and after a change.
struct Update {
    before: PageContent,
    after: PageContent,
}

impl Update {
    /// Builds the content of the page at a URL, and updates it for another URL and another time in minutes.
    #[track_caller]
    fn new(before: (&str, &str, i64), after: (&str, &str, i64)) -> Self {
        let policy = policy();
        let selection = |(path, query, _)| {
            let (selection, warnings) = url::decode(&policy, path, query);
            assert_eq!(warnings, [], "{path}?{query}");
            selection
        };
        let time = |(_, _, now)| time(Some(timestamp(now)));
        let content = PageContent::new(&policy, &selection(before), time(before));
        Self {
            after: content.updated(&policy, &selection(after), time(after)),
            before: content,
        }
    }

    /// Builds the content of an answer with requirements for a query, and updates it for another query and time in minutes.
    #[track_caller]
    fn of_answer(before: (&str, i64), after: (&str, i64)) -> Self {
        let path = "postgresql/business/";
        let (before_query, after_query) = (
            format!("{}&back=10d", before.0),
            format!("{}&back=10d", after.0),
        );
        Self::new(
            (path, &before_query, before.1),
            (path, &after_query, after.1),
        )
    }

    #[track_caller]
    fn answers(&self) -> (&AnswerContent, &AnswerContent) {
        match (&self.before.panel, &self.after.panel) {
            (Panel::Answer(before), Panel::Answer(after)) => (before, after),
            panels => panic!("not two answers: {panels:?}"),
        }
    }

    /// Returns the names of the shared reports of two answers.
    #[track_caller]
    fn shared(&self) -> Vec<&'static str> {
        let (before, after) = self.answers();
        let reports = [
            ("report", Rc::ptr_eq(&before.report, &after.report)),
            (
                "restore points",
                is_same(&before.restore_points, &after.restore_points),
            ),
            (
                "countdowns",
                Rc::ptr_eq(&before.countdowns, &after.countdowns),
            ),
            ("finder", is_same(&self.before.finder, &self.after.finder)),
        ];
        let shared = reports.iter().filter(|(_, is_shared)| *is_shared);
        shared.map(|(name, _)| *name).collect()
    }
}

fn is_same<T>(one: &Option<Rc<T>>, other: &Option<Rc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        _ => false,
    }
}

const ALL: [&str; 4] = ["report", "restore points", "countdowns", "finder"];

#[test]
fn another_time_of_the_incident_shares_all_reports_that_do_not_depend_on_it() {
    let update = Update::of_answer(("at=2026-11-20T14:37Z", NOW), ("at=2026-11-20T14:38Z", NOW));
    assert_eq!(update.shared(), ALL);
    let (before, after) = update.answers();
    assert_ne!(before.incident, after.incident);
    assert_ne!(update.before.ladder, update.after.ladder);
}

#[test]
fn the_first_time_of_an_incident_changes_the_restore_points() {
    let update = Update::of_answer(("", NOW), ("at=2026-11-20T14:38Z", NOW));
    assert_eq!(update.shared(), ["report", "countdowns", "finder"]);
}

#[test]
fn a_minute_with_a_fixed_restore_shares_all_reports_but_that_on_the_incident() {
    let query = "at=2026-11-20T14:37Z&restore=2026-11-22T10:00Z";
    let update = Update::of_answer((query, NOW), (query, NOW + 1));
    assert_eq!(update.shared(), ALL);
    let (before, after) = update.answers();
    assert_ne!(before.incident, after.incident);
}

#[test]
fn a_minute_without_a_fixed_restore_changes_the_restore_points() {
    let query = "at=2026-11-20T14:37Z";
    let update = Update::of_answer((query, NOW), (query, NOW + 1));
    assert_eq!(update.shared(), ["report", "countdowns", "finder"]);
}

#[test]
fn a_minute_without_an_incident_shares_all_reports() {
    let update = Update::of_answer(("", NOW), ("", NOW + 1));
    assert_eq!(update.shared(), ALL);
}

#[test]
fn a_minute_changes_the_report_on_an_entered_power_off() {
    let query = "off=2026-11-01";
    let update = Update::of_answer((query, NOW), (query, NOW + 1));
    assert_eq!(update.shared(), ["report", "restore points", "finder"]);
}

#[test]
fn other_requirements_change_the_finder() {
    let path = "postgresql/business/";
    let update = Update::new((path, "back=10d", NOW), (path, "back=11d", NOW));
    assert_eq!(update.shared(), ["report", "restore points", "countdowns"]);
}

#[test]
fn the_persistence_setting_changes_all_reports_on_the_plan() {
    let path = "redis/business/";
    let update = Update::new(
        (path, "back=1d", NOW),
        (path, "back=1d&persistence=off", NOW),
    );
    assert!(update.shared().is_empty(), "{:?}", update.shared());
    assert!(!Rc::ptr_eq(&update.before.matrix, &update.after.matrix));
}

#[test]
fn another_page_shares_only_the_finder() {
    let update = Update::new(
        ("postgresql/business/", "back=10d", NOW),
        ("postgresql/premium/", "back=10d", NOW),
    );
    assert_eq!(update.shared(), ["finder"]);
}

#[test]
fn no_change_shares_everything() {
    let query = "at=2026-11-20T14:37Z&off=2026-11-01";
    let update = Update::of_answer((query, NOW), (query, NOW));
    assert_eq!(update.shared(), ALL);
    let (before, after) = update.answers();
    assert!(std::ptr::eq(before, after));
}

#[test]
fn a_change_of_the_scenario_shares_the_report_on_a_service() {
    let path = "postgresql/";
    let update = Update::new((path, "", NOW), (path, "at=2026-11-20T14:37Z", NOW + 1));
    match (&update.before.panel, &update.after.panel) {
        (Panel::Service(before), Panel::Service(after)) => assert!(Rc::ptr_eq(before, after)),
        panels => panic!("not two services: {panels:?}"),
    }
}

#[test]
fn the_report_on_a_stack_is_shared_until_anything_changes() {
    let stack = |query, now| ("stack/", query, now);
    let query = "services=postgresql.business,redis.startup";
    let is_shared = |update: Update| match (&update.before.panel, &update.after.panel) {
        (Panel::Stack(before), Panel::Stack(after)) => Rc::ptr_eq(before, after),
        panels => panic!("not two stacks: {panels:?}"),
    };
    assert!(is_shared(Update::new(stack(query, NOW), stack(query, NOW))));
    assert!(!is_shared(Update::new(
        stack(query, NOW),
        stack(query, NOW + 1)
    )));
}
