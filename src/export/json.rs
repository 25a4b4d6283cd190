//! Documents as JSON. The doc comments of the types are the descriptions of the published schema.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::document::{DocumentRow, DocumentSection, ExportDocument};
use crate::report::Source;

/// The JSON of a view, as its schema describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "SheetObject"))]
pub struct DocumentJson<'a> {
    /// What it is about.
    pub title: &'a str,
    /// The answer in one sentence.
    pub headline: &'a str,
    /// What follows the headline; may be empty.
    pub lead: &'a str,
    /// Year and month of the policy, as YYYY-MM.
    pub edition: &'a str,
    /// The policy and its edition in words, with the moment of the answer where it depends on one.
    pub basis: &'a str,
    /// The address of the view.
    pub address: &'a str,
    /// Everything the view shows, in its order.
    pub parts: Vec<SectionJson<'a>>,
}

/// Rows under a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "PartObject"))]
pub struct SectionJson<'a> {
    /// The title.
    pub title: &'a str,
    /// The rows, never none.
    pub rows: Vec<RowJson<'a>>,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(rename = "RowObject"))]
pub struct RowJson<'a> {
    /// What it is about; empty where it is about the same as the row before, or about the title.
    pub term: &'a str,
    /// What is said.
    pub text: &'a str,
    /// What it rests on.
    #[cfg_attr(feature = "site", schemars(with = "Option<SourceJson>"))]
    pub source: Option<&'static str>,
    /// The heading of the clause, where it rests on the policy.
    pub section: Option<&'a str>,
    /// The words of the clause, where it rests on the policy.
    pub quote: Option<&'a str>,
}

/// What a sentence rests on.
#[cfg(feature = "site")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "SourceWord")]
pub enum SourceJson {
    /// A clause of the document.
    #[schemars(rename = "policy")]
    Policy,
    /// The document says nothing of it.
    #[schemars(rename = "silent")]
    NotStated,
    /// The calculator’s own reading or arithmetic.
    #[schemars(rename = "reading")]
    Interpretation,
}

impl<'a> From<&'a ExportDocument> for DocumentJson<'a> {
    fn from(document: &'a ExportDocument) -> Self {
        Self {
            title: &document.title,
            headline: &document.headline,
            lead: &document.lead,
            edition: &document.edition,
            basis: &document.source_line,
            address: &document.url,
            parts: document.sections.iter().map(SectionJson::from).collect(),
        }
    }
}

impl<'a> From<&'a DocumentSection> for SectionJson<'a> {
    fn from(section: &'a DocumentSection) -> Self {
        Self {
            title: &section.title,
            rows: section.rows.iter().map(RowJson::from).collect(),
        }
    }
}

impl<'a> From<&'a DocumentRow> for RowJson<'a> {
    fn from(row: &'a DocumentRow) -> Self {
        let source = row.source.as_ref();
        let clause = source.and_then(|source| match source {
            Source::Policy(clause) => Some(clause),
            Source::NotStated | Source::Interpretation => None,
        });
        Self {
            term: &row.label,
            text: &row.text,
            source: source.map(Source::as_str),
            section: clause.map(|clause| clause.section.as_str()),
            quote: clause.map(|clause| clause.quote.as_str()),
        }
    }
}

/// Returns a document as JSON.
pub fn to_json(document: &ExportDocument) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, LineForEachKey);
    let written = DocumentJson::from(document).serialize(&mut serializer);
    // Neither strings nor a buffer in memory can fail.
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

/// Compact JSON with a line break before each key and a space after its colon.
struct LineForEachKey;

impl Formatter for LineForEachKey {
    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(if first { b"\n" } else { b",\n" })
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
