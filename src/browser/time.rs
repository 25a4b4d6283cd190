//! The clock of the machine, and how the reader's zone and language write moments.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::window;
use crate::domain::text::join;
use crate::domain::{TimeZone, Timestamp};

/// The minute it is; none where the clock is set outside the years the calculator knows.
pub fn now() -> Option<Timestamp> {
    Timestamp::from_minutes((Date::now() / 60_000.0) as i64)
}

/// The reader's clocks, which run as the browser says.
pub struct BrowserTimeZone {
    moment: Function,
    day: Function,
    /// How so many of a unit are written, for the units that were: made anew at each step of the slider, they cost it a
    /// tenth of its time.
    units: RefCell<Vec<(&'static str, Function)>>,
}

impl BrowserTimeZone {
    /// With the wording of the reader's language.
    pub fn detect() -> Self {
        let day = [
            ("weekday", "short"),
            ("year", "numeric"),
            ("month", "short"),
            ("day", "numeric"),
        ];
        let time = [("hour", "2-digit"), ("minute", "2-digit")];
        Self {
            moment: format(day.iter().chain(&time)),
            day: format(day.iter()),
            units: RefCell::default(),
        }
    }
}

fn format<'a>(parts: impl Iterator<Item = &'a (&'a str, &'a str)>) -> Function {
    Intl::DateTimeFormat::new(&languages(), &options(parts)).format()
}

fn unit_formatter(unit: &str) -> Function {
    let counted = [("style", "unit"), ("unit", unit), ("unitDisplay", "long")];
    Intl::NumberFormat::new(&languages(), &options(counted.iter())).format()
}

/// What the reader prefers, which need not be the language of the browser itself.
fn languages() -> Array {
    window().navigator().languages()
}

fn options<'a>(parts: impl Iterator<Item = &'a (&'a str, &'a str)>) -> Object {
    let options = Object::new();
    for (name, value) in parts {
        Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        )
        .ok();
    }
    options
}

fn call_format(format: &Function, value: &JsValue) -> String {
    let text = format.call1(&JsValue::UNDEFINED, value);
    let text = text.ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

/// A text that runs from right to left must not take along what stands around it in a sentence that does not.
fn bidi_isolate(text: String) -> String {
    let leftward = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}');
    match text.contains(leftward) {
        true => join(&["\u{2068}", &text, "\u{2069}"], ""),
        false => text,
    }
}

fn date(moment: Timestamp) -> Date {
    Date::new(&JsValue::from_f64(moment.to_minutes() as f64 * 60_000.0))
}

impl TimeZone for BrowserTimeZone {
    fn to_local(&self, moment: Timestamp) -> NaiveDateTime {
        let date = date(moment);
        let day = NaiveDate::from_ymd_opt(
            date.get_full_year() as i32,
            date.get_month() + 1,
            date.get_date(),
        );
        day.and_then(|day| day.and_hms_opt(date.get_hours(), date.get_minutes(), 0))
            .unwrap_or_else(|| moment.to_utc_datetime())
    }

    fn format_timestamp(&self, moment: Timestamp) -> String {
        bidi_isolate(call_format(&self.moment, &date(moment)))
    }

    fn format_date(&self, day: NaiveDate) -> String {
        let (year, month) = (day.year() as u32, day.month0() as i32);
        let date = Date::new_with_year_month_day(year, month, day.day() as i32);
        bidi_isolate(call_format(&self.day, &date))
    }

    fn format_duration(&self, parts: &[(u32, &'static str)]) -> String {
        let mut units = self.units.borrow_mut();
        let parts = parts.iter().map(|(number, unit)| {
            let position = units.iter().position(|(known, _)| known == unit);
            let place = position.unwrap_or_else(|| {
                units.push((unit, unit_formatter(unit)));
                units.len() - 1
            });
            call_format(&units[place].1, &JsValue::from(*number))
        });
        bidi_isolate(join(&parts.collect::<Vec<_>>(), " "))
    }
}
