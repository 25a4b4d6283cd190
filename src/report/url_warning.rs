//! What happened beside the answer, in words.

use crate::domain::url::UrlWarning;

/// Says what of an address was ignored, and that the rest holds.
pub fn describe_warning(warning: &UrlWarning) -> String {
    match warning {
        UrlWarning::UnknownParameter(name) => {
            format!(
                "The address has a parameter the calculator does not know, “{name}”. It was ignored; the rest holds."
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
