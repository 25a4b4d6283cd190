//! The card of a page: well-formed and self-contained SVG in which no text is cut off.

mod fixtures;

use backup_calculator::domain::text::escape_xml;
use backup_calculator::domain::{Policy, url};
use backup_calculator::export::ExportDocument;
use backup_calculator::export::card;
use backup_calculator::export::text_layout::{balance, text_width, wrap};
use backup_calculator::report::{PageContent, PlanReport, format};
use fixtures::export_documents;
use fixtures::svg::{all_text, number};
use fixtures::{UNKNOWN_TIME, ladder, policy, proptest_config, report, reports};
use proptest::prelude::*;
use roxmltree::Document;

const ADDRESS: &str = "https://example.com/docs/backup/";

/// Returns the export document of an answer as the build makes it: without a current time.
fn export_of(policy: &Policy, report: &PlanReport, url: &str) -> ExportDocument {
    let (selection, _) = url::decode(policy, &report.path, "");
    let content = PageContent::new(policy, &selection, UNKNOWN_TIME);
    ExportDocument::new(policy, &content, url)
}

fn card_of(policy: &Policy, report: &PlanReport) -> String {
    let url = format!("{ADDRESS}{}", report.path);
    card::card(&export_of(policy, report, &url))
}

/// Returns each text of the card outside the ladder with its start, end and baseline; widths are estimated.
fn text_boxes<'a>(document: &'a Document) -> Vec<(&'a str, i64, i64, i64)> {
    let texts = document
        .root_element()
        .children()
        .filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            let text = node.text().unwrap_or_default();
            let is_bold = node.attribute("font-weight") == Some("600");
            let size = number(node, "font-size");
            let x = number(node, "x");
            let wide = i64::from(text_width(text, size as u32, is_bold));
            match node.attribute("text-anchor") {
                Some("end") => (text, x - wide, x, number(node, "y")),
                _ => (text, x, x + wide, number(node, "y")),
            }
        })
        .collect()
}

/// Checks that no text leaves the card or stands on another one. In the table of the index widths are estimated too wide.
#[track_caller]
fn check_fits(name: &str, document: &Document) {
    let root = document.root_element();
    assert_eq!([number(root, "width"), number(root, "height")], [1200, 630]);
    let text_boxes = text_boxes(document);
    for (index, (text, start, end, y)) in text_boxes.iter().enumerate() {
        assert!(
            *start >= 50 && *end <= 1150,
            "{name}: {text} from {start} to {end}"
        );
        assert!(*y > 20 && *y < 625, "{name}: {text} at {y}");
        for (other, from, to, at) in &text_boxes[..index] {
            let apart = (y - at).abs() >= 9 || *end <= *from || *to <= *start;
            assert!(apart, "{name}: {text} stands on {other}");
        }
    }
}

#[test]
fn every_card_is_well_formed_and_matches_its_report() {
    let policy = policy();
    let mut ladders = 0;
    for report in reports(&policy) {
        let name = &report.path;
        let text = card_of(&policy, &report);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let title = format!("{} {}", report.service.short_name, report.plan.name);
        let words = all_text(&document);
        let address = format!("{}{name}", ADDRESS.trim_start_matches("https://"));
        let key_facts = report.key_facts().iter();
        let facts = key_facts.flat_map(|fact| [fact.label, fact.value.as_str()]);
        let conditions = report.conditions.iter();
        let conditions = conditions.map(|condition| condition.text.as_str());
        let others = [&title, &report.headline, &address].map(String::as_str);
        let source = "Aiven’s backup policy, January 2023, changed since June 2023";
        let all: Vec<&str> = facts
            .chain(conditions)
            .chain(others)
            .chain([source])
            .collect();
        for expected in all {
            assert!(words.contains(expected), "{name}: {expected}: {words}");
        }
        check_fits(name, &document);
        match ladder(&policy, name, "", UNKNOWN_TIME) {
            None => assert!(words.contains(&report.lead), "{name}: {words}"),
            Some(ladder) => {
                ladders += 1;
                for row in &ladder.rows {
                    for words in [&row.name, &row.label] {
                        assert!(text.contains(words.as_str()), "{name}: {words}");
                    }
                }
            }
        }
    }
    assert_eq!(ladders, 40);
}

#[test]
fn a_card_has_no_external_references_or_scripts() {
    let policy = policy();
    for (name, export) in export_documents::all(&policy) {
        let text = card::card(&export);
        // A dollar sign would be a color placeholder that was not replaced.
        for sign in [
            "href",
            "url(",
            "@import",
            "<script",
            "foreignObject",
            "<image",
            "$",
        ] {
            assert!(!text.contains(sign), "{name}: {sign}");
        }
        let document = Document::parse(&text).unwrap();
        let attributes = document.descendants().flat_map(|node| node.attributes());
        for attribute in attributes {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
        }
    }
}

#[test]
fn an_unknown_url_is_omitted() {
    let policy = policy();
    let report = report(&policy, "redis/premium");
    let text = card::card(&export_of(&policy, &report, ""));
    let document = Document::parse(&text).unwrap();
    let words = all_text(&document);
    assert!(!words.contains("/"), "{words}");
    assert!(
        words.ends_with("changed since June 2023 Backup calculator"),
        "{words}"
    );
}

