//! The API documentation: which files are published, what they contain, and what programs can rely on.

mod schema_object;
mod view;

use serde_json::Value;

use crate::domain::Policy;
use crate::export::api::CellJson;
use crate::report::PlanReport;
use crate::site::picture::SVG_FILE_NAME;
use crate::site::schema;

pub use schema_object::{SchemaKey, SchemaObject};

/// Title of the page.
pub const PAGE_TITLE: &str = "Every answer as data";

/// Content of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDocsPage {
    /// Text after the title.
    pub lead: String,
    /// Code that fetches an answer.
    pub examples: [CodeExample; 2],
    /// The published files.
    pub files: Vec<DataFile>,
    /// The objects of the JSON; first that of a cell.
    pub objects: Vec<SchemaObject>,
    /// A published answer.
    pub sample: String,
    /// What programs can rely on.
    pub promises: [String; 4],
}

/// Code that fetches an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeExample {
    /// Heading: the language.
    pub heading: &'static str,
    /// The code.
    pub code: String,
}

/// Published file, or several files of the same form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Path below the root; of several files that of one.
    pub path: String,
    /// Name: the path, with placeholders if there are several files.
    pub name: String,
    /// Description.
    pub description: String,
}

impl ApiDocsPage {
    /// Builds the page. `site_url` is the URL of the root if it is known.
    ///
    /// # Errors
    /// Returns a message if the policy has no cell, or the schema cannot be read.
    pub fn new(policy: &Policy, site_url: Option<&str>) -> Result<Self, String> {
        let schema: Value =
            serde_json::from_str(&schema::cell()).map_err(|error| error.to_string())?;
        let report = sample_report(policy).ok_or("the policy has no cell")?;
        let sample = serde_json::to_string_pretty(&CellJson::new(&report))
            .map_err(|error| error.to_string())?;
        let json_path = format!("api/v1/{}.json", report.path.trim_end_matches('/'));
        let url = format!("{}{json_path}", site_url.unwrap_or("SITE/"));
        Ok(Self {
            lead: lead(policy, site_url.is_some()),
            examples: examples(&url),
            files: files(policy, &report.path, &json_path),
            objects: schema_object::objects(&schema, &sample),
            sample,
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

fn lead(policy: &Policy, has_site_url: bool) -> String {
    let placeholder_note = if has_site_url {
        ""
    } else {
        " In the examples SITE stands for the address of this one."
    };
    format!(
        "Plain files beside the pages, after Aiven’s backup policy of {}: no key, no account, no server to ask. \
         They are to be fetched from any site: the host sends Access-Control-Allow-Origin: * with them.{placeholder_note}",
        policy.edition.to_words()
    )
}

fn examples(url: &str) -> [CodeExample; 2] {
    [
        CodeExample {
            heading: "In a shell",
            code: format!("curl -s {url}"),
        },
        CodeExample {
            heading: "In JavaScript",
            code: format!(
                "const answer = await fetch(\"{url}\").then((file) => file.json());\n\
                 console.log(answer.guaranteed_window_hours, answer.recovery_mode);"
            ),
        },
    ]
}

fn promises(policy: &Policy) -> [String; 4] {
    [
        "An object under v1 has exactly these keys, always all of them, in this order. What does not apply is \
         null or an empty list, never left out."
            .to_owned(),
        "A key keeps its name, its kind and its meaning. Other keys would come under v2, beside v1.".to_owned(),
        "Another edition of the policy changes values, and may bring services and plans. It changes no key; \
         “edition” says which one it is."
            .to_owned(),
        format!(
            "The edition that is published is that of {}. The calendar tells of another, and so does edition.json.",
            policy.edition.to_words()
        ),
    ]
}

/// Returns the files. `cell_path` is the path of an answer, `json_path` that of its JSON.
fn files(policy: &Policy, cell_path: &str, json_path: &str) -> Vec<DataFile> {
    let file = |path: &str, name: &str, description: &str| DataFile {
        path: path.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
    };
    let single = |path: &str, description: &str| file(path, path, description);
    vec![
        file(
            json_path,
            "api/v1/SERVICE/PLAN.json",
            "One answer, the object below.",
        ),
        single("api/v1/index.json", "All answers, a list of such objects."),
        single(
            "api/v1/edition.json",
            "The edition of all answers, and since when (YYYY-MM) it is superseded, or null.",
        ),
        single(
            "api/v1/cell.schema.json",
            "The JSON Schema of the object, from which this page is made.",
        ),
        single(
            "api/v1/view.schema.json",
            "The JSON Schema of what a page itself gives as JSON.",
        ),
        single(
            "api/v1/matrix.csv",
            "All answers as a table: a row each, the keys that are no lists, and the tools. UTF-8 without a byte order mark, as \
             programs expect; in a spreadsheet import it as UTF-8, with the edition as text.",
        ),
        single(
            "api/v1/calendar.ics",
            "A calendar to subscribe to: the edition of the policy, and since when it is superseded.",
        ),
        file(
            &format!("{cell_path}{SVG_FILE_NAME}"),
            "SERVICE/PLAN/card.svg",
            "The answer as a picture for READMEs, wikis and slides.",
        ),
        single(
            &format!("policy/{}.json", policy.edition),
            "The policy as data, with every clause.",
        ),
        single(
            "policy/policy.schema.json",
            "The JSON Schema of the policy.",
        ),
    ]
}
