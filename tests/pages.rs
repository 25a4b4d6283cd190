//! Every prerendered page: its head, its content security policy, and its document structure.
#![cfg(feature = "site")]

mod fixtures;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fixtures::html_page::{on_every_page, page};
use sha2::{Digest, Sha256};

#[test]
fn every_page_has_one_heading_a_title_and_a_language() {
    let mut titles = BTreeSet::new();
    on_every_page(|page| {
        assert!(
            !fixtures::html_page::text(page.only("h1")).is_empty(),
            "{}",
            page.file
        );
        assert_eq!(page.attr("html", "lang"), "en");
        assert_eq!(page.attr("meta[charset]", "charset"), "utf-8");
        assert_eq!(
            page.attr("meta[name=viewport]", "content"),
            "width=device-width, initial-scale=1"
        );
        page.only("main");
        let new = titles.insert(page.texts("title").concat());
        assert!(new, "{} has the title of another page", page.file);
        assert!(page.text.starts_with("<!doctype html>\n"), "{}", page.file);
    });
}

#[test]
fn link_previews_contain_the_answer() {
    on_every_page(|page| {
        let title = page.texts("head > title").concat();
        let description = page.attr("meta[name=description]", "content");
        assert!(
            title.contains("Backup calculator") || title.len() > 40,
            "{title} has room for the name of the site"
        );
        assert!(
            description.len() >= 40 && description.ends_with('.'),
            "{}: {description}",
            page.file
        );
        assert_eq!(page.attr("meta[property='og:title']", "content"), title);
        assert_eq!(
            page.attr("meta[property='og:description']", "content"),
            description
        );
        assert_eq!(
            page.attr("meta[property='og:site_name']", "content"),
            "Backup calculator"
        );
        assert_eq!(page.attr("meta[property='og:type']", "content"), "website");
    });
    let page = page("postgresql/business/index.html");
    assert_eq!(
        page.texts("title").concat(),
        "PostgreSQL Business backups: 14 days · Backup calculator"
    );
}

#[test]
fn a_site_of_unknown_url_has_no_canonical_urls_and_the_error_page_is_noindex() {
    on_every_page(|page| {
        let error = page.file == "404.html";
        assert!(
            page.select("link[rel=canonical]").is_empty(),
            "{}",
            page.file
        );
        assert_eq!(
            page.select("meta[name=robots][content=noindex]").len(),
            usize::from(error),
            "{}",
            page.file
        );
    });
}

#[test]
fn the_csp_allows_exactly_the_style_of_the_page() {
    on_every_page(|page| {
        let content = page.attr("meta[http-equiv=Content-Security-Policy]", "content");
        let style: String = page.only("style").text().collect();
        let hash = STANDARD.encode(Sha256::digest(&style));
        let without_scripts = page.texts("head > noscript").concat();
        let without_scripts = without_scripts
            .trim_start_matches("<style>")
            .trim_end_matches("</style>");
        let other = STANDARD.encode(Sha256::digest(without_scripts));
        let expected = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
             style-src 'self' 'sha256-{hash}' 'sha256-{other}'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'"
        );
        assert_eq!(content, expected, "{}", page.file);
        let head = page.text.split("<style>").next().unwrap_or_default();
        let policy = head
            .find("http-equiv")
            .expect("the policy stands before the style");
        assert!(
            !head[..policy].contains("<script") && !head[..policy].contains("<link"),
            "{}",
            page.file
        );
    });
}

#[test]
fn no_page_has_inline_scripts_or_styles() {
    on_every_page(|page| {
        for (name, attributes) in page.elements() {
            assert!(
                !attributes.contains_key("style"),
                "{}: <{name} style>",
                page.file
            );
            let handler = attributes.keys().find(|key| key.starts_with("on"));
            assert_eq!(handler, None, "{}: <{name}>", page.file);
        }
        for script in page.select("script") {
            assert!(
                script.attr("src").is_some() && script.text().next().is_none(),
                "{}",
                page.file
            );
        }
        assert!(!page.text.contains("javascript:"), "{}", page.file);
    });
}

#[test]
fn ids_are_unique_and_references_resolve() {
    on_every_page(|page| {
        let mut ids = BTreeSet::new();
        for element in page.select("[id]") {
            let id = element.attr("id").unwrap_or_default();
            assert!(
                !id.is_empty() && !id.contains(char::is_whitespace),
                "{}: “{id}”",
                page.file
            );
            assert!(
                ids.insert(id.to_owned()),
                "{}: the id {id} is there twice",
                page.file
            );
        }
        for key in [
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "for",
        ] {
            for element in page.select(&format!("[{key}]")) {
                let id = element.attr(key).unwrap_or_default();
                assert!(
                    ids.contains(id),
                    "{}: {key} names {id}, which is not there",
                    page.file
                );
            }
        }
    });
}

#[test]
fn heading_levels_are_not_skipped() {
    on_every_page(|page| {
        let mut level = 0;
        for heading in page.select("h1, h2, h3, h4, h5, h6") {
            let next = usize::from(heading.value().name().as_bytes()[1] - b'0');
            assert!(next <= level + 1, "{}: h{next} follows h{level}", page.file);
            level = next;
        }
        assert_eq!(
            page.select("h1, h2")
                .first()
                .map(|first| first.value().name()),
            Some("h1"),
            "{}",
            page.file
        );
    });
}

#[test]
fn buttons_images_and_regions_have_accessible_names() {
    on_every_page(|page| {
        for button in page.select("button") {
            assert_eq!(button.attr("type"), Some("button"), "{}", page.file);
            assert!(
                !fixtures::html_page::text(button).is_empty(),
                "{}",
                page.file
            );
        }
        for svg in page.select("svg") {
            let named = svg
                .attr("aria-label")
                .is_some_and(|label| !label.is_empty())
                && svg.attr("role") == Some("img");
            assert!(
                named || svg.attr("aria-hidden") == Some("true"),
                "{}: a picture without a name",
                page.file
            );
        }
        for region in page.select("nav, section") {
            let named =
                region.attr("aria-label").is_some() || region.attr("aria-labelledby").is_some();
            assert!(
                named,
                "{}: a <{}> without a name",
                page.file,
                region.value().name()
            );
        }
    });
}
