//! The card of a view: well-formed, readable alone, nothing cut off, nothing fetched.

mod fixtures;

use backup_calculator::domain::text::escape_xml;
use backup_calculator::domain::{Hours, Policy, url};
use backup_calculator::export::card::{self, ColorScheme};
use backup_calculator::export::text_layout::{balance, text_width, wrap};
use backup_calculator::report::export_document::CardLine;
use backup_calculator::report::{ExportDocument, PlanReport, format};
use fixtures::sheets;
use fixtures::svg::{number, said};
use fixtures::{cases, policy, report, reports};
use proptest::prelude::*;
use roxmltree::Document;

const ADDRESS: &str = "https://example.com/docs/backup/";

/// The sheet of an answer as the build makes it, which knows no time.
fn sheet_of(policy: &Policy, report: &PlanReport, address: &str) -> ExportDocument {
    let (selection, _) = url::decode(policy, &report.path, "");
    ExportDocument::new(policy, &selection, None, url)
}

fn card_of(policy: &Policy, report: &PlanReport, scheme: ColorScheme) -> String {
    let address = format!("{ADDRESS}{}", report.path);
    card::card(&sheet_of(policy, report, &url), scheme)
}

/// A text of the card itself with where it begins, ends and stands, as wide as it is guessed.
fn places<'a>(document: &'a Document) -> Vec<(&'a str, i64, i64, i64)> {
    let texts = document.root_element().children();
    let texts = texts.filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            let text = node.text().unwrap_or_default();
            let bold = node.attribute("class") != Some("soft");
            let (x, size) = (number(node, "x"), number(node, "font-size"));
            let wide = i64::from(text_width(text, size as u32, bold));
            match node.attribute("text-anchor") {
                Some("end") => (text, x - wide, x, number(node, "y")),
                _ => (text, x, x + wide, number(node, "y")),
            }
        })
        .collect()
}

#[track_caller]
fn check_fits(name: &str, document: &Document) {
    let height = number(document.root_element(), "height");
    let places = places(document);
    for (index, (text, start, end, y)) in places.iter().enumerate() {
        assert!(
            *start >= 40 && *end <= 760,
            "{name}: {text} from {start} to {end}"
        );
        assert!(
            *y > 20 && *y < height - 10,
            "{name}: {text} at {y} of {height}"
        );
        for (other, from, to, at) in &places[..index] {
            let apart = (y - at).abs() >= 14 || *end <= *from || *to <= *start;
            assert!(apart, "{name}: {text} stands on {other}");
        }
    }
}

#[test]
fn every_card_is_xml_that_says_what_the_answer_says() {
    let policy = policy();
    let mut pictures = 0;
    for report in reports(&policy) {
        let name = &report.path;
        let text = card_of(&policy, &report, ColorScheme::Auto);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let title = format!("{} {}", report.service.short_name, report.plan.name);
        assert_eq!(said(&document, "title"), title);
        assert_eq!(said(&document, "headline"), report.headline, "{name}");
        let soft = said(&document, "soft");
        for condition in &report.conditions {
            assert!(soft.contains(&condition.text), "{name}: {soft}");
        }
        assert!(
            soft.contains("Aiven’s backup policy, January 2023"),
            "{soft}"
        );
        assert!(soft.contains(&format!("{ADDRESS}{name}")), "{soft}");
        check_fits(name, &document);
        match report.timeline() {
            None => assert!(soft.contains(&report.lead), "{name}: {soft}"),
            Some(timeline) => {
                pictures += 1;
                assert!(soft.contains(&timeline.assumption), "{name}: {soft}");
                assert_eq!(
                    said(&document, "sure-label"),
                    timeline.guaranteed_label,
                    "{name}"
                );
            }
        }
    }
    assert_eq!(pictures, 26);
}

