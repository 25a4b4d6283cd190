//! Query parameters of a URL. Each [`Parameter`] parses its value into a [`Scenario`] and formats it from one.

use super::persistence::PersistenceSetting;
use super::policy::Policy;
use super::query_value::{
    format_duration, format_flag, format_stack, parse_day, parse_duration, parse_flag, parse_stack,
    parse_time_of_day, parse_timestamp, unknown_pairs,
};
use super::scenario::Scenario;
use super::time::format_date;

/// A query parameter.
pub struct Parameter {
    /// Name in the URL.
    pub name: &'static str,
    /// Valid value, for a warning about an invalid one.
    pub example: &'static str,
    /// Parses a value into the scenario; `None` if it is invalid, or a part of it.
    parse: fn(&Policy, &mut Scenario, &str) -> Option<()>,
    /// Formats the value of the scenario; `None` if it has the default.
    format: fn(&Policy, &Scenario) -> Option<String>,
}

/// Time of the incident.
pub static INCIDENT_AT: Parameter = Parameter {
    name: "at",
    example: "2026-11-21T14:37Z",
    parse: |_, scenario, value| {
        scenario.incident.at = Some(parse_timestamp(value)?);
        Some(())
    },
    format: |_, scenario| Some(scenario.incident.at?.to_string()),
};

/// Time of the restore.
pub static RESTORE_AT: Parameter = Parameter {
    name: "restore",
    example: "2026-11-22T03:05Z",
    parse: |_, scenario, value| {
        scenario.incident.restore_at = Some(parse_timestamp(value)?);
        Some(())
    },
    format: |_, scenario| Some(scenario.incident.restore_at?.to_string()),
};

/// Time of day in UTC at which backups are taken.
pub static BACKUP_TIME: Parameter = Parameter {
    name: "hour",
    example: "02:30",
    parse: |_, scenario, value| {
        scenario.incident.backup_time = Some(parse_time_of_day(value)?);
        Some(())
    },
    format: |_, scenario| Some(scenario.incident.backup_time?.to_string()),
};

/// Required window.
pub static MIN_WINDOW: Parameter = Parameter {
    name: "back",
    example: "14d",
    parse: |_, scenario, value| {
        scenario.requirements.min_window = Some(parse_duration(value)?);
        Some(())
    },
    format: |_, scenario| Some(format_duration(scenario.requirements.min_window?)),
};

/// Acceptable loss.
pub static MAX_LOSS: Parameter = Parameter {
    name: "lose",
    example: "12h",
    parse: |_, scenario, value| {
        scenario.requirements.max_loss = Some(parse_duration(value)?);
        Some(())
    },
    format: |_, scenario| Some(format_duration(scenario.requirements.max_loss?)),
};

/// Whether point-in-time recovery is required.
pub static PITR: Parameter = Parameter {
    name: "pitr",
    example: "yes",
    parse: |_, scenario, value| {
        scenario.requirements.pitr_required = parse_flag(value)?;
        Some(())
    },
    format: |_, scenario| format_flag(scenario.requirements.pitr_required, "yes"),
};

/// Services that are used together.
static STACK: Parameter = Parameter {
    name: "services",
    example: "postgresql.business,redis.startup",
    parse: |policy, scenario, value| {
        scenario.stack = parse_stack(policy, value);
        unknown_pairs(policy, value).is_none().then_some(())
    },
    format: |policy, scenario| {
        let stack = &scenario.stack;
        (!stack.is_empty()).then(|| format_stack(policy, stack))
    },
};

/// Day on which the service is powered off.
pub static POWERED_OFF_ON: Parameter = Parameter {
    name: "off",
    example: "2026-11-22",
    parse: |_, scenario, value| {
        scenario.service.powered_off_on = Some(parse_day(value)?);
        Some(())
    },
    format: |_, scenario| Some(format_date(scenario.service.powered_off_on?)),
};

/// Day on which the service is deleted.
pub static DELETED_ON: Parameter = Parameter {
    name: "deleted",
    example: "2026-11-22",
    parse: |_, scenario, value| {
        scenario.service.deleted_on = Some(parse_day(value)?);
        Some(())
    },
    format: |_, scenario| Some(format_date(scenario.service.deleted_on?)),
};

