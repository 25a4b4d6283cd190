//! The objects of the JSON, as their schema describes them.

use serde_json::Value;

/// Object of the JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaObject {
    /// Title.
    pub title: String,
    /// Keys in their order.
    pub keys: Vec<SchemaKey>,
}

/// Key of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaKey {
    /// The key.
    pub name: String,
    /// Type of its value: "integer or null".
    pub json_type: String,
    /// Description of its value.
    pub description: String,
}

/// Returns the objects that a schema describes: the root, then the objects of its lists. `sample` is the JSON of such an object,
/// which gives the order of keys and lists: schemas sort them.
pub(super) fn objects(schema: &Value, sample: &str) -> Vec<SchemaObject> {
    let definitions = schema["$defs"].as_object().into_iter().flatten();
    let mut inner: Vec<(usize, SchemaObject)> = definitions
        .filter_map(|(name, definition)| {
            let key = referencing_key(schema, name)?;
            let start = sample.find(&format!("\"{key}\": [")).unwrap_or_default();
            let description = description(definition);
            let title = format!("Each of {key}: {}", description.trim_end_matches('.'));
            Some((
                start,
                SchemaObject::new(title, definition, schema, &sample[start..]),
            ))
        })
        .collect();
    inner.sort_by_key(|(start, _)| *start);
    let root = SchemaObject::new("Fields".to_owned(), schema, schema, sample);
    std::iter::once(root)
        .chain(inner.into_iter().map(|(_, object)| object))
        .collect()
}

impl SchemaObject {
    fn new(title: String, schema: &Value, root: &Value, sample: &str) -> Self {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let mut keys: Vec<SchemaKey> = properties
            .map(|(name, value)| SchemaKey {
                name: name.clone(),
                json_type: json_type(value, root),
                description: description(value).to_owned(),
            })
            .collect();
        keys.sort_by_key(|key| sample.find(&format!("\"{}\":", key.name)));
        Self { title, keys }
    }
}

fn description(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

/// Returns the key whose value is a list of a definition.
fn referencing_key<'a>(schema: &'a Value, definition: &str) -> Option<&'a str> {
    let reference = format!("#/$defs/{definition}");
    let mut properties = schema["properties"].as_object()?.iter();
    let (key, _) = properties.find(|(_, value)| value["items"]["$ref"] == reference.as_str())?;
    Some(key)
}

/// Returns the type that a schema allows.
fn json_type(schema: &Value, root: &Value) -> String {
    let join = |schemas: &[Value]| {
        let types: Vec<String> = schemas
            .iter()
            .map(|schema| match schema {
                Value::String(name) => name.clone(),
                schema => json_type(schema, root),
            })
            .collect();
        types.join(" or ")
    };
    let reference = schema["$ref"].as_str();
    if let Some(name) = reference.and_then(|path| path.strip_prefix("#/$defs/")) {
        return json_type(&root["$defs"][name], root);
    }
    match (&schema["anyOf"], &schema["enum"], &schema["type"]) {
        (Value::Array(schemas), _, _) => join(schemas),
        (_, Value::Array(values), _) => values
            .iter()
            .map(Value::to_string)
            .collect::<Vec<_>>()
            .join(" or "),
        (_, _, Value::Array(names)) => join(names),
        (_, _, Value::String(name)) if name == "array" => "array".to_owned(),
        (_, _, Value::String(name)) => name.clone(),
        _ => "any".to_owned(),
    }
}
