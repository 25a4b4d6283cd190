//! What happened beside the answer, in words.

use crate::domain::address::Ignored;

/// Says what of an address was ignored, and that the rest holds.
pub fn ignored(ignored: &Ignored) -> String {
    match ignored {
        Ignored::UnknownParameter(name) => {
            format!(
                "The address has a parameter the calculator does not know, “{name}”. It was ignored; the rest holds."
            )
        }
        Ignored::Damaged {
            name,
            value,
            example,
        } => format!(
            "The address says {name}={value}, which the calculator cannot read; it should look like {name}={example}. It was ignored; the rest holds."
        ),
        Ignored::Repeated(name) => format!(
            "The address says {name} more than once. The first one holds, the others were ignored."
        ),
    }
}
