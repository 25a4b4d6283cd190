//! The words of the site: plain and sure ones, short sentences, and titles and descriptions that fit.
#![cfg(feature = "site")]

mod fixtures;

use std::collections::BTreeSet;
use std::fs;

use backup_calculator::domain::time::Utc;
use backup_calculator::domain::url;
use backup_calculator::report::{PageContent, TimeContext};
use fixtures::html_page::{Page, all, changes_pages, page};
use fixtures::page_changes::{NOW, timestamp};
use fixtures::words::faults;
use fixtures::{policy, policy_files, root};
use scraper::{ElementRef, Node};
use serde_json::Value;

const MAX_TITLE: usize = 60;
const MAX_DESCRIPTION: usize = 155;

/// Golden files without sentences: addresses and queries.
const WITHOUT_SENTENCES: [&str; 2] = ["addresses.txt", "queries.txt"];

/// Elements within a line of text.
const INLINE: [&str; 11] = [
    "a", "abbr", "b", "code", "dfn", "em", "kbd", "span", "strong", "time", "wbr",
];

/// Elements with the words of the policy, or with code.
const EXEMPT: [&str; 8] = [
    "blockquote",
    "cite",
    "code",
    "noscript",
    "pre",
    "q",
    "script",
    "style",
];

#[track_caller]
fn assert_plain<T: AsRef<str>>(lines: impl IntoIterator<Item = T>, place: &str) {
    let found: BTreeSet<String> = lines
        .into_iter()
        .flat_map(|line| faults(line.as_ref()))
        .collect();
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{place}:\n{}", found.join("\n"));
}

#[test]
fn the_detector_finds_banned_words_and_long_sentences() {
    let long = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
                eighteen nineteen twenty twenty-one.";
    for bad in [
        "It surely works.",
        "No backup: PERHAPS, later.",
        "You get an e-mail.",
        "It does not say, so ask.",
        "“A quote” is merely a quote.",
        "Click here.",
        long,
    ] {
        assert_eq!(faults(bad).len(), 1, "{bad}");
    }
    for good in [
        "There is a backup where you need one.",
        "Policy: “The tools are merely recommendations.”",
        "See https://example.com/here now.",
        "Run `go back` twice.",
        "The field guaranteed_window_hours is a number.",
        &long.replace("ten", "ten."),
        &long.replace("ten eleven", "ten: Eleven"),
    ] {
        assert_eq!(faults(good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn the_reports_and_exports_are_plain() {
    let policy = policy();
    // Quotes stand without quotation marks where the answer is the quote itself.
    let quotes: Vec<&str> = policy
        .clauses
        .iter()
        .map(|clause| clause.quote.as_str())
        .collect();
    let mut files = 0;
    for entry in fs::read_dir(root().join("tests/golden")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let has_text = name.ends_with(".txt") || name.ends_with(".md");
        if !has_text || WITHOUT_SENTENCES.contains(&name.as_str()) {
            continue;
        }
        files += 1;
        let text = quotes
            .iter()
            .fold(fs::read_to_string(&path).unwrap(), |text, quote| {
                text.replace(quote, "")
            });
        let mut is_code = false;
        let lines = text.lines().filter(|line| {
            let is_fence = line.trim_start().starts_with("```");
            is_code ^= is_fence;
            // Names of cases, and queries.
            let is_case = line.starts_with("==") || line.starts_with('?');
            !is_code && !is_fence && !is_case
        });
        assert_plain(lines, &name);
    }
    assert!(files >= 9, "only {files} golden files with words");
}

#[test]
fn the_texts_of_the_policy_files_are_plain() {
    for file in policy_files() {
        let json = fs::read_to_string(&file).unwrap();
        let mut texts = Vec::new();
        collect_texts(&serde_json::from_str(&json).unwrap(), "", &mut texts);
        assert!(texts.len() > 60, "only {} texts", texts.len());
        assert_plain(texts, &file.display().to_string());
    }
}

/// Collects the texts that are the calculator's own: facts, notes on tools, and steps.
fn collect_texts(value: &Value, key: &str, texts: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                collect_texts(value, key, texts);
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect_texts(item, key, texts)),
        Value::String(text) if key == "text" || key == "note" || key.ends_with("_steps") => {
            texts.push(text.clone());
        }
        _ => {}
    }
}

fn every_page() -> Vec<Page> {
    let documentation = ["api/index.html", "embed/index.html"].map(page);
    let pages = all().into_iter().chain(documentation);
    pages.chain(changes_pages()).collect()
}

#[test]
fn the_pages_are_plain() {
    for page in every_page() {
        let mut text = String::new();
        add_text(page.only("body"), &mut text);
        assert!(text.len() > 500, "{}: {text}", page.file);
        let attributes = page.elements().into_iter().flat_map(|(_, attributes)| {
            let names = ["aria-label", "title", "alt", "placeholder"];
            names
                .into_iter()
                .filter_map(move |name| attributes.get(name).cloned())
        });
        assert_plain(
            text.lines().map(str::to_owned).chain(attributes),
            &page.file,
        );
    }
}

/// Adds the text of an element, a line for each block of it.
fn add_text(element: ElementRef, text: &mut String) {
    let name = element.value().name();
    if EXEMPT.contains(&name) || element.attr("translate") == Some("no") {
        return;
    }
    let is_block = !INLINE.contains(&name);
    if is_block {
        text.push('\n');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(part) => text.push_str(&part.replace('\n', " ")),
            _ => ElementRef::wrap(child)
                .into_iter()
                .for_each(|child| add_text(child, text)),
        }
    }
    if is_block {
        text.push('\n');
    }
}

#[test]
fn titles_and_descriptions_fit_and_are_plain() {
    for page in every_page() {
        let title = page.texts("head > title").concat();
        let description = page.attr("meta[name=description]", "content");
        let (title_length, length) = (title.chars().count(), description.chars().count());
        assert!(
            title_length <= MAX_TITLE && !title.contains('…'),
            "{}: {title}",
            page.file
        );
        assert!(
            length <= MAX_DESCRIPTION,
            "{}: {length} characters: {description}",
            page.file
        );
        assert_plain([title, description], &page.file);
    }
}

#[test]
fn titles_with_an_incident_fit() {
    let policy = policy();
    let now = TimeContext {
        now: Some(timestamp(NOW)),
        zone: &Utc,
    };
    let times = [
        "2020-01-01T00:00Z",
        "2026-11-21T14:37Z",
        "2026-11-08T03:05Z",
        "2090-01-01T00:00Z",
    ];
    let queries = times.iter().flat_map(|at| {
        ["", "&restore=2030-01-01T00:00Z", "&hour=02:30"].map(|rest| format!("at={at}{rest}"))
    });
    for query in queries {
        let services = policy.services().map(|(_, service)| &service.slug);
        let cells = services.flat_map(|service| {
            policy
                .plans()
                .map(move |(_, plan)| format!("{service}/{}/", plan.slug))
        });
        for path in cells.chain(["stack/".to_owned()]) {
            let query = match path.as_str() {
                "stack/" => format!("{query}&services=postgresql.business,redis.startup"),
                _ => query.clone(),
            };
            let (selection, warnings) = url::decode(&policy, &path, &query);
            assert_eq!(warnings, [], "{path}?{query}");
            let title = PageContent::new(&policy, &selection, now).title;
            assert!(
                title.chars().count() <= MAX_TITLE && !title.contains('…'),
                "{path}?{query}: {title}"
            );
        }
    }
}
