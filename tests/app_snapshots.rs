//! Snapshots of the app's state: what one shares with the one before, so that components with unchanged props are not rendered
//! again.

mod fixtures;

use std::rc::Rc;

use backup_calculator::domain::Policy;
use backup_calculator::export::{ExportFormat, ExportedFile};
use backup_calculator::report::stack::StackToggles;
use backup_calculator::report::{
    AnswerContent, CountdownReport, IncidentReport, Ladder, Matrix, PageContent, PlanFinderResult,
    PlanReport, RestorePointTable, ServiceReport, StackReport,
};
use backup_calculator::ui::action::{Action, CopyTarget};
use backup_calculator::ui::form::FormField::{IncidentAt, MinWindow, PoweredOffOn, RestoreAt};
use backup_calculator::ui::form::FormState;
use backup_calculator::ui::{Shared, View};
use fixtures::app::App;

/// A comparison of two `Rc<T>` looks at their addresses first only if `T` is `Eq`; otherwise it walks through whole reports.
const fn assert_eq_impl<T: Eq>() {}
const _: () = {
    assert_eq_impl::<Policy>();
    assert_eq_impl::<Matrix>();
    assert_eq_impl::<View>();
    assert_eq_impl::<PageContent>();
    assert_eq_impl::<AnswerContent>();
    assert_eq_impl::<PlanReport>();
    assert_eq_impl::<IncidentReport>();
    assert_eq_impl::<Ladder>();
    assert_eq_impl::<RestorePointTable>();
    assert_eq_impl::<CountdownReport>();
    assert_eq_impl::<ServiceReport>();
    assert_eq_impl::<StackReport>();
    assert_eq_impl::<StackToggles>();
    assert_eq_impl::<PlanFinderResult>();
    assert_eq_impl::<FormState>();
    assert_eq_impl::<ExportedFile>();
};

#[test]
fn a_shared_prop_equals_only_its_clones() {
    let app = App::open("postgresql/business/");
    let report = app.answer().report.clone();
    let prop = Shared::from(report.clone());
    assert!(prop == prop.clone() && prop == Shared::from(report.clone()));
    let rebuilt = Rc::new(PlanReport::clone(&report));
    assert_eq!(rebuilt, report);
    assert!(prop != Shared::from(rebuilt));
}

fn is_same<T>(one: &Option<Rc<T>>, other: &Option<Rc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        _ => false,
    }
}

/// Returns the names of the parts of an answer that two snapshots share, and of `links` if they are equal: the props of the
/// matrix, and of head and details of an answer.
#[track_caller]
fn shared(before: &App, after: &App) -> Vec<&'static str> {
    let (one, other) = (before.answer(), after.answer());
    let (before, after) = (&before.state.view, &after.state.view);
    let parts = [
        ("report", Rc::ptr_eq(&one.report, &other.report)),
        (
            "restore points",
            is_same(&one.restore_points, &other.restore_points),
        ),
        ("countdowns", Rc::ptr_eq(&one.countdowns, &other.countdowns)),
        (
            "finder",
            is_same(&before.content.finder, &after.content.finder),
        ),
        ("fields", Rc::ptr_eq(&before.fields, &after.fields)),
        ("links", before.links == after.links),
    ];
    // These hold for every edit and every minute.
    assert!(Rc::ptr_eq(&before.notices, &after.notices));
    // An edit announces the title, which has the verdict.
    if before.announcement != after.announcement {
        assert_eq!(after.announcement, after.content.title);
    }
    let parts = parts.into_iter().filter(|(_, is_shared)| *is_shared);
    parts.map(|(name, _)| name).collect()
}

const REPORTS: [&str; 4] = ["report", "restore points", "countdowns", "finder"];

/// An answer with an incident and requirements.
const INCIDENT: &str = "postgresql/business/?at=2026-11-20T14:37Z&back=10d";

#[test]
fn the_slider_changes_no_report_that_does_not_depend_on_the_incident() {
    let app = App::open(INCIDENT);
    let moved = app.moved(90);
    assert_ne!(moved.answer().incident, app.answer().incident);
    assert_eq!(shared(&app, &moved), REPORTS);
    assert_eq!(shared(&moved, &moved.moved(91)), REPORTS);
    // The first incident gives the restore points their times.
    let app = App::open("postgresql/business/?back=10d");
    let expected = ["report", "countdowns", "finder"];
    assert_eq!(shared(&app, &app.moved(90)), expected);
}

