//! The colours of the pages for the card: read from their tokens while this is compiled, so that none stands here.

const TOKENS: &[u8] = include_bytes!("../ui/tokens.css");

/// A colour as CSS wants it.
type Colour = [u8; 7];

/// On light and on dark paper: ground, text, soft text, line, and the kinds in the order of
/// [`crate::report::Kind::ALL`].
const COLOURS: [[Colour; 2]; 9] = [
    token("--raised"),
    token("--ink"),
    token("--soft"),
    token("--line"),
    token("--pitr"),
    token("--backups"),
    token("--recovery"),
    token("--none"),
    token("--absent"),
];

/// The rules with their colours, for light or dark paper and a kind, by its number. They name colours by a dollar and
/// a digit, or `k` for that of the kind: what is of no kind has the colour of the text.
pub fn painted(rules: &str, dark: bool, kind: Option<usize>) -> String {
    static USED: [[Colour; 2]; 9] = COLOURS;
    let mut painted = String::new();
    let mut rest = rules.chars();
    while let Some(c) = rest.next() {
        if c != '$' {
            painted.push(c);
            continue;
        }
        let number = rest.next().and_then(|c| c.to_digit(10));
        let number = number.map_or(kind.map_or(1, |kind| kind + 4), |number| number as usize);
        let colour = USED.get(number).map(|pair| pair[usize::from(dark)]);
        painted.extend(colour.unwrap_or_default().map(char::from));
    }
    painted
}

/// The two colours of a token, which is written `--name: light-dark(#000000, #000000);`.
const fn token(name: &str) -> [Colour; 2] {
    let name = name.as_bytes();
    let mut at = 0;
    while !(begins(at, name) && begins(at + name.len(), b": light-dark(#")) {
        at += 1;
        assert!(at < TOKENS.len(), "tokens.css has no such colour");
    }
    let first = at + name.len() + b": light-dark(".len();
    assert!(begins(first + 7, b", #") && begins(first + 16, b");"));
    [colour(first), colour(first + 9)]
}

const fn begins(at: usize, text: &[u8]) -> bool {
    let mut index = 0;
    while index < text.len() {
        if at + index >= TOKENS.len() || TOKENS[at + index] != text[index] {
            return false;
        }
        index += 1;
    }
    true
}

const fn colour(at: usize) -> Colour {
    let mut colour = [0; 7];
    let mut index = 0;
    while index < 7 {
        colour[index] = TOKENS[at + index];
        index += 1;
    }
    colour
}
