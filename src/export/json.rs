//! A sheet as data: JSON for programs, CSV for tables. The JSON is written by hand, since a library for it would weigh
//! more than all exports together; tests read it back and hold it against its schema.

use super::csv;
use crate::report::Source;
use crate::report::export_document::ExportDocument;

/// The sheet as JSON, as [`SheetObject`] describes it.
pub fn to_json(sheet: &ExportDocument) -> String {
    let mut out = String::from("{");
    let head = [
        ("title", &sheet.title),
        ("headline", &sheet.headline),
        ("lead", &sheet.lead),
        ("edition", &sheet.edition),
        ("basis", &sheet.source_line),
        ("address", &sheet.url),
    ];
    for (key, value) in head {
        member(&mut out, key, Some(value));
    }
    out.push_str("\n\"parts\": [");
    for part in &sheet.sections {
        out.push('{');
        member(&mut out, "title", Some(&part.title));
        out.push_str("\n\"rows\": [");
        for row in &part.rows {
            out.push('{');
            member(&mut out, "term", Some(&row.label));
            member(&mut out, "text", Some(&row.text));
            let (source, section, quote) = source(row.source.as_ref());
            member(&mut out, "source", source);
            member(&mut out, "section", section);
            member(&mut out, "quote", quote);
            close(&mut out, "},");
        }
        close(&mut out, "]},");
    }
    close(&mut out, "]}\n");
    out
}

/// What a row rests on: its kind, and the clause.
fn source(source: Option<&Source>) -> (Option<&str>, Option<&str>, Option<&str>) {
    match source {
        None => (None, None, None),
        Some(Source::NotStated) => (Some("silent"), None, None),
        Some(Source::Interpretation) => (Some("reading"), None, None),
        Some(Source::Policy(clause)) => {
            (Some("policy"), Some(&clause.section), Some(&clause.quote))
        }
    }
}

/// A member of an object, with the comma after it.
fn member(out: &mut String, key: &str, value: Option<&str>) {
    out.push_str("\n\"");
    out.push_str(key);
    out.push_str("\": ");
    match value {
        None => out.push_str("null"),
        Some(text) => quoted(out, text),
    }
    out.push(',');
}

/// Ends a list or an object; the comma after its last member goes.
fn close(out: &mut String, end: &str) {
    if out.ends_with(',') {
        out.pop();
    }
    out.push_str(end);
}

/// A text as JSON has it.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // No text of ours has another control character than these; JSON forbids them all.
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The sheet as a table: a line for each row.
pub fn to_csv(sheet: &ExportDocument) -> String {
    let mut out = csv::write_row(&["section", "term", "text", "source", "clause"]);
    out.push_str(&csv::write_row(&[
        &sheet.title,
        "Answer",
        &sheet.headline,
        "",
        "",
    ]));
    for part in &sheet.sections {
        for row in &part.rows {
            let (source, _, quote) = source(row.source.as_ref());
            let rests = [source.unwrap_or_default(), quote.unwrap_or_default()];
            out.push_str(&csv::write_row(&[
                &part.title,
                &row.label,
                &row.text,
                rests[0],
                rests[1],
            ]));
        }
    }
    for (term, text) in [("Edition", &sheet.source_line), ("Address", &sheet.url)] {
        out.push_str(&csv::write_row(&[&sheet.title, term, text, "", ""]));
    }
    out
}

/// The JSON of a view, as its schema describes it.
#[cfg(feature = "site")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
pub struct SheetObject {
    /// What it is about.
    title: String,
    /// The answer in one sentence.
    headline: String,
    /// What follows the headline; may be empty.
    lead: String,
    /// Year and month of the policy, as YYYY-MM.
    edition: String,
    /// The policy and its edition in words, with the moment of the answer where it depends on one.
    basis: String,
    /// The address of the view.
    address: String,
    /// Everything the view shows, in its order.
    parts: Vec<PartObject>,
}

/// Rows under a title.
#[cfg(feature = "site")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct PartObject {
    /// The title.
    title: String,
    /// The rows, never none.
    rows: Vec<RowObject>,
}

/// One thing that is said.
#[cfg(feature = "site")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct RowObject {
    /// What it is about; empty where it is about the same as the row before, or about the title.
    term: String,
    /// What is said.
    text: String,
    /// What it rests on.
    source: Option<SourceWord>,
    /// The heading of the clause, where it rests on the policy.
    section: Option<String>,
    /// The words of the clause, where it rests on the policy.
    quote: Option<String>,
}

/// What a sentence rests on.
#[cfg(feature = "site")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
#[schemars(rename_all = "snake_case")]
enum SourceWord {
    /// A clause of the document.
    Policy,
    /// The document says nothing of it.
    Silent,
    /// The calculator’s own reading or arithmetic.
    Reading,
}
