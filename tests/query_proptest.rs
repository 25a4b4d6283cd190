//! Property tests of queries: every scenario has one query, and every query decodes to a scenario.

mod fixtures;

use backup_calculator::domain::time::{MINUTES_PER_DAY, TimeOfDay};
use backup_calculator::domain::url::decode;
use backup_calculator::domain::{
    DisplayOptions, EmbedMode, Hours, IncidentInput, Minutes, PlanId, Policy, Requirements,
    Scenario, ServiceId, ServiceOptions, Theme, query,
};
use backup_calculator::report::url_warning;
use fixtures::simulation::timestamps;
use fixtures::{policy, proptest_config};
use proptest::prelude::*;

/// Returns the ids of all services and plans.
fn names(policy: &Policy) -> (Vec<ServiceId>, Vec<PlanId>) {
    let services = policy.services().map(|(service, _)| service).collect();
    (services, policy.plans().map(|(plan, _)| plan).collect())
}

fn lengths() -> impl Strategy<Value = Minutes> {
    let longest = Hours::MAX.to_minutes().get();
    let minutes = prop_oneof![
        0..200u32,
        0..=longest,
        (0..=longest / MINUTES_PER_DAY).prop_map(|days| days * MINUTES_PER_DAY)
    ];
    minutes.prop_map(Minutes::new)
}

fn scenarios() -> impl Strategy<Value = Scenario> {
    use prop::option::of;
    let (services, plans) = names(&policy());
    let hours = (0..MINUTES_PER_DAY).prop_map(|minutes| TimeOfDay::from_minutes(minutes).unwrap());
    let requirements = (of(lengths()), of(lengths()), any::<bool>());
    let requirements = requirements.prop_map(|(back, lose, pitr)| Requirements {
        min_window: back,
        max_loss: lose,
        pitr_required: pitr,
    });
    let pair = (prop::sample::select(services), prop::sample::select(plans));
    let stack = prop::collection::vec(pair, 0..6);
    let days = || of(timestamps().prop_map(|timestamp| timestamp.to_utc_datetime().date()));
    let times = (
        of(timestamps()),
        of(timestamps()),
        of(hours),
        days(),
        days(),
    );
    let embeds = prop::sample::select(vec![
        EmbedMode::Off,
        EmbedMode::ServiceRow,
        EmbedMode::FullMatrix,
        EmbedMode::Line,
    ]);
    let look = (embeds, prop::sample::select(&Theme::ALL[..]), any::<bool>());
    let look = look.prop_map(|(embed, theme, is_presented)| DisplayOptions {
        embed,
        theme,
        is_presented,
    });
    let rest = (requirements, stack, any::<bool>(), look);
    (times, rest).prop_map(
        |((at, restore, hour, off, deleted), (requirements, mut stack, persistence_off, look))| {
            stack.sort_unstable();
            stack.dedup();
            Scenario {
                incident: IncidentInput {
                    at,
                    restore_at: restore,
                    backup_time: hour,
                },
                requirements,
                service: ServiceOptions {
                    powered_off_on: off,
                    deleted_on: deleted,
                    persistence_disabled: persistence_off,
                },
                stack,
                display: look,
            }
        },
    )
}

proptest! {
    #![proptest_config(proptest_config(1024))]

    #[test]
    fn any_scenario_round_trips(scenario in scenarios()) {
        let policy = policy();
        let written = query::to_query_string(&policy, &scenario);
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=&-:,.".contains(&byte)), "{}", written);
        let (selection, ignored) = decode(&policy, "redis", &written);
        prop_assert_eq!(ignored, []);
        prop_assert_eq!(&selection.scenario, &scenario);
        // In any order of the parameters, and with every byte percent-encoded.
        let mut parts: Vec<&str> = written.split('&').collect();
        parts.reverse();
        prop_assert_eq!(&decode(&policy, "redis", &parts.join("&")).0.scenario, &scenario);
        let escape = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let escaped: Vec<String> = parts.iter().filter(|part| !part.is_empty())
            .map(|part| part.split_once('=').unwrap_or((part, "")))
            .map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        prop_assert_eq!(&decode(&policy, "redis", &escaped.join("&")).0.scenario, &scenario);
    }

    #[test]
    fn invalid_parameters_are_reported_and_the_rest_is_canonical(
        parts in prop::collection::vec((prop::sample::select(vec![
            "at", "restore", "hour", "back", "lose", "pitr", "with", "services", "off", "deleted", "persistence", "embed", "theme", "x", "",
        ]), prop_oneof!["\\PC{0,12}", "[0-9dhmTZ:.-]{0,17}", Just("yes".to_owned()), Just("14d".to_owned()), Just("off".to_owned()), Just("all".to_owned()), Just("dark".to_owned()), Just(String::new())]), 0..6),
    ) {
        let policy = policy();
        let query: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (selection, ignored) = decode(&policy, "", &query.join("&"));
        for stray in &ignored {
            prop_assert!(url_warning::describe_warning(stray).ends_with('.'));
        }
        let written = query::to_query_string(&policy, &selection.scenario);
        prop_assert_eq!(decode(&policy, "", &written), (selection, Vec::new()));
    }
}
