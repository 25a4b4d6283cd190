//! Export formats: file names, links, and the calendar event of the deadline.

mod fixtures;

use backup_calculator::domain::{Timestamp, url};
use backup_calculator::export::{ExportContext, ExportFormat, ExportedFile};
use fixtures::export_documents::{NOW, SAMPLE_PATHS};
use fixtures::policy;

const ROOT: &str = "https://example.com/backup/";

#[track_caller]
fn export(path_and_query: &str, format: ExportFormat) -> ExportedFile {
    let policy = policy();
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let (selection, ignored) = url::decode(&policy, path, query);
    assert!(ignored.is_empty(), "{path_and_query}: {ignored:?}");
    let context = ExportContext {
        policy: &policy,
        selection: &selection,
        now: NOW.parse::<Timestamp>().ok(),
        root_url: ROOT,
    };
    context.export(format)
}

#[test]
fn the_link_omits_display_options() {
    #[track_caller]
    fn check(path: &str, expected: &str) {
        assert_eq!(
            export(path, ExportFormat::Link).content,
            format!("{ROOT}{expected}")
        );
    }
    check("", "");
    check("postgresql/business/", "postgresql/business/");
    check(
        "postgresql/business/?embed&theme=dark&at=2026-11-21T14:37Z",
        "postgresql/business/?at=2026-11-21T14:37Z",
    );
    check("?pitr=yes&back=14d", "?back=14d&pitr=yes");
}

#[test]
fn file_names_and_mime_types_follow_page_and_format() {
    #[track_caller]
    fn check(path: &str, form: ExportFormat, name: &str) {
        assert_eq!(export(path, form).file_name, name);
    }
    check(
        "postgresql/business/",
        ExportFormat::Csv,
        "backup-postgresql-business.csv",
    );
    check("postgresql/", ExportFormat::Json, "backup-postgresql.json");
    check("", ExportFormat::Csv, "backup.csv");
    check(
        "stack/?services=redis.startup",
        ExportFormat::Json,
        "backup-stack.json",
    );
    check(
        "redis/business/",
        ExportFormat::Png,
        "backup-redis-business.png",
    );
    check("redis/business/", ExportFormat::Markdown, "");
    check("stack/", ExportFormat::Svg, "backup-stack.svg");
    let kinds =
        ExportFormat::DOWNLOAD_FORMATS.map(|form| form.extension_and_mime().map(|(_, kind)| kind));
    let texts = ["text/csv", "application/json", "image/svg+xml", "image/png"];
    assert_eq!(kinds, texts.map(Some));
}

#[test]
fn the_deadline_is_exported_as_a_calendar_event() {
    use icalendar::{Calendar, Component};
    let file = export(SAMPLE_PATHS[0], ExportFormat::Ics);
    assert_eq!(file.file_name, "backup-postgresql-business.ics");
    let calendar: Calendar = file.content.parse().unwrap();
    let event = calendar.events().next().unwrap();
    assert_eq!(event.property_value("DTSTART"), Some("20261205T143800Z"));
    assert_eq!(event.property_value("DTSTAMP"), Some("20261122T030500Z"));
    assert_eq!(
        event.get_summary(),
        Some("Restore by now: PostgreSQL Business")
    );
    let text = event.get_description().unwrap();
    assert!(text.contains("Act before: 2026-12-05 14:38 UTC"), "{text}");
    assert!(
        text.contains(&format!("{ROOT}postgresql/business/?at=2026-11-21T14:37Z")),
        "{text}"
    );
    assert_eq!(file.content.matches("BEGIN:VALARM").count(), 3);
}

#[test]
fn without_a_deadline_there_is_no_calendar_event() {
    for path in [
        "postgresql/business/",
        "kafka/business/?at=2026-11-21T14:37Z",
        "redis/",
        "",
    ] {
        assert_eq!(export(path, ExportFormat::Ics).content, "", "{path}");
    }
}

#[test]
fn every_format_of_every_page_has_content() {
    for path in SAMPLE_PATHS {
        let texts = ExportFormat::DOWNLOAD_FORMATS
            .into_iter()
            .filter(|form| *form != ExportFormat::Png);
        for form in ExportFormat::COPY_FORMATS.into_iter().chain(texts) {
            // A URL may be broken across lines of a card, but not before this length.
            assert!(export(path, form).content.contains(ROOT), "{path} {form:?}");
        }
    }
}

#[test]
fn png_exports_are_rasterized_from_the_light_card() {
    for path in SAMPLE_PATHS {
        let expected = export(path, ExportFormat::Svg).content;
        let painted = export(path, ExportFormat::Png).content;
        let svg = painted.strip_prefix("data:image/svg+xml").unwrap();
        let svg = &svg[svg.find(',').unwrap() + 1..];
        let svg = percent_decoded(svg);
        assert!(!svg.contains("@media"), "{path}");
        let ends = |text: &str| text[text.find("</style>").unwrap()..].to_owned();
        assert_eq!(ends(&svg), ends(&expected), "{path}");
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).unwrap()
}
