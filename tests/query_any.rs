//! Any case has one query that says it, and any query says some case.

mod fixtures;

use backup_calculator::domain::address::decode;
use backup_calculator::domain::moment::{DAY, TimeOfDay};
use backup_calculator::domain::{
    Embed, Hours, Look, Minutes, Needs, PlanId, Policy, ServiceId, Theme, WhatIf, query,
};
use backup_calculator::report::notice;
use fixtures::simulation::moments;
use fixtures::{cases, policy};
use proptest::prelude::*;

/// The services and plans of the policy, by their names in the program.
fn names(policy: &Policy) -> (Vec<ServiceId>, Vec<PlanId>) {
    let services = policy.services().map(|(service, _)| service).collect();
    (services, policy.plans().map(|(plan, _)| plan).collect())
}

fn lengths() -> impl Strategy<Value = Minutes> {
    let longest = Hours::MAX.minutes().get();
    let minutes = prop_oneof![
        0..200u32,
        0..=longest,
        (0..=longest / DAY).prop_map(|days| days * DAY)
    ];
    minutes.prop_map(Minutes::new)
}

fn whatifs() -> impl Strategy<Value = WhatIf> {
    use prop::option::of;
    let (services, plans) = names(&policy());
    let hours = (0..DAY).prop_map(|minutes| TimeOfDay::from_minutes(minutes).unwrap());
    let needs = (of(lengths()), of(lengths()), any::<bool>());
    let needs = needs.prop_map(|(back, lose, pitr)| Needs { back, lose, pitr });
    let pair = (
        prop::sample::select(services),
        prop::sample::select(plans.clone()),
    );
    let stack = prop::collection::vec(pair, 0..6);
    let days = of(moments().prop_map(|moment| moment.utc().date()));
    let times = (of(moments()), of(moments()), of(hours), days);
    let embeds = prop::sample::select(vec![Embed::No, Embed::Row, Embed::Table]);
    let look = (embeds, prop::sample::select(&Theme::ALL[..]));
    let look = look.prop_map(|(embed, theme)| Look { embed, theme });
    let with = of(prop::sample::select(plans));
    let rest = (needs, with, stack, any::<bool>(), look);
    (times, rest).prop_map(
        |((at, restore, hour, off), (needs, with, mut stack, persistence_off, look))| {
            stack.sort_unstable();
            stack.dedup();
            WhatIf {
                at,
                restore,
                hour,
                needs,
                with,
                stack,
                off,
                persistence_off,
                look,
            }
        },
    )
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn any_case_is_read_as_it_is_written(case in whatifs()) {
        let policy = policy();
        let written = query::write(&policy, &case);
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=&-:,.".contains(&byte)), "{}", written);
        let (selection, ignored) = decode(&policy, "redis", &written);
        prop_assert_eq!(ignored, []);
        prop_assert_eq!(&selection.case, &case);
        // In any order of the parameters, and with every byte escaped.
        let mut parts: Vec<&str> = written.split('&').collect();
        parts.reverse();
        prop_assert_eq!(&decode(&policy, "redis", &parts.join("&")).0.case, &case);
        let escape = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let escaped: Vec<String> = parts.iter().filter(|part| !part.is_empty())
            .map(|part| part.split_once('=').unwrap_or((part, "")))
            .map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        prop_assert_eq!(&decode(&policy, "redis", &escaped.join("&")).0.case, &case);
    }

    #[test]
    fn whatever_is_damaged_is_named_and_what_is_read_has_one_query(
        parts in prop::collection::vec((prop::sample::select(vec![
            "at", "restore", "hour", "back", "lose", "pitr", "with", "services", "off", "persistence", "embed", "theme", "x", "",
        ]), prop_oneof!["\\PC{0,12}", "[0-9dhmTZ:.-]{0,17}", Just("yes".to_owned()), Just("14d".to_owned()), Just("off".to_owned()), Just("all".to_owned()), Just("dark".to_owned()), Just(String::new())]), 0..6),
    ) {
        let policy = policy();
        let query: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (selection, ignored) = decode(&policy, "", &query.join("&"));
        for stray in &ignored {
            prop_assert!(notice::ignored(stray).ends_with('.'));
        }
        let written = query::write(&policy, &selection.case);
        prop_assert_eq!(decode(&policy, "", &written), (selection, Vec::new()));
    }
}
