//! The state and its reducer.

use std::rc::Rc;

use yew::prelude::*;

use super::shortcuts;
use super::urgency::Urgency;
use crate::domain::url::UrlWarning;
use crate::domain::{Policy, Scenario, Selection, TimeZone, Timestamp};
use crate::export::{ExportContext, ExportFormat, ExportedFile};
use crate::report::url_warning::describe_warning;
use crate::report::{PageContent, TimeContext};
use crate::ui::action::{Action, CopyFeedback, NavigationKind};
use crate::ui::form::{Draft, FormField, FormState};
use crate::ui::{Links, View};

/// What stays the same as long as the app runs.
pub struct Session {
    /// The policy.
    pub policy: Rc<Policy>,
    /// Time zone and language of the reader.
    pub time_zone: Rc<dyn TimeZone>,
    /// URL of the site's root, with a trailing slash.
    pub root_url: String,
}

impl Session {
    fn time(&self, now: Option<Timestamp>) -> TimeContext<'_> {
        TimeContext {
            now,
            zone: &*self.time_zone,
        }
    }
}

/// The whole state: what the visitor chose and did, and the view derived from it.
#[derive(Clone)]
pub struct AppState {
    session: Rc<Session>,
    warnings: Vec<UrlWarning>,
    drafts: Vec<Draft>,
    /// The view that shows this state.
    pub view: Rc<View>,
    /// How soon all of the page must show it.
    pub urgency: Urgency,
    /// Number of edits of the scenario, which the URL must follow.
    pub edit_count: u32,
    /// Number of exports that were delivered to the visitor.
    pub export_count: u32,
    /// A picture that must be rasterized before it is an export.
    pub pending_image: Option<Rc<ExportedFile>>,
}

impl AppState {
    /// Creates the state of a fresh visit.
    pub fn new(
        session: Rc<Session>,
        selection: Selection,
        warnings: Vec<UrlWarning>,
        now: Option<Timestamp>,
    ) -> Self {
        let policy = &session.policy;
        let time = session.time(now);
        let scenario = &selection.scenario;
        // The URL follows at once if it has other names.
        let is_other_path = |warning: &UrlWarning| matches!(warning, UrlWarning::OtherPath { .. });
        let edit_count = u32::from(warnings.iter().any(is_other_path));
        let links = Links::from_root(session.root_url.clone()).with_query(policy, scenario);
        let view = View {
            notices: Rc::new(warnings.iter().map(describe_warning).collect()),
            ..View::new(
                PageContent::new(policy, &selection, time),
                FormState::new(scenario, &[], time),
                links,
            )
        };
        Self {
            view: Rc::new(view),
            session,
            warnings,
            drafts: Vec::new(),
            urgency: Urgency::Immediate,
            edit_count,
            export_count: 0,
            pending_image: None,
        }
    }

    /// Returns what the visitor chose.
    pub fn selection(&self) -> &Selection {
        &self.view.content.selection
    }

