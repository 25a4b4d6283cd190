//! The reading of Rust behind the rules of the house: comments and strings are no code.

mod fixtures;

use fixtures::source::{code, word};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(code(text), expected);
}

#[test]
fn comments_are_no_code() {
    check("a(); // b\nc();", "a(); \nc();");
    check("/// A.\npub fn b() {}", "\npub fn b() {}");
}

#[test]
fn strings_are_empty_and_keep_their_lines() {
    check("a(\"b // c\")", "a(\"\")");
    check("a(\"\\\"b\") + c", "a(\"\") + c");
    check("a(r\"b\\\") + c", "a(\"\") + c");
    check("a(r#\"b\"c\"#) + d", "a(\"\") + d");
    check("a(\"b\nc\")", "a(\"\n\")");
}

#[test]
fn characters_are_no_quotes_and_lifetimes_no_characters() {
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
fn a_word_ends_where_a_name_does() {
    assert_eq!(word("use_state(1)"), "use_state");
    assert_eq!(word("::a"), "");
    assert_eq!(word("domain"), "domain");
}
