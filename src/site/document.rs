//! The HTML document around a rendered page, with the metadata for browsers, search engines and link previews.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::domain::text::escape_xml;
use crate::export::card::{HEIGHT, WIDTH};
use crate::site::assets::{Assets, EditionFolder};
use crate::site::png;
use crate::site::styles::page_styles;
use crate::ui::{APP_STATUS_NOTICES, Links, icon_sprite};

/// Page to write as an HTML document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// Description for search engines and link previews.
    pub description: &'a str,
    /// Path below the index of its edition; `None` for the error page, which is served for any path.
    pub path: Option<&'a str>,
    /// The folder of its edition; `None` for the edition at the root of the site.
    pub folder: Option<&'a EditionFolder>,
    /// HTML of the page.
    pub body: &'a str,
    /// Whether the app is mounted on the page.
    pub has_app: bool,
    /// Path below the root of the page's own script; `None` if it has none.
    pub script_path: Option<&'a str>,
    /// Whether that script shows other pages of the site in iframes.
    pub has_preview: bool,
    /// Number of plans, which are the columns of the matrix.
    pub plan_count: usize,
    /// Whether there is a card as PNG beside the page, which says what the description does; not without the URL of the site.
    pub has_card: bool,
}

/// Attribute of what requires the app, as it is rendered.
const REQUIRES_APP: &str = " data-requires-app=\"\"";

/// CSS for browsers without scripts: hides what requires the app.
const NOSCRIPT_CSS: &str = "[data-requires-app],#app-failed{display:none!important}";

/// The line on a page with a preview whose script has not loaded. The styles show it as that of the app.
const SCRIPT_FAILED_NOTICE: &str = "<p id=\"app-failed\" role=\"status\" hidden>The choices and the preview didn’t \
    load. Reload to try again.</p>";

/// Names of query parameters, as alternatives of a regular expression, for the loader: those that are kept when the page changes,
/// without the display options, and those that belong to one service.
pub const KEPT_PARAMETERS: &str = "at|restore|hour|back|lose|pitr|services";
/// See [`KEPT_PARAMETERS`].
pub const OWN_PARAMETERS: &str = "off|deleted|persistence";

/// Returns the Content-Security-Policy of a page. The inline styles are allowed by their hashes.
fn security_policy(styles: &str, has_iframes: bool, is_development: bool) -> String {
    let [styles, noscript_css] =
        [styles, NOSCRIPT_CSS].map(|css| STANDARD.encode(Sha256::digest(css)));
    // Live reload needs an inline script and a socket.
    let (script, connect, trusted_types) = if is_development {
        (" 'unsafe-inline'", " ws:", "")
    } else {
        ("", "", "; require-trusted-types-for 'script'")
    };
    let frames = if has_iframes {
        "; frame-src 'self'"
    } else {
        ""
    };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{script}; connect-src 'self'{connect}; \
         style-src 'self' 'sha256-{styles}' 'sha256-{noscript_css}'; img-src 'self' data:; base-uri 'none'; form-action 'none'{frames}{trusted_types}"
    )
}

