//! Lengths of time and counts in words.

use crate::domain::edition::Edition;
pub use crate::domain::text::pluralize;
use crate::domain::{Hours, Minutes, Retention, Tier};

/// "14 days", "2.5 days", "36 hours": days from two days on, where they come out even.
pub fn hours(length: Hours) -> String {
    let hours = length.get();
    match hours {
        0 => "no time".to_owned(),
        1 => "1 hour".to_owned(),
        _ if hours < 48 || !hours.is_multiple_of(12) => format!("{hours} hours"),
        _ if hours.is_multiple_of(24) => format!("{} days", hours / 24),
        _ => format!("{}.5 days", hours / 24),
    }
}

/// "2 to 30 days", "24 hours to 13 days": the unit once where it is the same.
pub fn range(from: Hours, to: Hours) -> String {
    let (from, to) = (hours(from), hours(to));
    match (from.split_once(' '), to.split_once(' ')) {
        (Some((number, unit)), Some((_, same))) if unit == same => format!("{number} to {to}"),
        _ => format!("{from} to {to}"),
    }
}

/// The same, as short as a label wants it: "14 d", "2.5 d", "12 h". A whole day is "1 d".
pub fn hours_short(length: Hours) -> String {
    match length.get() {
        24 => "1 d".to_owned(),
        hours if hours < 48 || !hours.is_multiple_of(12) => format!("{hours} h"),
        hours if hours.is_multiple_of(24) => format!("{} d", hours / 24),
        hours => format!("{}.5 d", hours / 24),
    }
}

/// "every hour", "every 12 hours".
pub fn every(interval: Hours) -> String {
    match interval.get() {
        1 => "every hour".to_owned(),
        hours => format!("every {hours} hours"),
    }
}

/// "hourly", "12-hourly", "daily".
pub fn interval_adjective(interval: Hours) -> String {
    match interval.get() {
        1 => "hourly".to_owned(),
        24 => "daily".to_owned(),
        // A hyphen that does not break the line.
        hours => format!("{hours}\u{2011}hourly"),
    }
}

/// The intervals of tiers in such words.
pub fn interval_adjectives(tiers: &[Tier]) -> Vec<String> {
    let intervals = tiers.iter().map(Tier::interval);
    intervals.map(interval_adjective).collect()
}

/// "12 hours", "90 minutes", "1 minute".
pub fn minutes(length: Minutes) -> String {
    match length.get() {
        minutes if minutes.is_multiple_of(60) => hours(Hours::new(minutes / 60)),
        minutes => pluralize(minutes, "minute"),
    }
}

/// The rule by which a tier keeps its backups: "the newest 15, taken every 24 hours".
pub fn retention_rule(tier: &Tier) -> String {
    let every = every(tier.interval());
    match tier.retention() {
        Retention::Count(1) => format!("the newest one only, taken {every}"),
        Retention::Count(count) => format!("the newest {count}, taken {every}"),
        Retention::Age(age) => format!("those younger than {}, taken {every}", hours(age)),
    }
}

/// "a", "a and b", "a, b and c".
pub fn join_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// The text with a capital first letter, where that is one of English: the tables of all others are large.
pub fn capitalize(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// "Aiven’s backup policy, January 2023".
pub fn edition_source(edition: Edition) -> String {
    format!("Aiven’s backup policy, {}", edition.to_words())
}
