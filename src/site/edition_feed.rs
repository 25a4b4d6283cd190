//! What tells programs of a new edition of the policy: a calendar to subscribe to, and a file to look at.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use crate::domain::Policy;
use crate::domain::edition::YearMonth;
use crate::export::ics::{self, Event, EventStart};

/// Which edition the answers are of, and since when it is superseded, as `api/v1/edition.json` says it.
#[derive(Serialize)]
pub struct EditionJson {
    edition: String,
    superseded: Option<String>,
}

impl EditionJson {
    /// That of a policy.
    pub fn new(policy: &Policy) -> Self {
        let superseded = policy.edition.superseded_since();
        Self {
            edition: policy.edition.to_string(),
            superseded: superseded.map(|month| month.to_string()),
        }
    }
}

/// The calendar file: a day for the edition, and one for the end of its time where that is known. `address` is that
/// of the site, as far as it is known.
pub fn calendar(policy: &Policy, address: &str) -> String {
    let edition = policy.edition;
    let event = |name: &str, month: YearMonth, summary: String, text: String| {
        let day = NaiveDate::from_ymd_opt(month.year().into(), month.month().into(), 1)?;
        Some(Event {
            uid: format!("{name}-{edition}"),
            // The same file whenever it is made.
            created_at: day.and_time(NaiveTime::MIN),
            start: EventStart::Day(day),
            summary,
            description: format!("{text}\n{address}"),
            alarms: &[],
        })
    };
    let begun = event(
        "edition",
        edition.month(),
        format!("Edition {edition} of Aiven’s backup policy"),
        format!("“{}”, {}.", policy.title, edition.to_words()),
    );
    let ended = edition.superseded_since().and_then(|month| {
        event(
            "superseded",
            month,
            format!("Edition {edition} of Aiven’s backup policy is superseded"),
            format!("A later edition than that of {}.", edition.to_words()),
        )
    });
    let events: Vec<Event> = begun.into_iter().chain(ended).collect();
    ics::calendar(&events)
}