#[test]
fn a_card_fetches_nothing_and_runs_nothing() {
    let policy = policy();
    for (name, sheet) in sheets::all(&policy) {
        let text = card::card(&sheet, ColorScheme::Auto);
        // A dollar would be a colour that was not put in.
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
fn an_address_nobody_knows_is_not_said() {
    let policy = policy();
    let report = report(&policy, "redis/premium");
    let text = card::card(&sheet_of(&policy, &report, ""), ColorScheme::Auto);
    let document = Document::parse(&text).unwrap();
    let soft = said(&document, "soft");
    assert!(!soft.contains("/"), "{soft}");
    assert!(soft.ends_with("January 2023 Backup calculator"), "{soft}");
}

#[test]
fn a_card_for_pixels_is_light_whatever_the_reader_has() {
    let policy = policy();
    let report = report(&policy, "redis/premium");
    let [auto, light] =
        [ColorScheme::Auto, ColorScheme::Light].map(|scheme| card_of(&policy, &report, scheme));
    assert!(
        auto.contains("@media(prefers-color-scheme:dark){.paper{fill:#172227"),
        "{auto}"
    );
    assert!(
        !light.contains("@media") && !light.contains("#172227"),
        "{light}"
    );
    assert!(light.contains(".paper{fill:#ffffff"), "{light}");
}

#[test]
fn each_kind_has_its_colour_of_the_tokens() {
    let tokens = std::fs::read_to_string(fixtures::root().join("src/ui/tokens.css")).unwrap();
    let policy = policy();
    for report in reports(&policy) {
        let text = card_of(&policy, &report, ColorScheme::Light);
        let (_, after) = text.split_once(".tab,.key-point{fill:").unwrap();
        let token = format!(
            "--{}: light-dark({},",
            report.answer_kind.slug(),
            &after[..7]
        );
        assert!(tokens.contains(&token), "{}: {token}", report.path);
    }
}

#[test]
fn the_card_of_any_view_says_its_answer_and_what_it_rests_on() {
    let policy = policy();
    for (name, sheet) in sheets::all(&policy) {
        let text = card::card(&sheet, ColorScheme::Auto);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        check_fits(&name, &document);
        assert_eq!(said(&document, "title"), sheet.title, "{name}");
        assert_eq!(said(&document, "headline"), sheet.headline, "{name}");
        let soft = said(&document, "soft") + &said(&document, "answer");
        let briefs = sheet.card_lines.iter().map(|one| &one.text);
        for words in briefs.chain([&sheet.source_line, &sheet.url]) {
            // An address is cut where a line ends.
            let (soft, words) = (soft.replace(' ', ""), format.replace(' ', ""));
            assert!(soft.contains(&words), "{name}: {words}");
        }
        let mut marks = document
            .descendants()
            .filter(|node| node.attribute("class") == Some("mark"));
        let marked = marks.any(|mark| mark.has_children());
        assert_eq!(marked, sheet.kind.is_some(), "{name}");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let nasty = "</text><script>alert(\"1\")</script> & \u{7}\u{0}'=cmd' <!-- ]]> \u{FFFE}";
    let policy = policy();
    let report = report(&policy, "kafka/business");
    let mut sheet = sheet_of(&policy, &report, nasty);
    sheet.title = nasty.to_owned();
    sheet.headline = nasty.repeat(4);
    sheet.card_lines = vec![CardLine {
        text: format!("{nasty}\n{nasty}"),
        bar_length: Hours::new(7),
        is_answer: true,
    }];
    sheet.source_line = nasty.to_owned();
    let text = card::card(&sheet, ColorScheme::Light);
    let document = Document::parse(&text).unwrap();
    assert!(
        document
            .descendants()
            .all(|node| !node.has_tag_name("script"))
    );
    let clean = "</text><script>alert(\"1\")</script> & '=cmd' <!-- ]]>";
    assert_eq!(said(&document, "title").trim(), clean);
    check_fits("hostile", &document);
    assert_eq!(escape_xml("a\u{1}b\u{9f}c\u{FFFF}"), "abc");
    assert_eq!(escape_xml("a\tb\nc"), "a\tb\nc");
}

#[test]
fn a_word_longer_than_a_line_goes_on_in_the_next() {
    let address = "x".repeat(200);
    let lines = wrap(&url, 14, false, 720);
    assert_eq!(lines.concat(), address);
    assert!(lines.len() > 2 && lines[0].len() > 60, "{lines:?}");
    assert_eq!(
        balance("Back to any second of the last days", 30, true, 500).len(),
        2
    );
    assert_eq!(wrap("", 14, false, 720), [""; 0]);
    assert_eq!(
        format::edition_source(policy().edition),
        "Aiven’s backup policy, January 2023"
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn lines_hold_every_letter_and_are_no_wider_than_they_may(text in "(\\PC|[ \n]){0,120}", size in 10u32..40) {
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