/// Whether the setting that backups depend on is disabled.
static PERSISTENCE: Parameter = Parameter {
    name: "persistence",
    example: "off",
    parse: |policy, scenario, value| {
        let mut enabled_values = policy
            .services()
            .filter_map(|(_, service)| service.persistence.as_ref())
            .flat_map(PersistenceSetting::enabled_values);
        let is_enabled = enabled_values.any(|enabled| value.eq_ignore_ascii_case(&enabled))
            || parse_flag(value)?;
        scenario.service.persistence_disabled = !is_enabled;
        Some(())
    },
    format: |_, scenario| format_flag(scenario.service.persistence_disabled, "off"),
};

/// Compact page for an iframe.
static EMBED: Parameter = Parameter {
    name: "embed",
    example: "all",
    parse: |_, scenario, value| {
        scenario.display.embed = value.parse().ok()?;
        Some(())
    },
    format: |_, scenario| scenario.display.embed.query_value().map(str::to_owned),
};

/// Color theme.
static THEME: Parameter = Parameter {
    name: "theme",
    example: "dark",
    parse: |_, scenario, value| {
        scenario.display.theme = value.parse().ok()?;
        Some(())
    },
    format: |_, scenario| scenario.display.theme.query_value().map(str::to_owned),
};

/// The page for a projector.
static PRESENT: Parameter = Parameter {
    name: "present",
    example: "yes",
    parse: |_, scenario, value| {
        scenario.display.is_presented = value.is_empty() || parse_flag(value)?;
        Some(())
    },
    format: |_, scenario| format_flag(scenario.display.is_presented, ""),
};

/// All parameters, in the order in which they are written.
static PARAMETERS: [&Parameter; 13] = [
    &INCIDENT_AT,
    &RESTORE_AT,
    &BACKUP_TIME,
    &MIN_WINDOW,
    &MAX_LOSS,
    &PITR,
    &STACK,
    &POWERED_OFF_ON,
    &DELETED_ON,
    &PERSISTENCE,
    &EMBED,
    &THEME,
    &PRESENT,
];

/// Result of parsing a parameter of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterResult {
    /// The scenario has the value now.
    Applied,
    /// No parameter has the name, or one like it.
    Unknown,
    /// No parameter has the name, but one that differs by a slip of the keyboard.
    Misspelled,
    /// The value is invalid, or a part of it.
    Invalid {
        /// What is ignored of it.
        ignored: String,
        /// A valid value.
        example: &'static str,
    },
}

/// Parses a parameter into the scenario. It stays as it is unless the result is [`ParameterResult::Applied`], but for a stack, of which
/// the known members are kept.
pub fn apply_parameter(
    policy: &Policy,
    scenario: &mut Scenario,
    name: &str,
    value: &str,
) -> ParameterResult {
    let Some(parameter) = PARAMETERS.iter().find(|known| known.name == name) else {
        let is_slip = PARAMETERS.iter().any(|known| is_slip(name, known.name));
        return match is_slip {
            true => ParameterResult::Misspelled,
            false => ParameterResult::Unknown,
        };
    };
    match (parameter.parse)(policy, scenario, value) {
        Some(()) => ParameterResult::Applied,
        None => ParameterResult::Invalid {
            ignored: match name == STACK.name {
                true => unknown_pairs(policy, value).unwrap_or_default(),
                false => value.to_owned(),
            },
            example: parameter.example,
        },
    }
}

/// Whether a name differs from a known one of four letters or more by one letter that is wrong, missing or too many, or by two letters
/// that are swapped, and is no word of its own.
fn is_slip(name: &str, known: &str) -> bool {
    if known.len() < 4 || name == "close" {
        return false;
    }
    let (mut name, mut known) = (name.as_bytes(), known.as_bytes());
    while let ([one, name_rest @ ..], [other, known_rest @ ..]) = (name, known)
        && one == other
    {
        (name, known) = (name_rest, known_rest);
    }
    while let ([name_rest @ .., one], [known_rest @ .., other]) = (name, known)
        && one == other
    {
        (name, known) = (name_rest, known_rest);
    }
    let is_swapped = matches!((name, known), ([a, b], [c, d]) if a == d && b == c);
    name.len().max(known.len()) <= 1 || is_swapped
}

/// Returns the query of a scenario, without `?`; empty for the default scenario. Every scenario has one query. A
/// parameter with an empty value is written without `=`.
pub fn to_query_string(policy: &Policy, scenario: &Scenario) -> String {
    let parameters = PARAMETERS.iter().filter_map(|parameter| {
        let name = parameter.name;
        match (parameter.format)(policy, scenario)? {
            value if value.is_empty() => Some(name.to_owned()),
            value => Some(format!("{name}={value}")),
        }
    });
    parameters.collect::<Vec<_>>().join("&")
}
