//! The clock of the machine, and how the reader's zone and language write moments.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::window;
use crate::domain::text::join;
use crate::domain::{Moment, Zone};

/// The minute it is; none where the clock is set outside the years the calculator knows.
pub fn now() -> Option<Moment> {
    Moment::from_minutes((Date::now() / 60_000.0) as i64)
}

/// The reader's clocks, which run as the browser says.
pub struct Here {
    moment: Function,
    day: Function,
    /// How so many of a unit are written, for the units that were: made anew at each step of the slider, they cost it a
    /// tenth of its time.
    units: RefCell<Vec<(&'static str, Function)>>,
}

impl Here {
    /// With the wording of the reader's language.
    pub fn with_words() -> Self {
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

fn counting(unit: &str) -> Function {
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

fn written(format: &Function, value: &JsValue) -> String {
    let text = format.call1(&JsValue::UNDEFINED, value);
    let text = text.ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

/// A text that runs from right to left must not take along what stands around it in a sentence that does not.
fn isolated(text: String) -> String {
    let leftward = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}');
    match text.contains(leftward) {
        true => join(&["\u{2068}", &text, "\u{2069}"], ""),
        false => text,
    }
}

fn date(moment: Moment) -> Date {
    Date::new(&JsValue::from_f64(moment.minutes() as f64 * 60_000.0))
}

impl Zone for Here {
    fn clock(&self, moment: Moment) -> NaiveDateTime {
        let date = date(moment);
        let day = NaiveDate::from_ymd_opt(
            date.get_full_year() as i32,
            date.get_month() + 1,
            date.get_date(),
        );
        day.and_then(|day| day.and_hms_opt(date.get_hours(), date.get_minutes(), 0))
            .unwrap_or_else(|| moment.utc())
    }

    fn words(&self, moment: Moment) -> String {
        isolated(written(&self.moment, &date(moment)))
    }

    fn day(&self, day: NaiveDate) -> String {
        let (year, month) = (day.year() as u32, day.month0() as i32);
        let date = Date::new_with_year_month_day(year, month, day.day() as i32);
        isolated(written(&self.day, &date))
    }

    fn length(&self, parts: &[(u32, &'static str)]) -> String {
        let mut units = self.units.borrow_mut();
        let parts = parts.iter().map(|(number, unit)| {
            let known = units.iter().position(|(known, _)| known == unit);
            let place = known.unwrap_or_else(|| {
                units.push((unit, counting(unit)));
                units.len() - 1
            });
            written(&units[place].1, &JsValue::from(*number))
        });
        isolated(join(&parts.collect::<Vec<_>>(), " "))
    }
}
