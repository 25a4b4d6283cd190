//! Policies whose guide to a restore is unfit, or hostile to what shows it.

mod fixtures;

use fixtures::policy_edit::{check, service};
use serde_json::{Value, json};

#[test]
fn missing_and_empty_texts_are_reported() {
    for key in ["pitr_steps", "backup_steps"] {
        let expected = format!("restore.{key}: there are no steps, or one is empty");
        for steps in [json!([]), json!(["a", ""])] {
            check(|policy| policy["restore"][key] = steps, &[&expected]);
        }
    }
    check(
        |policy| policy["restore"]["command"] = "".into(),
        &["restore.command: the command is missing"],
    );
}

#[test]
fn a_source_without_a_name_or_a_safe_address_is_reported() {
    let unfit = "a page has a name, and its address starts with https://";
    for url in ["http://example.com/", "javascript:alert(1)", ""] {
        let expected = format!("restore.source: {unfit}");
        check(
            |policy| policy["restore"]["source"]["url"] = url.into(),
            &[&expected],
        );
        let expected = format!("forkable_services: {unfit}");
        check(
            |policy| policy["forkable_services"]["url"] = url.into(),
            &[&expected],
        );
    }
    let expected = format!("restore.source: {unfit}");
    check(
        |policy| policy["restore"]["source"]["name"] = "".into(),
        &[&expected],
    );
}

#[test]
fn a_service_type_that_a_shell_would_run_is_reported() {
    let unfit = "services.mysql: the service type of a fork has lower-case letters, digits and underscores only";
    for service_type in [
        "",
        "my sql",
        "$(reboot)",
        "a;b",
        "a\nb",
        "`a`",
        "--help",
        "MySQL",
    ] {
        check(
            |policy| service(policy, "mysql")["service_type"] = service_type.into(),
            &[unfit],
        );
    }
}

#[test]
fn forks_without_a_guide_or_a_source_are_reported() {
    let message =
        "“can_be_forked” needs “restore”, which says how, and “forkable_services”, which says so";
    let expected = format!("services.postgresql: {message}");
    for key in ["restore", "forkable_services"] {
        check(
            |policy| {
                policy[key] = Value::Null;
                for other in policy["services"].as_array_mut().unwrap() {
                    other["can_be_forked"] = (other["slug"] == "postgresql").into();
                }
            },
            &[&expected],
        );
    }
}
