//! Export documents of every page as Markdown, plain text, CSV and JSON, each parsed by a third-party
//! library.

mod fixtures;

use backup_calculator::export::ExportDocument;
use backup_calculator::export::csv::to_csv;
use backup_calculator::export::document::SectionLayout;
use backup_calculator::export::json;
use backup_calculator::export::text::{TextFormat, render, summary};
use backup_calculator::report::Source;
use fixtures::export_documents::{HOSTILE, SAMPLE_PATHS, all, export_document, hostile};
use fixtures::{golden, policy};

fn markdown(document: &ExportDocument) -> String {
    render(document, TextFormat::Markdown)
}

#[test]
fn text_exports_match_the_golden_files() {
    let policy = policy();
    let of = |form: TextFormat| {
        let texts = SAMPLE_PATHS.iter().chain(&["kafka/premium/", "cassandra/"]);
        let texts = texts.map(|path| {
            format!(
                "=== /{path}\n{}",
                render(&export_document(&policy, path), form)
            )
        });
        texts.collect::<Vec<_>>().join("\n")
    };
    golden("tests/golden/sheets.txt", &of(TextFormat::Plain));
    golden("tests/golden/sheets.md", &of(TextFormat::Markdown));
}

#[test]
fn json_and_csv_exports_match_the_golden_files() {
    let policy = policy();
    let one = export_document(&policy, SAMPLE_PATHS[2]);
    golden("tests/golden/sheet.json", &json::to_json(&one));
    golden("tests/golden/sheet.csv", &to_csv(&one));
}

/// Returns every text that a text for people must contain.
fn words(document: &ExportDocument) -> Vec<String> {
    let mut all = vec![
        document.title.clone(),
        document.headline.clone(),
        document.source_line.clone(),
    ];
    for fact in &document.facts {
        all.extend([fact.label.clone(), fact.value.clone()]);
    }
    for part in &document.sections {
        if part.layout == SectionLayout::Omitted {
            continue;
        }
        all.push(part.title.clone());
        for row in &part.rows {
            all.extend([row.label.clone(), row.text.clone()]);
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

/// Returns the text that a CommonMark parser finds, and its numbers of links and HTML nodes.
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
fn check_markdown(path: &str, document: &ExportDocument) {
    let text = markdown(document);
    let (plain, links, html) = parsed_markdown(&text);
    assert_eq!(
        (links, html),
        (1, 0),
        "{path}: only the address is a link\n{text}"
    );
    let plain = spaced(&plain);
    for words in words(document) {
        assert!(
            plain.contains(&spaced(&words)),
            "{path}: no “{words}” in\n{plain}"
        );
    }
}

#[track_caller]
fn check_csv(path: &str, document: &ExportDocument) {
    let text = to_csv(document);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(heads, ["section", "term", "text", "source", "clause"]);
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.unwrap()).collect();
    let rows: usize = document.sections.iter().map(|part| part.rows.len()).sum();
    assert_eq!(records.len(), rows + 3, "{path}");
    let unformula = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    let mut read = records.iter().skip(1);
    for part in &document.sections {
        for row in &part.rows {
            let record = read.next().unwrap();
            let found: Vec<String> = record.iter().take(3).map(unformula).collect();
            let expected = [&part.title, &row.label, &row.text].map(|text| unformula(text));
            assert_eq!(found, expected, "{path}");
        }
    }
    for field in records.iter().flatten() {
        assert!(
            !field.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{path}: {field} is a formula"
        );
    }
}

#[track_caller]
fn check_json(path: &str, document: &ExportDocument) {
    let value: serde_json::Value = serde_json::from_str(&json::to_json(document))
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    let schema = serde_json::from_str(&backup_calculator::site::schema::view()).unwrap();
    if let Err(error) = jsonschema::validate(&schema, &value) {
        panic!("{path}: {error}");
    }
    assert_eq!(value["headline"], document.headline);
    assert_eq!(
        value["parts"].as_array().unwrap().len(),
        document.sections.len()
    );
    for (part, read) in document
        .sections
        .iter()
        .zip(value["parts"].as_array().unwrap())
    {
        for (row, read) in part.rows.iter().zip(read["rows"].as_array().unwrap()) {
            assert_eq!(read["text"], row.text, "{path}");
            assert_eq!(read["source"].is_null(), row.source.is_none(), "{path}");
        }
    }
}

#[test]
fn every_page_round_trips_through_every_format() {
    for policy in [policy(), hostile()] {
        let views = all(&policy);
        assert!(views.len() >= 52 + 13 + 2 + SAMPLE_PATHS.len());
        for (path, document) in &views {
            check_markdown(path, document);
            check_csv(path, document);
            check_json(path, document);
            let plain = render(document, TextFormat::Plain);
            for words in words(document) {
                assert!(
                    spaced(&plain).contains(&spaced(&words)),
                    "{path}: no “{words}”"
                );
            }
            assert!(plain.ends_with(&format!("{}\n", document.url)));
        }
    }
}

/// A text is pasted into a ticket, a summary into a chat.
#[test]
fn texts_are_short_and_begin_with_the_answer() {
    let policy = policy();
    for (path, document) in all(&policy) {
        let answer = format!("{}: {}", document.title, document.headline);
        for form in [TextFormat::Plain, TextFormat::Markdown] {
            let text = render(&document, form);
            let lines = text.lines().count();
            assert!(lines <= 40, "{path}: {lines} lines\n{text}");
        }
        assert!(render(&document, TextFormat::Plain).starts_with(&answer));
        let summary = summary(&document);
        let lines: Vec<&str> = summary.lines().collect();
        let [first, known, source, url] = lines[..] else {
            panic!("{path}: {summary}");
        };
        assert_eq!([first, source], [&answer, &document.source_line]);
        assert_eq!(url, document.url);
        for fact in document
            .notes
            .iter()
            .chain(document.facts.iter().map(|fact| &fact.value))
        {
            assert!(known.contains(fact), "{path}: {fact}: {summary}");
        }
    }
}

#[test]
fn hostile_texts_reach_the_checked_documents() {
    let policy = hostile();
    let mut found = String::new();
    for (_, document) in all(&policy) {
        found += &words(&document).join("\n");
        for row in document.sections.iter().flat_map(|part| &part.rows) {
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
fn csv_formulas_are_escaped_and_quotes_doubled() {
    use backup_calculator::export::csv::{escape_field, write_row};
    assert_eq!(escape_field("=1+1"), "'=1+1");
    assert_eq!(escape_field("a \"b\""), "\"a \"\"b\"\"\"");
    assert_eq!(write_row(&["", "a"]), ",a\r\n");
}

#[test]
fn an_export_states_its_edition_and_date() {
    let policy = policy();
    let plain = export_document(&policy, "kafka/business/");
    assert_eq!(
        plain.source_line,
        "Aiven’s backup policy, January 2023, changed since June 2023"
    );
    let with_incident = export_document(&policy, SAMPLE_PATHS[0]);
    assert_eq!(
        with_incident.source_line,
        "Aiven’s backup policy, January 2023, changed since June 2023, calculated on 2026-11-22 03:05 UTC"
    );
    for (path, document) in all(&policy) {
        assert_eq!(document.edition, "2023-01", "{path}");
        assert!(
            document.sections.iter().all(|part| !part.rows.is_empty()),
            "{path}"
        );
    }
}
