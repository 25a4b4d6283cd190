//! Writes the pages, the JSON, the schemas, the sitemap and the headers into the folder that Trunk publishes.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use crate::domain::text::escape;
use crate::domain::{Page, Policy, matrix};
use crate::export::csv;
use crate::export::json::CellObject;
use crate::export::svg::{self, Scheme};
use crate::report::embed::{self, EmbedPage};
use crate::report::programs::{ADDRESS, TITLE};
use crate::report::screen::SITE;
use crate::report::take::CARD;
use crate::report::{Report, Sheet};
use crate::site::assets::{self, Assets};
use crate::site::document::Document;
use crate::site::pages::{self, Rendered};
use crate::site::programs;
use crate::site::schema;
use crate::site::{editions, headers};

/// Writes the site. `site_url` is its public address, if it is known.
///
/// # Errors
/// What is wrong with the policy, or with the folder.
pub fn write(dir: &Path, site_url: Option<String>) -> Result<String, String> {
    let policy = matrix::parse(matrix::POLICY).map_err(|problems| matrix::told(&problems))?;
    write_policy(dir, &Rc::new(policy), site_url)
}

/// Writes the site of a policy.
///
/// # Errors
/// What is wrong with the public address, or with the folder.
pub fn write_policy(
    dir: &Path,
    policy: &Rc<Policy>,
    site_url: Option<String>,
) -> Result<String, String> {
    let site_url = site_url
        .filter(|url| !url.is_empty())
        .map(with_slash)
        .transpose()?;
    let assets = assets::rename(dir)?;
    for page in pages::all(policy) {
        let rendered = pages::render(policy, page, None);
        let file = format!(
            "{}index.html",
            rendered.address.as_deref().unwrap_or_default()
        );
        put(
            dir,
            &file,
            &document(policy, &rendered, &assets, site_url.as_deref()),
        )?;
    }
    let root = site_url.as_deref().map(path_of);
    let missing = pages::render(policy, pages::missing(), root.as_deref());
    put(
        dir,
        "404.html",
        &document(policy, &missing, &assets, site_url.as_deref()),
    )?;
    put(
        dir,
        &format!("{ADDRESS}index.html"),
        &programs_page(policy, &assets, site_url.as_deref())?,
    )?;
    put(
        dir,
        &format!("{}index.html", embed::ADDRESS),
        &embed_page(policy, &assets, site_url.as_deref()),
    )?;
    put(dir, "_headers", &headers::headers(&assets))?;
    write_api(dir, policy, site_url.as_deref())?;
    put(dir, "policy/policy.schema.json", &schema::policy())?;
    put(
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
    let page = programs::programs(policy, site_url)?;
    let document = Document {
        title: &format!("{TITLE} · {SITE}"),
        description: &page.lead.clone(),
        address: Some(ADDRESS),
        body: &pages::programs(policy, page),
        live: false,
        script: None,
    };
    Ok(document.html(assets, site_url))
}

/// The page that says what to paste into pages of other sites.
fn embed_page(policy: &Rc<Policy>, assets: &Assets, site_url: Option<&str>) -> String {
    let page = EmbedPage::new(policy, site_url);
    let document = Document {
        title: &format!("{} · {SITE}", embed::TITLE),
        description: page.lead,
        address: Some(embed::ADDRESS),
        body: &pages::embed(policy, page),
        live: false,
        script: Some(assets::SNIPPETS),
    };
    document.html(assets, site_url)
}

fn document(policy: &Policy, page: &Rendered, assets: &Assets, site_url: Option<&str>) -> String {
    let document = Document {
        title: &page.screen.title,
        description: &page.screen.description(policy),
        address: page.address.as_deref(),
        body: &page.body,
        live: true,
        script: None,
    };
    document.html(assets, site_url)
}

fn with_slash(url: String) -> Result<String, String> {
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
fn path_of(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .map_or("/".to_owned(), |start| after_scheme[start..].to_owned())
}

fn write_api(dir: &Path, policy: &Policy, site_url: Option<&str>) -> Result<(), String> {
    let mut cells = Vec::new();
    for page in pages::all(policy) {
        let Page::Answer(service, plan) = page else {
            continue;
        };
        let report = Report::new(policy, service, plan);
        put(
            dir,
            &format!("{}{CARD}", report.address),
            &card(policy, &report, site_url),
        )?;
        let cell = CellObject::new(&report);
        put(
            dir,
            &format!("api/v1/{}/{}.json", cell.service, cell.plan),
            &json(&cell)?,
        )?;
        cells.push(cell);
    }
    put(dir, "api/v1/index.json", &json(&cells)?)?;
    let edition = editions::EditionObject::new(policy);
    put(dir, "api/v1/edition.json", &json(&edition)?)?;
    put(dir, "api/v1/matrix.csv", &csv::cells(&cells))?;
    let calendar = editions::calendar(policy, site_url.unwrap_or_default());
    put(dir, "api/v1/calendar.ics", &calendar)?;
    put(dir, "api/v1/cell.schema.json", &schema::cell())?;
    put(dir, "api/v1/view.schema.json", &schema::sheet())
}

/// The picture of an answer; its address is only said where it is known.
fn card(policy: &Policy, report: &Report, site_url: Option<&str>) -> String {
    let (selection, _) = crate::domain::address::decode(policy, &report.address, "");
    let address = site_url.map(|site| format!("{site}{}", report.address));
    let sheet = Sheet::new(policy, &selection, None, &address.unwrap_or_default());
    svg::card(&sheet, Scheme::Auto)
}

fn json(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

fn sitemap(policy: &Policy, site_url: &str) -> String {
    let addresses = pages::all(policy)
        .into_iter()
        .map(|page| crate::domain::address::encode(policy, &page))
        .chain([ADDRESS.to_owned()]);
    let site_url = if site_url.is_empty() { "./" } else { site_url };
    let urls: String = addresses
        .map(|address| {
            format!(
                "<url><loc>{}</loc></url>\n",
                escape(&format!("{site_url}{address}"))
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

fn put(dir: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = dir.join(name);
    let explain = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(explain)?;
    }
    fs::write(&path, text).map_err(explain)
}
