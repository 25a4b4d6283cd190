//! Between the query of an address and [`WhatIf`]. One entry for each parameter, which reads and writes it.

use super::display::{EmbedMode, Theme};
use super::ids::{PlanId, ServiceId};
use super::policy::Policy;
use super::scenario::Scenario;
use super::text::join;
use super::time::{TimeOfDay, Timestamp, format_date, parse_date};
use super::units::Minutes;

/// A parameter of the query.
struct Parameter {
    name: &'static str,
    /// What its value looks like, for somebody whose address is damaged.
    example: &'static str,
    /// Takes a value into the case; none where it is damaged.
    parse: fn(&Policy, &mut Scenario, &str) -> Option<()>,
    /// Its value, where the case has one.
    format: fn(&Policy, &Scenario) -> Option<String>,
}

/// All parameters, in the order of an address as we write it.
const PARAMETERS: [Parameter; 12] = [
    Parameter {
        name: "at",
        example: "2026-11-21T14:37Z",
        parse: |_, scenario, value| {
            Timestamp::parse(value).map(|at| scenario.incident.at = Some(at))
        },
        format: |_, scenario| Some(scenario.incident.at?.to_string()),
    },
    Parameter {
        name: "restore",
        example: "2026-11-22T03:05Z",
        parse: |_, scenario, value| {
            Timestamp::parse(value).map(|restore| scenario.incident.restore_at = Some(restore))
        },
        format: |_, scenario| Some(scenario.incident.restore_at?.to_string()),
    },
    Parameter {
        name: "hour",
        example: "02:30",
        parse: |_, scenario, value| {
            TimeOfDay::parse(value).map(|hour| scenario.incident.backup_time = Some(hour))
        },
        format: |_, scenario| Some(scenario.incident.backup_time?.to_string()),
    },
    Parameter {
        name: "back",
        example: "14d",
        parse: |_, scenario, value| {
            parse_duration(value).map(|back| scenario.requirements.min_window = Some(back))
        },
        format: |_, scenario| Some(format_duration(scenario.requirements.min_window?)),
    },
    Parameter {
        name: "lose",
        example: "12h",
        parse: |_, scenario, value| {
            parse_duration(value).map(|lose| scenario.requirements.max_loss = Some(lose))
        },
        format: |_, scenario| Some(format_duration(scenario.requirements.max_loss?)),
    },
    Parameter {
        name: "pitr",
        example: "yes",
        parse: |_, scenario, value| {
            (value == "yes").then(|| scenario.requirements.pitr_required = true)
        },
        format: |_, scenario| {
            scenario
                .requirements
                .pitr_required
                .then(|| "yes".to_owned())
        },
    },
    Parameter {
        name: "with",
        example: "premium",
        parse: |policy, scenario, value| {
            plan_by_slug(policy, value).map(|with| scenario.service.compare_with = Some(with))
        },
        format: |policy, scenario| Some(policy.plan(scenario.service.compare_with?).slug.clone()),
    },
    Parameter {
        name: "services",
        example: "postgresql.business,redis.startup",
        parse: |policy, scenario, value| {
            parse_stack(policy, value).map(|stack| scenario.stack = stack)
        },
        format: |policy, scenario| {
            (!scenario.stack.is_empty()).then(|| format_stack(policy, &scenario.stack))
        },
    },
    Parameter {
        name: "off",
        example: "2026-11-22",
        parse: |_, scenario, value| {
            parse_date(value).map(|off| scenario.service.powered_off_on = Some(off))
        },
        format: |_, scenario| Some(format_date(scenario.service.powered_off_on?)),
    },
    Parameter {
        name: "persistence",
        example: "off",
        parse: |_, scenario, value| {
            (value == "off").then(|| scenario.service.persistence_disabled = true)
        },
        format: |_, scenario| {
            scenario
                .service
                .persistence_disabled
                .then(|| "off".to_owned())
        },
    },
    Parameter {
        name: "embed",
        example: "all",
        parse: |_, scenario, value| {
            EmbedMode::parse(value).map(|embed| scenario.display.embed = embed)
        },
        format: |_, scenario| scenario.display.embed.query_value().map(str::to_owned),
    },
    Parameter {
        name: "theme",
        example: "dark",
        parse: |_, scenario, value| Theme::parse(value).map(|theme| scenario.display.theme = theme),
        format: |_, scenario| scenario.display.theme.query_value().map(str::to_owned),
    },
];

