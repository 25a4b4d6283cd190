//! JSON Schemas, generated from the types that read and write the files.

use schemars::{JsonSchema, schema_for};

use crate::domain::raw::RawPolicy;
use crate::export::json::CellObject;

/// The schema of a policy file, as published beside it.
pub fn policy() -> String {
    text::<RawPolicy>()
}

/// The schema of one cell under `api/v1/`.
pub fn cell() -> String {
    text::<CellObject>()
}

fn text<T: JsonSchema>() -> String {
    // A schema is a JSON value already, so that writing it as text cannot fail.
    format!("{:#}\n", schema_for!(T).as_value())
}
