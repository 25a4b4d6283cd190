//! Texts for warnings about URLs.

use crate::domain::natural_time::{TimeParseError, parse_date};
use crate::domain::time::Utc;
use crate::domain::url::UrlWarning;

/// Describes which part of a URL was ignored or read otherwise than written.
pub fn describe_warning(warning: &UrlWarning) -> String {
    match warning {
        UrlWarning::OtherPath {
            requested,
            canonical,
        } => format!("This link says {requested}. It was read as {canonical}."),
        UrlWarning::UnknownParameter(name) => {
            format!("This link has an unknown parameter, “{name}”. It was ignored.")
        }
        UrlWarning::InvalidValue { name, value, .. }
            if parse_date(value, None, &Utc) == Err(TimeParseError::OutOfRange) =>
        {
            format!("{name}={value} in this link was ignored. Enter a year from 1970 to 2100.")
        }
        UrlWarning::InvalidValue {
            name,
            value,
            example,
        } => format!(
            "{name}={value} in this link isn’t valid and was ignored. Use a form like {name}={example}."
        ),
        UrlWarning::DuplicateParameter(name) => {
            format!("This link sets {name} more than once. The first value is used.")
        }
    }
}
