//! Line breaking without a browser. The width of a text is estimated, and estimated too wide rather than too narrow.

/// Returns the advance width of a character, in hundredths of the font size: that of DejaVu Sans, the widest font of the card.
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

/// Returns the greatest width of a text, in pixels, for a font size in pixels. Bold text is an eighth wider.
pub fn text_width(text: &str, size: u32, is_bold: bool) -> u32 {
    let hundredths: u32 = text.chars().map(glyph_width).sum();
    let eighths = if is_bold { 9 } else { 8 };
    hundredths.saturating_mul(size * eighths) / 800
}

/// Breaks a text into lines of at most `max_width` pixels. A word that is too long is broken, too.
pub fn wrap(text: &str, size: u32, is_bold: bool, max_width: u32) -> Vec<&str> {
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
                && rest
                    .get(..until)
                    .is_some_and(|line| text_width(line, size, is_bold) > max_width)
            {
                end = space.unwrap_or(index);
                break;
            }
        }
        let (line, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        lines.push(line.trim_end());
        rest = after.trim_start();
    }
    lines
}

/// Breaks a text into as many lines as [`wrap`], of lengths as equal as possible.
pub fn balance(text: &str, size: u32, is_bold: bool, max_width: u32) -> Vec<&str> {
    let mut lines = wrap(text, size, is_bold, max_width);
    let mut width = max_width;
    loop {
        width = width.saturating_sub(width / 16 + 1);
        let tighter = wrap(text, size, is_bold, width);
        if tighter.len() > lines.len() || width == 0 {
            return lines;
        }
        lines = tighter;
    }
}
