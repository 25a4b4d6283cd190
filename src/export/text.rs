//! A sheet as a text to paste: Markdown for tickets and wikis, plain text for everything else.

use crate::domain::text::join;
use crate::report::Source;
use crate::report::export_document::{DocumentRow, ExportDocument};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// CommonMark.
    Markdown,
    /// Without marks.
    Plain,
}

/// The whole sheet. Every sentence of it stands in the text, and what it rests on.
pub fn render(sheet: &ExportDocument, format: TextFormat) -> String {
    let mut writer = TextWriter {
        format,
        text: String::new(),
    };
    writer.heading("# ", &join(&[&sheet.title, &sheet.headline], ": "));
    if !sheet.lead.is_empty() {
        writer.paragraph(&sheet.lead);
    }
    for part in &sheet.sections {
        writer.heading("## ", &part.title);
        let mut is_nested = false;
        for row in &part.rows {
            is_nested = is_nested && row.label.is_empty();
            writer.row(row, is_nested);
            is_nested = is_nested || !row.label.is_empty();
        }
        writer.text.push('\n');
    }
    let address = match format {
        // Between these a parser takes it for what it is, and nothing in it for a mark.
        TextFormat::Markdown => join(&["<", &sheet.url, ">"], ""),
        TextFormat::Plain => sheet.url.clone(),
    };
    writer.push_inline(&sheet.source_line);
    writer.text.push('\n');
    writer.text.push_str(&address);
    writer.text.push('\n');
    writer.text
}

/// The text as far as it is written.
struct TextWriter {
    format: TextFormat,
    text: String,
}

impl TextWriter {
    fn is_markdown(&self) -> bool {
        self.format == TextFormat::Markdown
    }

    /// A mark that plain text does without.
    fn push_syntax(&mut self, mark: &str) {
        if self.is_markdown() {
            self.text.push_str(mark);
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

    /// Text on one line, as it is.
    fn push_inline(&mut self, text: &str) {
        for (index, c) in text.char_indices() {
            if self.is_markdown() && needs_escape(text, index, c) {
                self.text.push('\\');
            }
            self.text.push(if c.is_control() { ' ' } else { c });
        }
    }

    /// A row; one without a term stands under the one that has it.
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

    /// A command line by line, between more backquotes than stand in it.
    fn command(&mut self, command: &str) {
        let mut fence = String::from("```");
        let mut run = 0;
        for c in command.chars() {
            run = if c == '`' { run + 1 } else { 0 };
            if run >= fence.len() {
                fence.push('`');
            }
        }
        let indent = if self.is_markdown() { "  " } else { "      " };
        let marks = if self.is_markdown() { &fence } else { "" };
        let lines = [marks].into_iter().chain(command.lines()).chain([marks]);
        for line in lines.filter(|line| !line.is_empty()) {
            self.text.push_str(&join(&[indent, line, "\n"], ""));
        }
    }
}

/// Whether a CommonMark parser could take this character of a text for a mark. Some are marks only where a line begins.
fn needs_escape(text: &str, index: usize, c: char) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' => true,
        '#' | '>' | '+' | '-' | '=' => index == 0,
        '.' | ')' => index > 0 && text.as_bytes()[..index].iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// What a sentence rests on, where it does not say so itself.
fn source_note(row: &DocumentRow) -> Option<String> {
    match row.source.as_ref()? {
        Source::Policy(clause) if clause.quote == row.text => {
            Some(format!("policy, “{}”", clause.section))
        }
        Source::Policy(clause) => Some(format!("policy, “{}”: “{}”", clause.section, clause.quote)),
        Source::Interpretation => Some("our reading".to_owned()),
        Source::NotStated => None,
    }
}
