//! A reminder as a file for calendars (iCalendar, RFC 5545), and as a link that needs no script to download it.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::moment::{clock_text, date_text};
use crate::domain::text::join;
use crate::report::power_off::Reminder;

/// When the alarms sound: at nine in the morning of the days 30, 7 and 1 before, counted from the midnight with
/// which the last day begins.
const ALARMS: [&str; 3] = ["-P29DT15H", "-P6DT15H", "-PT15H"];

/// Most bytes of a line; longer ones are folded.
const WIDTH: usize = 75;

/// The file. `address` is that of the page, as far as it is known.
pub fn calendar(reminder: &Reminder, address: &str) -> String {
    let Reminder { name, day, .. } = reminder;
    let summary = escape(&reminder.summary);
    let made = clock_text(reminder.made.utc()).replace(['-', ':'], "");
    let mut file = String::new();
    let mut put = |name: &str, value: &str| fold(&mut file, &join(&[name, value], ""));
    put("BEGIN:VCALENDAR", "");
    put("VERSION:2.0", "");
    put("PRODID:-//backup-calculator//EN", "");
    put("BEGIN:VEVENT", "");
    // The same for the same service, plan and day, so that a calendar takes a second one for the same.
    let off = date_text(reminder.off);
    put("UID:", &join(&[name, "-", &off, "@backup-calculator"], ""));
    put("DTSTAMP:", &join(&[&made, "00Z"], ""));
    put("DTSTART;VALUE=DATE:", &date(*day));
    put("DTEND;VALUE=DATE:", &date(*day + TimeDelta::days(1)));
    put("SUMMARY:", &summary);
    let text = join(&[&reminder.text, "\n", address], "");
    put("DESCRIPTION:", &escape(&text));
    // It takes nobody's time.
    put("TRANSP:TRANSPARENT", "");
    for alarm in ALARMS {
        put("BEGIN:VALARM", "");
        put("ACTION:DISPLAY", "");
        put("DESCRIPTION:", &summary);
        put("TRIGGER:", alarm);
        put("END:VALARM", "");
    }
    put("END:VEVENT", "");
    put("END:VCALENDAR", "");
    file
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

/// A link that holds the file.
pub fn link(file: &str) -> String {
    let digit = |half: u8| {
        char::from(if half < 10 {
            b'0' + half
        } else {
            b'A' - 10 + half
        })
    };
    let mut link = String::from("data:text/calendar;charset=utf-8,");
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() {
            link.push(char::from(byte));
        } else {
            link.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    link
}
