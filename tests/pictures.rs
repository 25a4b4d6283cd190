//! The pictures of the pages for previews of links: there with a public URL only, of the size that they say, and not blank.
#![cfg(feature = "site")]

mod fixtures;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use backup_calculator::export::{ExportDocument, card};
use backup_calculator::site::png::PngRenderer;
use fixtures::html_page::Page;
use fixtures::{files, written_site};
use resvg::tiny_skia::Pixmap;
use roxmltree::Document;

const SITE: &str = "https://example.com/docs/backup/";

/// Returns the folder of a site with a public URL, which is written once.
fn public_site() -> &'static PathBuf {
    static PUBLIC_SITE: OnceLock<PathBuf> = OnceLock::new();
    PUBLIC_SITE.get_or_init(|| written_site("pictures-public", Some(SITE)))
}

/// Returns each page that has a URL, with its path below the root.
fn pages(dir: &Path) -> Vec<(String, Page)> {
    let names = files(dir).into_iter().filter_map(|file| {
        let path = file.strip_suffix("index.html")?.to_owned();
        let text = fs::read_to_string(dir.join(&file)).unwrap();
        Some((path, Page::of(text)))
    });
    names.collect()
}

#[track_caller]
fn pixels(path: &str) -> Pixmap {
    let png = fs::read(public_site().join(format!("{path}card.png"))).unwrap();
    Pixmap::decode_png(&png).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns how many pixels of a region are no background.
fn marks(pixels: &Pixmap, (left, top): (u32, u32), (right, bottom): (u32, u32)) -> usize {
    let points = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y)));
    let colors = points.filter_map(|(x, y)| pixels.pixel(x, y));
    colors
        .filter(|color| (color.red(), color.green(), color.blue()) != (255, 255, 255))
        .count()
}

#[test]
fn every_page_of_a_public_site_names_its_picture() {
    let pages = pages(public_site());
    assert_eq!(pages.len(), 1 + 13 + 52 + 1 + 2);
    for (path, page) in pages {
        let meta = |name: &str| page.attr(&format!("meta[property='og:image{name}']"), "content");
        assert_eq!(meta(""), format!("{SITE}{path}card.png"));
        assert_eq!([meta(":width"), meta(":height")], ["1200", "630"], "{path}");
        let text = meta(":alt");
        assert!(text.len() > 20, "{path}: {text}");
        let card = page.attr("meta[name='twitter:card']", "content");
        assert_eq!(card, "summary_large_image", "{path}");
        let pixels = pixels(&path);
        assert_eq!((pixels.width(), pixels.height()), (1200, 630), "{path}");
    }
    let error = fs::read_to_string(public_site().join("404.html")).unwrap();
    assert!(!error.contains("og:image"));
}

#[test]
fn a_site_of_unknown_url_has_no_pictures() {
    let dir = written_site("pictures-none", None);
    assert!(files(&dir).iter().all(|file| !file.ends_with(".png")));
    for (path, page) in pages(&dir) {
        assert!(
            page.select("meta[property^='og:image']").is_empty(),
            "{path}"
        );
        assert_eq!(page.attr("meta[name='twitter:card']", "content"), "summary");
    }
}

#[test]
fn the_text_of_a_picture_is_that_of_the_description() {
    let file = public_site().join("postgresql/business/index.html");
    let page = Page::of(fs::read_to_string(file).unwrap());
    assert_eq!(
        page.attr("meta[property='og:image:alt']", "content"),
        page.attr("meta[name=description]", "content"),
    );
}

#[test]
fn pictures_have_text_where_it_belongs() {
    for (path, page) in pages(public_site()) {
        let pixels = pixels(&path);
        let name = page.attr("meta[property='og:image']", "content");
        // The title or the headline, the content, and the source above the URL.
        for (from, to) in [
            ((60, 35), (1140, 200)),
            ((60, 200), (1140, 560)),
            ((60, 568), (500, 594)),
            ((60, 596), (500, 622)),
        ] {
            let marks = marks(&pixels, from, to);
            assert!(marks > 500, "{name}: {marks} marks from {from:?} to {to:?}");
        }
        // Nothing runs out at the sides.
        for (from, to) in [((0, 12), (56, 630)), ((1145, 12), (1200, 630))] {
            assert_eq!(marks(&pixels, from, to), 0, "{name}: {from:?}");
        }
    }
}

/// Without its typeface a picture would have lines but no text.
#[test]
fn the_typeface_comes_with_the_build() {
    let svg = card::card(&ExportDocument::of_words(
        "Backup calculator",
        "Embed the calculator",
        "",
    ));
    let png = PngRenderer::new().png(&svg).unwrap();
    let without_text = svg.replace("<text", "<g").replace("</text>", "</g>");
    let blank = PngRenderer::new().png(&without_text).unwrap();
    let count = |png: &[u8]| marks(&Pixmap::decode_png(png).unwrap(), (60, 40), (1140, 560));
    assert_eq!(count(&blank), 0);
    assert!(count(&png) > 2000);
}

#[test]
fn the_texts_of_a_card_fit_and_its_foot_names_source_and_url() {
    for (path, _) in pages(public_site()) {
        let Ok(svg) = fs::read_to_string(public_site().join(format!("{path}card.svg"))) else {
            assert!(path.matches('/').count() < 2, "{path} has no card.svg");
            continue;
        };
        let document = Document::parse(&svg).unwrap_or_else(|error| panic!("{path}: {error}"));
        let texts = document
            .descendants()
            .filter(|node| node.has_tag_name("text"));
        let texts: Vec<&str> = texts.filter_map(|node| node.text()).collect();
        assert!(
            texts.contains(&"Aiven’s backup policy, January 2023, changed since June 2023"),
            "{path}"
        );
        let address = format!("example.com/docs/backup/{path}");
        assert!(texts.contains(&address.as_str()), "{path}: {texts:?}");
        for sign in ["href", "url(", "<style", "style=", "<script", "<image"] {
            assert!(!svg.contains(sign), "{path}: {sign}");
        }
    }
}
