//! A sheet as a text to paste: Markdown for tickets and wikis, plain text for everything else.

use crate::domain::text::join;
use crate::report::Source;
use crate::report::sheet::{Row, Sheet};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// CommonMark.
    Markdown,
    /// Without marks.
    Plain,
}

/// The whole sheet. Every sentence of it stands in the text, and what it rests on.
pub fn prose(sheet: &Sheet, form: Form) -> String {
    let mut page = Page {
        form,
        text: String::new(),
    };
    page.heading("# ", &join(&[&sheet.title, &sheet.headline], ": "));
    if !sheet.lead.is_empty() {
        page.paragraph(&sheet.lead);
    }
    for part in &sheet.parts {
        page.heading("## ", &part.title);
        let mut under = false;
        for row in &part.rows {
            under = under && row.term.is_empty();
            page.row(row, under);
            under = under || !row.term.is_empty();
        }
        page.text.push('\n');
    }
    let address = match form {
        // Between these a parser takes it for what it is, and nothing in it for a mark.
        Form::Markdown => join(&["<", &sheet.address, ">"], ""),
        Form::Plain => sheet.address.clone(),
    };
    page.words(&sheet.basis);
    page.text.push('\n');
    page.text.push_str(&address);
    page.text.push('\n');
    page.text
}

/// The text as far as it is written.
struct Page {
    form: Form,
    text: String,
}

impl Page {
    fn marked(&self) -> bool {
        self.form == Form::Markdown
    }

    /// A mark that plain text does without.
    fn mark(&mut self, mark: &str) {
        if self.marked() {
            self.text.push_str(mark);
        }
    }

    fn heading(&mut self, mark: &str, text: &str) {
        self.mark(mark);
        self.paragraph(text);
    }

    fn paragraph(&mut self, text: &str) {
        self.words(text);
        self.text.push_str("\n\n");
    }

    /// Text on one line, as it is.
    fn words(&mut self, text: &str) {
        for (index, c) in text.char_indices() {
            if self.marked() && is_mark(text, index, c) {
                self.text.push('\\');
            }
            self.text.push(if c.is_control() { ' ' } else { c });
        }
    }

    /// A row; one without a term stands under the one that has it.
    fn row(&mut self, row: &Row, under: bool) {
        self.text.push_str(if under { "    " } else { "" });
        self.text.push_str(if self.marked() { "- " } else { "  " });
        if !row.term.is_empty() {
            self.mark("**");
            self.words(&row.term);
            self.mark("**");
            self.text.push_str(": ");
        }
        if !row.command {
            self.words(&row.text);
        }
        if let Some(why) = why(row) {
            self.text.push_str(" (");
            self.words(&why);
            self.text.push(')');
        }
        self.text.push('\n');
        if row.command {
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
        let indent = if self.marked() { "  " } else { "      " };
        let marks = if self.marked() { &fence } else { "" };
        let lines = [marks].into_iter().chain(command.lines()).chain([marks]);
        for line in lines.filter(|line| !line.is_empty()) {
            self.text.push_str(&join(&[indent, line, "\n"], ""));
        }
    }
}

/// Whether a CommonMark parser could take this character of a text for a mark. Some are marks only where a line begins.
fn is_mark(text: &str, index: usize, c: char) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' => true,
        '#' | '>' | '+' | '-' | '=' => index == 0,
        '.' | ')' => index > 0 && text.as_bytes()[..index].iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// What a sentence rests on, where it does not say so itself.
fn why(row: &Row) -> Option<String> {
    match row.source.as_ref()? {
        Source::Policy(clause) if clause.quote == row.text => {
            Some(format!("policy, “{}”", clause.section))
        }
        Source::Policy(clause) => Some(format!("policy, “{}”: “{}”", clause.section, clause.quote)),
        Source::Reading => Some("our reading".to_owned()),
        Source::Silent => None,
    }
}
