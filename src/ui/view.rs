//! Snapshot of the state that one rendering shows.

use std::rc::Rc;

use yew::AttrValue;

use super::action::CopyFeedback;
use super::form::FormState;
use super::links::Links;
use crate::export::ExportedFile;
use crate::report::PageContent;

/// Everything that the components show. Parts that rarely change are shared by snapshots, so that comparing them is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The reports of the page, with the selection and the time they are for.
    pub content: Rc<PageContent>,
    /// The form fields.
    pub fields: Rc<FormState>,
    /// Builder of links.
    pub links: Links,
    /// What of the URL was ignored, or the keys.
    pub notices: Rc<Vec<String>>,
    /// Title of the page for screen readers, after navigation in place; empty on the first page.
    pub announcement: AttrValue,
    /// The last export.
    pub exported: Option<Rc<ExportedFile>>,
    /// Outcome of the last copy.
    pub copy_feedback: Option<CopyFeedback>,
}

impl View {
    /// Creates the view of a page without anything the visitor did.
    pub fn new(content: PageContent, fields: FormState, links: Links) -> Self {
        Self {
            content: Rc::new(content),
            fields: Rc::new(fields),
            links,
            notices: Rc::default(),
            announcement: AttrValue::default(),
            exported: None,
            copy_feedback: None,
        }
    }
}
