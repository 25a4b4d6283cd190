//! Documents as text: Markdown (CommonMark) and plain text.

use super::document::{DocumentRow, ExportDocument};
use crate::report::Source;

/// Format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// CommonMark.
    Markdown,
    /// Without markup.
    Plain,
}

/// Returns a document as text: every row, with its source.
pub fn render(document: &ExportDocument, format: TextFormat) -> String {
    let mut writer = TextWriter {
        format,
        text: String::new(),
    };
    writer.heading("# ", &format!("{}: {}", document.title, document.headline));
    if !document.lead.is_empty() {
        writer.paragraph(&document.lead);
    }
    for section in &document.sections {
        writer.heading("## ", &section.title);
        let mut is_nested = false;
        for row in &section.rows {
            is_nested = is_nested && row.label.is_empty();
            writer.row(row, is_nested);
            is_nested = is_nested || !row.label.is_empty();
        }
        writer.text.push('\n');
    }
    writer.push_inline(&document.source_line);
    writer.text += &match format {
        // In angle brackets nothing in the URL is markup.
        TextFormat::Markdown => format!("\n<{}>\n", document.url),
        TextFormat::Plain => format!("\n{}\n", document.url),
    };
    writer.text
}

struct TextWriter {
    format: TextFormat,
    /// The text so far.
    text: String,
}

impl TextWriter {
    fn is_markdown(&self) -> bool {
        self.format == TextFormat::Markdown
    }

    /// Writes markup, which plain text does not have.
    fn push_syntax(&mut self, syntax: &str) {
        if self.is_markdown() {
            self.text.push_str(syntax);
        }
    }

    fn heading(&mut self, syntax: &str, text: &str) {
        self.push_syntax(syntax);
        self.paragraph(text);
    }

    fn paragraph(&mut self, text: &str) {
        self.push_inline(text);
        self.text.push_str("\n\n");
    }

    /// Writes a text on one line, escaped.
    fn push_inline(&mut self, text: &str) {
        for (index, c) in text.char_indices() {
            if self.is_markdown() && needs_escape(text, index, c) {
                self.text.push('\\');
            }
            self.text.push(if c.is_control() { ' ' } else { c });
        }
    }

    /// Writes a row, indented if it belongs to the row before that has a label.
    fn row(&mut self, row: &DocumentRow, is_nested: bool) {
        self.text.push_str(if is_nested { "    " } else { "" });
        self.text
            .push_str(if self.is_markdown() { "- " } else { "  " });
        if !row.label.is_empty() {
            self.push_syntax("**");
            self.push_inline(&row.label);
            self.push_syntax("**");
            self.text.push_str(": ");
        }
        if !row.is_command {
            self.push_inline(&row.text);
        }
        if let Some(note) = source_note(row) {
            self.text.push_str(" (");
            self.push_inline(&note);
            self.text.push(')');
        }
        self.text.push('\n');
        if row.is_command {
            self.command(&row.text);
        }
    }

    /// Writes a command as a fenced code block. The fence is longer than any run of backquotes in it.
    fn command(&mut self, command: &str) {
        let runs = command.split(|c| c != '`').map(str::len);
        let fence = "`".repeat(runs.max().map_or(3, |longest| longest.max(2) + 1));
        let (indent, fence) = match self.format {
            TextFormat::Markdown => ("  ", fence.as_str()),
            TextFormat::Plain => ("      ", ""),
        };
        let lines = std::iter::once(fence).chain(command.lines()).chain([fence]);
        for line in lines.filter(|line| !line.is_empty()) {
            self.text += &format!("{indent}{line}\n");
        }
    }
}

/// Returns whether a CommonMark parser could read a character of a text as markup. Some characters are markup only at the start of a
/// line, before a space, or at the edge of a word.
fn needs_escape(text: &str, index: usize, c: char) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.get(index + 1);
    let is_before_space = next.is_none_or(u8::is_ascii_whitespace);
    let mut before = bytes.iter().take(index);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '&' | '~' | '|' => true,
        '_' => {
            let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            !(is_word(next) && is_word(before.next_back()))
        }
        '#' | '>' | '+' | '-' | '=' => index == 0,
        '.' | ')' => index > 0 && is_before_space && before.all(u8::is_ascii_digit),
        _ => false,
    }
}

/// Returns what a row is based on; `None` for input, and for a statement that the policy does not state something.
fn source_note(row: &DocumentRow) -> Option<String> {
    match row.source.as_ref()? {
        Source::Policy(clause) if clause.quote == row.text => {
            Some(format!("policy, “{}”", clause.section))
        }
        Source::Policy(clause) => Some(format!("policy, “{}”: “{}”", clause.section, clause.quote)),
        Source::Interpretation => Some("calculated".to_owned()),
        Source::NotStated => None,
    }
}
