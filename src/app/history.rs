//! The visitor's way through the history of the browser.

use crate::browser::{document, history};

/// The current history entry and the scroll offset of each. Inside an iframe it adds no entries, so that the history of the page
/// around is unchanged.
pub struct NavigationHistory {
    index: usize,
    scroll_offsets: Vec<f64>,
    /// URL that the current entry is to get.
    pending_url: Option<String>,
    is_in_iframe: bool,
}

impl NavigationHistory {
    /// Continues from the current entry, which after a reload need not be the first.
    pub fn current() -> Self {
        Self {
            index: history::history_index(),
            scroll_offsets: Vec::new(),
            pending_url: None,
            is_in_iframe: document::is_in_iframe(),
        }
    }

    /// Plans another URL for the current entry. [`flush`](Self::flush) writes it.
    pub fn schedule_replace(&mut self, url: String) {
        self.pending_url = Some(url);
    }

    /// Writes the planned URL, if there is one.
    pub fn flush(&mut self) {
        if let Some(url) = self.pending_url.take() {
            history::replace_state(self.index, &url);
        }
    }

    /// Adds an entry for a link. Returns `false` if the browser refuses, and must load the page itself.
    pub fn push(&mut self, href: &str) -> bool {
        self.save_scroll(history::scroll_position());
        self.flush();
        if history::is_current_url(href) {
            self.save_scroll(0.0);
            return true;
        }
        if self.is_in_iframe {
            self.save_scroll(0.0);
            // A sandboxed iframe keeps its URL; the page changes all the same.
            history::replace_state(self.index, href);
            return true;
        }
        let next = self.index + 1;
        let is_pushed = history::push_state(next, href);
        if is_pushed {
            // The browser drops the entries ahead.
            self.scroll_offsets.truncate(next);
            self.index = next;
        }
        is_pushed
    }

    /// Follows the browser to another entry, which it shows already.
    pub fn on_popstate(&mut self) {
        self.save_scroll(history::scroll_position());
        self.pending_url = None;
        self.index = history::history_index();
    }

    /// Saves the scroll offset to which the current entry returns.
    fn save_scroll(&mut self, offset: f64) {
        if self.scroll_offsets.len() <= self.index {
            self.scroll_offsets.resize(self.index + 1, 0.0);
        }
        if let Some(saved) = self.scroll_offsets.get_mut(self.index) {
            *saved = offset;
        }
    }

    /// Returns the scroll offset at which the current entry was left.
    pub fn saved_scroll(&self) -> f64 {
        self.scroll_offsets
            .get(self.index)
            .copied()
            .unwrap_or_default()
    }
}
