//! Validation that fails the build, and the JSON schema of the policy file.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;

use backup_calculator::domain::{Policy, policy_file};
use backup_calculator::site::{check, schema};
use fixtures::policy_edit::{cell, remove, service};
use fixtures::{edited, folder, golden, lines, root};

/// Checks the messages of the build, one per line: schema errors first.
#[track_caller]
fn check_build(json: &str, expected: &[&str]) {
    let problems = check::validate(json).expect_err("the policy is damaged");
    assert_eq!(lines(&problems), lines(expected));
}

#[test]
fn the_shipped_policy_is_clean() {
    assert_eq!(check::validate(policy_file::POLICY_JSON), Ok(()));
    assert!(Policy::from_json(policy_file::POLICY_JSON).is_ok());
    assert_eq!(
        check::check_file(&root().join("static/policy/2023-01.json")),
        Ok(String::new())
    );
}

#[test]
fn the_policy_schema_file_is_current() {
    golden("static/policy/policy.schema.json", &schema::policy());
}

#[test]
fn a_file_that_is_not_json_is_rejected() {
    let problems = Policy::from_json("").unwrap_err();
    assert_eq!(
        lines(&problems),
        "policy: EOF while parsing a value at line 1 column 0\n"
    );
    check_build(
        "",
        &["policy: not JSON: EOF while parsing a value at line 1 column 0"],
    );
    check_build(
        "{\n  \"edition\": 2023-01\n}",
        &["policy: not JSON: expected `,` or `}` at line 2 column 18"],
    );
    check_build("[]", &["policy: [] is not of type \"object\""]);
}

#[test]
fn the_build_reports_every_schema_error_with_its_path() {
    let json = edited(|policy| {
        cell(policy, "redis", 2)["kind"] = "backup".into();
        cell(policy, "redis", 3)["keep"] = 3.into();
        cell(policy, "flink", 1)["tiers"][0]["interval_hours"] = "1".into();
        service(policy, "kafka")["facts"][0]["topic"] = "why".into();
        remove(&mut service(policy, "mysql")["tools"][0], "url");
        remove(&mut policy["clauses"][2], "quote");
        remove(policy, "title");
    });
    check_build(
        &json,
        &[
            "clauses.power-on: \"quote\" is a required property",
            "services.kafka.facts.0.topic: \"why\" is none of \"access\", \"adjust\", \"condition\", \"contradiction\", \"deletion\", \"ended\", \"export_caveat\", \"instead\", \"location\", \"log_delay\", \"long_power_off\", \"no_pitr\", \"node_failure\", \"note\", \"pitr\", \"power_off\", \"power_on\", \"standard_tooling\", \"why_none\"",
            "services.mysql.tools.mysqldump: \"url\" is a required property",
            "services.redis.cells.business.kind: \"backup\" is none of \"not_offered\", \"no_backups\", \"recovery_only\", \"unspecified\", \"backups\"",
            "services.redis.cells.premium: Additional properties are not allowed ('keep' was unexpected)",
            "services.flink.cells.startup.tiers.0.interval_hours: \"1\" is not of type \"integer\"",
            "policy: \"title\" is a required property",
        ],
    );
}

#[test]
fn the_build_reports_values_out_of_range_with_their_path() {
    let json = edited(|policy| {
        policy["edition"] = "2023-13".into();
        policy["plans"][0]["slug"] = "Hobbyist".into();
        cell(policy, "redis", 2)["tiers"][0]["interval_hours"] = 0.into();
        cell(policy, "redis", 3)["tiers"][0]["keep_count"] = (-1).into();
        service(policy, "redis")["tools"][0]["url"] = "http://redis.io/".into();
    });
    check_build(
        &json,
        &[
            "edition: \"2023-13\" does not match \"^[0-9]{4}-(0[1-9]|1[0-2])(-[0-9]{2})?$\"",
            "plans.Hobbyist.slug: \"Hobbyist\" does not match \"^[a-z0-9]+(-[a-z0-9]+)*$\"",
            "services.redis.cells.business.tiers.0.interval_hours: 0 is less than the minimum of 1",
            "services.redis.cells.premium.tiers.0.keep_count: -1 is less than the minimum of 1",
            "services.redis.tools.redis-cli.url: \"http://redis.io/\" does not match \"^https://\"",
        ],
    );
}

#[test]
fn the_build_also_checks_what_the_schema_cannot() {
    let json = edited(|policy| policy["facts"][3]["clause"] = "power-up".into());
    check_build(&json, &["facts.3: there is no clause “power-up”"]);
}

#[test]
fn the_build_fails_with_a_line_per_problem() {
    let path = folder("policy").join("damaged.json");
    let json = edited(|policy| {
        policy["facts"][3]["clause"] = "power-up".into();
        cell(policy, "kafka", 1)["policy_text"] = "".into();
    });
    fs::write(&path, json).unwrap();
    let expected = format!(
        "The policy {} is damaged in 2 place(s); the build stops here.\n  facts.3: there is no clause “power-up”\n  \
         services.kafka.cells.startup: the document's own words are missing",
        path.display()
    );
    assert_eq!(check::check_file(&path), Err(expected));
    let gone = path.with_file_name("gone.json");
    let error = check::check_file(&gone).unwrap_err();
    assert_eq!(
        error,
        format!(
            "{} cannot be read: No such file or directory (os error 2)",
            gone.display()
        )
    );
}
