//! Plural forms, escapes for markup, and characters that are pasted along with a value.

/// Returns a number with its noun: "1 backup", "7 backups".
pub fn pluralize(number: u32, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// Returns whether a character is no part of any value: a blank, a quotation mark, a bracket, an at sign, a mark of Markdown, or
/// a character without a width.
pub fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '@' | '"' | '\'' | '`' | '(' | ')' | '[' | ']' | '<' | '>' | '*' | ';' | '_' | '\u{200b}'..='\u{200f}' | '\u{2018}'..='\u{201f}' | '\u{2060}' | '\u{feff}')
}

/// Escapes a text for HTML and XML, for content and attributes. Drops the characters that XML forbids.
pub fn escape_xml(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(c),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
