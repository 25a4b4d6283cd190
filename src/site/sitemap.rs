//! The sitemap of all editions.

use crate::domain::text::escape_xml;
use crate::domain::{Policy, url};
use crate::report::page::API_DOCS_PATH;
use crate::site::pages;

/// Returns the entries of an edition; relative ones, below `folder`, if the URL of its index is unknown.
pub(super) fn entries(policy: &Policy, index_url: Option<&str>, folder: &str) -> String {
    let pages = pages::all_pages(policy).into_iter();
    let paths = pages.map(|page| url::encode(policy, &page));
    entries_of(paths.chain([API_DOCS_PATH.to_owned()]), index_url, folder)
}

/// Returns the entries of pages by their paths below an index. See [`entries`].
pub(super) fn entries_of(
    paths: impl IntoIterator<Item = String>,
    index_url: Option<&str>,
    folder: &str,
) -> String {
    let relative = format!("./{folder}");
    let index_url = index_url.unwrap_or(&relative);
    let entry = |path: String| {
        let url = escape_xml(&format!("{index_url}{path}"));
        format!("<url><loc>{url}</loc></url>\n")
    };
    paths.into_iter().map(entry).collect()
}

/// Returns the file with these entries.
pub(super) fn file(entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}