/// What becomes of a parameter of an address.
pub enum ParameterResult {
    /// It is part of the case now.
    Applied,
    /// Nobody knows it.
    Unknown,
    /// Its value is no such thing; what one looks like.
    Invalid(&'static str),
}

/// Takes a parameter into the case.
pub fn apply_parameter(
    policy: &Policy,
    scenario: &mut Scenario,
    name: &str,
    value: &str,
) -> ParameterResult {
    let Some(parameter) = PARAMETERS.iter().find(|known| known.name == name) else {
        return ParameterResult::Unknown;
    };
    match (parameter.parse)(policy, scenario, value) {
        Some(()) => ParameterResult::Applied,
        None => ParameterResult::Invalid(parameter.example),
    }
}

/// The query of a case, without `?`; empty where nothing is asked. One case has one query. What has an empty value is
/// written by its name alone.
pub fn to_query_string(policy: &Policy, scenario: &Scenario) -> String {
    let parameters = PARAMETERS.iter().filter_map(|parameter| {
        let value = (parameter.format)(policy, scenario)?;
        let between = if value.is_empty() { "" } else { "=" };
        Some(join(&[parameter.name, between, &value], ""))
    });
    join(&parameters.collect::<Vec<_>>(), "&")
}

/// Days, hours and minutes by their letters, largest first where they come out even.
const DURATION_UNITS: [(u32, char); 3] = [(24 * 60, 'd'), (60, 'h'), (1, 'm')];

/// Reads `14d`, `36h` or `90m`: up to a hundred years.
fn parse_duration(text: &str) -> Option<Minutes> {
    let (unit, letter) = DURATION_UNITS
        .into_iter()
        .find(|(_, letter)| text.ends_with(*letter))?;
    let number = text.strip_suffix(letter)?;
    // A sign, which `parse` would take, is none of ours.
    let plain = !number.starts_with('+');
    let number: u32 = plain.then(|| number.parse().ok())??;
    let minutes = Minutes::new(number.checked_mul(unit)?);
    (minutes <= super::Hours::MAX.to_minutes()).then_some(minutes)
}

/// A length in the largest unit in which it comes out even.
fn format_duration(duration: Minutes) -> String {
    let even = |(unit, _): &&(u32, char)| duration.get().is_multiple_of(*unit);
    let (unit, letter) = DURATION_UNITS
        .iter()
        .find(even)
        .unwrap_or(&DURATION_UNITS[2]);
    format!("{}{letter}", duration.get() / unit)
}

fn plan_by_slug(policy: &Policy, slug: &str) -> Option<PlanId> {
    let found = policy.plans().find(|(_, plan)| plan.slug == slug);
    found.map(|(id, _)| id)
}

/// Pairs in any order; the stack has them in the order of the policy.
fn parse_stack(policy: &Policy, text: &str) -> Option<Vec<(ServiceId, PlanId)>> {
    let mut known = Vec::new();
    for (service, named) in policy.services() {
        for (plan, on) in policy.plans() {
            known.push((format!("{}.{}", named.slug, on.slug), (service, plan)));
        }
    }
    let all_known = text
        .split(',')
        .all(|requested| known.iter().any(|(pair, _)| pair == requested));
    let is_requested = |pair: &str| text.split(',').any(|requested| requested == pair);
    let selected = known
        .iter()
        .filter(|(pair, _)| is_requested(pair))
        .map(|(_, ids)| *ids);
    all_known.then(|| selected.collect())
}

fn format_stack(policy: &Policy, stack: &[(ServiceId, PlanId)]) -> String {
    let pairs = stack.iter().map(|(service, on)| {
        let (service, on) = (policy.service(*service), policy.plan(*on));
        format!("{}.{}", service.slug, on.slug)
    });
    join(&pairs.collect::<Vec<_>>(), ",")
}
