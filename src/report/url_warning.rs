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
        } => format!("The address says {requested}, which is {canonical} here."),
        UrlWarning::UnknownParameter(name) => {
            format!(
                "The address has a parameter the calculator does not know, “{name}”. It was ignored; the rest holds."
            )
        }
        UrlWarning::InvalidValue { name, value, .. }
            if parse_date(value, None, &Utc) == Err(TimeParseError::OutOfRange) =>
        {
            format!(
                "The address says {name}={value}, but the calculator knows the years from 1970 to 2100 only. It was ignored; the rest holds."
            )
        }
        UrlWarning::InvalidValue {
            name,
            value,
            example,
        } => format!(
            "The address says {name}={value}, which the calculator cannot read; it should look like {name}={example}. It was ignored; the rest holds."
        ),
        UrlWarning::DuplicateParameter(name) => format!(
            "The address says {name} more than once. The first one holds, the others were ignored."
        ),
    }
}
