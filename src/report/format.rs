//! Texts for durations, intervals, retention rules, lists and counts.

use crate::domain::edition::Edition;
pub use crate::domain::text::pluralize;
use crate::domain::{Hours, Minutes, Retention, Tier, Timestamp};

/// Formats a duration, such as "14 days", "2.5 days" or "36 hours": in days from two days on, if it is a multiple of half a day.
pub fn hours(duration: Hours) -> String {
    let hours = duration.get();
    match hours {
        0 => "no time".to_owned(),
        1 => "1 hour".to_owned(),
        _ if hours < 48 || !hours.is_multiple_of(12) => format!("{hours} hours"),
        _ if hours.is_multiple_of(24) => format!("{} days", hours / 24),
        _ => format!("{}.5 days", hours / 24),
    }
}

/// Formats a retention in the unit of the policy: "1 day", "2.5 days" or "2 hours"; 0 is "Latest only", for the latest backup.
pub fn retention(duration: Hours) -> String {
    match duration.get() {
        0 => "Latest only".to_owned(),
        24 => "1 day".to_owned(),
        _ => hours(duration),
    }
}

/// Formats a period up to now: "the last day" or "the last 14 days".
pub fn last(duration: Hours) -> String {
    match duration.get() {
        24 => "the last day".to_owned(),
        _ => format!("the last {}", hours(duration)),
    }
}

/// Formats a range of durations, such as "2 to 30 days" or "24 hours to 13 days".
pub fn range(from: Hours, to: Hours) -> String {
    let (from, to) = (hours(from), hours(to));
    match (from.split_once(' '), to.split_once(' ')) {
        (Some((number, unit)), Some((_, same))) if unit == same => format!("{number} to {to}"),
        _ => format!("{from} to {to}"),
    }
}

/// Formats a duration for a label, such as "14 d", "2.5 d" or "12 h". A duration of 24 hours is "1 d".
pub fn hours_short(duration: Hours) -> String {
    match duration.get() {
        24 => "1 d".to_owned(),
        hours if hours < 48 || !hours.is_multiple_of(12) => format!("{hours} h"),
        hours if hours.is_multiple_of(24) => format!("{} d", hours / 24),
        hours => format!("{}.5 d", hours / 24),
    }
}

/// Formats an interval, such as "every hour", "every 12 hours" or "every day".
pub fn every(interval: Hours) -> String {
    match interval.get() {
        1 => "every hour".to_owned(),
        24 => "every day".to_owned(),
        hours => format!("every {hours} hours"),
    }
}

/// Formats an interval as an adjective, such as "hourly", "12-hourly" or "daily".
pub fn interval_adjective(interval: Hours) -> String {
    match interval.get() {
        1 => "hourly".to_owned(),
        24 => "daily".to_owned(),
        // A non-breaking hyphen.
        hours => format!("{hours}\u{2011}hourly"),
    }
}

/// Returns the intervals of tiers as adjectives.
pub fn interval_adjectives(tiers: &[Tier]) -> Vec<String> {
    let intervals = tiers.iter().map(Tier::interval);
    intervals.map(interval_adjective).collect()
}

/// Formats a duration, such as "12 hours", "90 minutes" or "1 minute".
pub fn minutes(duration: Minutes) -> String {
    match duration.get() {
        minutes if minutes.is_multiple_of(60) => hours(Hours::new(minutes / 60)),
        minutes => pluralize(minutes, "minute"),
    }
}

/// Formats the retention rule of a tier, such as "the latest 15, taken every 24 hours".
pub fn retention_rule(tier: &Tier) -> String {
    let every = every(tier.interval());
    match tier.retention() {
        Retention::Count(1) => format!("the latest one only, taken {every}"),
        Retention::Count(count) => format!("the latest {count}, taken {every}"),
        Retention::Age(age) => format!("those younger than {}, taken {every}", hours(age)),
    }
}

/// Joins items as in a sentence: "a", "a and b", "a, b and c".
pub fn join_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [item] => item.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// Returns the text with an upper-case first letter if that is an ASCII letter.
pub fn capitalize(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Returns what a verdict rests on, with the age of the edition if the current time is known.
pub fn verdict_basis(edition: Edition, now: Option<Timestamp>) -> String {
    let age = match now.map_or(0, |now| edition.years_old(now)) {
        0 => String::new(),
        years => format!(", {} old", pluralize(years, "year")),
    };
    let (source, change) = (edition_source(edition), edition.superseded_suffix());
    format!("Calculated from {source}{age}{change}. Not a service commitment.")
}

/// Returns the name of an edition as a source, such as "Aiven’s backup policy, January 2023".
pub fn edition_source(edition: Edition) -> String {
    format!("Aiven’s backup policy, {}", edition.date().to_words())
}
