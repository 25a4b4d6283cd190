//! Every module and everything public is explained where it stands.

mod fixtures;

use fixtures::source::{findings, sources};

/// Public items and fields without a doc comment; modules explain themselves in their own file.
fn undocumented(_: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let public = lines.iter().enumerate().filter(|(_, line)| {
        line.starts_with("pub ") && !line.starts_with("pub use ") && !line.starts_with("pub mod ")
    });
    let bare = public.filter(|(index, _)| !documented(&lines[..*index]));
    bare.map(|(index, line)| format!("line {}: {line}", index + 1))
        .collect()
}

/// Whether a doc comment ends these lines, attributes aside.
fn documented(mut before: &[&str]) -> bool {
    while let [rest @ .., last] = before {
        if last.starts_with("///") {
            return true;
        }
        if !last.ends_with(']') {
            return false;
        }
        // An attribute, perhaps of several lines: on to its start.
        let start = before
            .iter()
            .rposition(|line| line.starts_with("#["))
            .unwrap_or(0);
        before = if last.starts_with("#[") {
            rest
        } else {
            &before[..start]
        };
    }
    false
}

/// A file that does not start with a paragraph on itself.
fn unexplained(_: &str, text: &str) -> Vec<String> {
    if text.starts_with("//! ") {
        Vec::new()
    } else {
        vec!["does not start with //!".to_owned()]
    }
}

#[track_caller]
fn check(found: Vec<String>, expected: &[&str]) {
    assert_eq!(found, expected);
}

#[test]
fn everything_public_has_a_doc_comment() {
    check(findings(&sources(&["src/"]), &[".rs"], undocumented), &[]);
    check(
        undocumented("", "pub fn a() {}"),
        &["line 1: pub fn a() {}"],
    );
    check(
        undocumented("", "/// A.\npub struct A {\n    pub b: u8,\n}"),
        &["line 3: pub b: u8,"],
    );
    check(
        undocumented("", "/// A.\n\n#[derive(Debug)]\npub enum A {}"),
        &["line 4: pub enum A {}"],
    );
    check(
        undocumented(
            "",
            "/// A.\n#[derive(Debug)]\n#[serde(\n    a\n)]\npub enum A {}",
        ),
        &[],
    );
    check(
        undocumented(
            "",
            "/// A.\npub const A: u8 = 1;\npub mod b;\npub use c;\npub(super) fn d() {}",
        ),
        &[],
    );
}

#[test]
fn every_file_starts_with_what_it_is_for() {
    check(
        findings(&sources(&["src/", "tests/"]), &[".rs"], unexplained),
        &[],
    );
    check(
        unexplained("", "use a;\n//! A."),
        &["does not start with //!"],
    );
}
