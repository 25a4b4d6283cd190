//! A reminder as a file for calendars (iCalendar, RFC 5545), and as a link that needs no script to download it.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::data_uri::data_uri;
use crate::domain::Timestamp;
use crate::domain::text::join;
use crate::domain::time::{format_date, format_datetime_local};
use crate::report::power_off::Reminder;

/// When the alarms sound: at nine in the morning of the days 30, 7 and 1 before, counted from the midnight with
/// which the last day begins.
const REMINDER_ALARMS: [&str; 3] = ["-P29DT15H", "-P6DT15H", "-PT15H"];

/// Most bytes of a line; longer ones are folded.
const MAX_LINE_BYTES: usize = 75;

/// When alarms sound before a moment that must not be missed.
pub const DEADLINE_ALARMS: [&str; 3] = ["-P1D", "-PT4H", "-PT30M"];

/// When something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventStart {
    /// A whole day.
    Day(NaiveDate),
    /// A moment, which takes no time.
    Moment(Timestamp),
}

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same for the same event, so that a calendar takes a second one for the same.
    pub uid: String,
    /// When it was made, in UTC.
    pub created_at: NaiveDateTime,
    /// When it is.
    pub start: EventStart,
    /// Its title.
    pub summary: String,
    /// What there is to say of it.
    pub description: String,
    /// When alarms sound, counted from the moment, or from the midnight with which the day begins.
    pub alarms: &'static [&'static str],
}

/// The file of a reminder. `address` is that of the page, as far as it is known.
pub fn reminder_calendar(reminder: &Reminder, address: &str) -> String {
    calendar(&[Event {
        uid: join(
            &[&reminder.name, "-", &*format_date(reminder.powered_off_on)],
            "",
        ),
        created_at: reminder.created_at.to_utc_datetime(),
        start: EventStart::Day(reminder.last_day),
        summary: reminder.summary.clone(),
        description: join(&[&reminder.description, "\n", address], ""),
        alarms: &REMINDER_ALARMS,
    }])
}

/// The file of these events.
pub fn calendar(events: &[Event]) -> String {
    let mut file = String::new();
    fold(&mut file, "BEGIN:VCALENDAR");
    fold(&mut file, "VERSION:2.0");
    fold(&mut file, "PRODID:-//backup-calculator//EN");
    for event in events {
        write_event(&mut file, event);
    }
    fold(&mut file, "END:VCALENDAR");
    file
}

fn write_event(file: &mut String, event: &Event) {
    let summary = escape(&event.summary);
    let mut put = |name: &str, value: &str| fold(file, &join(&[name, value], ""));
    put("BEGIN:VEVENT", "");
    put("UID:", &join(&[&event.uid, "@backup-calculator"], ""));
    put("DTSTAMP:", &format_utc(event.created_at));
    match event.start {
        EventStart::Day(day) => {
            put("DTSTART;VALUE=DATE:", &date(day));
            put("DTEND;VALUE=DATE:", &date(day + TimeDelta::days(1)));
        }
        EventStart::Moment(moment) => put("DTSTART:", &format_utc(moment.to_utc_datetime())),
    }
    put("SUMMARY:", &summary);
    put("DESCRIPTION:", &escape(&event.description));
    // It takes nobody's time.
    put("TRANSP:TRANSPARENT", "");
    for alarm in event.alarms {
        put("BEGIN:VALARM", "");
        put("ACTION:DISPLAY", "");
        put("DESCRIPTION:", &summary);
        put("TRIGGER:", alarm);
        put("END:VALARM", "");
    }
    put("END:VEVENT", "");
}

/// A text as the value of a property.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            // A line may hold no other control character.
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line to a file, folded where it is too long, but never inside a character.
pub fn fold(file: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        width += c.len_utf8();
        if width > MAX_LINE_BYTES {
            file.push_str("\r\n ");
            width = 1 + c.len_utf8();
        }
        file.push(c);
    }
    file.push_str("\r\n");
}

fn date(day: NaiveDate) -> String {
    format_date(day).replace('-', "")
}

/// A moment in UTC.
fn format_utc(moment: NaiveDateTime) -> String {
    let text = format_datetime_local(moment).replace(['-', ':'], "");
    join(&[&text, "00Z"], "")
}

/// A link that holds a calendar file.
pub fn calendar_data_uri(file: &str) -> String {
    data_uri("text/calendar", file)
}
