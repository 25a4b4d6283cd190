//! The folder of the finished site: pages, JSON, schemas, sitemap and headers.

mod static_pages;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::domain::changes::EditionChanges;
use crate::domain::editions::Editions;
use crate::domain::{Page, Policy, policy_file};
use crate::export::api::CellJson;
use crate::export::{ExportDocument, card, csv};
use crate::report::PlanReport;
use crate::site::assets::{self, Assets, EditionFolder};
use crate::site::document::Document;
use crate::site::pages::{self, RenderedPage};
use crate::site::png::{self, PngRenderer};
use crate::site::policy_files::read_policy_files;
use crate::site::site_url::{ensure_trailing_slash, url_path};
use crate::site::sitemap;
use crate::site::styles::app_styles;
use crate::site::{edition_feed, headers, schema};

/// Writes the site into the folder that Trunk built, and returns a message. `site_url` is the URL of the root if it is known.
///
/// # Errors
/// Returns a message if the policy or the URL is invalid, or if a file cannot be read or written.
pub fn write(dir: &Path, site_url: Option<String>) -> Result<String, String> {
    let files = read_policy_files(&dir.join("policy")).map_err(|error| error.to_string())?;
    let default = std::env::var("EDITION").unwrap_or_default();
    let editions = Editions::from_json(files.iter().map(String::as_str), &default)
        .map_err(|problems| policy_file::format_problems(&problems))?;
    let in_folders: Vec<Rc<Policy>> = editions.in_folders().into_iter().map(Rc::new).collect();
    let root = Rc::new(editions.at_root());
    write_site(dir, &root, &in_folders, editions.changes(), site_url)
}

/// Writes the site of a policy, other editions in their folders, and what changed between them if anything did. See [`write()`].
///
/// # Errors
/// Returns a message if the URL is invalid, or if a file cannot be read or written.
pub fn write_site(
    dir: &Path,
    policy: &Rc<Policy>,
    in_folders: &[Rc<Policy>],
    changes: &[EditionChanges],
    site_url: Option<String>,
) -> Result<String, String> {
    let site_url = site_url
        .filter(|url| !url.is_empty())
        .map(ensure_trailing_slash)
        .transpose()?;
    let assets = assets::fingerprint_assets(dir, &app_styles())?;
    let site = Site {
        dir: dir.to_owned(),
        folder: None,
        has_changes: !changes.is_empty(),
        policy,
        assets: &assets,
        site_url: site_url.clone(),
        png: site_url.as_ref().map(|_| PngRenderer::new()),
    };
    site.write_edition()?;
    site.write_not_found()?;
    let mut sitemap = sitemap::entries(policy, site_url.as_deref(), "");
    if !changes.is_empty() {
        let paths = site.write_changes(changes, in_folders)?;
        sitemap += &sitemap::entries_of(paths, site_url.as_deref(), "");
    }
    let mut folders = Vec::new();
    for policy in in_folders {
        let folder = assets::write_policy(dir, policy)?;
        let edition = policy.edition;
        // The edition at the root has its canonical addresses and its pictures there.
        let is_copy = edition == site.policy.edition;
        let in_folder = Site {
            dir: dir.join(&folder.path),
            folder: Some(folder.clone()),
            has_changes: false,
            policy,
            assets: &assets,
            site_url: match is_copy {
                true => site_url.clone(),
                false => site_url.as_ref().map(|url| format!("{url}{}", folder.path)),
            },
            png: site_url
                .as_ref()
                .filter(|_| !is_copy)
                .map(|_| PngRenderer::new()),
        };
        in_folder.write_edition()?;
        let file = format!("policy/{edition}.json");
        let json =
            fs::read_to_string(dir.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        in_folder.write_file(&file, &json)?;
        if !is_copy {
            sitemap += &sitemap::entries(policy, in_folder.site_url.as_deref(), &folder.path);
        }
        folders.push(folder);
    }
    site.write_file("_headers", &headers::headers(&assets, &folders))?;
    site.write_file("sitemap.xml", &sitemap::file(&sitemap))?;
    Ok(match &site_url {
        Some(url) => format!("Canonical addresses and sitemap.xml speak of {url}\n"),
        None => "The pages have no canonical addresses, and sitemap.xml has relative ones, where search engines want absolute \
                 ones: set SITE_URL=https://... for that.\n"
            .to_owned(),
    })
}

/// An edition that is written: the one at the root of the site, or one in a folder.
struct Site<'a> {
    /// Where its index is written.
    dir: PathBuf,
    /// Its folder; `None` at the root.
    folder: Option<EditionFolder>,
    /// Whether the files on what changed between the editions are with it.
    has_changes: bool,
    policy: &'a Rc<Policy>,
    assets: &'a Assets,
    /// URL of its index, with a trailing slash, if it is known.
    site_url: Option<String>,
    /// Draws the cards for previews of links, which name them by their URLs; `None` if there are none.
    png: Option<PngRenderer>,
}

impl Site<'_> {
    /// Writes the pages and the data.
    fn write_edition(&self) -> Result<(), String> {
        self.write_pages()?;
        self.write_static_pages()?;
        self.write_api()?;
        self.write_file("policy/policy.schema.json", &schema::policy())
    }

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
        Ok(())
    }

    /// Writes the error page, which is that of all editions.
    fn write_not_found(&self) -> Result<(), String> {
        let root = self.site_url.as_deref().map(url_path);
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
            folder: self.folder.as_ref(),
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
        let site_url = self.site_url.as_ref();
        site_url.map_or(String::new(), |site_url| format!("{site_url}{path}"))
    }

    /// Writes the data of each answer, and the files about all of them.
    fn write_api(&self) -> Result<(), String> {
        let mut cells = Vec::new();
        for page in pages::all_pages(self.policy) {
            let Page::Answer(service, plan) = page else {
                continue;
            };
            let report = PlanReport::new(self.policy, service, plan);
            let cell = CellJson::new(self.policy, &report);
            self.write_json(
                &format!("api/v1/{}/{}.json", cell.service, cell.plan),
                &cell,
            )?;
            cells.push(cell);
        }
        let site_url = self.site_url.as_deref().unwrap_or_default();
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

    fn write_document(&self, file: &str, document: &Document) -> Result<(), String> {
        self.write_file(file, &document.html(self.assets, self.site_url.as_deref()))
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
