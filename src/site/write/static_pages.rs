//! The pages that the app does not know, and the files about what changed.

use std::rc::Rc;

use super::Site;
use crate::domain::Policy;
use crate::domain::changes::EditionChanges;
use crate::domain::editions::CHANGES_PATH;
use crate::export::{ExportDocument, card};
use crate::report::format;
use crate::report::page::{API_DOCS_PATH, EMBED_DOCS_PATH, SITE_NAME};
use crate::site::document::Document;
use crate::site::pages::api_docs::{self, ApiDocsPage};
use crate::site::pages::changes::{ChangesPage, services};
use crate::site::pages::embed_docs::{self, EmbedPage};
use crate::site::{assets, changes_files, pages};

/// A page that the app does not know.
struct StaticPage<'a> {
    /// Path below the index of its edition.
    path: &'a str,
    /// Its title, without the name of the site.
    title: &'a str,
    /// What it is about, in a few sentences.
    lead: &'a str,
    /// Its HTML.
    body: String,
    /// Path below the root of its script; `None` if it has none.
    script_path: Option<&'a str>,
    /// Whether that script shows other pages of the site in iframes.
    has_preview: bool,
}

impl Site<'_> {
    /// Writes the documentation pages of the edition.
    pub(super) fn write_static_pages(&self) -> Result<(), String> {
        let page = ApiDocsPage::new(self.policy, self.site_url.as_deref(), self.has_changes)?;
        self.write_static_page(StaticPage {
            path: API_DOCS_PATH,
            title: api_docs::PAGE_TITLE,
            lead: &page.lead,
            body: pages::render_api_docs(self.policy, &page),
            script_path: Some(assets::COPY_SCRIPT),
            has_preview: false,
        })?;
        let page = EmbedPage::new(self.policy, self.site_url.as_deref(), self.folder.as_ref());
        self.write_static_page(StaticPage {
            path: EMBED_DOCS_PATH,
            title: embed_docs::PAGE_TITLE,
            lead: page.lead,
            body: pages::render_embed_docs(self.policy, &page),
            script_path: Some(assets::SNIPPETS_SCRIPT),
            has_preview: true,
        })
    }

    /// Writes the pages and files on what changed between the editions, and returns the paths of the pages.
    pub(super) fn write_changes(
        &self,
        changes: &[EditionChanges],
        editions: &[Rc<Policy>],
    ) -> Result<Vec<String>, String> {
        let services = services(editions);
        let mut paths = Vec::new();
        for service in std::iter::once(None).chain(services.iter().map(Some)) {
            let page = ChangesPage::new(changes, &services, service);
            let path = page.path();
            self.write_static_page(StaticPage {
                path: &path,
                title: &page.title,
                lead: &page.lead,
                body: pages::render_changes(self.policy, &page),
                script_path: None,
                has_preview: false,
            })?;
            paths.push(path);
        }
        self.write_json("api/v1/changes.json", &changes_files::json(changes))?;
        self.write_file("api/v1/changes.csv", &changes_files::csv(changes))?;
        self.write_file("api/v1/changes.md", &changes_files::markdown(changes))?;
        let url = self.url(CHANGES_PATH);
        self.write_file(
            "api/v1/changes.atom",
            &changes_files::atom(changes, &services, &url),
        )?;
        Ok(paths)
    }

    fn write_static_page(&self, page: StaticPage) -> Result<(), String> {
        let StaticPage {
            path, title, lead, ..
        } = page;
        let card = self.words_card(title, lead, path);
        let document = Document {
            title: &format!("{title} · {SITE_NAME}"),
            description: lead,
            path: Some(path),
            folder: self.folder.as_ref(),
            body: &page.body,
            has_app: false,
            script_path: page.script_path,
            has_preview: page.has_preview,
            plan_count: self.policy.plans().count(),
            has_card: self.write_png(path, Some(&card))?,
        };
        self.write_document(&format!("{path}index.html"), &document)
    }

    /// Returns the card of a page that has only words.
    fn words_card(&self, headline: &str, lead: &str, path: &str) -> String {
        card::card(&ExportDocument {
            source_line: format::edition_source(self.policy.edition),
            url: self.url(path),
            ..ExportDocument::of_words(SITE_NAME, headline, lead)
        })
    }
}
