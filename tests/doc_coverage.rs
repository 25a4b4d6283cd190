//! Every module and every public item has a doc comment.

mod fixtures;

use fixtures::source::{findings, sources};

/// Finds public items and fields without a doc comment; modules are documented in their own file.
fn undocumented(_: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let public = lines.iter().enumerate().filter(|(_, line)| {
        line.starts_with("pub ") && !line.starts_with("pub use ") && !line.starts_with("pub mod ")
    });
    let bare = public.filter(|(index, _)| !documented(&lines[..*index]));
    bare.map(|(index, line)| format!("line {}: {line}", index + 1))
        .collect()
}

/// Returns whether `before` ends with a doc comment, attributes aside.
fn documented(mut before: &[&str]) -> bool {
    while let [rest @ .., last] = before {
        if last.starts_with("///") {
            return true;
        }
        if !last.ends_with(']') {
            return false;
        }
        // An attribute, perhaps of several lines: skip to its start.
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

/// Finds files that do not start with a module doc.
fn without_module_doc(_: &str, text: &str) -> Vec<String> {
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
fn public_items_have_doc_comments() {
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
fn every_file_starts_with_a_module_doc() {
    check(
        findings(&sources(&["src/", "tests/"]), &[".rs"], without_module_doc),
        &[],
    );
    check(
        without_module_doc("", "use a;\n//! A."),
        &["does not start with //!"],
    );
}
