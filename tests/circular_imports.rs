//! The rule that no modules of a folder import from each other, tested against samples.

mod fixtures;

use fixtures::imports::circular_imports;
use fixtures::source::Source;

/// Compares the findings in files, each given by its path below `src/` and its text.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let source = |(path, text): &(&str, &str)| (format!("src/{path}"), (*text).to_owned());
    let sources: Vec<Source> = files.iter().map(source).collect();
    assert_eq!(circular_imports(&sources), expected);
}

#[test]
fn circular_imports_are_found_in_any_syntax() {
    let mutual =
        "a::one imports super::two::Two from a::two; a::two imports super::one::One from a::one";
    check(
        &[
            ("a/one.rs", "use super::two::Two;"),
            ("a/two.rs", "use super::one::One as Other;"),
        ],
        &[mutual],
    );
    check(
        &[
            ("a/one.rs", "fn one() -> super::two::Two {}"),
            ("a/two.rs", "fn two() { use super::{three, one::{One}}; }"),
        ],
        &[mutual],
    );
    check(
        &[
            ("a/mod.rs", "mod one;\nmod two;"),
            ("a/one.rs", "use crate::{a::{two}, b};"),
            ("a/two.rs", "use super::one::{self, One};"),
        ],
        &["a::one imports crate::a::two from a::two; \
           a::two imports super::one, super::one::One from a::one"],
    );
}

#[test]
fn a_way_round_by_other_modules_is_circular() {
    check(
        &[
            ("a/one.rs", "use super::two::Two;"),
            ("a/two.rs", "use super::three::Three;"),
            ("a/three.rs", "use super::one::One;\nuse super::four::Four;"),
            ("a/four.rs", ""),
        ],
        &["a::one imports super::two::Two from a::two; \
           a::three imports super::one::One from a::one; \
           a::two imports super::three::Three from a::three"],
    );
}

#[test]
fn a_folder_must_not_use_what_uses_the_folder() {
    check(
        &[
            ("a/mod.rs", "mod one;\npub struct A;\nfn a() { one::one() }"),
            ("a/one.rs", "use super::A;"),
        ],
        &["a imports one::one from a::one; a::one imports super::A from a"],
    );
}

#[test]
fn an_exported_item_counts_for_the_module_that_defines_it() {
    let folder = "mod one;\nmod two;\npub use one::One;\npub use two::Two;";
    check(
        &[
            ("a/mod.rs", folder),
            ("a/one.rs", "use super::Two;"),
            ("a/two.rs", "use crate::a::One;"),
        ],
        &["a::one imports super::Two from a::two; a::two imports crate::a::One from a::one"],
    );
    check(
        &[
            ("a/mod.rs", folder),
            ("a/one.rs", "use super::Two;"),
            ("a/two.rs", ""),
        ],
        &[],
    );
    // An export of an export.
    check(
        &[
            ("a/mod.rs", "mod b;\nmod one;\npub use b::Two;"),
            ("a/b/mod.rs", "mod two;\npub(super) use two::Two;"),
            ("a/b/two.rs", "use crate::a::one::One;"),
            ("a/one.rs", "use super::Two;"),
        ],
        &[
            "a::b::two imports crate::a::one::One from a::one; a::one imports super::Two from a::b::two",
        ],
    );
}

#[test]
fn imports_in_one_direction_and_mentions_are_not_reported() {
    check(
        &[
            ("a/mod.rs", "mod one;\nmod two;\nuse two::Two;"),
            (
                "a/one.rs",
                "//! [`Two`](super::two::Two)\nfn one() { \"super::two\"; std::one::two(); }",
            ),
            ("a/two.rs", "use super::one::One;\nuse yew::two::one;"),
        ],
        &[],
    );
    // Modules of two folders: which may use which is a rule of its own.
    check(
        &[
            ("a/one.rs", "use crate::b::two::Two;"),
            ("b/two.rs", "use crate::a::one::One;"),
        ],
        &[],
    );
}
