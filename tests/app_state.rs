//! The reducer of the app: what each action changes, and what it leaves as it is.

mod fixtures;

use backup_calculator::app::urgency::Urgency;
use backup_calculator::domain::time::{Utc, parse_date};
use backup_calculator::domain::{Minutes, Page, url};
use backup_calculator::export::ExportFormat;
use backup_calculator::report::{PageContent, TimeContext};
use backup_calculator::ui::Links;
use backup_calculator::ui::action::{Action, NavigationKind};
use backup_calculator::ui::form::FormField::{
    self, BackupTime, IncidentAt, MinWindow, PoweredOffOn,
};
use backup_calculator::ui::form::{FieldState, FormState};
use fixtures::app::{App, ROOT, navigation};
use fixtures::page_changes::{NOW, timestamp};
use fixtures::policy;

const ANSWER: &str = "postgresql/business/";

fn field(app: &App, field: FormField) -> &FieldState {
    app.state.view.fields.get(field)
}

/// Returns the numbers of edits and exports.
fn counts(app: &App) -> (u32, u32) {
    (app.state.edit_count, app.state.export_count)
}

#[test]
fn a_fresh_visit_shows_what_the_url_selects() {
    let app = App::open("postgresql/business/?at=2026-11-20T14:37Z&utm_source=mail&thene=x");
    let (policy, view) = (policy(), &app.state.view);
    let (selection, _) = url::decode(&policy, ANSWER, "at=2026-11-20T14:37Z");
    let now = Some(timestamp(NOW));
    let time = TimeContext { now, zone: &Utc };
    assert_eq!(*app.state.selection(), selection);
    assert_eq!(*view.content, PageContent::new(&policy, &selection, time));
    assert_eq!(*view.fields, FormState::new(&selection.scenario, &[], time));
    let links = Links::from_root(ROOT).with_query(&policy, &selection.scenario);
    assert_eq!(view.links, links);
    assert_eq!(view.notices.len(), 1);
    assert!(view.notices[0].contains("thene"), "{:?}", view.notices);
    assert_eq!(
        view.announcement, "",
        "the browser announces a page it loads"
    );
    assert_eq!((&view.exported, &view.copy_feedback), (&None, &None));
    assert_eq!(counts(&app), (0, 0));
    assert_eq!(app.state.urgency, Urgency::Immediate);
}

#[test]
fn typed_text_stays_in_its_field_and_changes_the_scenario() {
    let app = App::open(ANSWER).typed(IncidentAt, "2 h ago ");
    let at = Some(timestamp(NOW - 120));
    assert_eq!(app.state.selection().scenario.incident.at, at);
    assert_eq!(field(&app, IncidentAt).text, "2 h ago ");
    assert!(app.answer().incident.is_some());
    assert_eq!(counts(&app), (1, 0));
    let app = app.typed(MinWindow, "10 d").typed(IncidentAt, "yest");
    assert_eq!(app.state.selection().scenario.incident.at, None);
    assert!(app.answer().incident.is_none());
    let state = field(&app, IncidentAt);
    assert_eq!((state.text.as_str(), state.is_invalid), ("yest", true));
    assert_eq!(field(&app, MinWindow).text, "10 d");
    let window = app.state.selection().scenario.requirements.min_window;
    assert_eq!(window, Some(Minutes::new(10 * 24 * 60)));
    assert!(app.state.view.content.finder.is_some());
    assert_eq!(counts(&app), (3, 0));
}

#[test]
fn a_picked_value_stands_in_the_field() {
    let app = App::open(ANSWER).typed(IncidentAt, "yest");
    let app = app.picked(IncidentAt, "2026-11-20T14:37");
    let state = field(&app, IncidentAt);
    assert_eq!(
        (&*state.text, &*state.picker_value, state.is_invalid),
        ("2026-11-20 14:37", "2026-11-20T14:37", false)
    );
    let app = app.picked(IncidentAt, "2101-01-01T12:00");
    let state = field(&app, IncidentAt);
    assert_eq!(
        (state.text.as_str(), state.is_invalid),
        ("2101-01-01T12:00", true)
    );
    let app = app.picked(IncidentAt, "");
    assert_eq!(*field(&app, IncidentAt), FieldState::default());
    assert_eq!(app.state.selection().scenario.incident.at, None);
    let app = app.picked(PoweredOffOn, "2026-11-22");
    let day = app.state.selection().scenario.service.powered_off_on;
    assert_eq!(day, parse_date("2026-11-22"));
    assert_eq!(counts(&app), (5, 0));
}

#[test]
fn pitr_can_be_required_and_not() {
    let app = App::open("").typed(MinWindow, "x");
    let required = app.after(Action::RequirePitr(true));
    assert!(
        required
            .state
            .selection()
            .scenario
            .requirements
            .pitr_required
    );
    assert!(required.state.view.fields.pitr_required);
    assert!(required.state.view.content.finder.is_some());
    assert_eq!(field(&required, MinWindow).text, "x");
    let app = required.after(Action::RequirePitr(false));
    assert!(!app.state.view.fields.pitr_required);
    assert_eq!(app.state.view.content.finder, None);
    assert_eq!(counts(&app), (3, 0));
}

