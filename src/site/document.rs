//! The HTML document around a rendered page: what a browser, a search engine and a chat want to know of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::domain::text::escape_xml;
use crate::site::assets::Assets;
use crate::ui::{APP_FAILED_NOTICE, Links, STYLES, icon_sprite};

/// A page to be written.
pub struct Document<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// What a search engine or a chat shows.
    pub description: &'a str,
    /// Address below the root; none for the error page, which is served from anywhere.
    pub path: Option<&'a str>,
    /// The rendered page.
    pub body: &'a str,
    /// Whether the app takes it over.
    pub has_app: bool,
    /// A script of its own, by its address below the root. Such a page may show others of the site in frames.
    pub script_path: Option<&'a str>,
}

/// The styles of every page, in one text without comments.
pub fn styles() -> String {
    let mut rest = STYLES.concat();
    let mut all = String::with_capacity(rest.len());
    while let Some(start) = rest.find("/*") {
        all.push_str(&rest[..start]);
        let end = rest[start..]
            .find("*/")
            .map_or(rest.len(), |end| start + end + 2);
        rest = rest[end..].to_owned();
    }
    all.push_str(&rest);
    all.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Without scripts, what works with them only is not shown.
const NOSCRIPT_CSS: &str = "[data-live-only]{display:none!important}";

/// The Content-Security-Policy of every page; the two inline styles are allowed by their hashes.
fn security_policy(styles: &str, frames: bool, development: bool) -> String {
    let [hash, without_scripts] =
        [styles, NOSCRIPT_CSS].map(|style| STANDARD.encode(Sha256::digest(style)));
    // Live reload needs an inline script and a socket: in development only.
    let (script, connect) = if development {
        (" 'unsafe-inline'", " ws:")
    } else {
        ("", "")
    };
    let trusted = if development {
        ""
    } else {
        "; require-trusted-types-for 'script'"
    };
    let frames = if frames { "; frame-src 'self'" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{script}; connect-src 'self'{connect}; \
         style-src 'self' 'sha256-{hash}' 'sha256-{without_scripts}'; img-src 'self' data:; base-uri 'none'; form-action 'none'{frames}{trusted}"
    )
}

impl Document<'_> {
    /// The whole file. `site_url` is the public address of the root, with a trailing slash, if it is known.
    pub fn html(&self, assets: &Assets, site_url: Option<&str>) -> String {
        let styles = styles();
        let (title, description) = (escape_xml(self.title), escape_xml(self.description));
        // Printed as it is where scripts do not say it.
        let place = self.path.zip(site_url);
        let place = place.map(|(address, site)| escape_xml(&format!("{site}{address}")));
        let place = place.map(|place| format!(" data-address=\"{place}\""));
        let policy = security_policy(&styles, self.script_path.is_some(), assets.reload.is_some());
        format!(
            "<!doctype html>\n<html lang=\"en\"{lost}{printed}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             {place}\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:site_name\" content=\"Backup calculator\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             <meta name=\"twitter:card\" content=\"summary\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             {program}\
             <style>{styles}</style>\n<noscript><style>{NOSCRIPT_CSS}</style></noscript>\n</head>\n<body>\n{sprite}\n<div id=\"app\">{body}</div>\n{live_off}\n{reload}</body>\n</html>\n",
            // Without a public address the error page cannot know where its links lead, and hides them.
            lost = if self.path.is_none() && site_url.is_none() {
                " data-lost"
            } else {
                ""
            },
            printed = place.unwrap_or_default(),
            place = self.canonical_link(site_url),
            program = if self.has_app {
                self.app_tags(assets)
            } else {
                self.icon() + &self.script_tag()
            },
            live_off = if self.has_app { APP_FAILED_NOTICE } else { "" },
            sprite = icon_sprite(),
            body = self.body,
            reload = assets.reload.as_deref().unwrap_or_default(),
        )
    }

    /// Its canonical address. Without a public address it is relative to the page, which is right anywhere.
    fn canonical_link(&self, site_url: Option<&str>) -> String {
        match (self.path, site_url) {
            (None, _) => "<meta name=\"robots\" content=\"noindex\">\n".to_owned(),
            (Some(_), None) => "<link rel=\"canonical\" href=\"./\">\n".to_owned(),
            (Some(address), Some(site)) => {
                let url = escape_xml(&format!("{site}{address}"));
                format!(
                    "<link rel=\"canonical\" href=\"{url}\">\n<meta property=\"og:url\" content=\"{url}\">\n"
                )
            }
        }
    }

    fn script_tag(&self) -> String {
        let links = Links::from_page(self.path.unwrap_or_default());
        let script = self.script_path.map(|script| links.href(script));
        script.map_or(String::new(), |script| {
            format!("<script type=\"module\" src=\"{script}\"></script>\n")
        })
    }

    fn icon(&self) -> String {
        let icon = Links::from_page(self.path.unwrap_or_default()).href("icon.svg");
        format!("<link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n")
    }

    /// The loader and what it will fetch. The error page may lie at any depth: it tries the likely ones, of which
    /// only one exists.
    fn app_tags(&self, assets: &Assets) -> String {
        let Assets {
            boot, app, wasm, ..
        } = assets;
        let Some(address) = self.path else {
            let tries = ["./", "../", "../../", "../../../", "../../../../"]
                .map(|prefix| script(&format!("{prefix}{boot}"), app, wasm));
            return format!("<link rel=\"icon\" href=\"data:,\">\n{}", tries.concat());
        };
        let links = Links::from_page(address);
        format!(
            "{icon}{script}\
             <link rel=\"modulepreload\" href=\"{app}\">\n\
             <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
            icon = self.icon(),
            script = script(&links.href(boot), app, wasm),
            app = links.href(app),
            wasm = links.href(wasm),
        )
    }
}

fn script(boot: &str, app: &str, wasm: &str) -> String {
    format!(
        "<script type=\"module\" src=\"{boot}\" data-app=\"{app}\" data-wasm=\"{wasm}\"></script>\n"
    )
}
