//! Content of a page: an update equals a rebuild, and shares the reports whose inputs are the same.

use std::rc::Rc;

use backup_calculator::domain::display::{DisplayOptions, EmbedMode, Theme};
use backup_calculator::domain::selection::NotFound;
use backup_calculator::domain::time::Utc;
use backup_calculator::domain::{
    Minutes, Page, PlanId, Policy, Requirements, Selection, ServiceId, TimeOfDay, Timestamp,
    policy_file, url,
};
use backup_calculator::report::{AnswerContent, PageContent, Panel, TimeContext};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// 2026-11-21 15:00 UTC.
const NOW: i64 = 29_921_220;

fn policy() -> Policy {
    match Policy::from_json(policy_file::POLICY_JSON) {
        Ok(policy) => policy,
        Err(problems) => panic!("{}", policy_file::format_problems(&problems)),
    }
}

fn cells(policy: &Policy) -> Vec<(ServiceId, PlanId)> {
    let plans = |service| policy.plans().map(move |(plan, _)| (service, plan));
    let services = policy.services();
    services.flat_map(|(service, _)| plans(service)).collect()
}

fn timestamp(minutes: i64) -> Timestamp {
    Timestamp::from_minutes(minutes).unwrap()
}

fn time(now: Option<Timestamp>) -> TimeContext<'static> {
    TimeContext { now, zone: &Utc }
}

/// A change of one input of a page.
#[derive(Clone, Debug)]
enum Change {
    Page(Page),
    IncidentAt(Option<Timestamp>),
    RestoreAt(Option<Timestamp>),
    BackupTime(Option<TimeOfDay>),
    CompareWith(Option<PlanId>),
    PoweredOffOn(Option<NaiveDate>),
    PersistenceDisabled(bool),
    Requirements(Requirements),
    Stack(Vec<(ServiceId, PlanId)>),
    Display(DisplayOptions),
    Now(Option<Timestamp>),
}

impl Change {
    fn apply(self, selection: &mut Selection, now: &mut Option<Timestamp>) {
        let scenario = &mut selection.scenario;
        match self {
            Change::Page(page) => selection.page = page,
            Change::IncidentAt(at) => scenario.incident.at = at,
            Change::RestoreAt(at) => scenario.incident.restore_at = at,
            Change::BackupTime(time) => scenario.incident.backup_time = time,
            Change::CompareWith(plan) => scenario.service.compare_with = plan,
            Change::PoweredOffOn(day) => scenario.service.powered_off_on = day,
            Change::PersistenceDisabled(is_disabled) => {
                scenario.service.persistence_disabled = is_disabled;
            }
            Change::Requirements(requirements) => scenario.requirements = requirements,
            Change::Stack(stack) => scenario.stack = stack,
            Change::Display(display) => scenario.display = display,
            Change::Now(time) => *now = time,
        }
    }
}

/// Times around [`NOW`], few enough that changes often repeat one.
fn timestamps() -> impl Strategy<Value = Timestamp> {
    let hours = select(vec![-900, -200, -30, -2, -1, 0, 1, 40, 400]);
    hours.prop_map(|hours| timestamp(NOW + hours * 60 + 7))
}

/// Pages of all kinds; mostly answers, and among these mostly those of a service with a persistence setting.
fn pages(policy: &Policy) -> impl Strategy<Value = Page> + use<> {
    let cells = cells(policy);
    let answers = cells
        .iter()
        .map(|(service, plan)| Page::Answer(*service, *plan));
    let with_setting = cells
        .iter()
        .filter(|(service, plan)| policy.persistence_setting(*service, *plan).is_some())
        .map(|(service, plan)| Page::Answer(*service, *plan));
    let services = policy.services().map(|(service, _)| Page::Service(service));
    let service = cells[0].0;
    let others = vec![
        Page::Index,
        Page::Stack,
        Page::NotFound(NotFound::Path),
        Page::NotFound(NotFound::Service {
            requested: "postgres".to_owned(),
            suggestion: Some(service),
        }),
        Page::NotFound(NotFound::Plan {
            service,
            requested: "gold".to_owned(),
        }),
    ];
    prop_oneof![
        select(answers.collect::<Vec<_>>()),
        select(with_setting.collect::<Vec<_>>()),
        select(services.collect::<Vec<_>>()),
        select(others),
    ]
}

