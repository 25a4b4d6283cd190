//! The page for programs: what the published schema says of the keys, put before people.

use serde_json::Value;

use crate::domain::Policy;
use crate::export::json::CellObject;
use crate::report::Report;
use crate::report::programs::{Key, Object, Programs};
use crate::site::schema;

/// What the page says. `site_url` is the public address of the root, if it is known.
///
/// # Errors
/// What of the policy or the schema is not as this page needs it.
pub fn programs(policy: &Policy, site_url: Option<&str>) -> Result<Programs, String> {
    let schema: Value = serde_json::from_str(&schema::cell()).map_err(|error| error.to_string())?;
    let report = shown(policy).ok_or("the policy has no cell")?;
    // The order of the keys is that of this text; in the schema they are sorted.
    let whole = serde_json::to_string_pretty(&CellObject::new(&report))
        .map_err(|error| error.to_string())?;
    let mut objects = vec![object("The object of a cell", &schema, &schema, &whole)];
    let mut inner: Vec<(usize, Object)> = Vec::new();
    for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
        let Some(key) = used_by(&schema, name) else {
            continue;
        };
        let start = whole.find(&format!("\"{key}\": [")).unwrap_or_default();
        let text = definition["description"].as_str().unwrap_or_default();
        let title = format!("Each of {key}: {}", text.trim_end_matches('.'));
        inner.push((start, object(&title, definition, &schema, &whole[start..])));
    }
    inner.sort_by_key(|(start, _)| *start);
    objects.extend(inner.into_iter().map(|(_, object)| object));
    let site = site_url.unwrap_or("SITE/");
    let address = report.address.clone();
    Ok(Programs::new(policy, site, &address, whole, objects))
}

/// The answer with the most to show: the first that has a schedule and a tool, or the first of all.
fn shown(policy: &Policy) -> Option<Report> {
    let services = policy.services();
    let cells =
        services.flat_map(|(service, _)| policy.plans().map(move |(plan, _)| (service, plan)));
    let reports: Vec<Report> = cells
        .map(|(service, plan)| Report::new(policy, service, plan))
        .collect();
    let rich = |report: &&Report| report.schedule.is_some() && !report.tools.is_empty();
    reports.iter().find(rich).or(reports.first()).cloned()
}

/// The key whose list has objects of this name.
fn used_by<'a>(schema: &'a Value, name: &str) -> Option<&'a str> {
    let reference = format!("#/$defs/{name}");
    let mut keys = schema["properties"].as_object()?.iter();
    keys.find(|(_, value)| value["items"]["$ref"] == reference.as_str())
        .map(|(key, _)| key.as_str())
}

fn object(title: &str, schema: &Value, root: &Value, order: &str) -> Object {
    let place = |key: &Key| order.find(&format!("\"{}\":", key.name));
    let properties = schema["properties"].as_object().into_iter().flatten();
    let mut keys: Vec<Key> = properties
        .map(|(name, value)| Key {
            name: name.clone(),
            kind: kind(value, root),
            text: value["description"].as_str().unwrap_or_default().to_owned(),
        })
        .collect();
    keys.sort_by_key(place);
    Object {
        title: title.to_owned(),
        keys,
    }
}

/// What a value may be, in the words of JSON.
fn kind(schema: &Value, root: &Value) -> String {
    let several = |all: &[Value]| {
        let names = all.iter().map(|one| match one {
            Value::String(name) => name.clone(),
            one => kind(one, root),
        });
        names.collect::<Vec<_>>().join(" or ")
    };
    let reference = schema["$ref"].as_str();
    if let Some(name) = reference.and_then(|path| path.strip_prefix("#/$defs/")) {
        return kind(&root["$defs"][name], root);
    }
    match (&schema["anyOf"], &schema["enum"], &schema["type"]) {
        (Value::Array(choices), _, _) => several(choices),
        (_, Value::Array(words), _) => words
            .iter()
            .map(Value::to_string)
            .collect::<Vec<_>>()
            .join(" or "),
        (_, _, Value::Array(names)) => several(names),
        (_, _, Value::String(name)) if name == "array" => "list of objects".to_owned(),
        (_, _, Value::String(name)) => name.clone(),
        _ => "any".to_owned(),
    }
}
