//! The edition of the policy for programs: a calendar to subscribe to, and a JSON file.

use chrono::NaiveTime;
use serde::Serialize;

use crate::domain::Policy;
use crate::domain::edition::PolicyDate;
use crate::export::ics::{self, Event, EventTime};

/// Edition of all answers, as published in `api/v1/edition.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditionJson {
    /// Date of the edition, as YYYY-MM or YYYY-MM-DD.
    pub edition: String,
    /// Date of the first change after it, as YYYY-MM or YYYY-MM-DD; `None` if none is known.
    pub superseded: Option<String>,
}

impl EditionJson {
    /// Builds the object of a policy.
    pub fn new(policy: &Policy) -> Self {
        let superseded = policy.edition.superseded_since();
        Self {
            edition: policy.edition.to_string(),
            superseded: superseded.map(|date| date.to_string()),
        }
    }
}

/// Returns the calendar file: an event on the day of the edition, and one on the day of the first change after it if it is known. `site_url` is the
/// URL of the root; empty if it is unknown.
pub fn calendar(policy: &Policy, site_url: &str) -> String {
    let edition = policy.edition;
    let published = event(
        format!("edition-{edition}"),
        edition.date(),
        format!("Edition {edition} of Aiven’s backup policy"),
        format!(
            "“{}”, {}.\n{site_url}",
            policy.document.name,
            edition.to_words()
        ),
    );
    let superseded = edition.superseded_since().and_then(|date| {
        event(
            format!("superseded-{edition}"),
            date,
            format!("Aiven’s backup policy changes after edition {edition}"),
            format!(
                "The first change since {}.\n{site_url}",
                edition.date().to_words()
            ),
        )
    });
    let events: Vec<Event> = published.into_iter().chain(superseded).collect();
    ics::calendar(&events)
}

/// Returns an event on a day, or on the first one of a month; `None` if the calendar has no such day.
fn event(uid: String, date: PolicyDate, summary: String, description: String) -> Option<Event> {
    let day = date.first_day()?;
    Some(Event {
        uid,
        sequence: 0,
        // Not the time of the build, so that every build writes the same file.
        created_at: day.and_time(NaiveTime::MIN),
        time: EventTime::Day(day),
        summary,
        description,
        alarms: Vec::new(),
    })
}
