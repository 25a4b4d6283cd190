//! The clock of the machine, and the time zone and languages of the visitor.

use std::cell::OnceCell;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::dom::window;
use crate::domain::{TimeZone, Timestamp};

/// Milliseconds in a minute.
const MS_PER_MINUTE: f64 = 60_000.0;

/// The parts of a formatted date, with the style of each.
const DATE_PARTS: [(&str, &str); 4] = [
    ("weekday", "short"),
    ("year", "numeric"),
    ("month", "short"),
    ("day", "numeric"),
];

/// The parts of a formatted time of day, with the style of each. The zone tells apart the two times of an hour that summer time
/// repeats, and shows what a browser claims that hides its zone.
const TIME_PARTS: [(&str, &str); 3] = [
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("timeZoneName", "short"),
];

/// The zone of dates without a time.
const UTC_PART: (&str, &str) = ("timeZone", "UTC");

/// Returns the current time, rounded down to the minute; `None` if the clock is set to a year out of range.
pub fn now() -> Option<Timestamp> {
    Timestamp::from_minutes((Date::now() / MS_PER_MINUTE) as i64)
}

/// The time zone of the browser, with formats in the languages of the visitor.
pub struct BrowserTimeZone {
    timestamp_format: Function,
    date_format: Function,
    day_format: Function,
    /// Formats of numbers with a unit, by unit. Each is created when it is needed, and kept: creating one takes longer than a
    /// step of the slider may.
    unit_formats: [(&'static str, OnceCell<Function>); 4],
}

impl BrowserTimeZone {
    /// Reads time zone and languages from the browser.
    pub fn detect() -> Self {
        Self {
            timestamp_format: date_time_formatter(&[&DATE_PARTS[..], &TIME_PARTS].concat()),
            date_format: date_time_formatter(&[&DATE_PARTS[..], &[UTC_PART]].concat()),
            day_format: date_time_formatter(&[DATE_PARTS[2], DATE_PARTS[3], UTC_PART]),
            unit_formats: ["year", "day", "hour", "minute"].map(|unit| (unit, OnceCell::new())),
        }
    }
}

impl TimeZone for BrowserTimeZone {
    fn to_local(&self, timestamp: Timestamp) -> NaiveDateTime {
        let datetime = timestamp.to_utc_datetime();
        // Minutes by which local time is behind UTC. A fraction comes from seconds, in some zones until 1972.
        let behind = to_js_date(datetime).get_timezone_offset().ceil();
        datetime - TimeDelta::minutes(behind as i64)
    }

    fn format_timestamp(&self, timestamp: Timestamp) -> String {
        bidi_isolate(call_format(
            &self.timestamp_format,
            &to_js_date(timestamp.to_utc_datetime()),
        ))
    }

    fn format_date(&self, date: NaiveDate) -> String {
        bidi_isolate(call_format(&self.date_format, &to_js_date(date.into())))
    }

    fn format_day(&self, date: NaiveDate) -> String {
        bidi_isolate(call_format(&self.day_format, &to_js_date(date.into())))
    }

    fn format_duration(&self, parts: &[(u32, &'static str)]) -> String {
        let format = |(number, unit): &(u32, &str)| {
            let (_, format) = self.unit_formats.iter().find(|(name, _)| name == unit)?;
            let format = format.get_or_init(|| unit_formatter(unit));
            Some(call_format(format, &JsValue::from(*number)))
        };
        let parts: Vec<String> = parts.iter().filter_map(format).collect();
        bidi_isolate(parts.join(" "))
    }
}

fn date_time_formatter(parts: &[(&str, &str)]) -> Function {
    Intl::DateTimeFormat::new(&languages(), &format_options(parts)).format()
}

/// Returns the format function for numbers of a unit: `year`, `day`, `hour` or `minute`.
fn unit_formatter(unit: &str) -> Function {
    let options = [("style", "unit"), ("unit", unit), ("unitDisplay", "long")];
    Intl::NumberFormat::new(&languages(), &format_options(&options)).format()
}

/// Returns the preferred languages of the visitor, without those that `Intl` refuses, such as the locale `C`. Without any, `Intl` uses
/// the language of the browser's interface.
fn languages() -> Array {
    let languages = window().navigator().languages();
    languages
        .iter()
        .filter(|language| canonical_locales(language).is_ok())
        .collect()
}

#[wasm_bindgen]
extern "C" {
    /// Like `js_sys::Intl::get_canonical_locales`, which does not catch the exception.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical_locales(locale: &JsValue) -> Result<Array, JsValue>;
}

fn format_options(values: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in values {
        Reflect::set(&options, &JsValue::from(*name), &JsValue::from(*value)).ok();
    }
    options
}

fn call_format(format: &Function, value: &JsValue) -> String {
    let text = format.call1(&JsValue::UNDEFINED, value).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// Encloses text with right-to-left characters in bidi isolates, so that it does not reorder the sentence around it.
fn bidi_isolate(text: String) -> String {
    if text.contains(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}')) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text
    }
}

/// Converts a date and time in UTC.
fn to_js_date(datetime: NaiveDateTime) -> Date {
    Date::new(&JsValue::from(datetime.and_utc().timestamp_millis() as f64))
}
