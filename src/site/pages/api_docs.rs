//! The page for programs: which files there are, what they hold, and what is promised of them.

use super::export_format::CARD_FILE_NAME;
use crate::domain::Policy;

/// Its title.
pub const PAGE_TITLE: &str = "Every answer as data";

/// Its address below the site's root. The app does not know it, and lets the browser load it.
pub const PATH: &str = "api/";

/// What the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDocsPage {
    /// What follows the title.
    pub lead: String,
    /// Ways to ask for an answer: the language, and the code.
    pub examples: Vec<(&'static str, String)>,
    /// The files.
    pub files: Vec<DataFile>,
    /// The objects, that of a cell first.
    pub objects: Vec<SchemaObject>,
    /// An answer as it is published.
    pub sample: String,
    /// What a program may rely on.
    pub promises: Vec<String>,
}

/// A file, or files that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Its address below the site's root; of files that are alike, that of one.
    pub path: String,
    /// How it is called.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// An object of the JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaObject {
    /// What it is.
    pub title: String,
    /// Its keys in order.
    pub keys: Vec<SchemaKey>,
}

/// A key of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaKey {
    /// As it is written.
    pub name: String,
    /// What its value may be.
    pub json_type: String,
    /// What its value means.
    pub text: String,
}

impl ApiDocsPage {
    /// What to say of the files of a site. `site` is its address, or a word for it in capitals; `cell` the address of
    /// the answer that is shown, and its file.
    pub fn new(
        policy: &Policy,
        site: &str,
        cell: &str,
        sample: String,
        objects: Vec<SchemaObject>,
    ) -> Self {
        let edition = policy.edition;
        let placeholder_note = match site.contains("://") {
            true => "",
            false => " In the examples SITE stands for the address of this one.",
        };
        let one = format!("api/v1/{}.json", cell.trim_end_matches('/'));
        Self {
            lead: format!(
                "Plain files beside the pages, after Aiven’s backup policy of {}: no key, no account, no server to ask. \
                 They are to be fetched from any site: the host sends Access-Control-Allow-Origin: * with them.{placeholder_note}",
                edition.to_words()
            ),
            examples: vec![
                ("In a shell", format!("curl -s {site}{one}")),
                (
                    "In JavaScript",
                    format!(
                        "const answer = await fetch(\"{site}{one}\").then((file) => file.json());\n\
                         console.log(answer.guaranteed_window_hours, answer.recovery_mode);"
                    ),
                ),
            ],
            files: files(policy, cell, &one),
            objects,
            sample,
            promises: vec![
                "An object under v1 has exactly these keys, always all of them, in this order. What does not apply is \
                 null or an empty list, never left out."
                    .to_owned(),
                "A key keeps its name, its kind and its meaning. Other keys would come under v2, beside v1.".to_owned(),
                "Another edition of the policy changes values, and may bring services and plans. It changes no key; \
                 “edition” says which one it is."
                    .to_owned(),
                format!(
                    "The edition that is published is that of {}. The calendar tells of another, and so does edition.json.",
                    edition.to_words()
                ),
            ],
        }
    }
}

fn files(policy: &Policy, cell: &str, one: &str) -> Vec<DataFile> {
    let file = |path: &str, name: &str, text: &str| DataFile {
        path: path.to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let card = format!("{cell}{CARD_FILE_NAME}");
    let edition = format!("policy/{}.json", policy.edition);
    vec![
        file(
            one,
            "api/v1/SERVICE/PLAN.json",
            "One answer, the object below.",
        ),
        file(
            "api/v1/index.json",
            "api/v1/index.json",
            "All answers, a list of such objects.",
        ),
        file(
            "api/v1/edition.json",
            "api/v1/edition.json",
            "The edition of all answers, and since when (YYYY-MM) it is superseded, or null.",
        ),
        file(
            "api/v1/cell.schema.json",
            "api/v1/cell.schema.json",
            "The JSON Schema of the object, from which this page is made.",
        ),
        file(
            "api/v1/view.schema.json",
            "api/v1/view.schema.json",
            "The JSON Schema of what a page itself gives as JSON.",
        ),
        file(
            "api/v1/matrix.csv",
            "api/v1/matrix.csv",
            "All answers as a table: a row each, the keys that are no lists, and the tools.",
        ),
        file(
            "api/v1/calendar.ics",
            "api/v1/calendar.ics",
            "A calendar to subscribe to: the edition of the policy, and since when it is superseded.",
        ),
        file(
            &card,
            "SERVICE/PLAN/card.svg",
            "The answer as a picture for READMEs, wikis and slides, light or dark as the reader has it.",
        ),
        file(&edition, &edition, "The policy as data, with every clause."),
        file(
            "policy/policy.schema.json",
            "policy/policy.schema.json",
            "The JSON Schema of the policy.",
        ),
    ]
}
