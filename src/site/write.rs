//! Writes the pages, the JSON, the schemas, the sitemap and the headers into the folder that Trunk publishes.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use crate::domain::text::escape_xml;
use crate::domain::{Page, Policy, policy_file};
use crate::export::api::CellJson;
use crate::export::card::{self, ColorScheme};
use crate::export::csv;
use crate::report::api_docs::{PAGE_TITLE, PATH};
use crate::report::embed_docs::{self, EmbedPage};
use crate::report::export_format::CARD_FILE_NAME;
use crate::report::page::SITE_NAME;
use crate::report::{ExportDocument, PlanReport};
use crate::site::api_docs;
use crate::site::assets::{self, Assets};
use crate::site::document::Document;
use crate::site::pages::{self, RenderedPage};
use crate::site::schema;
use crate::site::{edition_feed, headers};

/// Writes the site. `site_url` is its public address, if it is known.
///
/// # Errors
/// What is wrong with the policy, or with the folder.
pub fn write(dir: &Path, site_url: Option<String>) -> Result<String, String> {
    let policy = policy_file::parse(policy_file::POLICY_JSON)
        .map_err(|problems| policy_file::format_problems(&problems))?;
    write_site(dir, &Rc::new(policy), site_url)
}

/// Writes the site of a policy.
///
/// # Errors
/// What is wrong with the public address, or with the folder.
pub fn write_site(
    dir: &Path,
    policy: &Rc<Policy>,
    site_url: Option<String>,
) -> Result<String, String> {
    let site_url = site_url
        .filter(|url| !url.is_empty())
        .map(ensure_trailing_slash)
        .transpose()?;
    let assets = assets::fingerprint_assets(dir)?;
    for page in pages::all_pages(policy) {
        let rendered = pages::render_page(policy, page, None);
        let file = format!("{}index.html", rendered.path.as_deref().unwrap_or_default());
        write_file(
            dir,
            &file,
            &document(policy, &rendered, &assets, site_url.as_deref()),
        )?;
    }
    let root = site_url.as_deref().map(url_path);
    let not_found = pages::render_page(policy, pages::not_found(), root.as_deref());
    write_file(
        dir,
        "404.html",
        &document(policy, &not_found, &assets, site_url.as_deref()),
    )?;
    write_file(
        dir,
        &format!("{PATH}index.html"),
        &programs_page(policy, &assets, site_url.as_deref())?,
    )?;
    write_file(
        dir,
        &format!("{}index.html", embed_docs::PATH),
        &embed_page(policy, &assets, site_url.as_deref()),
    )?;
    write_file(dir, "_headers", &headers::headers(&assets))?;
    write_api(dir, policy, site_url.as_deref())?;
    write_file(dir, "policy/policy.schema.json", &schema::policy())?;
    write_file(
        dir,
        "sitemap.xml",
        &sitemap(policy, site_url.as_deref().unwrap_or_default()),
    )?;
    Ok(match site_url {
        Some(url) => format!("Canonical addresses and sitemap.xml speak of {url}\n"),
        None => "Canonical addresses are relative, which is right anywhere, and so is sitemap.xml, which search \
                 engines want absolute: set SITE_URL=https://... for that.\n"
            .to_owned(),
    })
}

/// The page for programs, which no program takes over.
fn programs_page(
    policy: &Rc<Policy>,
    assets: &Assets,
    site_url: Option<&str>,
) -> Result<String, String> {
    let page = api_docs::build(policy, site_url)?;
    let document = Document {
        title: &format!("{PAGE_TITLE} · {SITE_NAME}"),
        description: &page.lead.clone(),
        path: Some(PATH),
        body: &pages::render_api_docs(policy, page),
        has_app: false,
        script_path: None,
    };
    Ok(document.html(assets, site_url))
}

/// The page that says what to paste into pages of other sites.
fn embed_page(policy: &Rc<Policy>, assets: &Assets, site_url: Option<&str>) -> String {
    let page = EmbedPage::new(policy, site_url);
    let document = Document {
        title: &format!("{} · {SITE_NAME}", embed_docs::PAGE_TITLE),
        description: page.lead,
        path: Some(embed_docs::PATH),
        body: &pages::render_embed_docs(policy, page),
        has_app: false,
        script_path: Some(assets::SNIPPETS_SCRIPT),
    };
    document.html(assets, site_url)
}

fn document(
    policy: &Policy,
    page: &RenderedPage,
    assets: &Assets,
    site_url: Option<&str>,
) -> String {
    let document = Document {
        title: &page.screen.title,
        description: &page.screen.meta_description(policy),
        path: page.path.as_deref(),
        body: &page.body,
        has_app: true,
        script_path: None,
    };
    document.html(assets, site_url)
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

/// The path of an absolute address: `/docs/backup/` of `https://example.com/docs/backup/`.
fn url_path(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .map_or("/".to_owned(), |start| after_scheme[start..].to_owned())
}

fn write_api(dir: &Path, policy: &Policy, site_url: Option<&str>) -> Result<(), String> {
    let mut cells = Vec::new();
    for page in pages::all_pages(policy) {
        let Page::Answer(service, plan) = page else {
            continue;
        };
        let report = PlanReport::new(policy, service, plan);
        write_file(
            dir,
            &format!("{}{CARD_FILE_NAME}", report.path),
            &card(policy, &report, site_url),
        )?;
        let cell = CellJson::new(&report);
        write_file(
            dir,
            &format!("api/v1/{}/{}.json", cell.service, cell.plan),
            &json(&cell)?,
        )?;
        cells.push(cell);
    }
    write_file(dir, "api/v1/index.json", &json(&cells)?)?;
    let edition = edition_feed::EditionJson::new(policy);
    write_file(dir, "api/v1/edition.json", &json(&edition)?)?;
    write_file(dir, "api/v1/matrix.csv", &csv::cell_table(&cells))?;
    let calendar = edition_feed::calendar(policy, site_url.unwrap_or_default());
    write_file(dir, "api/v1/calendar.ics", &calendar)?;
    write_file(dir, "api/v1/cell.schema.json", &schema::cell())?;
    write_file(dir, "api/v1/view.schema.json", &schema::view())
}

/// The picture of an answer; its address is only said where it is known.
fn card(policy: &Policy, report: &PlanReport, site_url: Option<&str>) -> String {
    let (selection, _) = crate::domain::url::decode(policy, &report.path, "");
    let address = site_url.map(|site| format!("{site}{}", report.path));
    let sheet = ExportDocument::new(policy, &selection, None, &address.unwrap_or_default());
    card::card(&sheet, ColorScheme::Auto)
}

fn json(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

fn sitemap(policy: &Policy, site_url: &str) -> String {
    let addresses = pages::all_pages(policy)
        .into_iter()
        .map(|page| crate::domain::url::encode(policy, &page))
        .chain([PATH.to_owned()]);
    let site_url = if site_url.is_empty() { "./" } else { site_url };
    let urls: String = addresses
        .map(|address| {
            format!(
                "<url><loc>{}</loc></url>\n",
                escape_xml(&format!("{site_url}{address}"))
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

fn write_file(dir: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = dir.join(name);
    let explain = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(explain)?;
    }
    fs::write(&path, text).map_err(explain)
}
