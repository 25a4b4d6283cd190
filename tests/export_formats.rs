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
        export_count: 0,
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
    assert_eq!(event.property_value("DTSTART"), Some("20261205T140800Z"));
    assert_eq!(event.property_value("DTEND"), Some("20261205T143800Z"));
    assert_eq!(event.property_value("DTSTAMP"), Some("20261122T030500Z"));
    assert_eq!(
        event.get_summary(),
        Some("Restore PostgreSQL Business before 2026-12-05 14:38 UTC")
    );
    let text = event.get_description().unwrap();
    assert!(
        text.contains("Restore before: 2026-12-05 14:38 UTC"),
        "{text}"
    );
    assert!(
        text.contains(&format!("{ROOT}postgresql/business/?at=2026-11-21T14:37Z")),
        "{text}"
    );
    assert!(text.starts_with(
        "PostgreSQL Business, incident of 2026-11-21 14:37 UTC: Yes. You can restore to any second up to"
    ), "{text}");
    assert!(
        text.len() < 2_000,
        "Google Calendar takes 8,192: {}",
        text.len()
    );
    assert_eq!(file.content.matches("BEGIN:VALARM").count(), 3);
}

/// The same minute, another deadline.
#[test]
fn a_later_calendar_event_replaces_an_earlier_one() {
    use icalendar::{Calendar, Component};
    let sequence = |path: &str, export_count: u32| {
        let policy = policy();
        let (path, query) = path.split_once('?').unwrap();
        let (selection, _) = url::decode(&policy, path, query);
        let now = NOW.parse::<Timestamp>().ok();
        let context = ExportContext {
            policy: &policy,
            selection: &selection,
            now,
            root_url: ROOT,
            export_count,
        };
        let calendar: Calendar = context.export(ExportFormat::Ics).content.parse().unwrap();
        let event = calendar.events().next().unwrap();
        let sequence: u32 = event.property_value("SEQUENCE").unwrap().parse().unwrap();
        (event.get_uid().unwrap().to_owned(), sequence)
    };
    let (uid, first) = sequence("redis/business/?at=2026-11-21T14:37Z&hour=02:30", 0);
    let (same_uid, second) = sequence("redis/business/?at=2026-11-21T14:37Z", 1);
    assert_eq!(uid, same_uid);
    assert!(second > first, "{first} {second}");
}

/// NOW is 2026-11-22T03:05Z. A backup of Redis Startup is kept for at least 24 hours, so that these deadlines are near.
#[test]
fn an_alarm_of_the_deadline_is_still_to_come() {
    use icalendar::{Calendar, Component};
    #[track_caller]
    fn check(at: &str, start: &str, end: &str, triggers: &[&str]) {
        let path = format!("redis/startup/?at={at}");
        let file = export(&path, ExportFormat::Ics).content;
        let calendar: Calendar = file.parse().unwrap();
        let event = calendar.events().next().unwrap();
        assert_eq!(event.property_value("DTSTART"), Some(start), "{at}");
        assert_eq!(event.property_value("DTEND"), Some(end), "{at}");
        let found = file
            .lines()
            .filter_map(|line| line.strip_prefix("TRIGGER:"));
        assert_eq!(found.collect::<Vec<_>>(), triggers, "{at}");
    }
    check(
        "2026-11-22T00:00Z",
        "20261122T233100Z",
        "20261123T000100Z",
        &["-PT210M", "-PT0M"],
    );
    check(
        "2026-11-21T07:00Z",
        "20261122T063100Z",
        "20261122T070100Z",
        &["-PT0M"],
    );
    check(
        "2026-11-21T03:24Z",
        "20261122T030500Z",
        "20261122T032500Z",
        &["PT10M"],
    );
    check(
        "2026-11-21T03:05Z",
        "20261122T030500Z",
        "20261122T030600Z",
        &["PT1M"],
    );
}

/// What readers see first of each format is the verdict with its moment, not what the policy promises in general.
#[test]
fn the_verdict_is_the_first_line_of_every_export() {
    let no = "No. All backups from before the incident have expired.";
    let path = "postgresql/business/?at=2026-10-21T14:37Z";
    let first_line = |format, line| {
        let file = export(path, format).content;
        file.lines().nth(line).unwrap_or_default().to_owned()
    };
    let title = "PostgreSQL Business, incident of 2026-10-21 14:37 UTC";
    assert_eq!(
        first_line(ExportFormat::PlainText, 0),
        format!("{title}: {no}")
    );
    assert_eq!(
        first_line(ExportFormat::Markdown, 0),
        format!("# {title}: {no}")
    );
    assert_eq!(
        first_line(ExportFormat::Csv, 1),
        format!("\"{title}\",Answer,{no},,")
    );
    let json: serde_json::Value =
        serde_json::from_str(&export(path, ExportFormat::Json).content).unwrap();
    assert_eq!(json["headline"], no);
    assert_eq!(json["title"], title);
    let card = export(path, ExportFormat::Svg).content;
    assert!(
        card.contains(&format!("<title>{title}: {no}</title>")),
        "{card}"
    );
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
            // A card has no room for the scheme.
            let root = match form {
                ExportFormat::Svg => ROOT.trim_start_matches("https://"),
                _ => ROOT,
            };
            assert!(export(path, form).content.contains(root), "{path} {form:?}");
        }
    }
}

#[test]
fn png_exports_are_rasterized_from_the_card() {
    for path in SAMPLE_PATHS {
        let expected = export(path, ExportFormat::Svg).content;
        let painted = export(path, ExportFormat::Png).content;
        let svg = painted.strip_prefix("data:image/svg+xml").unwrap();
        let svg = &svg[svg.find(',').unwrap() + 1..];
        let svg = percent_decoded(svg);
        assert_eq!(svg, expected, "{path}");
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