#[test]
fn the_slider_at_the_same_place_changes_nothing() {
    let app = App::open(INCIDENT).moved(90);
    let again = app.moved(90);
    let everything = [&REPORTS[..], &["fields", "links"]].concat();
    assert_eq!(shared(&app, &again), everything);
    assert!(Rc::ptr_eq(
        &app.state.view.content,
        &again.state.view.content
    ));
}

#[test]
fn another_minute_changes_only_what_depends_on_it() {
    let app = App::open("postgresql/business/?back=10d");
    let everything = [&REPORTS[..], &["fields", "links"]].concat();
    assert_eq!(shared(&app, &app.later(1)), everything);
    let redis = App::open("redis/business/");
    let (answer, later) = (redis.answer(), redis.later(1));
    assert!(answer.setting_toggle.is_some() && answer.stack_link.is_some());
    assert_eq!(later.answer().setting_toggle, answer.setting_toggle);
    assert_eq!(later.answer().stack_link, answer.stack_link);
    let app = App::open(&format!("{INCIDENT}&restore=2026-11-22T10:00Z"));
    assert_ne!(app.later(1).answer().incident, app.answer().incident);
    assert_eq!(shared(&app, &app.later(1)), everything);
    let app = App::open(INCIDENT);
    let expected = ["report", "countdowns", "finder", "fields", "links"];
    assert_eq!(shared(&app, &app.later(1)), expected);
    let app = App::open("postgresql/business/?back=10d&off=2026-11-01");
    let expected = ["report", "restore points", "finder", "fields", "links"];
    assert_eq!(shared(&app, &app.later(1)), expected);
}

#[test]
fn the_same_minute_changes_nothing() {
    let app = App::open(INCIDENT);
    let again = app.later(0);
    assert!(Rc::ptr_eq(
        &app.state.view.content,
        &again.state.view.content
    ));
    assert_eq!(app.state.view, again.state.view);
}

#[test]
fn typing_changes_only_what_depends_on_the_field() {
    let app = App::open(INCIDENT).typed(IncidentAt, "2 h ago");
    assert_eq!(shared(&app, &app.typed(IncidentAt, "3 h ago")), REPORTS);
    let expected = ["report", "restore points", "countdowns"];
    assert_eq!(shared(&app, &app.typed(MinWindow, "11 d")), expected);
    let expected = ["report", "finder", "links"];
    assert_eq!(
        shared(&app, &app.typed(PoweredOffOn, "yesterday")),
        expected
    );
    let expected = ["report", "countdowns", "finder"];
    assert_eq!(
        shared(&app, &app.typed(RestoreAt, "2026-11-23 9:00")),
        expected
    );
    // Text that means the same, and text that cannot be read yet.
    let expected = [&REPORTS[..], &["links"]].concat();
    assert_eq!(
        shared(&app, &app.typed(IncidentAt, "120 min ago")),
        expected
    );
    assert_eq!(shared(&app, &app.typed(RestoreAt, "tom")), expected);
    let everything = [&REPORTS[..], &["fields", "links"]].concat();
    assert_eq!(shared(&app, &app.typed(IncidentAt, "2 h ago")), everything);
}

#[test]
fn another_answer_keeps_the_matrix() {
    let app = App::open(INCIDENT);
    let other = app.followed("redis/startup/?at=2026-11-20T14:37Z&back=10d");
    let (before, after) = (&app.state.view, &other.state.view);
    assert!(is_same(&before.content.finder, &after.content.finder));
    assert!(Rc::ptr_eq(&before.fields, &after.fields));
    assert_eq!(before.links, after.links);
    assert!(Rc::ptr_eq(&before.notices, &after.notices));
}

#[test]
fn exports_copies_and_dismissals_keep_the_content() {
    let app = App::open("postgresql/business/?thene=red&back=10d");
    let export = app.after(Action::Export(ExportFormat::Csv));
    let (image, png) = (export.state.view.exported.clone().unwrap(), None);
    let target = CopyTarget::Export;
    let is_copied = true;
    for action in [
        Action::Export(ExportFormat::Csv),
        Action::Export(ExportFormat::Png),
        Action::ImageReady { image, png },
        Action::CopyFinished { target, is_copied },
        Action::DismissNotices,
    ] {
        let after = app.after(action);
        let (before, after) = (&app.state.view, &after.state.view);
        assert!(Rc::ptr_eq(&before.content, &after.content));
        assert!(Rc::ptr_eq(&before.fields, &after.fields));
        assert_eq!(before.links, after.links);
    }
}
