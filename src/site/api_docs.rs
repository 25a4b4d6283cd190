//! The page for programs: what the published schema says of the keys, put before people.

use serde_json::Value;

use crate::domain::Policy;
use crate::export::api::CellJson;
use crate::report::PlanReport;
use crate::report::api_docs::{ApiDocsPage, SchemaKey, SchemaObject};
use crate::site::schema;

/// What the page says. `site_url` is the public address of the root, if it is known.
///
/// # Errors
/// What of the policy or the schema is not as this page needs it.
pub fn build(policy: &Policy, site_url: Option<&str>) -> Result<ApiDocsPage, String> {
    let schema: Value = serde_json::from_str(&schema::cell()).map_err(|error| error.to_string())?;
    let report = sample_report(policy).ok_or("the policy has no cell")?;
    // The order of the keys is that of this text; in the schema they are sorted.
    let whole =
        serde_json::to_string_pretty(&CellJson::new(&report)).map_err(|error| error.to_string())?;
    let mut objects = vec![object("The object of a cell", &schema, &schema, &whole)];
    let mut inner: Vec<(usize, SchemaObject)> = Vec::new();
    for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
        let Some(key) = referencing_key(&schema, name) else {
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
    let address = report.path.clone();
    Ok(ApiDocsPage::new(policy, site, &address, whole, objects))
}

/// The answer with the most to show: the first that has a schedule and a tool, or the first of all.
fn sample_report(policy: &Policy) -> Option<PlanReport> {
    let services = policy.services();
    let cells =
        services.flat_map(|(service, _)| policy.plans().map(move |(plan, _)| (service, plan)));
    let reports: Vec<PlanReport> = cells
        .map(|(service, plan)| PlanReport::new(policy, service, plan))
        .collect();
    let rich = |report: &&PlanReport| report.schedule.is_some() && !report.tools.is_empty();
    reports.iter().find(rich).or(reports.first()).cloned()
}

/// The key whose list has objects of this name.
fn referencing_key<'a>(schema: &'a Value, name: &str) -> Option<&'a str> {
    let reference = format!("#/$defs/{name}");
    let mut keys = schema["properties"].as_object()?.iter();
    keys.find(|(_, value)| value["items"]["$ref"] == reference.as_str())
        .map(|(key, _)| key.as_str())
}

fn object(title: &str, schema: &Value, root: &Value, order: &str) -> SchemaObject {
    let place = |key: &SchemaKey| order.find(&format!("\"{}\":", key.name));
    let properties = schema["properties"].as_object().into_iter().flatten();
    let mut keys: Vec<SchemaKey> = properties
        .map(|(name, value)| SchemaKey {
            name: name.clone(),
            json_type: json_type(value, root),
            text: value["description"].as_str().unwrap_or_default().to_owned(),
        })
        .collect();
    keys.sort_by_key(place);
    SchemaObject {
        title: title.to_owned(),
        keys,
    }
}

/// What a value may be, in the words of JSON.
fn json_type(schema: &Value, root: &Value) -> String {
    let several = |all: &[Value]| {
        let names = all.iter().map(|one| match one {
            Value::String(name) => name.clone(),
            one => json_type(one, root),
        });
        names.collect::<Vec<_>>().join(" or ")
    };
    let reference = schema["$ref"].as_str();
    if let Some(name) = reference.and_then(|path| path.strip_prefix("#/$defs/")) {
        return json_type(&root["$defs"][name], root);
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
