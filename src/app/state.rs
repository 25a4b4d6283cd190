//! The app's state and what changes it.

use crate::browser::page::Place;
use crate::domain::address::{self, Ignored};
use crate::domain::selection::{Missing, Page};
use crate::domain::{Policy, Selection};

/// What the user chose, and what happened beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the user chose.
    pub selection: Selection,
    /// What of the address was ignored.
    pub ignored: Vec<Ignored>,
    /// The command copied last, by the id of its element, and whether that worked.
    pub copied: Option<(String, bool)>,
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
    /// The notices were read.
    Dismiss,
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
            copied: None,
            visits: 0,
        }
    }
}

impl State {
    /// The one place where the state changes.
    pub fn reduce(&mut self, action: Action) {
        match action {
            Action::Go(next, _) => {
                *self = State {
                    visits: self.visits + 1,
                    ..next
                }
            }
            // The wiring does these.
            Action::Copy(_) | Action::Complete => {}
            Action::Copied(id, worked) => self.copied = Some((id, worked)),
            Action::Dismiss => self.ignored.clear(),
        }
    }
}
