//! The output folder: public URL, hashed file names, sizes and their budgets.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;

use backup_calculator::domain::text::escape_xml;
use backup_calculator::site::document::Document;
use backup_calculator::site::styles::app_styles;
use backup_calculator::site::{assets, minify, sizes, write};
use fixtures::{files, folder, policy, written_site};
use scraper::{Html, Selector};

const SITE: &str = "https://example.com/docs/tools/backup/";

fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let html = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .filter_map(|element| element.attr(name).map(str::to_owned))
        .collect()
}

#[test]
fn the_public_url_is_in_canonical_links_and_the_sitemap() {
    // With or without a trailing slash.
    let dir = written_site("site-public", Some(SITE.trim_end_matches('/')));
    let read = |file: &str| fs::read_to_string(dir.join(file)).unwrap();
    let answer = read("redis/startup/index.html");
    let address = format!("{SITE}redis/startup/");
    assert_eq!(
        attributes(&answer, "link[rel=canonical]", "href"),
        [address.as_str()]
    );
    assert_eq!(
        attributes(&answer, "meta[property='og:url']", "content"),
        [address.as_str()]
    );
    assert_eq!(
        attributes(&answer, ".matrix td a", "href")[0],
        "../../kafka/hobbyist/",
        "links stay relative"
    );
    let sitemap = read("sitemap.xml");
    assert_eq!(sitemap.matches("<loc>").count(), 68);
    assert!(
        sitemap.contains(&format!("<loc>{SITE}</loc>\n"))
            || sitemap.contains(&format!("<loc>{SITE}</loc></url>\n"))
    );
    assert!(sitemap.contains(&format!("<loc>{address}</loc>")));
    let error = read("404.html");
    let links = attributes(&error, ".matrix td a", "href");
    assert_eq!(
        links[0], "/docs/tools/backup/kafka/hobbyist/",
        "it may be served from any depth"
    );
    assert_eq!(attributes(&error, "link[rel=canonical]", "href"), [""; 0]);
}

#[test]
fn without_a_public_url_all_links_are_relative() {
    let dir = written_site("site-anywhere", None);
    let sitemap = fs::read_to_string(dir.join("sitemap.xml")).unwrap();
    assert_eq!(sitemap.matches("<loc>./").count(), 68);
    let answer = fs::read_to_string(dir.join("redis/startup/index.html")).unwrap();
    assert_eq!(attributes(&answer, "link[rel=canonical]", "href"), [""; 0]);
    assert_eq!(
        attributes(&answer, "meta[property='og:url']", "content"),
        [""; 0]
    );
    let error = fs::read_to_string(dir.join("404.html")).unwrap();
    assert_eq!(
        attributes(&error, ".matrix td a", "href")[0],
        "kafka/hobbyist/"
    );
}

#[test]
fn an_invalid_public_url_fails_the_build() {
    let dir = folder("site-address");
    let url = Some("example.com".to_owned());
    let error = write::write_site(&dir, &policy(), &[], &[], url).unwrap_err();
    assert_eq!(
        error,
        "SITE_URL is “example.com”, but an address starts with https://"
    );
}

#[test]
fn the_output_folder_has_exactly_the_expected_files() {
    let dir = written_site("site-folder", None);
    let mut files = files(&dir);
    files.retain(|file| !file.ends_with("index.html") && !file.starts_with("api/v1/"));
    let all = files.len();
    files.retain(|file| !file.ends_with("/card.svg"));
    assert_eq!(all - files.len(), 52, "a card for each cell");
    let expected = [
        "404.html",
        "_headers",
        "app-",
        "app-",
        "app-",
        "boot-",
        "embed.js",
        "embed/copy.js",
        "embed/snippets.js",
        "icon.svg",
        "policy/2023-01.json",
        "policy/policy.schema.json",
        "sitemap.xml",
    ];
    assert_eq!(files.len(), expected.len(), "{files:?}");
    assert!(
        files
            .iter()
            .zip(expected)
            .all(|(file, start)| file.starts_with(start)),
        "{files:?}"
    );
}

#[test]
fn file_names_contain_content_hashes() {
    let names = |name: &str, app: &str, styles: &str| {
        let dir = folder(name);
        for (file, text) in [
            ("index.html", ""),
            ("boot.js", "boot"),
            ("backup-calculator-1.js", app),
            ("backup-calculator-1_bg.wasm", "wasm"),
        ] {
            fs::write(dir.join(file), text).unwrap();
        }
        let assets = assets::fingerprint_assets(&dir, styles).unwrap();
        assert_eq!(fs::read_to_string(dir.join(&assets.app)).unwrap(), app);
        let written = fs::read_to_string(dir.join(&assets.styles)).unwrap();
        assert_eq!(written, styles);
        assets
    };
    let (one, same, other) = (
        names("assets-one", "a", "p {}"),
        names("assets-same", "a", "p {}"),
        names("assets-other", "b", "a {}"),
    );
    assert_eq!(one, same);
    assert_ne!(one.app, other.app);
    assert_ne!(one.styles, other.styles);
    assert_eq!((one.boot, one.wasm), (other.boot, other.wasm));
    assert_eq!(
        one.app, "app-ca978112ca1bbdca.js",
        "the first 8 bytes of its SHA-256"
    );
    assert_eq!(one.reload, None);
}

