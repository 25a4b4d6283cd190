//! Invalid policies: every problem is reported with its path, all at once; the shipped policy has none.

mod fixtures;

use backup_calculator::domain::Policy;
use fixtures::policy;
use fixtures::policy_edit::{cell, check, push, remove, service};
use serde_json::{Value, json};

#[test]
fn an_invalid_edition_is_reported() {
    for text in [
        "2023",
        "2023-13",
        "2023-00",
        "23-01",
        "2023-1",
        "2023-+1",
        "+023-01",
        "2023-01-32",
        "2023-02-30",
        "2023-01-1",
        "Jan-2023",
        "",
    ] {
        let expected =
            format!("edition: “{text}” is not a month as YYYY-MM, nor a day as YYYY-MM-DD");
        check(|policy| policy["edition"] = text.into(), &[&expected]);
    }
}

#[test]
fn invalid_slugs_are_reported() {
    let unfit = "a slug has lower-case letters, digits and inner hyphens only";
    for slug in ["Kafka", "kaf ka", "-kafka", "kafka-", "kafka/x", "käfka"] {
        let expected = format!("services.{slug}: {unfit}");
        check(
            |policy| service(policy, "kafka")["slug"] = slug.into(),
            &[&expected],
        );
    }
    check(
        |policy| service(policy, "kafka")["slug"] = "".into(),
        &[&format!("services.: {unfit}")],
    );
    for slug in ["api", "policy", "stack", "assets"] {
        let expected = format!("services.{slug}: this slug is an address of the site itself");
        check(
            |policy| service(policy, "kafka")["slug"] = slug.into(),
            &[&expected],
        );
    }
    check(
        |policy| service(policy, "kafka")["slug"] = "redis".into(),
        &["services.redis: this slug is used twice"],
    );
    check(
        |policy| {
            push(
                &mut policy["plans"],
                json!({"slug": "startup", "name": "Startup"}),
            )
        },
        &["plans.startup: this slug is used twice"],
    );
}

#[test]
fn a_policy_without_plans_or_services_is_rejected() {
    check(
        |policy| policy["services"] = json!([]),
        &["services: there must be at least one"],
    );
    check(
        |policy| {
            policy["plans"] = json!([]);
            policy["services"] = json!([]);
        },
        &[
            "plans: there must be at least one",
            "services: there must be at least one",
        ],
    );
}

#[test]
fn invalid_clauses_are_reported() {
    check(
        |policy| {
            let clause = policy["clauses"][2].clone();
            push(&mut policy["clauses"], clause);
        },
        &["clauses.power-on: this id is used twice"],
    );
    let needs = "clauses.power-on: a clause needs its section and a quote";
    check(|policy| policy["clauses"][2]["quote"] = "".into(), &[needs]);
    check(
        |policy| policy["clauses"][2]["section"] = "".into(),
        &[needs],
    );
}

#[test]
fn facts_and_tools_without_a_clause_are_reported() {
    check(
        |policy| policy["facts"][3]["clause"] = "power-up".into(),
        &["facts.3: there is no clause “power-up”"],
    );
    check(
        |policy| service(policy, "kafka")["facts"][0]["clause"] = "x".into(),
        &["services.kafka.facts.0: there is no clause “x”"],
    );
    check(
        |policy| service(policy, "postgresql")["facts"][1]["plans"] = json!(["busines", "premium"]),
        &["services.postgresql.facts.1: there is no plan “busines”"],
    );
    check(
        |policy| service(policy, "redis")["tools"][0]["clause"] = "x".into(),
        &["services.redis.tools.redis-cli: there is no clause “x”"],
    );
    check(
        |policy| service(policy, "redis")["tools"][0]["url"] = "http://redis.io/".into(),
        &["services.redis.tools.redis-cli: the address of a tool starts with https://"],
    );
}

#[test]
fn cells_that_do_not_match_the_plans_are_reported() {
    check(
        |policy| {
            let extra = json!({"plan": "gold", "policy_text": "No backups", "kind": "no_backups"});
            push(&mut service(policy, "kafka")["cells"], extra);
        },
        &["services.kafka.cells.gold: there is no such plan"],
    );
    check(
        |policy| {
            let twice = cell(policy, "kafka", 0).clone();
            push(&mut service(policy, "kafka")["cells"], twice);
        },
        &["services.kafka.cells.hobbyist: this plan has a cell already"],
    );
    check(
        |policy| {
            drop(
                service(policy, "kafka")["cells"]
                    .as_array_mut()
                    .unwrap()
                    .remove(1),
            )
        },
        &["services.kafka.cells.startup: this plan has no cell"],
    );
    check(
        |policy| cell(policy, "kafka", 1)["policy_text"] = "".into(),
        &["services.kafka.cells.startup: the document's own words are missing"],
    );
}