    fn time(&self) -> TimeContext<'_> {
        self.session.time(self.view.content.now)
    }

    /// Shows another selection or time: rebuilds the reports that depend on it.
    fn show(&mut self, selection: &Selection, now: Option<Timestamp>) {
        let policy = &self.session.policy;
        let time = self.session.time(now);
        let view = Rc::make_mut(&mut self.view);
        let content = &view.content;
        if content.selection != *selection || content.now != now {
            let scenario = &selection.scenario;
            view.links =
                Links::from_root(self.session.root_url.clone()).with_query(policy, scenario);
            let content = view.content.updated(policy, selection, time);
            // The title has the page and the verdict.
            if view.content.title != content.title {
                view.announcement = content.title.clone().into();
            }
            view.content = Rc::new(content);
        }
        let fields = FormState::new(&selection.scenario, &self.drafts, time);
        if *view.fields != fields {
            view.fields = Rc::new(fields);
        }
    }

    /// Applies an edit of the scenario. The last export is of another scenario then.
    fn edit(&mut self, edit: impl FnOnce(&mut Scenario, TimeContext, &mut Vec<Draft>)) {
        let mut selection = self.selection().clone();
        let mut drafts = std::mem::take(&mut self.drafts);
        edit(&mut selection.scenario, self.time(), &mut drafts);
        self.drafts = drafts;
        self.edit_count += 1;
        let now = self.view.content.now;
        self.show(&selection, now);
        self.pending_image = None;
        Rc::make_mut(&mut self.view).exported = None;
    }

    fn navigate(&mut self, selection: &Selection, warnings: Vec<UrlWarning>, kind: NavigationKind) {
        let before = self.selection();
        let is_other_page = before.page != selection.page;
        let is_other_form = before.scenario.form_values() != selection.scenario.form_values();
        // Going back needs the whole height at once, to scroll to where it was.
        if is_other_page && kind == NavigationKind::Link {
            self.urgency = Urgency::NextFrame;
        }
        // Text that cannot be read yet stays in its field, unless another link changed the values of the form.
        if is_other_form {
            self.drafts.clear();
        }
        self.set_warnings(warnings);
        let now = self.view.content.now;
        self.show(selection, now);
        let view = Rc::make_mut(&mut self.view);
        view.exported = None;
        view.copy_feedback = None;
        self.pending_image = None;
    }

    fn set_warnings(&mut self, warnings: Vec<UrlWarning>) {
        if warnings != self.warnings {
            self.set_notices(warnings.iter().map(describe_warning).collect());
            self.warnings = warnings;
        }
    }

    fn set_notices(&mut self, notices: Vec<String>) {
        Rc::make_mut(&mut self.view).notices = Rc::new(notices);
    }

    fn export(&mut self, format: ExportFormat) {
        let context = ExportContext {
            policy: &self.session.policy,
            selection: self.selection(),
            now: self.view.content.now,
            root_url: &self.session.root_url,
            export_count: self.export_count,
        };
        let exported = context.export(format);
        match format {
            ExportFormat::Png => self.pending_image = Some(Rc::new(exported)),
            _ => self.deliver(exported),
        }
    }

    /// Whether an action has no effect: nothing to dismiss, the same minute, or an image that is no longer wanted.
    fn is_unchanged_by(&self, action: &Action) -> bool {
        match action {
            Action::DismissNotices => self.view.notices.is_empty(),
            Action::SetNow(now) => *now == self.view.content.now,
            Action::ImageReady { image, .. } => {
                let pending = self.pending_image.as_ref();
                !pending.is_some_and(|pending| Rc::ptr_eq(pending, image))
            }
            _ => false,
        }
    }

    fn deliver(&mut self, exported: ExportedFile) {
        self.pending_image = None;
        self.export_count += 1;
        let view = Rc::make_mut(&mut self.view);
        view.copy_feedback = None;
        view.exported = Some(Rc::new(exported));
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if self.is_unchanged_by(&action) {
            return self;
        }
        let mut next = (*self).clone();
        next.urgency = Urgency::Immediate;
        match action {
            Action::Navigate {
                selection,
                warnings,
                kind,
            } => next.navigate(&selection, warnings, kind),
            Action::EditField { field, text } => {
                next.urgency = Urgency::Typing;
                next.edit(|scenario, time, drafts| {
                    let draft = field.apply_text(scenario, &text, time);
                    drafts.retain(|draft| draft.field != field);
                    drafts.push(draft);
                });
            }
            Action::PickField { field, value } => next.edit(|scenario, time, drafts| {
                let draft = field.apply_text(scenario, &value, time);
                drafts.retain(|draft| draft.field != field);
                // The field shows the value, unless it cannot be used or there is more to say.
                if draft.feedback != Ok(String::new()) {
                    drafts.push(draft);
                }
            }),
            Action::RequirePitr(is_required) => {
                next.edit(|scenario, _, _| scenario.requirements.pitr_required = is_required);
            }
            Action::MoveIncident {
                minutes_before_restore,
            } => {
                next.urgency = Urgency::Drag;
                next.edit(|scenario, time, drafts| {
                    drafts.retain(|draft| draft.field != FormField::IncidentAt);
                    if let Some(restore) = scenario.incident.restore_time(time.now) {
                        let minutes = restore.to_minutes() - i64::from(minutes_before_restore);
                        scenario.incident.at = Timestamp::from_minutes(minutes);
                    }
                });
            }
            Action::ReleaseIncident => next.urgency = Urgency::AfterDrag,
            Action::SetNow(now) => {
                let selection = next.selection().clone();
                next.show(&selection, now);
            }
            Action::Export(format) => next.export(format),
            Action::ImageReady { image, png } => next.deliver(ExportedFile {
                content: png.unwrap_or_default(),
                ..(*image).clone()
            }),
            Action::CopyFinished { target, is_copied } => {
                let feedback = CopyFeedback { target, is_copied };
                Rc::make_mut(&mut next.view).copy_feedback = Some(feedback);
            }
            Action::DismissNotices => {
                next.warnings.clear();
                next.set_notices(Vec::new());
            }
            Action::ListShortcuts => next.set_notices(shortcuts::descriptions()),
            Action::TogglePresentation => next.edit(|scenario, _, _| {
                scenario.display.is_presented = !scenario.display.is_presented;
            }),
        }
        Rc::new(next)
    }
}