fn requirements() -> impl Strategy<Value = Requirements> {
    let minutes = || proptest::option::of(select(vec![60, 1440, 20160]).prop_map(Minutes::new));
    (minutes(), minutes(), any::<bool>()).prop_map(|(min_window, max_loss, pitr_required)| {
        Requirements {
            min_window,
            max_loss,
            pitr_required,
        }
    })
}

fn display_options() -> impl Strategy<Value = DisplayOptions> {
    let embed = select(vec![EmbedMode::Off, EmbedMode::ServiceRow]);
    let theme = select(vec![Theme::Auto, Theme::Dark]);
    (embed, theme).prop_map(|(embed, theme)| DisplayOptions { embed, theme })
}

fn changes(policy: &Policy) -> impl Strategy<Value = Change> + use<> {
    let plans: Vec<PlanId> = policy.plans().map(|(plan, _)| plan).collect();
    let time_of_day = (0..1440_u32).prop_filter_map("a time of day", TimeOfDay::from_minutes);
    let days = select(vec![-2000, -190, -10, 0, 3, 500]);
    let day = days.prop_map(|days| timestamp(NOW + days * 1440).to_utc_datetime().date());
    prop_oneof![
        3 => pages(policy).prop_map(Change::Page),
        3 => proptest::option::of(timestamps()).prop_map(Change::IncidentAt),
        2 => proptest::option::of(timestamps()).prop_map(Change::RestoreAt),
        2 => proptest::option::of(time_of_day).prop_map(Change::BackupTime),
        1 => proptest::option::of(select(plans)).prop_map(Change::CompareWith),
        2 => proptest::option::of(day).prop_map(Change::PoweredOffOn),
        2 => any::<bool>().prop_map(Change::PersistenceDisabled),
        1 => requirements().prop_map(Change::Requirements),
        1 => subsequence(cells(policy), 0..4).prop_map(Change::Stack),
        1 => display_options().prop_map(Change::Display),
        2 => proptest::option::weighted(0.8, timestamps()).prop_map(Change::Now),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

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
            ("power-off", is_same(&before.power_off, &after.power_off)),
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

const ALL: [&str; 4] = ["report", "restore points", "power-off", "finder"];

#[test]
fn another_time_of_the_incident_shares_all_reports_that_do_not_depend_on_it() {
    let update = Update::of_answer(("at=2026-11-20T14:37Z", NOW), ("at=2026-11-20T14:38Z", NOW));
    assert_eq!(update.shared(), ALL);
    let (before, after) = update.answers();
    assert_ne!(before.incident, after.incident);
    assert_ne!(before.timeline, after.timeline);
}

#[test]
fn the_first_time_of_an_incident_changes_the_restore_points() {
    let update = Update::of_answer(("", NOW), ("at=2026-11-20T14:38Z", NOW));
    assert_eq!(update.shared(), ["report", "power-off", "finder"]);
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
    assert_eq!(update.shared(), ["report", "power-off", "finder"]);
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
fn another_comparison_shares_all_reports_that_do_not_depend_on_it() {
    let update = Update::of_answer(("", NOW), ("with=premium", NOW));
    assert_eq!(update.shared(), ALL);
    let (before, after) = update.answers();
    assert_ne!(before.comparison, after.comparison);
}

#[test]
fn other_requirements_change_the_finder() {
    let path = "postgresql/business/";
    let update = Update::new((path, "back=10d", NOW), (path, "back=11d", NOW));
    assert_eq!(update.shared(), ["report", "restore points", "power-off"]);
}

#[test]
fn the_persistence_setting_changes_all_reports_on_the_plan() {
    let path = "redis/business/";
    let update = Update::new(
        (path, "back=1d", NOW),
        (path, "back=1d&persistence=off", NOW),
    );
    assert_eq!(update.shared(), ["finder"]);
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
    let query = "at=2026-11-20T14:37Z&off=2026-11-01&with=premium";
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