#[test]
fn a_missing_app_bundle_is_reported() {
    let dir = folder("assets-none");
    let expected = format!(
        "{} has no backup-calculator-*.js: did Trunk build the program?",
        dir.display()
    );
    assert_eq!(assets::fingerprint_assets(&dir, ""), Err(expected));
}

#[test]
fn sizes_over_their_budgets_fail_the_build() {
    let dir = folder("sizes");
    let error = sizes::report(&dir).unwrap_err();
    assert!(
        error.ends_with("Over budget:\n  there is no Wasm or JavaScript at all"),
        "{error}"
    );
    fs::write(dir.join("app.js"), "let a = 1;").unwrap();
    fs::write(dir.join("index.html"), "a".repeat(50_000)).unwrap();
    let table = sizes::report(&dir).expect("what compresses well is small");
    assert!(
        table.contains("   50000 ") && table.contains("index.html"),
        "{table}"
    );
    fs::write(dir.join("index.html"), noise(14_400)).unwrap();
    fs::write(dir.join("app.wasm"), noise(170_000)).unwrap();
    fs::write(dir.join("embed.js"), noise(2_048)).unwrap();
    let error = sizes::report(&dir).unwrap_err();
    let (_, over) = error.split_once("Over budget:\n").unwrap();
    let lines: Vec<&str> = over.lines().map(str::trim).collect();
    assert_eq!(lines.len(), 3, "{over}");
    assert!(
        lines[0].starts_with("embed.js weighs ") && lines[0].ends_with(" bytes, more than 2048"),
        "{over}"
    );
    assert!(
        lines[1].starts_with("index.html weighs ") && lines[1].ends_with(" bytes, more than 14336"),
        "{over}"
    );
    assert!(
        lines[2].starts_with("Wasm and JavaScript weigh ")
            && lines[2].ends_with(" bytes, more than 170000")
    );
}

#[test]
fn local_paths_in_the_app_fail_the_build() {
    let dir = folder("sizes-machine");
    for path in ["a/registry/src/b/lib.rs", "a/toolchains/b/lib.rs"] {
        fs::write(dir.join("app.wasm"), path).unwrap();
        assert_eq!(
            sizes::report(&dir).unwrap_err(),
            "app.wasm names folders of this machine: make build leaves them out, see .ci/remap-path-prefix.sh"
        );
    }
    fs::write(dir.join("app.wasm"), "yew-0.23.0/src/lib.rs").unwrap();
    sizes::report(&dir).expect("a package is the same everywhere");
}

/// Returns incompressible bytes, the same each time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}

#[test]
fn titles_and_descriptions_are_escaped() {
    assert_eq!(
        escape_xml("a & b < c > \"d\""),
        "a &amp; b &lt; c &gt; &quot;d&quot;"
    );
    let assets = assets::Assets {
        boot: "b.js".into(),
        styles: "a.css".into(),
        app: "a.js".into(),
        wasm: "a.wasm".into(),
        reload: None,
    };
    let nasty = "</title><script>alert(1)</script>\" onload=\"x";
    let html = Document {
        title: nasty,
        description: nasty,
        folder: None,
        path: Some(""),
        body: "<p>body</p>",
        has_app: true,
        script_path: None,
        has_preview: false,
        plan_count: 4,
        has_card: false,
    }
    .html(&assets, None);
    assert_eq!(
        attributes(&html, "meta[name=description]", "content"),
        [nasty]
    );
    assert_eq!(
        attributes(&html, "meta[property='og:title']", "content"),
        [nasty]
    );
    assert_eq!(attributes(&html, "script", "src"), ["b.js"]);
    assert_eq!(attributes(&html, "[onload]", "onload"), [""; 0]);
}

#[test]
fn styles_are_bundled_without_comments() {
    let styles = app_styles();
    assert!(!styles.contains("/*") && !styles.contains("*/") && !styles.contains("\n\n"));
    assert!(styles.contains(":root"), "the tokens come with them");
    assert!(
        !styles.contains("</"),
        "nothing ends the style element early"
    );
}

#[test]
fn a_missing_or_failing_esbuild_fails_the_build_with_a_message() {
    let script = folder("minify").join("boot.js");
    assert_eq!(
        minify::esbuild("no-such-esbuild", &script, &[]),
        Err(
            "no-such-esbuild is missing, which makes the scripts small: make build installs it"
                .to_owned()
        )
    );
    assert_eq!(
        minify::esbuild("false", &script, &[]),
        Err(format!("false refuses {}", script.display()))
    );
}
