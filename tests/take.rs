//! A view in the forms in which it is taken along: names, addresses, and the deadline for a calendar.

mod fixtures;

use backup_calculator::domain::{Moment, address};
use backup_calculator::export::take::{Taken, View};
use backup_calculator::report::Take;
use fixtures::policy;
use fixtures::sheets::{ASKED, NOW};

const ROOT: &str = "https://example.com/backup/";

#[track_caller]
fn take(place: &str, form: Take) -> Taken {
    let policy = policy();
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    let (selection, ignored) = address::decode(&policy, path, query);
    assert!(ignored.is_empty(), "{place}: {ignored:?}");
    let view = View {
        policy: &policy,
        selection: &selection,
        now: Moment::parse(NOW),
        root: ROOT,
    };
    view.take(form)
}

#[test]
fn the_link_is_the_address_of_the_view_however_it_is_shown() {
    #[track_caller]
    fn check(place: &str, expected: &str) {
        assert_eq!(take(place, Take::Link).text, format!("{ROOT}{expected}"));
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
    fn check(place: &str, form: Take, name: &str) {
        assert_eq!(take(place, form).name, name);
    }
    check(
        "postgresql/business/",
        Take::Csv,
        "backup-postgresql-business.csv",
    );
    check("postgresql/", Take::Json, "backup-postgresql.json");
    check("", Take::Csv, "backup.csv");
    check(
        "stack/?services=redis.startup",
        Take::Json,
        "backup-stack.json",
    );
    check("redis/business/", Take::Png, "backup-redis-business.png");
    check("redis/business/", Take::Markdown, "");
    assert_eq!(
        take("redis/business/", Take::Png).text,
        format!("{ROOT}redis/business/card.svg")
    );
    let kinds = Take::DOWNLOADED.map(|form| form.file().map(|(_, kind)| kind));
    assert_eq!(kinds, [Some("text/csv"), Some("application/json")]);
}

#[test]
fn the_deadline_of_an_incident_goes_into_a_calendar() {
    use icalendar::{Calendar, Component};
    let taken = take(ASKED[0], Take::Calendar);
    assert_eq!(taken.name, "backup-postgresql-business.ics");
    let calendar: Calendar = taken.text.parse().unwrap();
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
    assert_eq!(taken.text.matches("BEGIN:VALARM").count(), 3);
}

#[test]
fn without_a_deadline_there_is_no_entry() {
    for place in [
        "postgresql/business/",
        "kafka/business/?at=2026-11-21T14:37Z",
        "redis/",
        "",
    ] {
        assert_eq!(take(place, Take::Calendar).text, "", "{place}");
    }
}

#[test]
fn every_form_of_every_view_has_a_text() {
    for place in ASKED {
        for form in Take::COPIED.into_iter().chain(Take::DOWNLOADED) {
            assert!(take(place, form).text.contains(ROOT), "{place} {form:?}");
        }
    }
}
