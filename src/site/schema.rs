//! JSON Schemas, generated from the types that read and write the files.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::domain::raw::RawPolicy;
use crate::export::api::CellJson;
use crate::export::json::DocumentJson;

/// Returns the schema of a policy file.
pub fn policy() -> String {
    generate::<RawPolicy>(SchemaSettings::default())
}

/// Returns the schema of a cell under `api/v1/`.
pub fn cell() -> String {
    generate::<CellJson>(closed_settings())
}

/// Returns the schema of a page that is exported as JSON.
pub fn view() -> String {
    generate::<DocumentJson>(closed_settings())
}

fn closed_settings() -> SchemaSettings {
    SchemaSettings::default().with_transform(RecursiveTransform(closed_object))
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> String {
    let settings = settings.with_transform(RecursiveTransform(enum_from_one_of));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    // Unlike `serde_json::to_string_pretty`, formatting a `Value` cannot fail.
    format!("{:#}\n", schema.as_value())
}

/// Requires every key of an object and allows no other.
fn closed_object(schema: &mut Schema) {
    let keys = schema.get("properties").and_then(Value::as_object);
    let keys: Option<Vec<Value>> = keys.map(|keys| keys.keys().cloned().map(Value::from).collect());
    if let Some(keys) = keys {
        schema.insert("required".to_owned(), Value::Array(keys));
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
}

/// Replaces `oneOf` with a `const` for each value by one `enum`, so that an error message can list the values.
fn enum_from_one_of(schema: &mut Schema) {
    let choices = schema.get("oneOf").and_then(Value::as_array);
    let values = choices.and_then(|choices| {
        choices
            .iter()
            .map(|choice| choice.get("const").cloned())
            .collect()
    });
    if let Some(values) = values {
        schema.remove("oneOf");
        schema.insert("enum".to_owned(), Value::Array(values));
    }
}
