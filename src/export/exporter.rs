//! A view in the form in which it is taken along.

use super::card::{self, ColorScheme};
use super::data_uri::data_uri;
use super::ics::{self, Event};
use super::json;
use super::text::{TextFormat, render};
use crate::domain::text::join;
use crate::domain::time::Utc;
use crate::domain::{Policy, Selection, Timestamp, url};
use crate::report::{
    ExportDocument, ExportFormat, IncidentReport, PageContent, Panel, TimeContext,
};

/// What was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its form.
    pub format: ExportFormat,
    /// The name of the file; what is copied has none.
    pub file_name: String,
    /// The text; of a picture in pixels a link that holds what it is painted from, then one that holds it.
    pub content: String,
}

/// A view to be taken along.
#[derive(Clone, Copy)]
pub struct ExportContext<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// What is shown.
    pub selection: &'a Selection,
    /// The moment at which it is taken.
    pub now: Option<Timestamp>,
    /// The address of the site's root.
    pub root: &'a str,
}

/// What a file of the page of this address is called: "backup-redis-business.csv".
fn file_name(page_path: &str, extension: &str) -> String {
    let words = join(&["backup", &page_path.replace('/', "-")], "-");
    join(&[words.trim_end_matches('-'), extension], ".")
}

impl ExportContext<'_> {
    /// The view in a form.
    pub fn export(&self, format: ExportFormat) -> ExportedFile {
        let address = self.url();
        let sheet = || ExportDocument::new(self.policy, self.selection, self.now, &address);
        let content = match format {
            ExportFormat::Link => address.clone(),
            ExportFormat::Markdown => render(&sheet(), TextFormat::Markdown),
            ExportFormat::PlainText => render(&sheet(), TextFormat::Plain),
            ExportFormat::Csv => json::to_csv(&sheet()),
            ExportFormat::Json => json::to_json(&sheet()),
            ExportFormat::Svg => card::card(&sheet(), ColorScheme::Auto),
            ExportFormat::Png => {
                data_uri("image/svg+xml", &card::card(&sheet(), ColorScheme::Light))
            }
            ExportFormat::Ics => self.deadline_calendar(&sheet()).unwrap_or_default(),
        };
        let name = format
            .extension_and_mime()
            .map(|(ending, _)| file_name(&self.page_path(), ending));
        ExportedFile {
            format,
            file_name: name.unwrap_or_default(),
            content,
        }
    }

    /// Its address, as it is sent to others: how the page is shown is nobody else’s matter.
    pub fn url(&self) -> String {
        let Selection {
            page,
            scenario: case,
        } = self.selection;
        let place = url::encode_with_query(self.policy, page, &case.without_display_options());
        join(&[self.root, &place], "")
    }

    /// The address of its page below the root, without what is asked.
    fn page_path(&self) -> String {
        url::encode(self.policy, &self.selection.page)
    }

    fn time_context(&self) -> TimeContext<'_> {
        TimeContext {
            now: self.now,
            zone: &Utc,
        }
    }

    /// The deadline of an incident as a file for calendars; nothing where there is none.
    fn deadline_calendar(&self, sheet: &ExportDocument) -> Option<String> {
        let (service, plan) = self.selection.service_and_plan()?;
        let scenario = &self.selection.scenario;
        let Panel::Answer(report) = PageContent::new(self.policy, self.selection).panel else {
            return None;
        };
        let incident_report =
            IncidentReport::new(self.policy, &report, scenario, self.time_context())?;
        let (service, plan) = (self.policy.service(service), self.policy.plan(plan));
        let at = scenario.incident.at?.to_string();
        Some(ics::calendar(&[Event {
            uid: join(&["incident", &service.slug, &plan.slug, &at], "-"),
            created_at: self.now?.to_utc_datetime(),
            start: ics::EventStart::Moment(incident_report.deadline?),
            summary: join(&["Restore by now: ", &sheet.title], ""),
            description: render(sheet, TextFormat::Plain),
            alarms: &ics::DEADLINE_ALARMS,
        }]))
    }
}
