//! The API documentation: which files are published, what they contain, and what programs can rely on.

mod schema_object;
mod view;

use serde_json::Value;

use crate::domain::Policy;
use crate::export::api::CellJson;
use crate::export::card;
use crate::report::{PlanReport, format};
use crate::site::schema;

pub use schema_object::{SchemaKey, SchemaObject};

/// Title of the page.
pub const PAGE_TITLE: &str = "API";

/// Number of the files before those on the edition and on what changed.
const EDITION_FILES: usize = 4;

/// Content of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDocsPage {
    /// Text after the title.
    pub lead: String,
    /// Meaning of the placeholder for the root's URL; `None` if the URL is known.
    pub placeholder_note: Option<&'static str>,
    /// The published files.
    pub files: Vec<DataFile>,
    /// The objects of the JSON; first that of a cell.
    pub objects: Vec<SchemaObject>,
    /// A published answer.
    pub sample: String,
    /// JavaScript that fetches it.
    pub javascript: String,
    /// How to read the table.
    pub csv_note: &'static str,
    /// What programs can rely on.
    pub promises: [String; 4],
}

/// Published file, or several files of the same form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Path below the root; of several files that of one.
    pub path: String,
    /// Name: the path, with placeholders if there are several files.
    pub name: String,
    /// What it is, in a few words.
    pub description: String,
    /// Command that fetches it.
    pub command: String,
}

impl ApiDocsPage {
    /// Builds the page. `site_url` is the URL of the root if it is known, `has_changes` whether the files on what changed between editions
    /// are below it.
    ///
    /// # Errors
    /// Returns a message if the policy has no cell, or the schema cannot be read.
    pub fn new(policy: &Policy, site_url: Option<&str>, has_changes: bool) -> Result<Self, String> {
        let schema: Value =
            serde_json::from_str(&schema::cell()).map_err(|error| error.to_string())?;
        let report = sample_report(policy).ok_or("the policy has no cell")?;
        let sample = serde_json::to_string_pretty(&CellJson::new(policy, &report))
            .map_err(|error| error.to_string())?;
        let json_path = format!("api/v1/{}.json", report.path.trim_end_matches('/'));
        let root = site_url.unwrap_or("SITE/");
        let mut files = files(policy, &report.path, &json_path, root);
        if has_changes {
            let path = "api/v1/changes.json";
            let description = "What changed; also .csv, .md and .atom.";
            files.insert(EDITION_FILES, data_file(root, path, path, description));
        }
        Ok(Self {
            lead: format!(
                "JSON and CSV files, based on {}. No API key needed. The host sends Access-Control-Allow-Origin: *.",
                format::edition_source(policy.edition)
            ),
            placeholder_note: site_url
                .is_none()
                .then_some("Replace SITE with the URL of this site."),
            files,
            objects: schema_object::objects(&schema, &sample),
            sample,
            javascript: javascript(&format!("{root}{json_path}")),
            csv_note: "UTF-8 without a byte order mark. In a spreadsheet, import it as UTF-8, with the edition as text.",
            promises: promises(policy),
        })
    }
}

/// Returns the first answer with a schedule and a tool, or else the first answer.
fn sample_report(policy: &Policy) -> Option<PlanReport> {
    let cells = policy
        .services()
        .flat_map(|(service, _)| policy.plans().map(move |(plan, _)| (service, plan)));
    let mut reports = cells.map(|(service, plan)| PlanReport::new(policy, service, plan));
    let first = reports.next()?;
    let is_rich = |report: &PlanReport| report.schedule.is_some() && !report.tools.is_empty();
    if is_rich(&first) {
        Some(first)
    } else {
        Some(reports.find(is_rich).unwrap_or(first))
    }
}

fn javascript(url: &str) -> String {
    format!(
        "const answer = await fetch(\"{url}\").then((file) => file.json());\n\
         console.log(answer.guaranteed_window_hours, answer.recovery_mode);"
    )
}

fn promises(policy: &Policy) -> [String; 4] {
    [
        "Every v1 object has all of these fields, in this order. Fields that don’t apply are null or empty."
            .to_owned(),
        "Names, types, and meanings don’t change. New fields appear in v2, next to v1.".to_owned(),
        "A new policy edition can change values and add services and plans, but not fields. The field “edition” \
         identifies it."
            .to_owned(),
        format!(
            "The published edition is {}. To track new editions, use edition.json or the calendar feed.",
            policy.edition.to_words()
        ),
    ]
}

/// Returns the row of a file, or of several of the same form.
fn data_file(root: &str, path: &str, name: &str, description: &str) -> DataFile {
    DataFile {
        path: path.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        command: format!("curl -s {root}{path}"),
    }
}

/// Returns the files. `cell_path` is the path of an answer, `json_path` that of its JSON.
fn files(policy: &Policy, cell_path: &str, json_path: &str, root: &str) -> Vec<DataFile> {
    let file = |path: &str, name: &str, description: &str| data_file(root, path, name, description);
    let single = |path: &str, description: &str| file(path, path, description);
    vec![
        file(json_path, "api/v1/SERVICE/PLAN.json", "One result."),
        single("api/v1/index.json", "All results as an array."),
        single("api/v1/matrix.csv", "All results as a table, one row each."),
        file(
            &format!("{cell_path}{}", card::FILE_NAME),
            "SERVICE/PLAN/card.svg",
            "The result as an image, for READMEs.",
        ),
        single(
            "api/v1/edition.json",
            "Edition, and its first change or null.",
        ),
        single("api/v1/calendar.ics", "Calendar feed of policy editions."),
        single(
            &format!("policy/{}.json", policy.edition),
            "The policy with all quotes.",
        ),
        single(
            "policy/policy.schema.json",
            "JSON Schema of the policy file.",
        ),
        single("api/v1/cell.schema.json", "JSON Schema of a result."),
        single("api/v1/view.schema.json", "JSON Schema of a Share export."),
    ]
}
