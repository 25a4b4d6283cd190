//! What leaves the page: the sheet of every view as Markdown, plain text, CSV and JSON, each read back by a library
//! that is not ours.

mod fixtures;

use backup_calculator::export::json;
use backup_calculator::export::text::{TextFormat, render};
use backup_calculator::report::{ExportDocument, Source};
use fixtures::sheets::{ASKED, HOSTILE, all, hostile, sheet};
use fixtures::{golden, policy};

fn markdown(sheet: &ExportDocument) -> String {
    render(sheet, TextFormat::Markdown)
}

#[test]
fn texts_of_views_are_as_expected() {
    let policy = policy();
    let of = |form: TextFormat| {
        let texts = ASKED.iter().chain(&["kafka/premium/", "cassandra/"]);
        let texts =
            texts.map(|place| format!("=== /{place}\n{}", render(&sheet(&policy, place), form)));
        texts.collect::<Vec<_>>().join("\n")
    };
    golden("tests/golden/sheets.txt", &of(TextFormat::Plain));
    golden("tests/golden/sheets.md", &of(TextFormat::Markdown));
}

#[test]
fn data_of_views_is_as_expected() {
    let policy = policy();
    let one = sheet(&policy, ASKED[2]);
    golden("tests/golden/sheet.json", &json::to_json(&one));
    golden("tests/golden/sheet.csv", &json::to_csv(&one));
}

/// All that a reader of the sheet must find.
fn words(sheet: &ExportDocument) -> Vec<String> {
    let mut all = vec![
        sheet.title.clone(),
        sheet.headline.clone(),
        sheet.source_line.clone(),
    ];
    for part in &sheet.sections {
        all.push(part.title.clone());
        for row in &part.rows {
            all.extend([row.label.clone(), row.text.clone()]);
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

/// What a CommonMark parser takes for text, and how many links and pieces of HTML it finds.
fn parsed_markdown(text: &str) -> (String, usize, usize) {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};
    let (mut plain, mut links, mut html) = (String::new(), 0, 0);
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Item) => plain.push('\n'),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => links += 1,
            Event::Html(_) | Event::InlineHtml(_) => html += 1,
            _ => {}
        }
    }
    (plain, links, html)
}

fn spaced(text: &str) -> String {
    text.replace(char::is_control, " ")
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[track_caller]
fn check_markdown(place: &str, sheet: &ExportDocument) {
    let text = markdown(sheet);
    let (plain, links, html) = parsed_markdown(&text);
    assert_eq!(
        (links, html),
        (1, 0),
        "{place}: only the address is a link\n{text}"
    );
    let plain = spaced(&plain);
    for words in words(sheet) {
        assert!(
            plain.contains(&spaced(&words)),
            "{place}: no “{words}” in\n{plain}"
        );
    }
}

#[track_caller]
fn check_csv(place: &str, sheet: &ExportDocument) {
    let text = json::to_csv(sheet);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(heads, ["section", "term", "text", "source", "clause"]);
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.unwrap()).collect();
    let rows: usize = sheet.sections.iter().map(|part| part.rows.len()).sum();
    assert_eq!(records.len(), rows + 3, "{place}");
    let unformula = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    let mut read = records.iter().skip(1);
    for part in &sheet.sections {
        for row in &part.rows {
            let record = read.next().unwrap();
            let found: Vec<String> = record.iter().take(3).map(unformula).collect();
            let wanted = [&part.title, &row.label, &row.text].map(|text| unformula(text));
            assert_eq!(found, wanted, "{place}");
        }
    }
    for field in records.iter().flatten() {
        assert!(
            !field.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{place}: {field} is a formula"
        );
    }
}

#[track_caller]
fn check_json(place: &str, sheet: &ExportDocument) {
    let value: serde_json::Value = serde_json::from_str(&json::to_json(sheet))
        .unwrap_or_else(|error| panic!("{place}: {error}"));
    let schema = serde_json::from_str(&backup_calculator::site::schema::view()).unwrap();
    if let Err(error) = jsonschema::validate(&schema, &value) {
        panic!("{place}: {error}");
    }
    assert_eq!(value["headline"], sheet.headline);
    assert_eq!(
        value["parts"].as_array().unwrap().len(),
        sheet.sections.len()
    );
    for (part, read) in sheet
        .sections
        .iter()
        .zip(value["parts"].as_array().unwrap())
    {
        for (row, read) in part.rows.iter().zip(read["rows"].as_array().unwrap()) {
            assert_eq!(read["text"], row.text, "{place}");
            assert_eq!(read["source"].is_null(), row.source.is_none(), "{place}");
        }
    }
}

#[test]
fn every_view_is_read_back_whole_from_every_format() {
    for policy in [policy(), hostile()] {
        let views = all(&policy);
        assert!(views.len() >= 52 + 13 + 2 + ASKED.len());
        for (place, sheet) in &views {
            check_markdown(place, sheet);
            check_csv(place, sheet);
            check_json(place, sheet);
            let plain = render(sheet, TextFormat::Plain);
            for words in words(sheet) {
                assert!(
                    spaced(&plain).contains(&spaced(&words)),
                    "{place}: no “{words}”"
                );
            }
            assert!(plain.ends_with(&format!("{}\n", sheet.url)));
        }
    }
}

#[test]
fn hostile_words_come_into_the_sheets_that_are_checked() {
    let policy = hostile();
    let mut found = String::new();
    for (_, sheet) in all(&policy) {
        found += &words(&sheet).join("\n");
        for row in sheet.sections.iter().flat_map(|part| &part.rows) {
            if let Some(Source::Policy(clause)) = &row.source {
                found += &clause.section;
            }
        }
    }
    for words in HOSTILE {
        assert!(found.contains(words), "{words}");
    }
}

#[test]
fn a_formula_is_no_formula_and_a_quote_is_doubled() {
    use backup_calculator::export::csv::{escape_field, write_row};
    assert_eq!(escape_field("=1+1"), "'=1+1");
    assert_eq!(escape_field("a \"b\""), "\"a \"\"b\"\"\"");
    assert_eq!(write_row(&["", "a"]), ",a\r\n");
}

#[test]
fn a_sheet_says_its_edition_and_when_its_answer_holds() {
    let policy = policy();
    let plain = sheet(&policy, "postgresql/business/");
    assert_eq!(plain.source_line, "Aiven’s backup policy, January 2023");
    let asked = sheet(&policy, ASKED[0]);
    assert_eq!(
        asked.source_line,
        "Aiven’s backup policy, January 2023; the answer as of 2026-11-22 03:05 UTC"
    );
    for (place, sheet) in all(&policy) {
        assert_eq!(sheet.edition, "2023-01", "{place}");
        assert!(
            sheet.sections.iter().all(|part| !part.rows.is_empty()),
            "{place}"
        );
    }
}