#[test]
fn the_slider_moves_the_incident_relative_to_the_restore() {
    #[track_caller]
    fn check(app: App, minutes: u32, expected: Option<i64>) {
        let moved = app.moved(minutes);
        let at = moved.state.selection().scenario.incident.at;
        assert_eq!(at, expected.map(timestamp));
        assert_eq!(counts(&moved).0, counts(&app).0 + 1);
    }
    check(App::open(ANSWER), 90, Some(NOW - 90));
    check(App::open(ANSWER), 0, Some(NOW));
    let with_restore = App::open("postgresql/business/?restore=2026-11-22T15:00Z");
    check(with_restore, 90, Some(NOW + 24 * 60 - 90));
    check(App::open(ANSWER), u32::MAX, None);
    // Without a clock there is nothing to count from.
    check(App::open_at(ANSWER, None), 90, None);
    let with_incident = App::open_at("postgresql/business/?at=2026-11-20T15:00Z", None);
    check(with_incident, 90, Some(NOW - 24 * 60));
}

#[test]
fn the_slider_replaces_only_the_text_of_the_incident() {
    let app = App::open(ANSWER)
        .typed(IncidentAt, "yest")
        .typed(BackupTime, "2");
    let app = app.moved(60);
    let state = field(&app, IncidentAt);
    assert_eq!(
        (&*state.text, &*state.message, state.is_invalid),
        ("2026-11-21 14:00", "2026-11-21 14:00 UTC", false)
    );
    assert_eq!(field(&app, BackupTime).text, "2");
}

#[test]
fn another_minute_changes_the_time_only() {
    let app = App::open(ANSWER).typed(IncidentAt, "2 h ago");
    let app = app.after(Action::Export(ExportFormat::Link));
    let later = app.later(1);
    assert_eq!(later.state.view.content.now, Some(timestamp(NOW + 1)));
    assert_eq!(later.state.selection(), app.state.selection());
    assert_eq!(field(&later, IncidentAt).text, "2 h ago");
    assert_eq!(later.state.view.exported, app.state.view.exported);
    assert_eq!(counts(&later), counts(&app));
    assert_ne!(later.answer().incident, app.answer().incident);
    let unknown = app.after(Action::SetNow(None));
    let incident = unknown.answer().incident.as_deref();
    let headline = incident.map(|incident| incident.headline.as_str());
    assert_eq!(headline, Some("Your device clock isn’t set."));
}

#[test]
fn dismissed_warnings_are_gone() {
    let app = App::open("?thene=red&at=soon").typed(MinWindow, "x");
    assert_eq!(app.state.view.notices.len(), 2);
    let app = app.after(Action::DismissNotices);
    assert_eq!(app.state.view.notices.len(), 0);
    assert_eq!(field(&app, MinWindow).text, "x");
    assert_eq!(counts(&app), (1, 0));
}

#[test]
fn navigation_announces_the_page_and_its_warnings() {
    let app = App::open("?thene=red").followed("redis/startup/?hourr=1&embedd&flag");
    let view = &app.state.view;
    assert!(matches!(app.state.selection().page, Page::Answer(..)));
    assert_eq!(view.announcement.as_str(), view.content.title);
    assert_eq!(view.notices.len(), 2);
    assert!(view.notices[0].contains("hourr"), "{:?}", view.notices);
    assert_eq!(counts(&app), (0, 0));
    let app = app.after(navigation("", NavigationKind::History));
    let view = &app.state.view;
    assert_eq!(view.announcement.as_str(), view.content.title);
    assert_eq!(view.notices.len(), 0);
    assert_eq!(counts(&app), (0, 0));
}

#[test]
fn text_stays_on_navigation_unless_the_values_of_the_form_change() {
    let app = App::open(ANSWER)
        .typed(IncidentAt, "yest")
        .typed(MinWindow, "10 d");
    let invalid = field(&app, IncidentAt).clone();
    assert!(invalid.is_invalid);
    for url in [
        "postgresql/premium/?back=10d",
        "?back=10d",
        "postgresql/business/?back=10d",
        "stack/?back=10d&services=redis.startup",
        "redis/startup/?back=10d&persistence=off&theme=dark",
    ] {
        for kind in [NavigationKind::Link, NavigationKind::History] {
            let app = app.after(navigation(url, kind));
            assert_eq!(*field(&app, IncidentAt), invalid, "{url}");
            assert_eq!(field(&app, MinWindow).text, "10 d", "{url}");
        }
    }
    for url in [
        "postgresql/premium/",
        "postgresql/premium/?back=10d&at=2026-11-20T14:37Z",
        "postgresql/premium/?back=10d&off=2026-11-20",
        "postgresql/premium/?back=10d&pitr=yes",
    ] {
        let app = app.followed(url);
        let state = field(&app, IncidentAt);
        let expected = if url.contains("at=") {
            "2026-11-20 14:37"
        } else {
            ""
        };
        assert_eq!(
            (state.text.as_str(), state.is_invalid),
            (expected, false),
            "{url}"
        );
    }
}

#[test]
fn the_keys_are_listed_in_place_of_the_notices_and_can_be_dismissed() {
    let app = App::open("?at=soon").after(Action::ListShortcuts);
    let notices = &app.state.view.notices;
    assert!(
        notices.len() > 5 && notices[0].starts_with("/ : "),
        "{notices:?}"
    );
    let app = app.after(Action::DismissNotices);
    assert!(app.state.view.notices.is_empty());
}

#[test]
fn presenting_is_an_option_of_the_url() {
    let app = App::open("postgresql/business/").after(Action::TogglePresentation);
    assert!(app.state.selection().scenario.display.is_presented);
    assert_eq!(counts(&app), (1, 0));
    let app = app.after(Action::TogglePresentation);
    assert!(!app.state.selection().scenario.display.is_presented);
}
