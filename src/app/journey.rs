//! The visitor's way through the history: which entry is shown, and how far down each was scrolled. In a frame it leaves
//! no trace, since the history is that of the page around.

use crate::browser::page;

/// History entries by number, each with the scroll position it was left at.
pub struct Journey {
    entry: usize,
    positions: Vec<f64>,
    /// What the address of the entry that is shown is to become.
    pending: Option<String>,
    /// Whether the page stands in a frame of another.
    framed: bool,
    /// Whether the address of the document is another than that of the page it shows.
    astray: bool,
}

impl Journey {
    /// A journey that goes on from the entry that is shown, which after a reload need not be the first.
    pub fn here() -> Self {
        Self {
            entry: page::history_index(),
            positions: Vec::new(),
            pending: None,
            framed: page::is_in_iframe(),
            astray: false,
        }
    }

    /// The entry that is shown is to have another address, as soon as typing pauses or the visitor moves on.
    pub fn rename(&mut self, address: String) {
        self.pending = Some(address);
    }

    /// Writes the address that is due.
    pub fn save(&mut self) {
        if let Some(address) = self.pending.take() {
            page::replace_state(self.entry, &address);
        }
    }

    /// Whether the address of the document is another than that of the page it shows: a frame without an origin must keep
    /// the address it was loaded with.
    pub fn is_astray(&self) -> bool {
        self.astray
    }

    /// Follows a link to a new entry. Says no where the browser refuses, so that it can load the page itself.
    pub fn follow(&mut self, href: &str) -> bool {
        self.leave();
        self.save();
        if page::is_current_url(href) {
            self.positions[self.entry] = 0.0;
            return true;
        }
        if self.framed {
            self.positions[self.entry] = 0.0;
            self.astray = !page::replace_state(self.entry, href);
            return true;
        }
        let next = self.entry + 1;
        let pushed = page::push_state(next, href);
        if pushed {
            // What lay ahead is gone from the history.
            self.positions.truncate(next);
            self.entry = next;
        }
        pushed
    }

    /// The visitor went back or forward; the browser shows another entry already.
    pub fn travel(&mut self) {
        self.leave();
        self.pending = None;
        self.entry = page::history_index();
    }

    fn leave(&mut self) {
        if self.positions.len() <= self.entry {
            self.positions.resize(self.entry + 1, 0.0);
        }
        self.positions[self.entry] = page::scroll_position();
    }

    /// How far down the entry that is shown belongs.
    pub fn position(&self) -> f64 {
        self.positions.get(self.entry).copied().unwrap_or_default()
    }
}
