//! The app's state and what changes it.

use std::rc::Rc;

use crate::browser::page::Place;
use crate::domain::address::{self, Ignored};
use crate::domain::selection::{Missing, Page};
use crate::domain::{Policy, Selection};
use crate::export::take::Taken;
use crate::report::fields::SLIDER;
use crate::report::{Clock, Draft, Field, Take};

/// What the user chose, and what happened beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the user chose.
    pub selection: Selection,
    /// What of the address was ignored.
    pub ignored: Vec<Ignored>,
    /// What was typed into fields last.
    pub drafts: Vec<Draft>,
    /// The command copied last, by the id of its element, and whether that worked.
    pub copied: Option<(String, bool)>,
    /// What was taken along last.
    pub taken: Option<Rc<Taken>>,
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
    Take(Take),
    /// It was taken.
    Taken(Taken),
    /// The notices were read.
    Dismiss,
    /// Something was typed or chosen: the id of the field and its value.
    Type(String, String),
    /// Another minute began.
    Tick,
}

impl State {
    /// The state of a fresh visit to a place; a place outside the site is a page that is missing.
    pub fn at(policy: &Policy, place: Option<Place>) -> Self {
        let (selection, ignored) = match place {
            Some(place) => address::decode(policy, &place.path, &place.query),
            None => (Selection::of(Page::Missing(Missing::Elsewhere)), Vec::new()),
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
    pub fn reduce(&mut self, action: Action, clock: Clock) {
        match action {
            Action::Go(next, _) => {
                let (case, asked) = (&next.selection.case, &self.selection.case);
                // What could not be read yet stays in its field, as long as its value is not changed otherwise.
                let same = case.typed() == asked.typed();
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
    fn take(&mut self, id: &str, value: &str, clock: Clock) {
        if id == SLIDER {
            self.drafts.retain(|draft| draft.field != Field::At);
            return Field::slide(&mut self.selection.case, value, clock);
        }
        let (name, typed) = match id.split_once('-') {
            Some((name, _)) => (name, false),
            None => (id, true),
        };
        let Some(field) = Field::ALL.into_iter().find(|field| field.id() == name) else {
            return;
        };
        let draft = field.take(&mut self.selection.case, value, clock);
        self.drafts.retain(|draft| draft.field != field);
        if typed || draft.remark.is_err() {
            self.drafts.push(draft);
        }
    }
}
