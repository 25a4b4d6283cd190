//! Code conventions that no compiler or linter checks. Each rule is also tested against a violation.

mod fixtures;

use fixtures::source::{Source, code, findings, sources, word};

const PROGRAMS: [&str; 6] = [".rs", ".css", ".mjs", ".js", ".sh", ".ci/run"];

fn own_files() -> Vec<Source> {
    sources(&["src/", "tests/", "static/", ".ci/"])
}

#[track_caller]
fn check(found: Vec<String>, expected: &[&str]) {
    assert_eq!(found, expected);
}

/// Joins the halves of a word that must not occur in this file.
fn spelled(parts: [&str; 2]) -> String {
    parts.concat()
}

fn too_long(path: &str, text: &str) -> Vec<String> {
    let loader = path.starts_with("static/") && path.ends_with(".js");
    let most = if loader { 149 } else { 300 };
    let lines = text.lines().count();
    if lines > most {
        vec![format!("has {lines} lines, more than {most}")]
    } else {
        Vec::new()
    }
}

#[test]
fn files_have_at_most_300_lines_and_page_scripts_149() {
    check(findings(&own_files(), &PROGRAMS, too_long), &[]);
    check(
        too_long("src/a.rs", &"\n".repeat(301)),
        &["has 301 lines, more than 300"],
    );
    check(too_long("src/a.rs", &"\n".repeat(300)), &[]);
    check(
        too_long("static/boot.js", &"\n".repeat(150)),
        &["has 150 lines, more than 149"],
    );
}

/// Finds functions that return markup, or are components or hooks, with more than 90 lines.
fn long_components(_: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut all = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let Some(name) = line
            .trim_start()
            .trim_start_matches("pub ")
            .strip_prefix("fn ")
            .map(word)
        else {
            continue;
        };
        let closing = format!("{}}}", " ".repeat(indent));
        let end = lines[start..].iter().position(|line| *line == closing);
        let length = end.unwrap_or(lines.len() - start - 1) + 1;
        let head = lines[start..]
            .iter()
            .position(|line| line.trim_end().ends_with('{'))
            .unwrap_or(0);
        let head = lines[start..=start + head].concat();
        let markup = head.contains("-> Html") || head.contains("-> Element");
        let marked = start > 0 && ["#[component]", "#[hook]"].contains(&lines[start - 1].trim());
        if (marked || markup) && length > 90 {
            all.push(format!("{name} has {length} lines, more than 90"));
        }
    }
    all
}

#[test]
fn components_have_at_most_90_lines() {
    check(
        findings(&sources(&["src/"]), &[".rs"], long_components),
        &[],
    );
    let body = "    let a = 1;\n".repeat(90);
    let long = ["long has 92 lines, more than 90"];
    check(
        long_components("", &format!("pub fn long(a: u8) -> Html {{\n{body}}}\n")),
        &long,
    );
    check(
        long_components("", &format!("fn long() -> Element {{\n{body}}}\n")),
        &long,
    );
    check(
        long_components(
            "",
            &format!("#[component]\nfn long() -> Other {{\n{body}}}\n"),
        ),
        &long,
    );
    let wrapped = format!("fn long(\n    a: u8,\n) -> Html {{\n{body}}}\n");
    check(
        long_components("", &wrapped),
        &["long has 94 lines, more than 90"],
    );
    check(
        long_components("", &format!("fn plain() -> u8 {{\n{body}}}\n")),
        &[],
    );
    check(long_components("", "fn short() -> Html {\n    a\n}\n"), &[]);
}

fn panics(_: &str, text: &str) -> Vec<String> {
    const BANNED: [&str; 7] = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
    ];
    let code = code(text);
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().enumerate();
    let found = lines.flat_map(|(line, code)| {
        BANNED
            .iter()
            .filter(|banned| code.contains(**banned))
            .map(move |b| (line, b))
    });
    found
        .map(|(line, banned)| format!("line {} has {banned}", line + 1))
        .collect()
}

