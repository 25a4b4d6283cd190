//! The Rust lexer behind the code conventions: comments and strings are not code.

mod fixtures;

use fixtures::source::{code, word};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(code(text), expected);
}

#[test]
fn comments_are_stripped() {
    check("a(); // b\nc();", "a(); \nc();");
    check("/// A.\npub fn b() {}", "\npub fn b() {}");
}

#[test]
fn strings_are_emptied_and_keep_their_lines() {
    check("a(\"b // c\")", "a(\"\")");
    check("a(\"\\\"b\") + c", "a(\"\") + c");
    check("a(r\"b\\\") + c", "a(\"\") + c");
    check("a(r#\"b\"c\"#) + d", "a(\"\") + d");
    check("a(\"b\nc\")", "a(\"\n\")");
}

#[test]
fn char_literals_and_lifetimes_are_distinguished() {
    check("a('\"', b) // c", "a(' ', b) ");
    check("a('\\'') + \"b\"", "a(' ') + \"\"");
    check("a('\\\\') + \"b\"", "a(' ') + \"\"");
    check(
        "fn a<'b>(c: &'b str, d: &'static str)",
        "fn a<'b>(c: &'b str, d: &'static str)",
    );
    check("a('“') + \"b\"", "a(' ') + \"\"");
}

#[test]
fn a_word_ends_with_the_identifier() {
    assert_eq!(word("use_state(1)"), "use_state");
    assert_eq!(word("::a"), "");
    assert_eq!(word("domain"), "domain");
}
