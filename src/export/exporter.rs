//! The export of a page in a format.

use super::card;
use super::data_uri::data_uri;
use super::document::{ExportDocument, SectionLayout};
use super::format::ExportFormat;
use super::ics::{self, Event};
use super::text::{self, TextFormat};
use super::{csv, json};
use crate::domain::time::{Utc, format_utc};
use crate::domain::{Policy, Selection, Timestamp, url};
use crate::report::{PageContent, Panel, TimeContext, labels};

/// Exported file or text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// The format.
    pub format: ExportFormat,
    /// Name of the file; empty if the format is copied to the clipboard.
    pub file_name: String,
    /// The text. For [`ExportFormat::Png`] the data URI of an SVG image to rasterize, which the browser replaces by the data
    /// URI of the PNG image.
    pub content: String,
}

/// Page to export.
#[derive(Clone, Copy, Debug)]
pub struct ExportContext<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// Page and scenario.
    pub selection: &'a Selection,
    /// Time of the export; `None` if it is unknown.
    pub now: Option<Timestamp>,
    /// URL of the site's root, with a trailing slash.
    pub root_url: &'a str,
    /// Number of exports before this one, which tells calendar files of the same minute apart.
    pub export_count: u32,
}

impl ExportContext<'_> {
    /// Exports the page in a format. The content of [`ExportFormat::Ics`] is empty if there is no deadline.
    pub fn export(&self, format: ExportFormat) -> ExportedFile {
        let extension = format.extension_and_mime().map(|(extension, _)| extension);
        ExportedFile {
            format,
            file_name: extension.map_or(String::new(), |extension| self.file_name(extension)),
            content: self.content(format),
        }
    }

    fn content(&self, format: ExportFormat) -> String {
        let time = TimeContext {
            now: self.now,
            zone: &Utc,
        };
        let content = PageContent::new(self.policy, self.selection, time);
        let document = ExportDocument::new(self.policy, &content, &self.url());
        match format {
            ExportFormat::Summary => text::summary(&document),
            ExportFormat::Link => document.url,
            ExportFormat::Markdown => text::render(&document, TextFormat::Markdown),
            ExportFormat::PlainText => text::render(&document, TextFormat::Plain),
            ExportFormat::Csv => csv::to_csv(&document),
            ExportFormat::Json => json::to_json(&document),
            ExportFormat::Svg => card::card(&document),
            ExportFormat::Png => data_uri("image/svg+xml", &card::card(&document)),
            ExportFormat::Ics => self
                .deadline_calendar(&content, document)
                .unwrap_or_default(),
        }
    }

    /// Returns the URL of the page without display options, which only concern this visitor.
    fn url(&self) -> String {
        let Selection { page, scenario } = self.selection;
        let scenario = scenario.without_display_options();
        let path = url::encode_with_query(self.policy, page, &scenario);
        format!("{}{path}", self.root_url)
    }

    /// Returns the name of a file: "backup-redis-business.csv".
    fn file_name(&self, extension: &str) -> String {
        let path = url::encode(self.policy, &self.selection.page);
        let stem = format!("backup-{}", path.replace('/', "-"));
        format!("{}.{extension}", stem.trim_end_matches('-'))
    }

    /// Returns a calendar file with the deadline of an incident; `None` if there is none.
    fn deadline_calendar(
        &self,
        content: &PageContent,
        mut document: ExportDocument,
    ) -> Option<String> {
        let Panel::Answer(answer) = &content.panel else {
            return None;
        };
        let (deadline, now) = (answer.incident.as_ref()?.deadline?, content.now?);
        let incident_at = content.selection.scenario.incident.at?;
        let (service, plan) = (&answer.report.service, &answer.report.plan);
        let (time, alarms) = Event::until(deadline, now);
        let (name, end) = (&service.short_name, format_utc(deadline));
        let summary = format!("Restore {name} {} before {end}", plan.name);
        // Calendars have limits on the length of a description.
        document
            .sections
            .retain(|section| section.title == labels::INCIDENT);
        document.begin_section("In the calendar", SectionLayout::List);
        document.push_row(
            "",
            "This entry replaces earlier ones for this incident. Delete those that stay.",
            None,
        );
        Some(ics::calendar(&[Event {
            uid: format!("incident-{}-{}-{incident_at}", service.slug, plan.slug),
            sequence: now.to_minutes() as u32 + self.export_count,
            created_at: now.to_utc_datetime(),
            time,
            summary,
            description: text::render(&document, TextFormat::Plain),
            alarms,
        }]))
    }
}
