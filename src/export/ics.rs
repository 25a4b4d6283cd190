//! Events as calendar files (iCalendar, RFC 5545).

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::data_uri::data_uri;
use crate::domain::Timestamp;
use crate::domain::time::{format_date, format_datetime_local};
use crate::report::power_off::Reminder;

/// Alarms of a reminder: 30, 7 and 1 days before the last day, at 9:00; relative to the start of that day.
const REMINDER_ALARMS: [&str; 3] = ["-P29DT15H", "-P6DT15H", "-PT15H"];

/// Alarms of a deadline, relative to it.
pub const DEADLINE_ALARMS: [&str; 3] = ["-P1D", "-PT4H", "-PT30M"];

/// Greatest length of a line without its break. Longer lines are folded.
const MAX_LINE_BYTES: usize = 75;

/// When an event starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventStart {
    /// All-day event.
    Day(NaiveDate),
    /// Event without a duration.
    Time(Timestamp),
}

/// Event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Unique identifier. A calendar replaces an event by a later one with the same identifier.
    pub uid: String,
    /// Time of creation in UTC.
    pub created_at: NaiveDateTime,
    /// Start.
    pub start: EventStart,
    /// Title.
    pub summary: String,
    /// Description; may have several lines.
    pub description: String,
    /// Times of the alarms as durations of iCalendar, relative to the start.
    pub alarms: &'static [&'static str],
}

/// Returns the calendar file of a reminder. `url` is the URL of the page as far as it is known.
pub fn reminder_calendar(reminder: &Reminder, url: &str) -> String {
    calendar(&[Event {
        uid: format!("{}-{}", reminder.name, format_date(reminder.powered_off_on)),
        created_at: reminder.created_at.to_utc_datetime(),
        start: EventStart::Day(reminder.last_day),
        summary: reminder.summary.clone(),
        description: format!("{}\n{url}", reminder.description),
        alarms: &REMINDER_ALARMS,
    }])
}

/// Returns the calendar file of events.
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
    let mut line = |text: &str| fold(file, text);
    line("BEGIN:VEVENT");
    line(&format!("UID:{}@backup-calculator", event.uid));
    line(&format!("DTSTAMP:{}", format_utc(event.created_at)));
    match event.start {
        EventStart::Day(day) => {
            line(&format!("DTSTART;VALUE=DATE:{}", format_day(day)));
            line(&format!(
                "DTEND;VALUE=DATE:{}",
                format_day(day + TimeDelta::days(1))
            ));
        }
        EventStart::Time(time) => {
            line(&format!("DTSTART:{}", format_utc(time.to_utc_datetime())));
        }
    }
    line(&format!("SUMMARY:{summary}"));
    line(&format!("DESCRIPTION:{}", escape(&event.description)));
    // The event does not make anybody busy.
    line("TRANSP:TRANSPARENT");
    for alarm in event.alarms {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line(&format!("DESCRIPTION:{summary}"));
        line(&format!("TRIGGER:{alarm}"));
        line("END:VALARM");
    }
    line("END:VEVENT");
}

/// Escapes a text for the value of a property. Control characters other than line breaks, which are not allowed, are left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Appends a line to a file. A long line is folded, but never within a character.
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

fn format_day(day: NaiveDate) -> String {
    format_date(day).replace('-', "")
}

fn format_utc(time: NaiveDateTime) -> String {
    let text = format_datetime_local(time).replace(['-', ':'], "");
    format!("{text}00Z")
}

/// Returns the data URI of a calendar file.
pub fn calendar_data_uri(file: &str) -> String {
    data_uri("text/calendar", file)
}
