//! Formats of query values: what [`natural_time`] reads in form fields, too, and flags, plans and stacks.

use chrono::NaiveDate;

use super::ids::{PlanId, ServiceId};
use super::natural_time::{self, Direction};
use super::policy::Policy;
use super::time::{TimeOfDay, Timestamp, Utc};
use super::units::Minutes;

/// Units of durations, in minutes and as their letter, largest first.
const DURATION_UNITS: [(u32, char); 3] = [(24 * 60, 'd'), (60, 'h'), (1, 'm')];

/// Parses a duration, as [`natural_time`] reads it.
pub fn parse_duration(text: &str) -> Option<Minutes> {
    natural_time::parse_duration(text).ok()
}

/// Parses a time of day in UTC, as [`natural_time`] reads it.
pub fn parse_time_of_day(text: &str) -> Option<TimeOfDay> {
    natural_time::parse_time_of_day(text).ok()
}

/// Parses a full date, as [`natural_time`] reads it; of a timestamp, the date in UTC.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    natural_time::parse_date(text, None, &Utc).ok()
}

/// Formats a duration in the largest unit that divides it.
pub fn format_duration(duration: Minutes) -> String {
    let minutes = duration.get();
    let (unit, letter) = DURATION_UNITS
        .into_iter()
        .find(|(unit, _)| minutes.is_multiple_of(*unit))
        .unwrap_or(DURATION_UNITS[2]);
    format!("{}{letter}", minutes / unit)
}

/// Parses a timestamp in any form that has a full date: RFC 3339, a date alone (its midnight), Unix seconds or milliseconds, or what
/// [`natural_time`] reads. It is in UTC unless the text has an offset, and is rounded down to the minute.
pub fn parse_timestamp(text: &str) -> Option<Timestamp> {
    let parse = |text: &str| {
        natural_time::parse_timestamp(text, None, &Utc, Direction::Past)
            .map(|parsed| parsed.timestamp)
            .ok()
    };
    let midnight = || Timestamp::from_utc_datetime(parse_day(text)?.into());
    // A plus sign that was not escaped is a blank in a query.
    let with_offset = || {
        let (time, utc_offset) = text.rsplit_once(' ')?;
        parse(&format!("{time}+{utc_offset}"))
    };
    parse(text).or_else(midnight).or_else(with_offset)
}

/// Parses a usual word for yes or for no, in any case.
pub fn parse_flag(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "yes" | "on" | "true" | "1" => Some(true),
        "no" | "off" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Returns the value of a flag that is set; `None` if it is not.
pub fn format_flag(flag: bool, set: &str) -> Option<String> {
    flag.then(|| set.to_owned())
}

/// Parses `service.plan` pairs that are separated by commas, in any order, and returns the known ones in the order of the policy.
pub fn parse_stack(policy: &Policy, text: &str) -> Vec<(ServiceId, PlanId)> {
    let mut stack = Vec::new();
    for pair in text.split(',') {
        if let Some(pair) = parse_pair(policy, pair)
            && let Err(index) = stack.binary_search(&pair)
        {
            stack.insert(index, pair);
        }
    }
    stack
}

/// Returns the pairs of a stack that are unknown, separated by commas; `None` if all are known.
pub fn unknown_pairs(policy: &Policy, text: &str) -> Option<String> {
    let unknown: Vec<String> = text
        .split(',')
        .filter(|pair| parse_pair(policy, pair).is_none())
        .map(str::to_owned)
        .collect();
    (!unknown.is_empty()).then(|| unknown.join(","))
}

fn parse_pair(policy: &Policy, text: &str) -> Option<(ServiceId, PlanId)> {
    let (service, plan) = text.trim().split_once('.')?;
    Some((policy.find_service(service)?, policy.find_plan(plan)?))
}

/// Formats a stack as `service.plan` pairs that are separated by commas.
pub fn format_stack(policy: &Policy, stack: &[(ServiceId, PlanId)]) -> String {
    let pairs = stack.iter().map(|(service, plan)| {
        let (service, plan) = (policy.service(*service), policy.plan(*plan));
        format!("{}.{}", service.slug, plan.slug)
    });
    pairs.collect::<Vec<_>>().join(",")
}
