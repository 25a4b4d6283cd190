//! Lines of a table as RFC 4180 has them.

/// A line of these fields, with its end.
pub fn row<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for field in fields {
        if !line.is_empty() {
            line.push(',');
        }
        line.push_str(&self::field(field));
    }
    line.push_str("\r\n");
    line
}

/// A field, always in quotes. A text that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mut field = String::from(if formula { "\"'" } else { "\"" });
    for c in text.chars() {
        field.push(c);
        if c == '"' {
            field.push(c);
        }
    }
    field.push('"');
    field
}
