//! What components ask the app to do.

use std::rc::Rc;

use crate::domain::url::UrlWarning;
use crate::domain::{Selection, Timestamp};
use crate::export::{ExportFormat, ExportedFile};

use super::form::FormField;

/// A change of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Shows the page of a URL.
    Navigate {
        /// What the URL selects.
        selection: Box<Selection>,
        /// What of the URL was ignored.
        warnings: Vec<UrlWarning>,
        /// How the visitor got there.
        kind: NavigationKind,
    },
    /// The visitor typed into a field.
    EditField {
        /// The field.
        field: FormField,
        /// Its text.
        text: String,
    },
    /// The visitor chose a value in the browser's date or time picker.
    PickField {
        /// The field beside the picker.
        field: FormField,
        /// Value of the picker, `2026-11-21T14:37` or `2026-11-21`; empty if it was cleared.
        value: String,
    },
    /// The visitor requires point-in-time recovery, or no longer does.
    RequirePitr(bool),
    /// The visitor moved the flag of the ladder.
    MoveIncident {
        /// Age of the incident at the time of the restore, in minutes.
        minutes_before_restore: u32,
    },
    /// The visitor released the flag of the ladder.
    ReleaseIncident,
    /// Shows the page to an audience, or no longer.
    TogglePresentation,
    /// Lists the keys in the notices.
    ListShortcuts,
    /// Another minute began; `None` if the clock is outside the supported years.
    SetNow(Option<Timestamp>),
    /// Exports the page.
    Export(ExportFormat),
    /// The image of an export was rasterized.
    ImageReady {
        /// The export with the vector image.
        image: Rc<ExportedFile>,
        /// Data URI of the pixels; `None` if the browser refuses.
        png: Option<String>,
    },
    /// A text was copied, or left selected.
    CopyFinished {
        /// The text.
        target: CopyTarget,
        /// Whether it is on the clipboard.
        is_copied: bool,
    },
    /// The visitor dismissed the notices.
    DismissNotices,
}

/// How the visitor got to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NavigationKind {
    /// By a link.
    Link,
    /// Back or forward.
    History,
}

/// A text that can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyTarget {
    /// The exported text.
    Export,
    /// The command of an export tool, by the tool's name.
    Command(String),
}

impl CopyTarget {
    /// Returns the id of the element that holds the text.
    pub fn element_id(&self) -> String {
        match self {
            CopyTarget::Export => "export-preview".to_owned(),
            CopyTarget::Command(tool) => format!("command-{tool}"),
        }
    }
}

/// A text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRequest {
    /// Which text.
    pub target: CopyTarget,
    /// The text. That in the page may be translated.
    pub text: String,
}

/// Outcome of the last copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyFeedback {
    /// The text.
    pub target: CopyTarget,
    /// Whether it is on the clipboard; otherwise it is selected.
    pub is_copied: bool,
}
