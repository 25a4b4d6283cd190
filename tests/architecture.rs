//! Module dependencies: `main -> app -> {ui, browser} -> export -> report -> domain` and `site -> {ui, export, report, domain}`, never
//! backwards; and no modules of a folder import from each other.

mod fixtures;

use std::collections::BTreeSet;

use fixtures::imports::{circular_imports, expanded};
use fixtures::source::{code, findings, sources, word};

/// Each module with the modules it may use besides itself.
const ALLOWED_DEPENDENCIES: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("build", &["domain"]),
    ("report", &["domain"]),
    ("export", &["report", "domain"]),
    ("ui", &["export", "report", "domain"]),
    ("browser", &["export", "report", "domain"]),
    ("app", &["ui", "browser", "export", "report", "domain"]),
    ("site", &["ui", "export", "report", "domain"]),
    ("main", &["app"]),
    ("bin", &["site"]),
];

/// Returns the crate module that a file belongs to: `domain` for `src/domain/policy.rs`.
fn module(path: &str) -> &str {
    word(path.trim_start_matches("src/"))
}

/// Returns the module depth of a file: 2 for `src/domain/policy.rs`, 1 for `src/domain/mod.rs`.
fn depth(path: &str) -> usize {
    let path = path
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .trim_end_matches("/mod");
    path.split('/').count()
}

/// Returns every crate module that `code` names, by whatever path.
fn used_modules(path: &str, code: &str) -> Vec<String> {
    let to_root = "super::".repeat(depth(path));
    let mut all = Vec::new();
    for start in ["crate::", "backup_calculator::", to_root.as_str()] {
        for (index, _) in code.match_indices(start) {
            let before = code[..index].chars().next_back().unwrap_or(' ');
            if !(before.is_alphanumeric() || before == '_' || before == ':') {
                all.extend(first_names(&code[index + start.len()..]));
            }
        }
    }
    all
}

/// Returns the first segment of a path, or of each path in a group.
fn first_names(path: &str) -> BTreeSet<String> {
    let path = if path.starts_with('{') {
        path.split(';').next().unwrap_or_default()
    } else {
        word(path)
    };
    let paths = expanded(path).into_iter();
    paths.map(|path| word(&path).to_owned()).collect()
}

fn forbidden_uses(path: &str, text: &str) -> Vec<String> {
    let own = module(path);
    let Some((_, allowed)) = ALLOWED_DEPENDENCIES
        .iter()
        .find(|(module, _)| *module == own)
    else {
        return vec![format!(
            "the module {own} is missing from ALLOWED_DEPENDENCIES"
        )];
    };
    let known = |name: &String| {
        ALLOWED_DEPENDENCIES
            .iter()
            .any(|(module, _)| module == name)
    };
    let wrong = |name: &String| name != own && !allowed.contains(&name.as_str());
    let names = used_modules(path, &code(text))
        .into_iter()
        .filter(known)
        .filter(wrong);
    names
        .map(|name| format!("{own} must not use {name}"))
        .collect()
}

fn checked_sources() -> Vec<fixtures::source::Source> {
    let mut sources = sources(&["src/"]);
    // The crate root declares its modules; nothing uses an item of it.
    sources.retain(|(path, _)| path != "src/lib.rs");
    sources
}

#[test]
fn modules_use_only_allowed_modules() {
    assert_eq!(
        findings(&checked_sources(), &[".rs"], forbidden_uses),
        [""; 0]
    );
}

#[test]
fn no_folder_has_circular_imports() {
    assert_eq!(circular_imports(&sources(&["src/"])), [""; 0]);
}

#[test]
fn the_crate_root_declares_exactly_the_known_modules() {
    let lib = sources(&["src/lib.rs"]).remove(0).1;
    let mut modules: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .map(word)
        .collect();
    modules.sort_unstable();
    assert_eq!(
        modules,
        ["app", "browser", "domain", "export", "report", "site", "ui"]
    );
}

#[test]
fn forbidden_uses_are_found_in_any_syntax() {
    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(forbidden_uses(path, text), expected, "{text}");
    }
    check(
        "src/domain/a.rs",
        "use crate::report::Report;",
        &["domain must not use report"],
    );
    check(
        "src/domain/a.rs",
        "use crate::{domain::Policy, ui::{Links, export}};",
        &["domain must not use ui"],
    );
    check(
        "src/domain/a.rs",
        "fn a() -> crate::export::Cell;",
        &["domain must not use export"],
    );
    check(
        "src/domain/a.rs",
        "use super::super::report;",
        &["domain must not use report"],
    );
    check(
        "src/domain/mod.rs",
        "use super::report;",
        &["domain must not use report"],
    );
    check(
        "src/report/a.rs",
        "use crate::{export::json, domain};",
        &["report must not use export"],
    );
    check(
        "src/export/json.rs",
        "use crate::ui::Links;",
        &["export must not use ui"],
    );
    check("src/ui/a.rs", "use crate::app;", &["ui must not use app"]);
    check(
        "src/browser/a.rs",
        "use crate::ui;\nuse crate::app;",
        &["browser must not use ui", "browser must not use app"],
    );
    check(
        "src/app/a.rs",
        "use crate::site;",
        &["app must not use site"],
    );
    check(
        "src/site/a.rs",
        "use crate::browser;",
        &["site must not use browser"],
    );
    check(
        "src/main.rs",
        "use backup_calculator::{app, site};",
        &["main must not use site"],
    );
    check(
        "src/other/a.rs",
        "",
        &["the module other is missing from ALLOWED_DEPENDENCIES"],
    );
}

#[test]
fn allowed_uses_and_mentions_are_not_reported() {
    #[track_caller]
    fn check(path: &str, text: &str) {
        assert_eq!(forbidden_uses(path, text), [""; 0], "{text}");
    }
    check("src/report/a.rs", "use crate::domain::{Policy, report};");
    check("src/report/a.rs", "use super::{Kind, words};");
    check(
        "src/domain/a.rs",
        "/// Read by [`crate::report`].\nfn a() { \"crate::ui\"; }",
    );
    check(
        "src/app/mod.rs",
        "use crate::{ui, browser, export, report, domain};",
    );
    check("src/bin/build-site.rs", "use backup_calculator::site;");
}
