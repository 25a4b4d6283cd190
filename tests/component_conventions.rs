//! Conventions of the components and of the reducer that no compiler or linter checks. Each rule is also tested against a violation.

mod fixtures;

use fixtures::source::{code, findings, sources, word};

#[track_caller]
fn check(found: Vec<String>, expected: &[&str]) {
    assert_eq!(found, expected);
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
        let returned = head.split_once("->").map_or("", |(_, returned)| returned);
        let markup = returned.contains("Html");
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
        long_components("", &format!("fn long() -> Option<Html> {{\n{body}}}\n")),
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

/// Returns each identifier of the code, in order.
fn identifiers(code: &str) -> Vec<&str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|name| !name.is_empty())
        .collect()
}

/// Finds hooks with an effect or a state, which only the app may have: components are functions of their props.
fn effects(_: &str, text: &str) -> Vec<String> {
    const ALLOWED: [&str; 4] = ["use_callback", "use_context", "use_env", "use_memo"];
    let code = code(text);
    let hooks = identifiers(&code)
        .into_iter()
        .filter(|name| name.starts_with("use_"));
    hooks
        .filter(|name| !ALLOWED.contains(name))
        .map(|name| format!("has the hook {name}"))
        .collect()
}

#[test]
fn components_have_no_effects_and_no_state() {
    check(findings(&sources(&["src/ui/"]), &[".rs"], effects), &[]);
    for name in [
        "use_effect",
        "use_effect_with",
        "use_state",
        "use_state_eq",
        "use_reducer",
        "use_mut_ref",
        "use_force_update",
    ] {
        check(
            effects("", &format!("let a = {name}(|| 1);")),
            &[&format!("has the hook {name}")],
        );
    }
    check(
        effects(
            "",
            "let a = use_memo((), |()| use_env()); // use_state\nuse yew::Html; fn reuse_it() {}",
        ),
        &[],
    );
}

/// Finds callbacks and dispatched actions, which a reducer must not have: the same state and action give the same next state.
fn calls_out(_: &str, text: &str) -> Vec<String> {
    const BANNED: [&str; 4] = ["Callback", "UseReducerDispatcher", "dispatch", "emit"];
    let code = code(text);
    let found = identifiers(&code)
        .into_iter()
        .filter(|name| BANNED.contains(name));
    found.map(|name| format!("has {name}")).collect()
}

#[test]
fn the_reducer_calls_nothing_out() {
    let reducer = sources(&["src/app/state.rs"]);
    check(findings(&reducer, &[".rs"], calls_out), &[]);
    check(
        calls_out("", "struct A { on_done: Callback<()> }"),
        &["has Callback"],
    );
    check(
        calls_out("", "self.dispatch.emit(Action::DismissNotices);"),
        &["has dispatch", "has emit"],
    );
    check(
        calls_out("", "dispatch(action); // Callback"),
        &["has dispatch"],
    );
    check(calls_out("", "fn dispatched() { \"dispatch\" }"), &[]);
}
