//! Documents as text for people: Markdown (CommonMark), plain text, and a summary.

use super::document::{DocumentSection, ExportDocument, SectionLayout};

/// Format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// CommonMark.
    Markdown,
    /// Without markup.
    Plain,
}

/// Returns a document in four lines, for a chat: the answer, what to know of it, the source and the URL.
pub fn summary(document: &ExportDocument) -> String {
    let facts = document.facts.iter();
    let facts = facts.map(|fact| format!("{}: {}", fact.label, fact.value));
    let known: Vec<String> = document.notes.iter().cloned().chain(facts).collect();
    let known = match known.is_empty() {
        true => document.lead.clone(),
        false => known.join(" · "),
    };
    let ExportDocument {
        title,
        headline,
        source_line,
        url,
        ..
    } = document;
    format!("{title}: {headline}\n{known}\n{source_line}\n{url}")
}

/// Returns a document as text: the answer, the facts to know first, and the sections that are not only for data.
pub fn render(document: &ExportDocument, format: TextFormat) -> String {
    let mut writer = TextWriter {
        format,
        text: String::new(),
    };
    writer.push_syntax("# ");
    writer.push_inline(&format!("{}: {}", document.title, document.headline));
    writer.text += "\n\n";
    for fact in &document.facts {
        writer.begin_item(&fact.label);
        writer.push_inline(&fact.value);
        writer.text.push('\n');
    }
    for section in &document.sections {
        match section.layout {
            SectionLayout::List => writer.list(section),
            SectionLayout::Line => writer.line(section),
            SectionLayout::Omitted => {}
        }
    }
    writer.text.push('\n');
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

    /// Writes a text on one line, escaped.
    fn push_inline(&mut self, text: &str) {
        for (index, c) in text.char_indices() {
            if self.is_markdown() && needs_escape(text, index, c) {
                self.text.push('\\');
            }
            self.text.push(if c.is_control() { ' ' } else { c });
        }
    }

    /// Begins an item of a list with a label.
    fn begin_item(&mut self, label: &str) {
        self.push_syntax("- ");
        if !label.is_empty() {
            self.push_syntax("**");
            self.push_inline(label);
            self.push_syntax("**");
            self.text.push_str(": ");
        }
    }

    /// Writes a section in one line: "PostgreSQL: Startup 2 days; Business 14 days".
    fn line(&mut self, section: &DocumentSection) {
        self.begin_item(&section.title);
        for (index, row) in section.rows.iter().enumerate() {
            if index > 0 {
                let ends_sentence = self.text.ends_with('.');
                self.text.push_str(if ends_sentence { " " } else { "; " });
            }
            if !row.label.is_empty() {
                self.push_inline(&row.label);
                self.text.push(' ');
            }
            self.push_inline(&row.text);
        }
        self.text.push('\n');
    }

    /// Writes a section with a heading, and a line for each subject.
    fn list(&mut self, section: &DocumentSection) {
        self.text.push('\n');
        self.push_syntax("## ");
        self.push_inline(&section.title);
        let mut continues = false;
        for row in &section.rows {
            if continues && row.label.is_empty() {
                self.text.push(' ');
            } else {
                self.text.push('\n');
                self.begin_item(&row.label);
            }
            continues = !row.is_command;
            if continues {
                self.push_inline(&row.text);
            } else {
                self.command(&row.text);
            }
        }
        self.text.push('\n');
    }

    /// Writes a command as a fenced code block. The fence is longer than any run of backquotes in it.
    fn command(&mut self, command: &str) {
        let runs = command.split(|c| c != '`').map(str::len);
        let fence = "`".repeat(runs.max().map_or(3, |longest| longest.max(2) + 1));
        let (indent, fence) = match self.format {
            TextFormat::Markdown => ("  ", fence.as_str()),
            TextFormat::Plain => ("    ", ""),
        };
        let lines = std::iter::once(fence).chain(command.lines()).chain([fence]);
        for line in lines.filter(|line| !line.is_empty()) {
            self.text += &format!("\n{indent}{line}");
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
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        '&' => !is_before_space,
        '_' => {
            let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            !(is_word(next) && is_word(before.next_back()))
        }
        '#' | '>' | '+' | '-' | '=' => index == 0,
        '.' | ')' => index > 0 && is_before_space && before.all(u8::is_ascii_digit),
        _ => false,
    }
}
