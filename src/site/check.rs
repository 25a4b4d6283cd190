//! The check of the policy file before the build, which reports every error with its path.

use std::path::Path;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use crate::domain::Policy;
use crate::domain::policy_file::Problem;
use crate::site::policy_files::policy_file_paths;
use crate::site::schema;

/// Checks the text of a policy file: first against the schema, then its meaning.
///
/// # Errors
/// Returns all problems, at least one.
pub fn validate(json: &str) -> Result<(), Vec<Problem>> {
    let problem = |path: &str, message: String| Problem {
        path: path.to_owned(),
        message,
    };
    let value: Value = serde_json::from_str(json)
        .map_err(|error| vec![problem("policy", format!("not JSON: {error}"))])?;
    let schema: Value = serde_json::from_str(&schema::policy())
        .map_err(|error| vec![problem("schema", error.to_string())])?;
    let validator = jsonschema::validator_for(&schema)
        .map_err(|error| vec![problem("schema", error.to_string())])?;
    let schema_problems: Vec<Problem> = validator
        .iter_errors(&value)
        .map(|error| {
            let path = json_path(&value, &error.instance_path.to_string());
            problem(&path, error_message(&error))
        })
        .collect();
    if schema_problems.is_empty() {
        Policy::from_json(json).map(drop)
    } else {
        Err(schema_problems)
    }
}

/// Returns the message of a schema error. For an enum it lists all values, unlike the message of the library.
fn error_message(error: &ValidationError) -> String {
    match &error.kind {
        ValidationErrorKind::Enum {
            options: Value::Array(options),
        } => {
            let options: Vec<String> = options.iter().map(Value::to_string).collect();
            format!("{} is none of {}", error.instance, options.join(", "))
        }
        _ => error.to_string(),
    }
}

/// Returns a JSON pointer as a path in which list items have names as in the policy: `services.redis.cells.business`.
fn json_path(root: &Value, pointer: &str) -> String {
    let mut value = root;
    let mut names = Vec::new();
    for part in pointer.split('/').skip(1) {
        value = value
            .get(part)
            .or_else(|| value.get(part.parse::<usize>().ok()?))
            .unwrap_or(&Value::Null);
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

/// Checks the policy files in a folder and returns an empty text.
///
/// # Errors
/// Returns all problems of the first file that has one, one on each line.
pub fn check_dir(dir: &Path) -> Result<String, String> {
    let paths = policy_file_paths(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    paths.iter().map(|path| check_file(path)).collect()
}

/// Checks a policy file on disk and returns an empty text.
///
/// # Errors
/// Returns all problems, one on each line.
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