/// Programs such as LibreOffice apply rules for the dark theme always, and know neither `pathLength` nor variables.
#[test]
fn a_card_needs_no_css() {
    let policy = policy();
    for (name, export) in export_documents::all(&policy) {
        let text = card::card(&export);
        for sign in ["<style", "style=", "@media", "var(", "pathLength"] {
            assert!(!text.contains(sign), "{name}: {sign}");
        }
        let document = Document::parse(&text).unwrap();
        let is_icon = |node: &roxmltree::Node| node.attribute("viewBox") == Some("0 0 20 12");
        for shape in document.descendants() {
            let is_shape = ["rect", "circle", "line", "text"].contains(&shape.tag_name().name());
            if is_shape && !shape.ancestors().any(|parent| is_icon(&parent)) {
                let colors = ["fill", "stroke"].map(|name| shape.attribute(name).unwrap_or(""));
                assert!(colors.concat().contains('#'), "{name}: {shape:?}");
            }
        }
    }
}

#[test]
fn every_backup_is_a_dot() {
    let policy = policy();
    for report in reports(&policy) {
        let text = card_of(&policy, &report);
        let document = Document::parse(&text).unwrap();
        let dots = document
            .descendants()
            .filter(|node| node.attribute("class") == Some("backup"));
        let ladder = ladder(&policy, &report.path, "", UNKNOWN_TIME);
        let rows = ladder.iter().flat_map(|ladder| &ladder.rows);
        let backups = rows.filter_map(|row| row.backups.as_ref());
        let backups: usize = backups
            .filter(|backups| !backups.is_continuous)
            .map(|backups| backups.ages.len())
            .sum();
        assert_eq!(dots.count(), backups, "{}", report.path);
    }
}

#[test]
fn each_answer_kind_uses_its_color_token() {
    let tokens = std::fs::read_to_string(fixtures::root().join("src/ui/tokens.css")).unwrap();
    let policy = policy();
    for report in reports(&policy) {
        let text = card_of(&policy, &report);
        let document = Document::parse(&text).unwrap();
        // The second box, after the background, is the line at the top.
        let boxes = document.root_element().children();
        let accent = boxes.filter(|node| node.has_tag_name("rect")).nth(1);
        let color = accent.and_then(|node| node.attribute("fill")).unwrap();
        let token = format!("--{}: light-dark({color},", report.answer_kind.slug());
        assert!(tokens.contains(&token), "{}: {token}", report.path);
    }
}

#[test]
fn the_card_of_any_page_shows_its_answer_and_conditions() {
    let policy = policy();
    for (name, export) in export_documents::all(&policy) {
        let text = card::card(&export);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        check_fits(&name, &document);
        let words = all_text(&document);
        let facts = export.facts.iter();
        let facts = facts.flat_map(|fact| [&fact.label, &fact.value]);
        let mut expected = vec![&export.headline, &export.source_line];
        if export.matrix.is_none() {
            expected.extend(
                [&export.title]
                    .into_iter()
                    .chain(&export.notes)
                    .chain(facts),
            );
        }
        for expected in expected {
            assert!(words.contains(expected), "{name}: {expected}: {words}");
        }
        let icon = r#"width="50" height="30" viewBox="0 0 20 12""#;
        assert_eq!(text.contains(icon), export.kind.is_some(), "{name}");
    }
}

#[test]
fn hostile_texts_are_escaped() {
    let nasty = "</text><script>alert(\"1\")</script> & \u{7}\u{0}'=cmd' <!-- ]]> \u{FFFE}";
    let policy = policy();
    let report = report(&policy, "kafka/business");
    let mut export = export_of(&policy, &report, nasty);
    export.title = nasty.to_owned();
    export.headline = nasty.repeat(4);
    export.notes = vec![format!("{nasty}\n{nasty}")];
    export.source_line = nasty.to_owned();
    let text = card::card(&export);
    let document = Document::parse(&text).unwrap();
    assert!(
        document
            .descendants()
            .all(|node| !node.has_tag_name("script"))
    );
    let clean = "</text><script>alert(\"1\")</script> & '=cmd' <!-- ]]>";
    assert!(all_text(&document).starts_with(clean));
    check_fits("hostile", &document);
    assert_eq!(escape_xml("a\u{1}b\u{9f}c\u{FFFF}"), "abc");
    assert_eq!(escape_xml("a\tb\nc"), "a\tb\nc");
}

#[test]
fn words_longer_than_a_line_are_broken() {
    let url = "x".repeat(200);
    let lines = wrap(&url, 14, false, 720);
    assert_eq!(lines.concat(), url);
    assert!(lines.len() > 2 && lines[0].len() > 60, "{lines:?}");
    for length in 1..=url.len() {
        let lines = balance(&url[..length], 14, false, 720);
        let last = lines[lines.len() - 1];
        assert!(last.len() * 2 > lines[0].len(), "{lines:?}");
    }
    assert_eq!(
        balance("Restore to any second in the last days", 30, true, 500).len(),
        2
    );
    assert_eq!(wrap("", 14, false, 720), [""; 0]);
    assert_eq!(
        format::edition_source(policy().edition),
        "Aiven’s backup policy, January 2023"
    );
}

proptest! {
    #![proptest_config(proptest_config(256))]

    #[test]
    fn wrapping_keeps_every_character_within_the_width(text in "(\\PC|[ \n]){0,120}", size in 10u32..40) {
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        for lines in [wrap(&text, size, true, 300), balance(&text, size, true, 300)] {
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in lines {
                prop_assert!(text_width(line, size, true) <= 300, "{}", line);
                prop_assert!(!line.is_empty());
            }
        }
    }
}
