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

/// The only function that may panic, by its file and name. Its documentation says when it does.
const PANICKING: (&str, &str) = ("src/ui/env.rs", "use_env");

/// Empties the lines of a function that documents its panics.
fn without_documented_panics(name: &str, text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let is_head =
        |line: &&str| word(line.trim_start_matches("pub ").trim_start_matches("fn ")) == name;
    let documentation = |line: &&&str| line.starts_with("///") || line.starts_with("#[");
    if let Some(start) = lines.iter().position(is_head) {
        let mut before = lines[..start].iter().rev().take_while(documentation);
        let end = lines[start..].iter().position(|line| *line == "}");
        if before.any(|line| *line == "/// # Panics") {
            lines[start..start + end.unwrap_or(0)].fill("");
        }
    }
    lines.join("\n")
}

fn panics(path: &str, text: &str) -> Vec<String> {
    const BANNED: [&str; 7] = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
    ];
    let text = match PANICKING {
        (file, name) if file == path => without_documented_panics(name, text),
        _ => text.to_owned(),
    };
    let code = code(&text);
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

#[test]
fn only_a_documented_function_may_panic() {
    let (file, _) = PANICKING;
    let documentation = "/// Returns it.\n///\n/// # Panics\n/// Without it.\n#[hook]\n";
    let function = "pub fn use_env() -> Env {\n    a().expect(\"b\")\n}\n";
    let documented = format!("{documentation}{function}");
    check(panics(file, &documented), &[]);
    check(
        panics("src/ui/page.rs", &documented),
        &["line 7 has .expect("],
    );
    check(panics(file, function), &["line 2 has .expect("]);
    check(
        panics(
            file,
            &format!("{documented}fn other() {{\n    a().expect(\"b\")\n}}\n"),
        ),
        &["line 10 has .expect("],
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
