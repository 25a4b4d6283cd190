//! JSON Schemas, generated from the types that read and write the files.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::domain::raw::RawPolicy;
use crate::export::data::SheetObject;
use crate::export::json::CellObject;

/// The schema of a policy file, as published beside it.
pub fn policy() -> String {
    text::<RawPolicy>()
}

/// The schema of one cell under `api/v1/`.
pub fn cell() -> String {
    text::<CellObject>()
}

/// The schema of a view that was exported as JSON.
pub fn sheet() -> String {
    text::<SheetObject>()
}

fn text<T: JsonSchema>() -> String {
    let settings = SchemaSettings::default().with_transform(RecursiveTransform(plain_choice));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    // A schema is a JSON value already, so that writing it as text cannot fail.
    format!("{:#}\n", schema.as_value())
}

/// A choice of words as one list, so that an error can name them all: `oneOf` a `const` each would only say that
/// none fits.
fn plain_choice(schema: &mut Schema) {
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
