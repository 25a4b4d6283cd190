//! Between the query of an address and [`WhatIf`]. One entry for each parameter, which reads and writes it.

use super::look::{Embed, Theme};
use super::moment::{Moment, TimeOfDay, date_text, parse_date};
use super::policy::Policy;
use super::selection::{PlanId, ServiceId};
use super::text::join;
use super::units::Minutes;
use super::whatif::WhatIf;

/// A parameter of the query.
struct Parameter {
    name: &'static str,
    /// What its value looks like, for somebody whose address is damaged.
    example: &'static str,
    /// Takes a value into the case; none where it is damaged.
    read: fn(&Policy, &mut WhatIf, &str) -> Option<()>,
    /// Its value, where the case has one.
    write: fn(&Policy, &WhatIf) -> Option<String>,
}

/// All parameters, in the order of an address as we write it.
const PARAMETERS: [Parameter; 12] = [
    Parameter {
        name: "at",
        example: "2026-11-21T14:37Z",
        read: |_, case, value| Moment::parse(value).map(|at| case.at = Some(at)),
        write: |_, case| Some(case.at?.to_string()),
    },
    Parameter {
        name: "restore",
        example: "2026-11-22T03:05Z",
        read: |_, case, value| Moment::parse(value).map(|restore| case.restore = Some(restore)),
        write: |_, case| Some(case.restore?.to_string()),
    },
    Parameter {
        name: "hour",
        example: "02:30",
        read: |_, case, value| TimeOfDay::parse(value).map(|hour| case.hour = Some(hour)),
        write: |_, case| Some(case.hour?.to_string()),
    },
    Parameter {
        name: "back",
        example: "14d",
        read: |_, case, value| parse_length(value).map(|back| case.needs.back = Some(back)),
        write: |_, case| Some(length_text(case.needs.back?)),
    },
    Parameter {
        name: "lose",
        example: "12h",
        read: |_, case, value| parse_length(value).map(|lose| case.needs.lose = Some(lose)),
        write: |_, case| Some(length_text(case.needs.lose?)),
    },
    Parameter {
        name: "pitr",
        example: "yes",
        read: |_, case, value| (value == "yes").then(|| case.needs.pitr = true),
        write: |_, case| case.needs.pitr.then(|| "yes".to_owned()),
    },
    Parameter {
        name: "with",
        example: "premium",
        read: |policy, case, value| plan(policy, value).map(|with| case.with = Some(with)),
        write: |policy, case| Some(policy.plan(case.with?).slug.clone()),
    },
    Parameter {
        name: "services",
        example: "postgresql.business,redis.startup",
        read: |policy, case, value| parse_stack(policy, value).map(|stack| case.stack = stack),
        write: |policy, case| (!case.stack.is_empty()).then(|| stack_text(policy, &case.stack)),
    },
    Parameter {
        name: "off",
        example: "2026-11-22",
        read: |_, case, value| parse_date(value).map(|off| case.off = Some(off)),
        write: |_, case| Some(date_text(case.off?)),
    },
    Parameter {
        name: "persistence",
        example: "off",
        read: |_, case, value| (value == "off").then(|| case.persistence_off = true),
        write: |_, case| case.persistence_off.then(|| "off".to_owned()),
    },
    Parameter {
        name: "embed",
        example: "all",
        read: |_, case, value| Embed::parse(value).map(|embed| case.look.embed = embed),
        write: |_, case| case.look.embed.value().map(str::to_owned),
    },
    Parameter {
        name: "theme",
        example: "dark",
        read: |_, case, value| Theme::parse(value).map(|theme| case.look.theme = theme),
        write: |_, case| case.look.theme.value().map(str::to_owned),
    },
];

/// What becomes of a parameter of an address.
pub enum Taken {
    /// It is part of the case now.
    Yes,
    /// Nobody knows it.
    Unknown,
    /// Its value is no such thing; what one looks like.
    Damaged(&'static str),
}

/// Takes a parameter into the case.
pub fn read(policy: &Policy, case: &mut WhatIf, name: &str, value: &str) -> Taken {
    let Some(parameter) = PARAMETERS.iter().find(|known| known.name == name) else {
        return Taken::Unknown;
    };
    match (parameter.read)(policy, case, value) {
        Some(()) => Taken::Yes,
        None => Taken::Damaged(parameter.example),
    }
}

/// The query of a case, without `?`; empty where nothing is asked. One case has one query. What has an empty value is
/// written by its name alone.
pub fn write(policy: &Policy, case: &WhatIf) -> String {
    let written = PARAMETERS.iter().filter_map(|parameter| {
        let value = (parameter.write)(policy, case)?;
        let between = if value.is_empty() { "" } else { "=" };
        Some(join(&[parameter.name, between, &value], ""))
    });
    join(&written.collect::<Vec<_>>(), "&")
}

/// Days, hours and minutes by their letters, largest first where they come out even.
const UNITS: [(u32, char); 3] = [(24 * 60, 'd'), (60, 'h'), (1, 'm')];

/// Reads `14d`, `36h` or `90m`: up to a hundred years.
fn parse_length(text: &str) -> Option<Minutes> {
    let (unit, letter) = UNITS
        .into_iter()
        .find(|(_, letter)| text.ends_with(*letter))?;
    let number = text.strip_suffix(letter)?;
    // A sign, which `parse` would take, is none of ours.
    let plain = !number.starts_with('+');
    let number: u32 = plain.then(|| number.parse().ok())??;
    let minutes = Minutes::new(number.checked_mul(unit)?);
    (minutes <= super::Hours::MAX.minutes()).then_some(minutes)
}

/// A length in the largest unit in which it comes out even.
fn length_text(length: Minutes) -> String {
    let even = |(unit, _): &&(u32, char)| length.get().is_multiple_of(*unit);
    let (unit, letter) = UNITS.iter().find(even).unwrap_or(&UNITS[2]);
    format!("{}{letter}", length.get() / unit)
}

fn plan(policy: &Policy, slug: &str) -> Option<PlanId> {
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
        .all(|asked| known.iter().any(|(pair, _)| pair == asked));
    let asked = |pair: &str| text.split(',').any(|asked| asked == pair);
    let chosen = known
        .iter()
        .filter(|(pair, _)| asked(pair))
        .map(|(_, ids)| *ids);
    all_known.then(|| chosen.collect())
}

fn stack_text(policy: &Policy, stack: &[(ServiceId, PlanId)]) -> String {
    let pairs = stack.iter().map(|(service, on)| {
        let (service, on) = (policy.service(*service), policy.plan(*on));
        format!("{}.{}", service.slug, on.slug)
    });
    join(&pairs.collect::<Vec<_>>(), ",")
}
