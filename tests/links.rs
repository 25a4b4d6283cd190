//! Every link of every prerendered page is relative and resolves; the app's files exist.
#![cfg(feature = "site")]

mod fixtures;

use std::collections::BTreeSet;

use fixtures::html_page::{on_every_page, site};
use fixtures::{files, policy};

/// Resolves a relative link from a page; `None` if it leaves the site.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    let path = link.split(['#', '?']).next().unwrap_or_default();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(folders.pop()?),
            name => folders.push(name),
        }
    }
    let folder = path.is_empty() || path.ends_with('/') || path.ends_with('.');
    let path = folders.join("/");
    Some(match (folder, path.as_str()) {
        (false, _) => path,
        (true, "") => "index.html".to_owned(),
        (true, _) => format!("{path}/index.html"),
    })
}

#[test]
fn relative_links_resolve_as_in_a_browser() {
    #[track_caller]
    fn check(from: &str, link: &str, expected: Option<&str>) {
        assert_eq!(
            resolve(from, link).as_deref(),
            expected,
            "{link} from {from}"
        );
    }
    check("index.html", "./", Some("index.html"));
    check(
        "index.html",
        "redis/startup/",
        Some("redis/startup/index.html"),
    );
    check("redis/startup/index.html", "../../", Some("index.html"));
    check(
        "redis/startup/index.html",
        "../../kafka/?a#b",
        Some("kafka/index.html"),
    );
    check(
        "redis/startup/index.html",
        "../../api/v1/index.json",
        Some("api/v1/index.json"),
    );
    check("redis/index.html", "../../", None);
}

#[test]
fn every_link_is_relative_and_resolves_to_a_file() {
    let files: BTreeSet<String> = files(site()).into_iter().collect();
    let policy = policy();
    let external: BTreeSet<&str> = policy
        .services()
        .flat_map(|(_, service)| &service.tools)
        .map(|tool| tool.url.as_str())
        .chain([policy.document.url.as_str()])
        .collect();
    let mut followed = 0;
    on_every_page(|page| {
        followed += page.select("a[href]").len();
        for (name, attributes) in page.elements() {
            for link in ["href", "src"]
                .iter()
                .filter_map(|key| attributes.get(*key))
            {
                if name == "a" && external.contains(link.as_str())
                    || page.file == "404.html" && (name == "script" || link == "data:,")
                {
                    continue;
                }
                assert!(
                    !link.contains(':') && !link.starts_with('/'),
                    "{}: {link} is not relative",
                    page.file
                );
                let target = resolve(&page.file, link);
                assert!(
                    target.as_ref().is_some_and(|file| files.contains(file)),
                    "{}: {link} leads nowhere",
                    page.file
                );
                if let Some((_, id)) = link.split_once('#') {
                    assert_eq!(
                        page.select(&format!("[id='{id}']")).len(),
                        1,
                        "{}: {link}",
                        page.file
                    );
                }
            }
        }
    });
    assert!(followed > 68 * (52 + 13), "only {followed} links");
}

#[test]
fn every_page_loads_the_app() {
    let files = files(site());
    let named = |start: &str, end: &str| {
        let mut names = files
            .iter()
            .filter(|file| file.starts_with(start) && file.ends_with(end));
        let name = names.next().expect("the file is there");
        assert_eq!(names.next(), None);
        name.clone()
    };
    let (boot, styles, app, wasm) = (
        named("boot-", ".js"),
        named("app-", ".css"),
        named("app-", ".js"),
        named("app-", ".wasm"),
    );
    on_every_page(|page| {
        let up = if page.file == "404.html" {
            "./"
        } else {
            &"../".repeat(page.file.matches('/').count())
        };
        let script = format!(
            "script[type=module][src='{up}{boot}'][data-styles='{styles}'][data-app='{app}'][data-wasm='{wasm}']"
        );
        assert_eq!(
            page.select(&script).len(),
            1,
            "{} lacks {script}",
            page.file
        );
        if page.file != "404.html" {
            assert_eq!(page.select("script").len(), 1, "{}", page.file);
            assert_eq!(
                page.attr("link[rel=modulepreload]", "href"),
                format!("{up}{app}")
            );
            assert_eq!(
                page.attr("link[rel=preload][as=fetch]", "href"),
                format!("{up}{wasm}")
            );
            assert_eq!(
                page.attr("link[rel=preload][as=style]", "href"),
                format!("{up}{styles}")
            );
            assert_eq!(page.attr("link[rel=icon]", "href"), format!("{up}icon.svg"));
        }
    });
}
