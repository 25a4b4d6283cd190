//! JSON Schemas, generated from the types that read and write the files.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::domain::raw::RawPolicy;
use crate::export::api::CellJson;
use crate::export::json::SheetObject;

/// The schema of a policy file, as published beside it.
pub fn policy() -> String {
    text::<RawPolicy>(SchemaSettings::default())
}

/// The schema of one cell under `api/v1/`.
pub fn cell() -> String {
    text::<CellJson>(SchemaSettings::default().with_transform(RecursiveTransform(closed_object)))
}

/// The schema of a view that was exported as JSON.
pub fn view() -> String {
    text::<SheetObject>(SchemaSettings::default().with_transform(RecursiveTransform(closed_object)))
}

fn text<T: JsonSchema>(settings: SchemaSettings) -> String {
    let settings = settings.with_transform(RecursiveTransform(enum_from_one_of));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    // A schema is a JSON value already, so that writing it as text cannot fail.
    format!("{:#}\n", schema.as_value())
}

/// An object with these keys, each of them, and no other: what programs are promised.
fn closed_object(schema: &mut Schema) {
    let keys = schema.get("properties").and_then(Value::as_object);
    let keys: Option<Vec<Value>> = keys.map(|keys| keys.keys().cloned().map(Value::from).collect());
    if let Some(keys) = keys {
        schema.insert("required".to_owned(), Value::Array(keys));
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
}

/// A choice of words as one list, so that an error can name them all: `oneOf` a `const` each would only say that
/// none fits.
fn enum_from_one_of(schema: &mut Schema) {
    let choices = schema.get("oneOf").and_then(Value::as_array);
    let words = choices.and_then(|choices| {
        choices
            .iter()
            .map(|choice| choice.get("const").cloned())
            .collect()
    });
    if let Some(words) = words {
        schema.remove("oneOf");
        schema.insert("enum".to_owned(), Value::Array(words));
    }
}
