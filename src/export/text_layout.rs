//! Text cut into lines without a browser: how wide a text is drawn can only be guessed, and is guessed too wide.

/// A letter's place in the text behind it, in hundredths of its size: as in DejaVu Sans, the widest of the fonts of
/// the pages.
fn glyph_width(c: char) -> u32 {
    match c {
        ' ' | '\u{a0}' | '!' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '|' | 'I'
        | 'J' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' | '·' | '’' => 41,
        '%' | '&' | '@' | 'M' | 'W' | 'm' | 'w' => 100,
        'A'..='Z' => 79,
        ..='\u{7F}' => 64,
        '\u{80}'..='\u{4FF}' | '\u{2010}'..='\u{2027}' => 80,
        _ => 110,
    }
}

/// How wide a text is at most, in pixels, at a size in pixels. Bold text is an eighth wider.
pub fn text_width(text: &str, size: u32, bold: bool) -> u32 {
    let hundredths: u32 = text.chars().map(glyph_width).sum();
    let eighths = if bold { 9 } else { 8 };
    hundredths.saturating_mul(size * eighths) / 800
}

/// The lines of a text that is at most so wide. Nothing is cut off: a word that is too long goes on in the next line.
pub fn wrap(text: &str, size: u32, bold: bool, most: u32) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut end = rest.len();
        let mut space = None;
        for (index, c) in rest.char_indices() {
            if c.is_ascii_whitespace() {
                space = Some(index);
            }
            let until = index + c.len_utf8();
            if index > 0
                && !c.is_ascii_whitespace()
                && text_width(&rest[..until], size, bold) > most
            {
                end = space.unwrap_or(index);
                break;
            }
        }
        let (line, after) = rest.split_at(end);
        lines.push(line.trim_end());
        rest = after.trim_start();
    }
    lines
}

/// The same lines in number, as even as they get: a last line of one word looks lost below a large one.
pub fn balance(text: &str, size: u32, bold: bool, most: u32) -> Vec<&str> {
    let mut lines = wrap(text, size, bold, most);
    let mut most = most;
    loop {
        most = most.saturating_sub(most / 16 + 1);
        let tighter = wrap(text, size, bold, most);
        if tighter.len() > lines.len() || most == 0 {
            return lines;
        }
        lines = tighter;
    }
}
