//! Names that a module must not mention: the core has no access to Yew, the browser, the clock or files, and the components have
//! none to the browser.

mod fixtures;

use fixtures::source::{code, findings, sources, word};

/// The modules with the names that they must not mention.
const FORBIDDEN_NAMES: [(&str, &[&[&str]]); 5] = [
    ("domain", &[&BROWSER, &STD_IO, &IMPURE, &TARGET]),
    ("report", &[&BROWSER, &STD_IO, &IMPURE, &TARGET]),
    ("export", &[&BROWSER, &STD_IO, &IMPURE, &TARGET]),
    ("ui", &[&BROWSER, &STD_IO, &TARGET]),
    ("site", &[&BROWSER]),
];
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
const STD_IO: [&str; 4] = ["std::time", "std::fs", "std::env", "SystemTime"];
const IMPURE: [&str; 4] = ["yew", "chrono::Utc", "chrono::Local", "rand"];
/// The same arguments give the same result natively and in Wasm.
const TARGET: [&str; 3] = ["target_arch", "target_family", "target_os"];

/// The only file of the components that may name a type of the browser: it reads values from events.
const EVENT_FILE: &str = "src/ui/event.rs";

fn forbidden_names(path: &str, text: &str) -> Vec<String> {
    let own = word(path.trim_start_matches("src/"));
    let code = code(text);
    let names = FORBIDDEN_NAMES
        .iter()
        .filter(|(module, _)| *module == own)
        .flat_map(|(_, names)| names.iter().copied().flatten())
        .filter(|name| !(path == EVENT_FILE && **name == "web_sys"));
    let part_of_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let found = names.filter(|name| {
        code.match_indices(**name).any(|(index, _)| {
            let (before, after) = (&code[..index], &code[index + name.len()..]);
            !part_of_name(before.chars().next_back()) && !part_of_name(after.chars().next())
        })
    });
    found
        .map(|name| format!("{own} must not know {name}"))
        .collect()
}

#[test]
fn modules_mention_no_forbidden_names() {
    assert_eq!(
        findings(&sources(&["src/"]), &[".rs"], forbidden_names),
        [""; 0]
    );
}

#[track_caller]
fn check(path: &str, text: &str, expected: &[&str]) {
    assert_eq!(forbidden_names(path, text), expected, "{path}: {text}");
}

#[test]
fn forbidden_names_are_found_in_core_modules() {
    check(
        "src/domain/a.rs",
        "use yew::Html;",
        &["domain must not know yew"],
    );
    check(
        "src/report/a.rs",
        "let now = std::time::Instant::now();",
        &["report must not know std::time"],
    );
    check(
        "src/domain/a.rs",
        "chrono::Utc::now()",
        &["domain must not know chrono::Utc"],
    );
    check(
        "src/export/a.rs",
        "#[cfg(target_arch = \"wasm32\")]",
        &["export must not know target_arch"],
    );
    check(
        "src/domain/a.rs",
        "// Yew and yew\nlet yewish = \"yew\"; operand();",
        &[],
    );
}

#[test]
fn forbidden_names_are_found_in_components() {
    check(
        "src/ui/a.rs",
        "web_sys::window()",
        &["ui must not know web_sys"],
    );
    check(
        "src/ui/answer/event.rs",
        "use web_sys::Event;",
        &["ui must not know web_sys"],
    );
    check(EVENT_FILE, "use web_sys::HtmlInputElement;", &[]);
    check(
        EVENT_FILE,
        "gloo::utils::window()",
        &["ui must not know gloo"],
    );
    check(
        "src/ui/a.rs",
        "if cfg!(target_arch = \"wasm32\") {}",
        &["ui must not know target_arch"],
    );
    check("src/ui/a.rs", "use yew::prelude::*;", &[]);
}
