//! A calendar to subscribe to, which tells of a new edition of the policy.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::Policy;
use crate::domain::edition::YearMonth;
use crate::export::ics::{self, Event, Start};

/// The calendar file: a day for the edition, and one for the end of its time where that is known. `address` is that
/// of the site, as far as it is known.
pub fn calendar(policy: &Policy, address: &str) -> String {
    let edition = policy.edition;
    let event = |name: &str, month: YearMonth, summary: String, text: String| {
        let day = NaiveDate::from_ymd_opt(month.year().into(), month.month().into(), 1)?;
        Some(Event {
            name: format!("{name}-{edition}"),
            // The same file whenever it is made.
            made: day.and_time(NaiveTime::MIN),
            start: Start::Day(day),
            summary,
            text: format!("{text}\n{address}"),
            alarms: &[],
        })
    };
    let begun = event(
        "edition",
        edition.month(),
        format!("Edition {edition} of Aiven’s backup policy"),
        format!("“{}”, {}.", policy.title, edition.words()),
    );
    let ended = edition.superseded().and_then(|month| {
        event(
            "superseded",
            month,
            format!("Edition {edition} of Aiven’s backup policy is superseded"),
            format!("A later edition than that of {}.", edition.words()),
        )
    });
    let events: Vec<Event> = begun.into_iter().chain(ended).collect();
    ics::file(&events)
}
