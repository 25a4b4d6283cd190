//! The `_headers` file: the response headers of each file.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;

use fixtures::written_site;

#[test]
fn files_allow_framing_and_cors_and_only_hashed_names_are_immutable() {
    let dir = written_site("site-headers", None);
    let text = fs::read_to_string(dir.join("_headers")).unwrap();
    let mut rules: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(header) => rules
                .last_mut()
                .unwrap()
                .1
                .push(header.split_once(": ").unwrap()),
            None => rules.push((line.strip_prefix('/').unwrap(), Vec::new())),
        }
    }
    assert_eq!(
        rules[0],
        (
            "*",
            vec![
                ("Access-Control-Allow-Origin", "*"),
                ("Cross-Origin-Embedder-Policy", "require-corp"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Referrer-Policy", "no-referrer"),
                ("X-Content-Type-Options", "nosniff"),
            ]
        )
    );
    let kept = |age| vec![("Cache-Control", age)];
    for (file, headers) in &rules[1..] {
        assert!(dir.join(file).is_file(), "{file}");
        let hashed = file.starts_with("app-") || file.starts_with("boot-");
        let age = if hashed {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=3600"
        };
        assert_eq!(*headers, kept(age), "{file}");
    }
    assert_eq!(rules.len(), 1 + 4 + 1);
}
