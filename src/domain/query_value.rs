//! Formats of query values that no type of the domain has itself: durations, flags, plans and stacks.

use super::ids::{PlanId, ServiceId};
use super::policy::Policy;
use super::units::{Hours, Minutes};

/// Units of durations, in minutes and as their letter, largest first.
const DURATION_UNITS: [(u32, char); 3] = [(24 * 60, 'd'), (60, 'h'), (1, 'm')];

/// Parses `14d`, `36h` or `90m`; `None` above [`Hours::MAX`].
pub fn parse_duration(text: &str) -> Option<Minutes> {
    let (unit, letter) = DURATION_UNITS
        .into_iter()
        .find(|(_, letter)| text.ends_with(*letter))?;
    let number = text.strip_suffix(letter)?;
    // `u32::from_str` accepts a plus sign.
    if number.starts_with('+') {
        return None;
    }
    let number: u32 = number.parse().ok()?;
    let duration = Minutes::new(number.checked_mul(unit)?);
    (duration <= Hours::MAX.to_minutes()).then_some(duration)
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

/// Returns `Some(true)` for the one value that a flag has; `None` for every other value.
pub fn parse_flag(value: &str, set: &str) -> Option<bool> {
    (value == set).then_some(true)
}

/// Returns the value of a flag that is set; `None` if it is not.
pub fn format_flag(flag: bool, set: &str) -> Option<String> {
    flag.then(|| set.to_owned())
}

/// Returns the plan of a slug; `None` if there is none.
pub fn plan_by_slug(policy: &Policy, slug: &str) -> Option<PlanId> {
    let mut plans = policy.plans();
    plans.find(|(_, plan)| plan.slug == slug).map(|(id, _)| id)
}

/// Parses `service.plan` pairs that are separated by commas, in any order. The result is in the order of the policy.
/// `None` if a pair is unknown.
pub fn parse_stack(policy: &Policy, text: &str) -> Option<Vec<(ServiceId, PlanId)>> {
    let parse_pair = |pair: &str| {
        let (service, plan) = pair.split_once('.')?;
        let mut services = policy.services();
        let (service, _) = services.find(|(_, entry)| entry.slug == service)?;
        Some((service, plan_by_slug(policy, plan)?))
    };
    let mut stack = Vec::new();
    for pair in text.split(',') {
        let pair = parse_pair(pair)?;
        if let Err(index) = stack.binary_search(&pair) {
            stack.insert(index, pair);
        }
    }
    Some(stack)
}

/// Formats a stack as `service.plan` pairs that are separated by commas.
pub fn format_stack(policy: &Policy, stack: &[(ServiceId, PlanId)]) -> String {
    let pairs = stack.iter().map(|(service, plan)| {
        let (service, plan) = (policy.service(*service), policy.plan(*plan));
        format!("{}.{}", service.slug, plan.slug)
    });
    pairs.collect::<Vec<_>>().join(",")
}
