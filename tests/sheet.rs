//! What leaves the page: the sheet of every view as Markdown, plain text, CSV and JSON, each read back by a library
//! that is not ours.

mod fixtures;

use backup_calculator::export::data;
use backup_calculator::export::prose::{Form, prose};
use backup_calculator::report::{Sheet, Source};
use fixtures::sheets::{ASKED, HOSTILE, all, hostile, sheet};
use fixtures::{golden, policy};

fn markdown(sheet: &Sheet) -> String {
    prose(sheet, Form::Markdown)
}

#[test]
fn texts_of_views_are_as_expected() {
    let policy = policy();
    let of = |form: Form| {
        let texts = ASKED.iter().chain(&["kafka/premium/", "cassandra/"]);
        let texts =
            texts.map(|place| format!("=== /{place}\n{}", prose(&sheet(&policy, place), form)));
        texts.collect::<Vec<_>>().join("\n")
    };
    golden("tests/golden/sheets.txt", &of(Form::Plain));
    golden("tests/golden/sheets.md", &of(Form::Markdown));
}

#[test]
fn data_of_views_is_as_expected() {
    let policy = policy();
    let one = sheet(&policy, ASKED[2]);
    golden("tests/golden/sheet.json", &data::json(&one));
    golden("tests/golden/sheet.csv", &data::table(&one));
}

/// All that a reader of the sheet must find.
fn words(sheet: &Sheet) -> Vec<String> {
    let mut all = vec![
        sheet.title.clone(),
        sheet.headline.clone(),
        sheet.basis.clone(),
    ];
    for part in &sheet.parts {
        all.push(part.title.clone());
        for row in &part.rows {
            all.extend([row.term.clone(), row.text.clone()]);
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
fn check_markdown(place: &str, sheet: &Sheet) {
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
fn check_csv(place: &str, sheet: &Sheet) {
    let text = data::table(sheet);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(heads, ["section", "term", "text", "source", "clause"]);
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.unwrap()).collect();
    let rows: usize = sheet.parts.iter().map(|part| part.rows.len()).sum();
    assert_eq!(records.len(), rows + 3, "{place}");
    let unformula = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    let mut read = records.iter().skip(1);
    for part in &sheet.parts {
        for row in &part.rows {
            let record = read.next().unwrap();
            let found: Vec<String> = record.iter().take(3).map(unformula).collect();
            let wanted = [&part.title, &row.term, &row.text].map(|text| unformula(text));
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
fn check_json(place: &str, sheet: &Sheet) {
    let value: serde_json::Value =
        serde_json::from_str(&data::json(sheet)).unwrap_or_else(|error| panic!("{place}: {error}"));
    let schema = serde_json::from_str(&backup_calculator::site::schema::sheet()).unwrap();
    if let Err(error) = jsonschema::validate(&schema, &value) {
        panic!("{place}: {error}");
    }
    assert_eq!(value["headline"], sheet.headline);
    assert_eq!(value["parts"].as_array().unwrap().len(), sheet.parts.len());
    for (part, read) in sheet.parts.iter().zip(value["parts"].as_array().unwrap()) {
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
            let plain = prose(sheet, Form::Plain);
            for words in words(sheet) {
                assert!(
                    spaced(&plain).contains(&spaced(&words)),
                    "{place}: no “{words}”"
                );
            }
            assert!(plain.ends_with(&format!("{}\n", sheet.address)));
        }
    }
}

#[test]
fn hostile_words_come_into_the_sheets_that_are_checked() {
    let policy = hostile();
    let mut found = String::new();
    for (_, sheet) in all(&policy) {
        found += &words(&sheet).join("\n");
        for row in sheet.parts.iter().flat_map(|part| &part.rows) {
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
    use backup_calculator::export::csv::{field, row};
    assert_eq!(field("=1+1"), "'=1+1");
    assert_eq!(field("a \"b\""), "\"a \"\"b\"\"\"");
    assert_eq!(row(&["", "a"]), ",a\r\n");
}

#[test]
fn a_sheet_says_its_edition_and_when_its_answer_holds() {
    let policy = policy();
    let plain = sheet(&policy, "postgresql/business/");
    assert_eq!(plain.basis, "Aiven’s backup policy, January 2023");
    let asked = sheet(&policy, ASKED[0]);
    assert_eq!(
        asked.basis,
        "Aiven’s backup policy, January 2023; the answer as of 2026-11-22 03:05 UTC"
    );
    for (place, sheet) in all(&policy) {
        assert_eq!(sheet.edition, "2023-01", "{place}");
        assert!(
            sheet.parts.iter().all(|part| !part.rows.is_empty()),
            "{place}"
        );
    }
}