#[test]
fn a_kind_that_contradicts_its_tiers_is_reported() {
    let only = "services.redis.cells.business: only a cell of the kind “backups” has a recovery mode and tiers";
    for kind in ["no_backups", "not_offered", "recovery_only"] {
        check(
            |policy| cell(policy, "redis", 2)["kind"] = kind.into(),
            &[only],
        );
    }
    check(
        |policy| {
            cell(policy, "redis", 2)["kind"] = "no_backups".into();
            remove(cell(policy, "redis", 2), "tiers");
        },
        &[only],
    );
    check(
        |policy| remove(cell(policy, "redis", 2), "recovery_mode"),
        &["services.redis.cells.business: a cell of the kind “backups” needs its recovery mode"],
    );
    check(
        |policy| remove(cell(policy, "redis", 2), "tiers"),
        &["services.redis.cells.business: a cell with backups needs at least one tier"],
    );
}

#[test]
fn invalid_tiers_are_reported() {
    #[track_caller]
    fn tiers(tiers: Value, expected: &str) {
        check(
            |policy| cell(policy, "redis", 2)["tiers"] = tiers,
            &[&format!("services.redis.cells.business{expected}")],
        );
    }
    let either = ".tiers.0: a tier has either keep_count or keep_age_hours";
    tiers(json!([{"interval_hours": 12}]), either);
    tiers(
        json!([{"interval_hours": 12, "keep_count": 7, "keep_age_hours": 72}]),
        either,
    );
    tiers(
        json!([{"interval_hours": 0, "keep_count": 7}]),
        ".tiers.0: the interval must be at least 1 hour",
    );
    tiers(
        json!([{"interval_hours": 12, "keep_count": 0}]),
        ".tiers.0: at least 1 backup must be kept",
    );
    tiers(
        json!([{"interval_hours": 12, "keep_age_hours": 30}]),
        ".tiers.0: the age must be a multiple of the interval",
    );
    tiers(
        json!([{"interval_hours": 12, "keep_count": u32::MAX}]),
        ".tiers.0: the tier reaches further back than a hundred years",
    );
    tiers(
        json!([{"interval_hours": 24, "keep_count": 3}, {"interval_hours": 1, "keep_count": 24}]),
        ": tiers go from the finest interval on, each a multiple of the one before",
    );
    tiers(
        json!([{"interval_hours": 1, "keep_count": 25}, {"interval_hours": 24, "keep_count": 3}]),
        ": a finer tier must reach back a whole number of the next tier's intervals, and not further than it",
    );
}

#[test]
fn all_problems_are_reported_at_once() {
    check(
        |policy| {
            policy["edition"] = "soon".into();
            policy["plans"][0]["slug"] = "Hobbyist".into();
            policy["clauses"][2]["quote"] = "".into();
            policy["facts"][0]["clause"] = "x".into();
            service(policy, "kafka")["facts"][0]["clause"] = "y".into();
            policy["services"] = json!([service(policy, "kafka"), service(policy, "redis")]);
            cell(policy, "redis", 2)["tiers"] =
                json!([{"interval_hours": 0, "keep_count": 7}, {"interval_hours": 24}]);
            remove(cell(policy, "redis", 3), "recovery_mode");
        },
        &[
            "edition: “soon” is not a month as YYYY-MM, nor a day as YYYY-MM-DD",
            "plans.Hobbyist: a slug has lower-case letters, digits and inner hyphens only",
            "clauses.power-on: a clause needs its section and a quote",
            "facts.0: there is no clause “x”",
            "services.kafka.cells.hobbyist: there is no such plan",
            "services.kafka.facts.0: there is no clause “y”",
            "services.redis.cells.hobbyist: there is no such plan",
            "services.kafka.cells.Hobbyist: this plan has no cell",
            "services.redis.cells.Hobbyist: this plan has no cell",
            "services.redis.cells.business.tiers.0: the interval must be at least 1 hour",
            "services.redis.cells.business.tiers.1: a tier has either keep_count or keep_age_hours",
            "services.redis.cells.premium: a cell of the kind “backups” needs its recovery mode",
        ],
    );
}

#[test]
fn the_serialized_policy_round_trips_and_truncated_bytes_are_rejected() {
    let policy = policy();
    let bytes = postcard::to_allocvec(&*policy).unwrap();
    assert_eq!(
        postcard::from_bytes::<Policy>(&bytes).as_ref(),
        Ok(&*policy)
    );
    for end in (0..bytes.len()).step_by(97) {
        assert!(
            postcard::from_bytes::<Policy>(&bytes[..end]).is_err(),
            "cut at {end}"
        );
    }
}
