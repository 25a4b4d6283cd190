//! The colours of the pages for the card: read from their tokens while this is compiled, so that none stands here.

const TOKENS: &[u8] = include_bytes!("../ui/tokens.css");

/// A colour as CSS wants it.
type Color = [u8; 7];

/// On light and on dark paper: ground, text, soft text, line, and the kinds in the order of
/// [`crate::report::Kind::ALL`].
const PALETTE: [[Color; 2]; 9] = [
    light_dark_token("--surface"),
    light_dark_token("--text"),
    light_dark_token("--text-muted"),
    light_dark_token("--border"),
    light_dark_token("--pitr"),
    light_dark_token("--backups"),
    light_dark_token("--recovery"),
    light_dark_token("--none"),
    light_dark_token("--absent"),
];

/// The rules with their colours, for light or dark paper and a kind, by its number. They name colours by a dollar and
/// a digit, or `k` for that of the kind: what is of no kind has the colour of the text.
pub fn apply_palette(rules: &str, dark: bool, kind: Option<usize>) -> String {
    static STATIC_PALETTE: [[Color; 2]; 9] = PALETTE;
    let mut css = String::new();
    let mut rest = rules.chars();
    while let Some(c) = rest.next() {
        if c != '$' {
            css.push(c);
            continue;
        }
        let number = rest.next().and_then(|c| c.to_digit(10));
        let number = number.map_or(kind.map_or(1, |kind| kind + 4), |number| number as usize);
        let color = STATIC_PALETTE
            .get(number)
            .map(|pair| pair[usize::from(dark)]);
        css.extend(color.unwrap_or_default().map(char::from));
    }
    css
}

/// The two colours of a token, which is written `--name: light-dark(#000000, #000000);`.
const fn light_dark_token(name: &str) -> [Color; 2] {
    let name = name.as_bytes();
    let mut at = 0;
    while !(starts_with_at(at, name) && starts_with_at(at + name.len(), b": light-dark(#")) {
        at += 1;
        assert!(at < TOKENS.len(), "tokens.css has no such colour");
    }
    let first = at + name.len() + b": light-dark(".len();
    assert!(starts_with_at(first + 7, b", #") && starts_with_at(first + 16, b");"));
    [parse_color(first), parse_color(first + 9)]
}

const fn starts_with_at(at: usize, text: &[u8]) -> bool {
    let mut index = 0;
    while index < text.len() {
        if at + index >= TOKENS.len() || TOKENS[at + index] != text[index] {
            return false;
        }
        index += 1;
    }
    true
}

const fn parse_color(at: usize) -> Color {
    let mut color = [0; 7];
    let mut index = 0;
    while index < 7 {
        color[index] = TOKENS[at + index];
        index += 1;
    }
    color
}
