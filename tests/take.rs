//! A view in the forms in which it is taken along: names, addresses, and the deadline for a calendar.

mod fixtures;

use backup_calculator::domain::{Timestamp, url};
use backup_calculator::export::exporter::{ExportContext, ExportedFile};
use backup_calculator::report::ExportFormat;
use fixtures::policy;
use fixtures::sheets::{ASKED, NOW};

const ROOT: &str = "https://example.com/backup/";

#[track_caller]
fn take(place: &str, form: ExportFormat) -> ExportedFile {
    let policy = policy();
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    let (selection, ignored) = url::decode(&policy, path, query);
    assert!(ignored.is_empty(), "{place}: {ignored:?}");
    let view = ExportContext {
        policy: &policy,
        selection: &selection,
        now: Timestamp::parse(NOW),
        root: ROOT,
    };
    view.export(form)
}

#[test]
fn the_link_is_the_address_of_the_view_however_it_is_shown() {
    #[track_caller]
    fn check(place: &str, expected: &str) {
        assert_eq!(
            take(place, ExportFormat::Link).content,
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
fn files_are_named_after_their_view_and_of_the_right_kind() {
    #[track_caller]
    fn check(place: &str, form: ExportFormat, name: &str) {
        assert_eq!(take(place, form).file_name, name);
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
fn the_deadline_of_an_incident_goes_into_a_calendar() {
    use icalendar::{Calendar, Component};
    let taken = take(ASKED[0], ExportFormat::Ics);
    assert_eq!(taken.file_name, "backup-postgresql-business.ics");
    let calendar: Calendar = taken.content.parse().unwrap();
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
    assert_eq!(taken.content.matches("BEGIN:VALARM").count(), 3);
}

#[test]
fn without_a_deadline_there_is_no_entry() {
    for place in [
        "postgresql/business/",
        "kafka/business/?at=2026-11-21T14:37Z",
        "redis/",
        "",
    ] {
        assert_eq!(take(place, ExportFormat::Ics).content, "", "{place}");
    }
}

#[test]
fn every_form_of_every_view_has_a_text() {
    for place in ASKED {
        let texts = ExportFormat::DOWNLOAD_FORMATS
            .into_iter()
            .filter(|form| *form != ExportFormat::Png);
        for form in ExportFormat::COPY_FORMATS.into_iter().chain(texts) {
            // An address may be cut where a line of a picture ends, but not so soon.
            assert!(take(place, form).content.contains(ROOT), "{place} {form:?}");
        }
    }
}

#[test]
fn pixels_are_painted_from_the_light_picture_of_the_same_view() {
    for place in ASKED {
        let picture = take(place, ExportFormat::Svg).content;
        let painted = take(place, ExportFormat::Png).content;
        let svg = painted.strip_prefix("data:image/svg+xml").unwrap();
        let svg = &svg[svg.find(',').unwrap() + 1..];
        let svg = percent_decoded(svg);
        assert!(!svg.contains("@media"), "{place}");
        let ends = |text: &str| text[text.find("</style>").unwrap()..].to_owned();
        assert_eq!(ends(&svg), ends(&picture), "{place}");
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
