//! The check that stops the build: every error of a policy file, each with its place.

use std::path::Path;

use jsonschema::error::ValidationErrorKind;

use crate::domain::policy_file::{self, Problem};
use crate::site::schema;

/// Everything that is wrong with a policy file: its shape by the schema, or else its meaning.
///
/// # Errors
/// Never empty.
pub fn validate(json: &str) -> Result<(), Vec<Problem>> {
    let problem = |path: &str, text: String| Problem {
        path: path.to_owned(),
        message: text,
    };
    let value: serde_json::Value = serde_json::from_str(json)
        .map_err(|error| vec![problem("policy", format!("not JSON: {error}"))])?;
    let schema: serde_json::Value = serde_json::from_str(&schema::policy())
        .map_err(|error| vec![problem("schema", error.to_string())])?;
    let validator = jsonschema::validator_for(&schema)
        .map_err(|error| vec![problem("schema", error.to_string())])?;
    let schema_problems: Vec<Problem> = validator
        .iter_errors(&value)
        .map(|error| {
            problem(
                &json_path(&value, &error.instance_path.to_string()),
                error_message(&error),
            )
        })
        .collect();
    if schema_problems.is_empty() {
        policy_file::parse(json).map(drop)
    } else {
        Err(schema_problems)
    }
}

/// What is wrong with the shape. A choice of words names them all, which the library's own sentence does not.
fn error_message(error: &jsonschema::ValidationError) -> String {
    match &error.kind {
        ValidationErrorKind::Enum {
            options: serde_json::Value::Array(options),
        } => {
            let options: Vec<String> = options.iter().map(serde_json::Value::to_string).collect();
            format!("{} is none of {}", error.instance, options.join(", "))
        }
        _ => error.to_string(),
    }
}

/// A JSON pointer as a path that names list items as the policy does: `services.redis.cells.business`.
fn json_path(root: &serde_json::Value, pointer: &str) -> String {
    let mut value = root;
    let mut names = Vec::new();
    for part in pointer.split('/').skip(1) {
        value = value
            .get(part)
            .or_else(|| value.get(part.parse::<usize>().ok()?))
            .unwrap_or(&serde_json::Value::Null);
        let name = ["slug", "id", "plan", "name"]
            .iter()
            .find_map(|key| value.get(key)?.as_str());
        names.push(name.unwrap_or(part).to_owned());
    }
    if names.is_empty() {
        "policy".to_owned()
    } else {
        names.join(".")
    }
}

/// Checks a file on disk.
///
/// # Errors
/// All that is wrong, a line each.
pub fn check_file(path: &Path) -> Result<String, String> {
    let name = path.display();
    let json =
        std::fs::read_to_string(path).map_err(|error| format!("{name} cannot be read: {error}"))?;
    validate(&json).map(|()| String::new()).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("  {problem}"))
            .collect();
        format!(
            "The policy {name} is damaged in {} place(s); the build stops here.\n{}",
            lines.len(),
            lines.join("\n")
        )
    })
}
