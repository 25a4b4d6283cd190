//! Style rules: no inline styles, colors in the tokens only, and every stylesheet bundled.

mod fixtures;

use fixtures::source::{findings, sources};

#[track_caller]
fn check(found: Vec<String>, expected: &[&str]) {
    assert_eq!(found, expected);
}

/// Finds `style` attributes, which the content security policy blocks; the `style` option of number formats is none.
fn inline_styles(_: &str, text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"));
    let found = lines.filter(|(_, line)| {
        line.replace("(\"style\", \"unit\")", "")
            .contains("\"style\"")
            || line.contains(" style=")
    });
    found
        .map(|(line, text)| format!("line {}: {}", line + 1, text.trim()))
        .collect()
}

#[test]
fn no_markup_has_a_style_attribute() {
    check(
        findings(
            &sources(&["src/ui/", "src/app/", "src/browser/", "static/"]),
            &[".rs", ".html", ".svg"],
            inline_styles,
        ),
        &[],
    );
    check(
        inline_styles("", "<p style=\"color: red\">"),
        &["line 1: <p style=\"color: red\">"],
    );
    check(
        inline_styles("", "el(\"p\").attr(\"style\", \"a\")"),
        &["line 1: el(\"p\").attr(\"style\", \"a\")"],
    );
    check(
        inline_styles("", "// no style= here\n<style>{styles}</style>"),
        &[],
    );
}

/// Finds color values: hex, functions and names. Names of tokens and `currentColor` are allowed.
fn colors(path: &str, text: &str) -> Vec<String> {
    const FUNCTIONS: [&str; 8] = [
        "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch(",
    ];
    const NAMES: [&str; 10] = [
        "white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow", "navy",
    ];
    let part_of_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut all = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let hex = line.match_indices('#').any(|(index, _)| {
            let name = line[index + 1..]
                .split(|c| !part_of_name(c))
                .next()
                .unwrap_or_default();
            [3, 4, 6, 8].contains(&name.len()) && name.chars().all(|c| c.is_ascii_hexdigit())
        });
        let value = line.split_once(':').map_or("", |(_, value)| value);
        let names = path.ends_with(".css")
            && value
                .split(|c| !part_of_name(c))
                .any(|name| NAMES.contains(&name));
        if hex || names || FUNCTIONS.iter().any(|function| line.contains(function)) {
            all.push(format!("line {}: {}", number + 1, line.trim()));
        }
    }
    all
}

#[test]
fn colors_are_defined_in_the_tokens_only() {
    let mut files = sources(&["src/ui/"]);
    files.retain(|(path, _)| path != "src/ui/tokens.css");
    check(findings(&files, &[".css", ".rs"], colors), &[]);
    let tokens = sources(&["src/ui/tokens.css"]);
    assert!(
        !findings(&tokens, &[".css"], colors).is_empty(),
        "the rule sees the colors of the tokens"
    );
    check(
        colors("a.css", "a {\n  color: #fff;\n}"),
        &["line 2: color: #fff;"],
    );
    check(
        colors("a.css", "fill: #14262d80"),
        &["line 1: fill: #14262d80"],
    );
    check(
        colors("a.css", "color: oklch(1 0 0)"),
        &["line 1: color: oklch(1 0 0)"],
    );
    check(
        colors("a.css", "border: 1px solid black;"),
        &["line 1: border: 1px solid black;"],
    );
    check(
        colors("a.rs", ".attr(\"fill\", \"#abc\")"),
        &["line 1: .attr(\"fill\", \"#abc\")"],
    );
    check(
        colors(
            "a.css",
            "#panel { color: var(--red); } a { background: color-mix(in oklab, var(--text), transparent) }",
        ),
        &[],
    );
}

/// Finds stylesheets that are missing from the bundle.
fn missing_stylesheets(list: &str, stylesheets: &[&str]) -> Vec<String> {
    let missing = stylesheets
        .iter()
        .filter(|name| !list.contains(&format!("include_str!(\"{name}\")")));
    missing
        .map(|name| format!("{name} is in no page"))
        .collect()
}

#[test]
fn every_stylesheet_is_bundled() {
    let files = sources(&["src/ui/"]);
    let names: Vec<&str> = files
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("src/ui/"))
        .collect();
    let sheets: Vec<&str> = names
        .into_iter()
        .filter(|name| name.ends_with(".css"))
        .collect();
    assert!(
        sheets.iter().any(|name| name.contains('/')),
        "there are stylesheets in folders"
    );
    let list = sources(&["src/ui/styles.rs"]).remove(0).1;
    check(missing_stylesheets(&list, &sheets), &[]);
    let samples = [
        "other.css",
        "answer/other.css",
        "tools.css",
        "answer/tools.css",
    ];
    check(
        missing_stylesheets("include_str!(\"answer/tools.css\")", &samples),
        &[
            "other.css is in no page",
            "answer/other.css is in no page",
            "tools.css is in no page",
        ],
    );
}
