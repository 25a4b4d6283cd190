//! Exports in the state of the app: when they are delivered, and what resets them.

mod fixtures;

use std::rc::Rc;

use backup_calculator::export::{ExportContext, ExportFormat, ExportedFile};
use backup_calculator::ui::action::{Action, CopyFeedback, CopyTarget, NavigationKind};
use backup_calculator::ui::form::FormField::{IncidentAt, RestoreAt};
use fixtures::app::{App, ROOT, navigation};
use fixtures::page_changes::{NOW, timestamp};
use fixtures::policy;

const ANSWER: &str = "postgresql/business/";

/// Returns the numbers of edits and exports.
fn counts(app: &App) -> (u32, u32) {
    (app.state.edit_count, app.state.export_count)
}

fn exported(app: &App, format: ExportFormat) -> ExportedFile {
    let context = ExportContext {
        policy: &policy(),
        selection: app.state.selection(),
        now: Some(timestamp(NOW)),
        root_url: ROOT,
        export_count: 0,
    };
    context.export(format)
}

#[test]
fn an_export_is_delivered_at_once_or_when_it_is_painted() {
    let copied = Action::CopyFinished {
        target: CopyTarget::Export,
        is_copied: true,
    };
    let app = App::open("redis/business/?at=2026-11-21T10:00Z").after(copied);
    for format in [ExportFormat::Link, ExportFormat::Csv, ExportFormat::Ics] {
        let app = app.after(Action::Export(format));
        let file = app.state.view.exported.as_deref();
        assert_eq!(file, Some(&exported(&app, format)));
        assert_eq!(app.state.view.copy_feedback, None);
        assert_eq!(app.state.pending_image, None);
        assert_eq!(counts(&app), (0, 1));
    }
    let waiting = app.after(Action::Export(ExportFormat::Png));
    let image = exported(&app, ExportFormat::Png);
    assert_eq!(waiting.state.pending_image.as_deref(), Some(&image));
    assert_eq!(waiting.state.view.exported, None);
    assert_eq!(counts(&waiting), (0, 0));
    let png = ExportedFile {
        content: "data:image/png;base64,".to_owned(),
        ..image
    };
    let done = waiting.after(image_ready(&waiting, Some(png.content.clone())));
    assert_eq!(done.state.view.exported.as_deref(), Some(&png));
    assert_eq!(done.state.pending_image, None);
    assert_eq!(counts(&done), (0, 1));
}

/// Returns the action after the pending image of `app` was rasterized.
fn image_ready(app: &App, png: Option<String>) -> Action {
    let image = app.state.pending_image.clone().unwrap();
    Action::ImageReady { image, png }
}

#[test]
fn an_image_that_is_no_longer_wanted_changes_nothing() {
    let waiting = App::open("redis/business/").after(Action::Export(ExportFormat::Png));
    let ready = image_ready(&waiting, None);
    for left in [
        waiting.followed("kafka/startup/"),
        waiting.typed(IncidentAt, "2026-11-21 14:37"),
        waiting.after(ready.clone()),
    ] {
        assert!(Rc::ptr_eq(&left.after(ready.clone()).state, &left.state));
    }
    let again = waiting.moved(60).after(Action::Export(ExportFormat::Png));
    assert!(Rc::ptr_eq(&again.after(ready).state, &again.state));
}

#[test]
fn edits_and_navigation_reset_the_export() {
    let app = App::open(ANSWER).after(Action::Export(ExportFormat::Link));
    let resetting = [
        app.typed(RestoreAt, "x"),
        app.picked(RestoreAt, ""),
        app.after(Action::RequirePitr(true)),
        app.moved(60),
        app.followed("redis/"),
        app.after(navigation("", NavigationKind::History)),
    ];
    for app in resetting {
        assert_eq!(app.state.view.exported, None);
        assert_eq!(counts(&app).1, 1, "the export was delivered before");
    }
    let command = CopyTarget::Command("pg_dump".to_owned());
    let finished = Action::CopyFinished {
        target: command.clone(),
        is_copied: false,
    };
    let app = app.after(finished);
    let feedback = Some(CopyFeedback {
        target: command,
        is_copied: false,
    });
    assert_eq!(app.state.view.copy_feedback, feedback);
    assert!(app.state.view.exported.is_some());
    assert_eq!(app.moved(60).state.view.copy_feedback, feedback);
    assert_eq!(app.followed("redis/").state.view.copy_feedback, None);
}
