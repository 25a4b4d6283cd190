//! The folder of the finished site: pages, JSON, schemas, sitemap and headers.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use crate::domain::text::escape_xml;
use crate::domain::{Page, Policy, policy_file, url};
use crate::export::api::CellJson;
use crate::export::{ExportDocument, card, csv};
use crate::report::page::{API_DOCS_PATH, EMBED_DOCS_PATH, SITE_NAME};
use crate::report::{PlanReport, format};
use crate::site::assets::{self, Assets};
use crate::site::document::Document;
use crate::site::pages::api_docs::{self, ApiDocsPage};
use crate::site::pages::embed_docs::{self, EmbedPage};
use crate::site::pages::{self, RenderedPage};
use crate::site::png::{self, PngRenderer};
use crate::site::styles::app_styles;
use crate::site::{edition_feed, headers, schema};

/// Writes the site into the folder that Trunk built, and returns a message. `site_url` is the URL of the root if it is known.
///
/// # Errors
/// Returns a message if the policy or the URL is invalid, or if a file cannot be read or written.
pub fn write(dir: &Path, site_url: Option<String>) -> Result<String, String> {
    let policy = Policy::from_json(policy_file::POLICY_JSON)
        .map_err(|problems| policy_file::format_problems(&problems))?;
    write_site(dir, &Rc::new(policy), site_url)
}

/// Writes the site of a policy. See [`write()`].
///
/// # Errors
/// Returns a message if the URL is invalid, or if a file cannot be read or written.
pub fn write_site(
    dir: &Path,
    policy: &Rc<Policy>,
    site_url: Option<String>,
) -> Result<String, String> {
    let site_url = site_url
        .filter(|url| !url.is_empty())
        .map(ensure_trailing_slash)
        .transpose()?;
    let styles = app_styles(policy.plans().count());
    let assets = assets::fingerprint_assets(dir, &styles)?;
    let site = Site {
        dir,
        policy,
        assets: &assets,
        site_url: site_url.as_deref(),
        png: site_url.as_ref().map(|_| PngRenderer::new()),
    };
    site.write_pages()?;
    site.write_static_pages()?;
    site.write_api()?;
    site.write_file("_headers", &headers::headers(&assets))?;
    site.write_file("policy/policy.schema.json", &schema::policy())?;
    site.write_file("sitemap.xml", &site.sitemap())?;
    Ok(match &site_url {
        Some(url) => format!("Canonical addresses and sitemap.xml speak of {url}\n"),
        None => "The pages have no canonical addresses, and sitemap.xml has relative ones, where search engines want absolute \
                 ones: set SITE_URL=https://... for that.\n"
            .to_owned(),
    })
}

/// The site that is written.
struct Site<'a> {
    dir: &'a Path,
    policy: &'a Rc<Policy>,
    assets: &'a Assets,
    /// URL of the root, with a trailing slash, if it is known.
    site_url: Option<&'a str>,
    /// Draws the cards for previews of links, which name them by their URLs; `None` if that of the site is unknown.
    png: Option<PngRenderer>,
}

