//! The page that says what to paste into a page of one's own, so that it shows an answer there. The texts are
//! templates: the build fills them for the whole table, and the page's script for whatever is chosen.

use crate::domain::{Policy, Theme};

/// Its title.
pub const PAGE_TITLE: &str = "Show it in a page of your own";

/// Its address below the site's root. The app does not know it, and lets the browser load it.
pub const PATH: &str = "embed/";

/// What the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedPage {
    /// What follows the title.
    pub lead: &'static str,
    /// What the texts say in the place of the address of the site, where only scripts know it.
    pub placeholder_note: Option<&'static str>,
    /// What can be chosen.
    pub choices: [SelectOptions; 3],
    /// What to paste, for each sort of page.
    pub snippets: [Snippet; 5],
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOptions {
    /// What it is called in addresses.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// The values: as in addresses, and in words.
    pub options: Vec<(String, String)>,
}

/// A text to paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The id of the element that holds it.
    pub id: &'static str,
    /// What sort of page it is for.
    pub name: &'static str,
    /// What to do with it, where it is not pasted as it stands.
    pub hint: &'static str,
    /// Its template.
    pub template: String,
    /// Another template for what has no picture of its own: all but an answer.
    pub fallback_template: Option<&'static str>,
    /// The text for the whole table.
    pub text: String,
}

const ELEMENT_TEMPLATE: &str = "<backup-calculator${attributes}>\n  <a href=\"${root}${address}\">${title}</a>\n</backup-calculator>";
const SCRIPT_TEMPLATE: &str = "<script src=\"${root}embed.js\" async></script>";
const FRAME_TEMPLATE: &str = "<iframe src=\"${root}${address}?embed${look}\" title=\"${title}\"\n  width=\"100%\" height=\"900\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>";
const PICTURE_TEMPLATE: &str = "[![${title}](${root}${address}card.svg)](${root}${address})";
const LINK_TEMPLATE: &str = "[${title}](${root}${address})";

/// What a link to the calculator asks, before the names of what it is about.
pub const LINK_QUESTION: &str = "Can I get my data back?";

impl EmbedPage {
    /// What to say of a site. `site_url` is the public address of its root, if it is known.
    pub fn new(policy: &Policy, site_url: Option<&str>) -> Self {
        let root = site_url.unwrap_or("SITE/");
        let html = format!("{SCRIPT_TEMPLATE}\n{ELEMENT_TEMPLATE}");
        let docusaurus = format!(
            "// docusaurus.config.js\nscripts: [{{ src: '${{root}}embed.js', async: true }}],\n\n{{/* the page, .mdx */}}\n{ELEMENT_TEMPLATE}"
        );
        let sphinx = format!(".. raw:: html\n\n   {}", html.replace('\n', "\n   "));
        let snippet =
            |id, name, hint, template: String, fallback_template: Option<&'static str>| Snippet {
                id,
                name,
                hint,
                text: render_template(fallback_template.unwrap_or(&template), root),
                template,
                fallback_template,
            };
        Self {
            lead: "A page of documentation shows the row of a service with its answer, the incident and the figures, or \
                   the whole table. With the script the frame is as high as it needs and follows the colours of the \
                   page around; a link stands there where frames or scripts are forbidden.",
            placeholder_note: site_url.is_none().then_some(
                "In the texts SITE stands for the address of this site. With scripts this page says it, and lets you choose.",
            ),
            choices: choices(policy),
            snippets: [
                snippet("embed-html", "HTML", "", html, None),
                snippet(
                    "embed-frame",
                    "HTML without a script",
                    "A frame of a fixed height, in the colours that are named or those of the reader’s system.",
                    FRAME_TEMPLATE.to_owned(),
                    None,
                ),
                snippet(
                    "embed-docusaurus",
                    "Docusaurus",
                    "The script goes into the configuration, once: in a page it would not run.",
                    docusaurus,
                    None,
                ),
                snippet("embed-sphinx", "Sphinx", "", sphinx, None),
                snippet(
                    "embed-markdown",
                    "Markdown",
                    "For READMEs and wikis: a picture of an answer that leads to it, or a plain link.",
                    PICTURE_TEMPLATE.to_owned(),
                    Some(LINK_TEMPLATE),
                ),
            ],
        }
    }
}

/// A template for the whole table.
fn render_template(template: &str, root: &str) -> String {
    template
        .replace("${root}", root)
        .replace("${attributes}", " theme=\"auto\"")
        .replace("${title}", LINK_QUESTION)
        .replace("${address}", "")
        .replace("${look}", "")
}

fn choices(policy: &Policy) -> [SelectOptions; 3] {
    let services = policy.services();
    let services = services.map(|(_, service)| (service.slug.clone(), service.short_name.clone()));
    let plans = policy.plans();
    let plans = plans.map(|(_, plan)| (plan.slug.clone(), plan.name.clone()));
    let first = |text: &str| std::iter::once((String::new(), text.to_owned()));
    let choice = |name, label, options| SelectOptions {
        name,
        label,
        options,
    };
    let themes = [
        (Theme::Auto, "As the page around"),
        (Theme::Light, "Light"),
        (Theme::Dark, "Dark"),
    ];
    let themes = themes.map(|(theme, words)| (theme.as_str().to_owned(), words.to_owned()));
    [
        choice(
            "service",
            "Service",
            first("All services").chain(services).collect(),
        ),
        choice("plan", "Plan", first("All plans").chain(plans).collect()),
        choice("theme", "Colours", themes.into()),
    ]
}

/// Every sign that means something in HTML, MDX or Markdown as a number, which each of them reads.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '&' | '<' | '>' | '"' | '\'' | '{' | '}' | '[' | ']' | '\\' | '`' | '*' | '_' | '$' => {
                escaped.push_str(&format!("&#{};", u32::from(sign)));
            }
            _ => escaped.push(sign),
        }
    }
    escaped
}
