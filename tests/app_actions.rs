//! Any sequence of actions: how soon the page must follow each of them, and that it shows the state then.

mod fixtures;

use std::rc::Rc;

use backup_calculator::app::urgency::Urgency;
use backup_calculator::domain::Policy;
use backup_calculator::domain::time::Utc;
use backup_calculator::domain::url::UrlWarning;
use backup_calculator::export::{ExportFormat, ExportedFile};
use backup_calculator::report::{PageContent, TimeContext};
use backup_calculator::ui::action::{Action, CopyTarget, NavigationKind};
use backup_calculator::ui::form::{FormField, FormState};
use backup_calculator::ui::{Links, View};
use fixtures::app::{App, ROOT, navigation};
use fixtures::page_changes::{selections, timestamps};
use fixtures::{policy, proptest_config};
use proptest::prelude::*;
use proptest::sample::select;

/// Returns how soon the whole page must show an action.
fn expected_urgency(app: &App, action: &Action) -> Urgency {
    match action {
        Action::Navigate {
            selection,
            kind: NavigationKind::Link,
            ..
        } if selection.page != app.state.selection().page => Urgency::NextFrame,
        Action::MoveIncident { .. } => Urgency::Drag,
        Action::ReleaseIncident => Urgency::AfterDrag,
        Action::EditField { .. } => Urgency::Typing,
        _ => Urgency::Immediate,
    }
}

#[test]
fn only_links_to_other_pages_the_slider_and_typing_may_wait() {
    let app = App::open("postgresql/business/");
    let urgency = |url, kind| app.after(navigation(url, kind)).state.urgency;
    let (link, history) = (NavigationKind::Link, NavigationKind::History);
    assert_eq!(urgency("postgresql/premium/", link), Urgency::NextFrame);
    assert_eq!(urgency("", link), Urgency::NextFrame);
    assert_eq!(urgency("postgresql/premium/", history), Urgency::Immediate);
    let same_page = "postgresql/business/?back=14d";
    assert_eq!(urgency(same_page, link), Urgency::Immediate);
    let moved = app.moved(90);
    let released = moved.after(Action::ReleaseIncident).state.urgency;
    assert_eq!(
        (moved.state.urgency, released),
        (Urgency::Drag, Urgency::AfterDrag)
    );
    assert_eq!(Urgency::Drag.delay_ms(), released.delay_ms());
    assert_eq!(released.delay_ms(), released.replacement_delay_ms());
    assert!(Urgency::Drag.replacement_delay_ms() > released.replacement_delay_ms());
    assert_eq!(moved.later(1).state.urgency, Urgency::Immediate);
    assert_eq!(Urgency::Immediate.delay_ms(), None);
    let typing = app.typed(FormField::IncidentAt, "2 h ago").state.urgency;
    assert_eq!(typing.delay_ms(), None);
    assert!(typing.replacement_delay_ms() > Some(0));
    let (frame, pause) = (Urgency::NextFrame, Urgency::AfterDrag);
    assert!(frame.delay_ms() > Some(0) && frame.delay_ms() < pause.delay_ms());
}

/// Any action on any part of the state.
fn actions(policy: &Policy) -> impl Strategy<Value = Action> + use<> {
    let texts = select(vec![
        "",
        " ",
        "yest",
        "yesterday",
        "2 h ago",
        "2026-11-20 14:37",
        "02:30",
        "14 d",
        "now",
    ]);
    let values = select(vec![
        "",
        "x",
        "2026-11-20T14:37",
        "2026-11-20",
        "2101-01-01",
    ]);
    let fields = || select(FormField::ALL.to_vec());
    let formats = [
        ExportFormat::COPY_FORMATS.to_vec(),
        ExportFormat::DOWNLOAD_FORMATS.to_vec(),
    ];
    let kinds = select(vec![NavigationKind::Link, NavigationKind::History]);
    let warnings = select(vec![
        vec![],
        vec![UrlWarning::UnknownParameter("x".to_owned())],
    ]);
    let file = ExportedFile {
        format: ExportFormat::Png,
        file_name: "backup.png".to_owned(),
        content: "data:image/png;base64,".to_owned(),
    };
    let target = CopyTarget::Export;
    prop_oneof![
        4 => (selections(policy), warnings, kinds).prop_map(|(selection, warnings, kind)| {
            let selection = Box::new(selection);
            Action::Navigate { selection, warnings, kind }
        }),
        6 => (fields(), texts).prop_map(|(field, text)| {
            Action::EditField { field, text: text.to_owned() }
        }),
        3 => (fields(), values).prop_map(|(field, value)| {
            Action::PickField { field, value: value.to_owned() }
        }),
        1 => any::<bool>().prop_map(Action::RequirePitr),
        3 => prop_oneof![0..100_000_u32, any::<u32>()].prop_map(|minutes_before_restore| {
            Action::MoveIncident { minutes_before_restore }
        }),
        1 => Just(Action::ReleaseIncident),
        2 => proptest::option::weighted(0.8, timestamps()).prop_map(Action::SetNow),
        1 => select(formats.concat()).prop_map(Action::Export),
        1 => Just(Action::ImageReady { image: Rc::new(file), png: None }),
        1 => any::<bool>().prop_map(move |is_copied| {
            Action::CopyFinished { target: target.clone(), is_copied }
        }),
        1 => Just(Action::DismissNotices),
    ]
}

proptest! {
    #![proptest_config(proptest_config(64))]

    #[test]
    fn after_any_actions_the_view_shows_the_selection(
        actions in proptest::collection::vec(actions(&policy()), 1..20),
    ) {
        let policy = policy();
        let mut app = App::open("redis/business/");
        for action in actions {
            let before = app.clone();
            app = before.after(action.clone());
            if Rc::ptr_eq(&app.state, &before.state) {
                continue;
            }
            prop_assert_eq!(app.state.urgency, expected_urgency(&before, &action));
            let View { content, fields, links, .. } = &*app.state.view;
            let selection = app.state.selection();
            let now = match action {
                Action::SetNow(now) => now,
                _ => before.state.view.content.now,
            };
            let time = TimeContext { now, zone: &Utc };
            prop_assert_eq!(&**content, &PageContent::new(&policy, selection, time));
            prop_assert_eq!(links, &Links::from_root(ROOT).with_query(&policy, &selection.scenario));
            // A draft has the text of the field, the scenario its value.
            let plain = FormState::new(&selection.scenario, &[], time);
            for field in FormField::ALL {
                prop_assert_eq!(&fields.get(field).picker_value, &plain.get(field).picker_value);
            }
            prop_assert_eq!(fields.pitr_required, plain.pitr_required);
        }
    }
}
