//! The content of a page as facts and titled rows, the form from which every export is made.

mod builder;
mod overview;
mod plan;

use crate::domain::time::format_utc;
use crate::domain::{Page, Policy};
use crate::report::{PageContent, Panel, format};

pub use builder::{DocumentRow, DocumentSection, ExportDocument, Fact, SectionLayout};

impl ExportDocument {
    /// Builds the document of a page. `content` should have been built with [`Utc`](crate::domain::time::Utc), and `url` is the
    /// URL of the page; empty if it is unknown.
    pub fn new(policy: &Policy, content: &PageContent, url: &str) -> Self {
        let mut document = match &content.panel {
            Panel::Answer(answer) => {
                plan::document(answer, &content.selection.scenario, content.now)
            }
            Panel::Service(report) => overview::service(report),
            Panel::Stack(report) => {
                let incident = &content.selection.scenario.incident;
                overview::stack(report, incident, content.now)
            }
            Panel::Home | Panel::NotFound(_) => {
                let requirements = &content.selection.scenario.requirements;
                match &content.finder {
                    Some(finder) => {
                        overview::plan_finder(policy, &content.matrix, finder, requirements)
                    }
                    None => overview::matrix(policy, &content.matrix),
                }
            }
        };
        document.ladder = content.ladder.clone();
        document.url = url.to_owned();
        document.edition = policy.edition.to_string();
        document.source_line =
            format::edition_source(policy.edition) + &policy.edition.superseded_suffix();
        if let Some(now) = content.now.filter(|_| depends_on_time(content)) {
            document.source_line += &format!(", calculated on {}", format_utc(now));
        }
        document.sections.retain(|section| !section.rows.is_empty());
        document
    }
}

/// Returns whether a page depends on the time at which it is shown: its answer, or the dates of its ladder.
fn depends_on_time(content: &PageContent) -> bool {
    let service = &content.selection.scenario.service;
    let is_off = service.powered_off_on.or(service.deleted_on).is_some();
    let is_answer = matches!(content.selection.page, Page::Answer(..) | Page::Stack);
    content.ladder.is_some()
        || is_answer && (content.selection.scenario.incident.at.is_some() || is_off)
}