#[test]
fn code_outside_tests_does_not_panic() {
    check(findings(&sources(&["src/"]), &[".rs"], panics), &[]);
    check(
        panics("", "fn a() {\n    b.unwrap();\n}"),
        &["line 2 has .unwrap()"],
    );
    check(panics("", "b.expect(\"c\")"), &["line 1 has .expect("]);
    check(
        panics("", "panic!(\"a\"); todo!()"),
        &["line 1 has panic!", "line 1 has todo!"],
    );
    check(
        panics(
            "",
            "b.unwrap_or(1); b.unwrap_or_default() // panic!\n\"todo!\"",
        ),
        &[],
    );
    check(
        panics("", "#[cfg(test)]\nmod tests { fn a() { b.unwrap() } }"),
        &[],
    );
}

fn reminders(_: &str, text: &str) -> Vec<String> {
    let words = [
        spelled(["TO", "DO"]),
        spelled(["FIX", "ME"]),
        spelled(["XX", "X"]),
    ];
    let found = text
        .lines()
        .enumerate()
        .filter(|(_, line)| words.iter().any(|word| line.contains(word.as_str())));
    found
        .map(|(line, text)| format!("line {}: {}", line + 1, text.trim()))
        .collect()
}

#[test]
fn comments_have_no_to_do_markers() {
    check(findings(&own_files(), &PROGRAMS, reminders), &[]);
    let sample = format!("a\n// {}: b", spelled(["TO", "DO"]));
    check(
        reminders("", &sample),
        &[&format!("line 2: // {}: b", spelled(["TO", "DO"]))],
    );
}

/// Finds local paths and hosts of this machine or its network.
fn machine_names(_: &str, text: &str) -> Vec<String> {
    let folders = [
        ["/ho", "me/"],
        ["/ro", "ot/"],
        ["/wo", "rk/"],
        ["/Us", "ers/"],
        ["C:", "\\"],
        ["/var", "/folders"],
    ];
    let hosts = [
        ["registry", ".npmjs"],
        ["static.", "crates.io"],
        ["index.", "crates.io"],
        ["arti", "factory"],
        ["ne", "xus."],
        ["verd", "accio"],
    ];
    let mut names: Vec<String> = folders.into_iter().chain(hosts).map(spelled).collect();
    names.extend(["10.", "192.168.", "172.16."].map(|start| format!("//{start}")));
    let found = text
        .lines()
        .enumerate()
        .filter(|(_, line)| names.iter().any(|name| line.contains(name.as_str())));
    found
        .map(|(line, text)| format!("line {}: {}", line + 1, text.trim()))
        .collect()
}

#[test]
fn files_name_no_local_paths_or_package_registries() {
    check(findings(&sources(&[""]), &[""], machine_names), &[]);
    for parts in [
        ["/ho", "me/a"],
        ["https://registry", ".npmjs.org"],
        ["http:/", "/10.0.0.1/"],
        ["=C:", "\\a"],
    ] {
        let line = spelled(parts);
        check(machine_names("", &line), &[&format!("line 1: {line}")]);
    }
    check(
        machine_names("", "http://127.0.0.1:8080/ https://example.com/"),
        &[],
    );
}

/// Finds hooks, which only the app may use: components are functions of their props.
fn hooks(_: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let found = code
        .match_indices("use_")
        .map(|(index, _)| (code[..index].chars().next_back(), word(&code[index..])));
    let found =
        found.filter(|(before, _)| !before.is_some_and(|c| c.is_alphanumeric() || c == '_'));
    found
        .map(|(_, name)| format!("has the hook {name}"))
        .collect()
}

#[test]
fn components_use_no_hooks() {
    check(findings(&sources(&["src/ui/"]), &[".rs"], hooks), &[]);
    check(
        hooks("", "let a = use_state(|| 1); // use_memo"),
        &["has the hook use_state"],
    );
    check(hooks("", "use yew::Html; fn reuse_it() {}"), &[]);
}
