//! The app's state and what changes it.

use std::rc::Rc;

use crate::browser::page::SitePath;
use crate::domain::selection::{NotFound, Page};
use crate::domain::url::{self, UrlWarning};
use crate::domain::{Policy, Selection};
use crate::export::exporter::ExportedFile;
use crate::report::form::SLIDER;
use crate::report::{Draft, ExportFormat, FormField, TimeContext};

/// What the user chose, and what happened beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the user chose.
    pub selection: Selection,
    /// What of the address was ignored.
    pub ignored: Vec<UrlWarning>,
    /// What was typed into fields last.
    pub drafts: Vec<Draft>,
    /// The command copied last, by the id of its element, and whether that worked.
    pub copied: Option<(String, bool)>,
    /// What was taken along last.
    pub taken: Option<Rc<ExportedFile>>,
    /// How many changes in place there were.
    pub visits: u32,
}

/// How the visitor came to another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trip {
    /// By a link.
    Followed,
    /// Back or forward.
    Travelled,
}

/// What changes the state.
pub enum Action {
    /// To another page.
    Go(State, Trip),
    /// What lies below the answer is to be drawn too.
    Complete,
    /// A command is to be copied, by the id of its element.
    Copy(String),
    /// A command was copied, or left selected.
    Copied(String, bool),
    /// The view is to be taken along.
    Take(ExportFormat),
    /// It was taken.
    Taken(ExportedFile),
    /// The notices were read.
    Dismiss,
    /// Something was typed or chosen: the id of the field and its value.
    Type(String, String),
    /// Another minute began.
    Tick,
}

impl State {
    /// The state of a fresh visit to a place; a place outside the site is a page that is missing.
    pub fn at(policy: &Policy, place: Option<SitePath>) -> Self {
        let (selection, ignored) = match place {
            Some(place) => url::decode(policy, &place.path, &place.query),
            None => (Selection::from(Page::NotFound(NotFound::Path)), Vec::new()),
        };
        Self {
            selection,
            ignored,
            drafts: Vec::new(),
            copied: None,
            taken: None,
            visits: 0,
        }
    }
}

impl State {
    /// The one place where the state changes.
    pub fn reduce(&mut self, action: Action, clock: TimeContext) {
        match action {
            Action::Go(next, _) => {
                let (case, asked) = (&next.selection.scenario, &self.selection.scenario);
                // What could not be read yet stays in its field, as long as its value is not changed otherwise.
                let same = case.form_values() == asked.form_values();
                *self = State {
                    visits: self.visits + 1,
                    drafts: if same {
                        std::mem::take(&mut self.drafts)
                    } else {
                        Vec::new()
                    },
                    ..next
                }
            }
            // The wiring does these.
            Action::Copy(_) | Action::Take(_) | Action::Complete | Action::Tick => {}
            Action::Type(id, value) => {
                // What was taken is of another case now.
                self.taken = None;
                self.take(&id, &value, clock);
            }
            Action::Taken(taken) => {
                self.copied = None;
                self.taken = Some(Rc::new(taken));
            }
            Action::Copied(id, worked) => self.copied = Some((id, worked)),
            Action::Dismiss => self.ignored.clear(),
        }
    }

    /// Takes what was typed into a field. A draft stays only where it says more than the value does.
    fn take(&mut self, id: &str, value: &str, clock: TimeContext) {
        if id == SLIDER {
            self.drafts
                .retain(|draft| draft.field != FormField::IncidentAt);
            return FormField::apply_slider(&mut self.selection.scenario, value, clock);
        }
        let (name, typed) = match id.split_once('-') {
            Some((name, _)) => (name, false),
            None => (id, true),
        };
        let Some(field) = FormField::ALL.into_iter().find(|field| field.id() == name) else {
            return;
        };
        let draft = field.apply_text(&mut self.selection.scenario, value, clock);
        self.drafts.retain(|draft| draft.field != field);
        if typed || draft.feedback.is_err() {
            self.drafts.push(draft);
        }
    }
}