impl Site<'_> {
    /// Writes the pages of the app.
    fn write_pages(&self) -> Result<(), String> {
        for page in pages::all_pages(self.policy) {
            let is_answer = matches!(page, Page::Answer(..));
            let rendered = pages::render_page(self.policy, page, None);
            let path = rendered.path.as_deref().unwrap_or_default();
            let document = ExportDocument::new(self.policy, &rendered.content, &self.url(path));
            let card = card::card(&document);
            if is_answer {
                self.write_file(&format!("{path}{}", card::FILE_NAME), &card)?;
            }
            self.write_page(path, "index.html", &rendered, Some(&card))?;
        }
        let root = self.site_url.map(url_path);
        let not_found = pages::render_page(self.policy, pages::not_found(), root.as_deref());
        self.write_page("", "404.html", &not_found, None)
    }

    fn write_page(
        &self,
        path: &str,
        file: &str,
        page: &RenderedPage,
        card: Option<&str>,
    ) -> Result<(), String> {
        let document = Document {
            title: &page.content.title,
            description: &page.content.meta_description(self.policy),
            path: page.path.as_deref(),
            body: &page.body,
            has_app: true,
            script_path: None,
            has_preview: false,
            plan_count: self.policy.plans().count(),
            has_card: self.write_png(path, card)?,
        };
        self.write_document(&format!("{path}{file}"), &document)
    }

    /// Writes the card of a page as PNG, and returns whether the page has one; it has none without the URL of the site.
    fn write_png(&self, path: &str, card: Option<&str>) -> Result<bool, String> {
        let (Some(renderer), Some(card)) = (&self.png, card) else {
            return Ok(false);
        };
        let png = renderer.png(card)?;
        self.write_bytes(&format!("{path}{}", png::FILE_NAME), &png)?;
        Ok(true)
    }

    /// Returns the URL of a path; empty if that of the site is unknown.
    fn url(&self, path: &str) -> String {
        self.site_url
            .map_or(String::new(), |site_url| format!("{site_url}{path}"))
    }

    /// Writes the pages that the app does not know.
    fn write_static_pages(&self) -> Result<(), String> {
        let page = ApiDocsPage::new(self.policy, self.site_url)?;
        let card = self.words_card(api_docs::PAGE_TITLE, &page.lead, API_DOCS_PATH);
        let document = Document {
            title: &format!("{} · {SITE_NAME}", api_docs::PAGE_TITLE),
            description: &page.lead,
            path: Some(API_DOCS_PATH),
            body: &pages::render_api_docs(self.policy, &page),
            has_app: false,
            script_path: Some(assets::COPY_SCRIPT),
            has_preview: false,
            plan_count: self.policy.plans().count(),
            has_card: self.write_png(API_DOCS_PATH, Some(&card))?,
        };
        self.write_document(&format!("{API_DOCS_PATH}index.html"), &document)?;
        let page = EmbedPage::new(self.policy, self.site_url);
        let card = self.words_card(embed_docs::PAGE_TITLE, page.lead, EMBED_DOCS_PATH);
        let document = Document {
            title: &format!("{} · {SITE_NAME}", embed_docs::PAGE_TITLE),
            description: page.lead,
            path: Some(EMBED_DOCS_PATH),
            body: &pages::render_embed_docs(self.policy, &page),
            has_app: false,
            script_path: Some(assets::SNIPPETS_SCRIPT),
            has_preview: true,
            plan_count: self.policy.plans().count(),
            has_card: self.write_png(EMBED_DOCS_PATH, Some(&card))?,
        };
        self.write_document(&format!("{EMBED_DOCS_PATH}index.html"), &document)
    }

    /// Returns the card of a page that has only words.
    fn words_card(&self, headline: &str, lead: &str, path: &str) -> String {
        card::card(&ExportDocument {
            source_line: format::edition_source(self.policy.edition),
            url: self.url(path),
            ..ExportDocument::of_words(SITE_NAME, headline, lead)
        })
    }

    /// Writes the data of each answer, and the files about all of them.
    fn write_api(&self) -> Result<(), String> {
        let mut cells = Vec::new();
        for page in pages::all_pages(self.policy) {
            let Page::Answer(service, plan) = page else {
                continue;
            };
            let report = PlanReport::new(self.policy, service, plan);
            let cell = CellJson::new(&report);
            self.write_json(
                &format!("api/v1/{}/{}.json", cell.service, cell.plan),
                &cell,
            )?;
            cells.push(cell);
        }
        let site_url = self.site_url.unwrap_or_default();
        self.write_json("api/v1/index.json", &cells)?;
        self.write_json(
            "api/v1/edition.json",
            &edition_feed::EditionJson::new(self.policy),
        )?;
        self.write_file("api/v1/matrix.csv", &csv::cell_table(&cells))?;
        self.write_file(
            "api/v1/calendar.ics",
            &edition_feed::calendar(self.policy, site_url),
        )?;
        self.write_file("api/v1/cell.schema.json", &schema::cell())?;
        self.write_file("api/v1/view.schema.json", &schema::view())
    }

    fn sitemap(&self) -> String {
        let paths = pages::all_pages(self.policy)
            .into_iter()
            .map(|page| url::encode(self.policy, &page))
            .chain([API_DOCS_PATH.to_owned()]);
        let site_url = self.site_url.unwrap_or("./");
        let urls: String = paths
            .map(|path| {
                let url = escape_xml(&format!("{site_url}{path}"));
                format!("<url><loc>{url}</loc></url>\n")
            })
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
        )
    }

    fn write_document(&self, file: &str, document: &Document) -> Result<(), String> {
        self.write_file(file, &document.html(self.assets, self.site_url))
    }

    fn write_json(&self, file: &str, value: &impl serde::Serialize) -> Result<(), String> {
        let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
        self.write_file(file, &(text + "\n"))
    }

    fn write_file(&self, file: &str, text: &str) -> Result<(), String> {
        self.write_bytes(file, text.as_bytes())
    }

    fn write_bytes(&self, file: &str, content: &[u8]) -> Result<(), String> {
        let path = self.dir.join(file);
        let explain = |error: std::io::Error| format!("{}: {error}", path.display());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(explain)?;
        }
        fs::write(&path, content).map_err(explain)
    }
}

fn ensure_trailing_slash(url: String) -> Result<String, String> {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(format!(
            "SITE_URL is “{url}”, but an address starts with https://"
        ));
    }
    Ok(if url.ends_with('/') {
        url
    } else {
        format!("{url}/")
    })
}

/// Returns the path of a URL: `/docs/backup/` of `https://example.com/docs/backup/`.
fn url_path(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let start = after_scheme.find('/');
    start.map_or("/", |start| &after_scheme[start..]).to_owned()
}
