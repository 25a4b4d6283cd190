//! Events as calendar files (iCalendar, RFC 5545).

use chrono::{NaiveDate, NaiveDateTime};

use super::data_uri::data_uri;
use crate::domain::time::{add_days, format_date, format_datetime_local};
use crate::domain::{Minutes, Timestamp};
use crate::report::countdown::Reminder;

/// Alarms of a reminder: days before the last day, and 9:00 of that day relative to the start of the last day.
const REMINDER_ALARMS: [(i64, &str); 3] = [(30, "-P29DT15H"), (7, "-P6DT15H"), (1, "-PT15H")];

/// Minutes before a deadline at which its alarms sound.
const DEADLINE_ALARM_MINUTES: [u32; 3] = [24 * 60, 4 * 60, 30];

/// Greatest length of the event that ends at a deadline, in minutes.
const DEADLINE_EVENT_MINUTES: u32 = 30;

/// Greatest length of a line without its break. Longer lines are folded.
const MAX_LINE_BYTES: usize = 75;

/// When an event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// All day.
    Day(NaiveDate),
    /// From a time to a time.
    Period(Timestamp, Timestamp),
}

/// Event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Unique identifier. A calendar replaces an event by one with the same identifier and a higher sequence number.
    pub uid: String,
    /// Sequence number.
    pub sequence: u32,
    /// Time of creation in UTC.
    pub created_at: NaiveDateTime,
    /// When it is.
    pub time: EventTime,
    /// Title.
    pub summary: String,
    /// Description; may have several lines.
    pub description: String,
    /// Times of the alarms as durations of iCalendar, relative to the start.
    pub alarms: Vec<String>,
}

impl Event {
    /// Returns the event that ends at a deadline, with the alarms that are still to come. There is always one; `now` must be before
    /// the deadline.
    pub fn until(deadline: Timestamp, now: Timestamp) -> (EventTime, Vec<String>) {
        let minutes_left = (deadline.to_minutes() - now.to_minutes()) as u32;
        let length = minutes_left.min(DEADLINE_EVENT_MINUTES);
        let mut alarms = DEADLINE_ALARM_MINUTES.to_vec();
        alarms.retain(|minutes| *minutes < minutes_left);
        if alarms.is_empty() {
            alarms.push(minutes_left / 2);
        }
        let trigger = |minutes: u32| match minutes.checked_sub(length) {
            Some(before) => format!("-PT{before}M"),
            None => format!("PT{}M", length - minutes),
        };
        let time = EventTime::Period(deadline - Minutes::new(length), deadline);
        (time, alarms.into_iter().map(trigger).collect())
    }
}

/// Returns the calendar file of a reminder, with the alarms that are still to come. `url` is the URL of the page as far as it is
/// known.
pub fn reminder_calendar(reminder: &Reminder, url: &str) -> String {
    let created_at = reminder.created_at.to_utc_datetime();
    let days_left = (reminder.last_day - created_at.date()).num_days();
    let alarms = REMINDER_ALARMS.into_iter();
    let alarms = alarms.filter(|(days, _)| *days < days_left);
    calendar(&[Event {
        uid: format!("{}-{}", reminder.name, format_date(reminder.counted_from)),
        sequence: reminder.created_at.to_minutes() as u32,
        created_at,
        time: EventTime::Day(reminder.last_day),
        summary: reminder.summary.clone(),
        description: format!("{}\n{url}", reminder.description),
        alarms: alarms.map(|(_, trigger)| trigger.to_owned()).collect(),
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
    line(&format!("SEQUENCE:{}", event.sequence));
    line(&format!("DTSTAMP:{}", format_utc(event.created_at)));
    match event.time {
        EventTime::Day(day) => {
            line(&format!("DTSTART;VALUE=DATE:{}", format_day(day)));
            line(&format!(
                "DTEND;VALUE=DATE:{}",
                format_day(add_days(day, 1))
            ));
        }
        EventTime::Period(start, end) => {
            line(&format!("DTSTART:{}", format_utc(start.to_utc_datetime())));
            line(&format!("DTEND:{}", format_utc(end.to_utc_datetime())));
        }
    }
    line(&format!("SUMMARY:{summary}"));
    line(&format!("DESCRIPTION:{}", escape(&event.description)));
    // The event does not make anybody busy.
    line("TRANSP:TRANSPARENT");
    for alarm in &event.alarms {
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
