//! A reminder as a file for calendars (iCalendar, RFC 5545), and as a link that needs no script to download it.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::link::data_link;
use crate::domain::Moment;
use crate::domain::moment::{clock_text, date_text};
use crate::domain::text::join;
use crate::report::power_off::Reminder;

/// When the alarms sound: at nine in the morning of the days 30, 7 and 1 before, counted from the midnight with
/// which the last day begins.
const ALARMS: [&str; 3] = ["-P29DT15H", "-P6DT15H", "-PT15H"];

/// Most bytes of a line; longer ones are folded.
const WIDTH: usize = 75;

/// When alarms sound before a moment that must not be missed.
pub const BEFORE_A_MOMENT: [&str; 3] = ["-P1D", "-PT4H", "-PT30M"];

/// When something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// A whole day.
    Day(NaiveDate),
    /// A moment, which takes no time.
    Moment(Moment),
}

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same for the same event, so that a calendar takes a second one for the same.
    pub name: String,
    /// When it was made, in UTC.
    pub made: NaiveDateTime,
    /// When it is.
    pub start: Start,
    /// Its title.
    pub summary: String,
    /// What there is to say of it.
    pub text: String,
    /// When alarms sound, counted from the moment, or from the midnight with which the day begins.
    pub alarms: &'static [&'static str],
}

/// The file of a reminder. `address` is that of the page, as far as it is known.
pub fn calendar(reminder: &Reminder, address: &str) -> String {
    file(&[Event {
        name: join(&[&reminder.name, "-", &*date_text(reminder.off)], ""),
        made: reminder.made.utc(),
        start: Start::Day(reminder.day),
        summary: reminder.summary.clone(),
        text: join(&[&reminder.text, "\n", address], ""),
        alarms: &ALARMS,
    }])
}

/// The file of these events.
pub fn file(events: &[Event]) -> String {
    let mut file = String::new();
    fold(&mut file, "BEGIN:VCALENDAR");
    fold(&mut file, "VERSION:2.0");
    fold(&mut file, "PRODID:-//backup-calculator//EN");
    for event in events {
        put_event(&mut file, event);
    }
    fold(&mut file, "END:VCALENDAR");
    file
}

fn put_event(file: &mut String, event: &Event) {
    let summary = escape(&event.summary);
    let mut put = |name: &str, value: &str| fold(file, &join(&[name, value], ""));
    put("BEGIN:VEVENT", "");
    put("UID:", &join(&[&event.name, "@backup-calculator"], ""));
    put("DTSTAMP:", &stamp(event.made));
    match event.start {
        Start::Day(day) => {
            put("DTSTART;VALUE=DATE:", &date(day));
            put("DTEND;VALUE=DATE:", &date(day + TimeDelta::days(1)));
        }
        Start::Moment(moment) => put("DTSTART:", &stamp(moment.utc())),
    }
    put("SUMMARY:", &summary);
    put("DESCRIPTION:", &escape(&event.text));
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
        if width > WIDTH {
            file.push_str("\r\n ");
            width = 1 + c.len_utf8();
        }
        file.push(c);
    }
    file.push_str("\r\n");
}

fn date(day: NaiveDate) -> String {
    date_text(day).replace('-', "")
}

/// A moment in UTC.
fn stamp(moment: NaiveDateTime) -> String {
    let text = clock_text(moment).replace(['-', ':'], "");
    join(&[&text, "00Z"], "")
}

/// A link that holds a calendar file.
pub fn link(file: &str) -> String {
    data_link("text/calendar", file)
}