impl Document<'_> {
    /// Returns the document. `site_url` is the URL of the root, with a trailing slash, if it is known.
    pub fn html(&self, assets: &Assets, site_url: Option<&str>) -> String {
        let styles = page_styles(self.body, self.plan_count);
        let (title, description) = (escape_xml(self.title), escape_xml(self.description));
        let policy = security_policy(&styles, self.has_preview, assets.reload.is_some());
        let scripts = if self.has_app {
            self.app_tags(assets)
        } else {
            self.icon_tag() + &self.script_tag()
        };
        format!(
            "<!doctype html>\n<html lang=\"en\"{attributes}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             {canonical_link}\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:site_name\" content=\"Backup calculator\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             {card_tags}\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             {scripts}\
             <style>{styles}</style>\n<noscript><style>{NOSCRIPT_CSS}</style></noscript>\n</head>\n<body>\n{sprite}\n<div id=\"app\">{body}</div>\n{status_notices}\n{reload}</body>\n</html>\n",
            attributes = self.root_attributes(site_url),
            canonical_link = self.canonical_link(site_url),
            card_tags = self.card_tags(site_url),
            status_notices = self.status_notices(),
            sprite = icon_sprite(),
            // Until the loader runs, what needs the app gets no focus and no text.
            body = self
                .body
                .replace(REQUIRES_APP, &format!("{REQUIRES_APP} inert")),
            reload = assets.reload.as_deref().unwrap_or_default(),
        )
    }

    fn status_notices(&self) -> &'static str {
        match (self.has_app, self.has_preview) {
            (true, _) => APP_STATUS_NOTICES,
            (false, true) => SCRIPT_FAILED_NOTICE,
            (false, false) => "",
        }
    }

    /// Returns attributes of the root element: the URL to print while no script sets it; and for an error page of an unknown site,
    /// whose links cannot work and are hidden, `data-no-root`.
    fn root_attributes(&self, site_url: Option<&str>) -> String {
        match (self.path, site_url) {
            (Some(path), Some(site_url)) => {
                format!(
                    " data-printed=\"{}\"",
                    escape_xml(&format!("{site_url}{path}"))
                )
            }
            (None, None) => " data-no-root".to_owned(),
            _ => String::new(),
        }
    }

    /// Returns the link to the canonical URL if the URL of the site is known: a relative one says nothing to a search engine. The error
    /// page has none.
    fn canonical_link(&self, site_url: Option<&str>) -> String {
        match (self.path, site_url) {
            (None, _) => "<meta name=\"robots\" content=\"noindex\">\n".to_owned(),
            (Some(_), None) => String::new(),
            (Some(path), Some(site_url)) => {
                let url = escape_xml(&format!("{site_url}{path}"));
                format!(
                    "<link rel=\"canonical\" href=\"{url}\">\n<meta property=\"og:url\" content=\"{url}\">\n"
                )
            }
        }
    }

    /// Returns the tags for the card of a preview, which has to have an absolute URL.
    fn card_tags(&self, site_url: Option<&str>) -> String {
        let (Some(path), Some(site_url), true) = (self.path, site_url, self.has_card) else {
            return "<meta name=\"twitter:card\" content=\"summary\">\n".to_owned();
        };
        let (url, text) = (
            escape_xml(&format!("{site_url}{path}{}", png::FILE_NAME)),
            escape_xml(self.description),
        );
        format!(
            "<meta property=\"og:image\" content=\"{url}\">\n\
             <meta property=\"og:image:width\" content=\"{WIDTH}\">\n<meta property=\"og:image:height\" content=\"{HEIGHT}\">\n\
             <meta property=\"og:image:alt\" content=\"{text}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n"
        )
    }

    /// Returns links to the files at the root of the site.
    fn links(&self) -> Links {
        let folder = self.folder.map_or("", |folder| &folder.path);
        let path = self.path.unwrap_or_default();
        Links::from_page(&format!("{folder}{path}"))
    }

    fn script_tag(&self) -> String {
        self.script_path.map_or(String::new(), |path| {
            format!(
                "<script type=\"module\" src=\"{}\"></script>\n",
                self.links().href(path)
            )
        })
    }

    fn icon_tag(&self) -> String {
        let icon = self.links().href("icon.svg");
        format!("<link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n")
    }

    /// Returns the loader and preloads of what it loads. The error page may be served for a path of any depth: it tries the likely
    /// roots, of which only one has the loader.
    fn app_tags(&self, assets: &Assets) -> String {
        let boot = &assets.boot;
        if self.path.is_none() {
            let scripts = ["./", "../", "../../", "../../../", "../../../../"]
                .map(|root| boot_tag(&format!("{root}{boot}"), assets, None));
            return format!("<link rel=\"icon\" href=\"data:,\">\n{}", scripts.concat());
        }
        let links = self.links();
        format!(
            "{icon}{script}{policy}\
             <link rel=\"preload\" href=\"{styles}\" as=\"style\" crossorigin>\n\
             <link rel=\"modulepreload\" href=\"{app}\">\n\
             <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
            icon = self.icon_tag(),
            script = boot_tag(&links.href(boot), assets, self.folder),
            policy = self.folder.map_or(String::new(), |folder| {
                let policy = links.href(&folder.policy_file);
                format!("<link rel=\"preload\" href=\"{policy}\" as=\"fetch\" crossorigin>\n")
            }),
            styles = links.href(&assets.styles),
            app = links.href(&assets.app),
            wasm = links.href(&assets.wasm),
        )
    }
}

fn boot_tag(boot: &str, assets: &Assets, folder: Option<&EditionFolder>) -> String {
    let Assets {
        styles, app, wasm, ..
    } = assets;
    let edition = folder.map_or(String::new(), |folder| {
        let EditionFolder { path, policy_file } = folder;
        format!(" data-folder=\"{path}\" data-policy=\"{policy_file}\"")
    });
    format!(
        "<script type=\"module\" src=\"{boot}\"{edition} data-styles=\"{styles}\" data-app=\"{app}\" data-wasm=\"{wasm}\" \
         data-kept=\"{KEPT_PARAMETERS}\" data-own=\"{OWN_PARAMETERS}\"></script>\n"
    )
}
