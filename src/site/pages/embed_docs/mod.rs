//! The documentation on embedding: snippets that show an answer in a page of another site. The snippets are templates: the
//! build renders them for the whole matrix, and the script of the page (`static/snippets.js`) for what is selected.

mod view;

use crate::domain::{Policy, Theme};
use crate::site::assets::EditionFolder;

/// Title of the page.
pub const PAGE_TITLE: &str = "Embed the calculator";

/// Text of a link to the calculator, before the names of service and plan.
pub const LINK_QUESTION: &str = "Can I get my data back?";

/// Content of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedPage {
    /// Text after the title.
    pub lead: &'static str,
    /// Meaning of the placeholder for the root's URL; `None` if the URL is known.
    pub placeholder_note: Option<&'static str>,
    /// What can be selected: service, plan, size and theme.
    pub choices: [SelectOptions; 4],
    /// Name of the edition in a folder; empty for that at the root.
    pub edition: String,
    /// The snippet for most pages.
    pub main_snippet: Snippet,
    /// The snippets for other kinds of pages.
    pub other_snippets: [Snippet; 4],
    /// The widths at which the choice is shown.
    pub previews: [Preview; 2],
}

/// Options of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOptions {
    /// Name of the `<select>` element and of the attribute in the snippet.
    pub name: &'static str,
    /// Label.
    pub label: &'static str,
    /// The options.
    pub options: Vec<SelectOption>,
}

/// Option of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// Value in URLs; empty for all.
    pub value: String,
    /// Label.
    pub label: String,
}

/// Snippet to paste into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Id of the element with the text.
    pub id: &'static str,
    /// Kind of page that it is for.
    pub name: &'static str,
    /// What it is, in a few words.
    pub summary: &'static str,
    /// How to use it; empty if it is pasted as it is.
    pub hint: &'static str,
    /// Template.
    pub template: String,
    /// Template for what is not an answer; `None` if it is the same.
    pub fallback_template: Option<&'static str>,
    /// Text for the whole matrix.
    pub text: String,
}

/// Preview of the choice in a page of another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Width of the element, in pixels.
    pub width: u16,
    /// Label.
    pub label: String,
}

/// Widths of the previews, in pixels: the column of a documentation site, and the narrowest phone.
const PREVIEW_WIDTHS: [(u16, &str); 2] = [(760, "Page"), (320, "Phone")];

/// Height of an iframe that no script fits to its content, in pixels.
pub const FRAME_HEIGHT: &str = "900";
/// Height of such an iframe with the headline alone, which can be four lines on a phone.
pub const LINE_FRAME_HEIGHT: &str = "100";

const ELEMENT_TEMPLATE: &str = "<backup-calculator${attributes}>\n  <a href=\"${root}${path}\">${title}</a>\n</backup-calculator>";
const SCRIPT_TEMPLATE: &str = "<script src=\"${root}embed.js\" async></script>";
const FRAME_TEMPLATE: &str = "<iframe src=\"${root}${path}?embed${size}${theme}\" title=\"${title}\"\n  width=\"100%\" height=\"${height}\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>";
const PICTURE_TEMPLATE: &str = "[![${title}](${root}${path}card.svg)](${root}${path})";
const LINK_TEMPLATE: &str = "[${title}](${root}${path})";

impl EmbedPage {
    /// Builds the page. `site_url` is the URL of the root if it is known.
    pub fn new(policy: &Policy, site_url: Option<&str>, folder: Option<&EditionFolder>) -> Self {
        let folder = folder.map_or("", |folder| &folder.path);
        // The script is at the root of the site.
        let root = site_url.map_or("SITE/", |url| url.strip_suffix(folder).unwrap_or(url));
        let edition = folder.trim_end_matches('/');
        let [main_snippet, other_snippets @ ..] = snippets(root, edition);
        Self {
            lead: "Add a result or the full table to your docs. The script sets the height and matches your theme. \
                   If scripts or frames are blocked, readers see a link.",
            placeholder_note: site_url.is_none().then_some(
                "Replace SITE with the URL of this site. Turn on JavaScript to choose a service.",
            ),
            choices: choices(policy),
            edition: edition.to_owned(),
            main_snippet,
            other_snippets,
            previews: PREVIEW_WIDTHS.map(|(width, name)| Preview {
                width,
                label: format!("{name}, {width} px"),
            }),
        }
    }
}

fn snippets(root: &str, edition: &str) -> [Snippet; 5] {
    let html = format!("{SCRIPT_TEMPLATE}\n{ELEMENT_TEMPLATE}");
    let docusaurus = format!(
        "// docusaurus.config.js\nscripts: [{{ src: '${{root}}embed.js', async: true }}],\n\n{{/* the page, .mdx */}}\n{ELEMENT_TEMPLATE}"
    );
    let sphinx = format!(".. raw:: html\n\n   {}", html.replace('\n', "\n   "));
    let snippet = |id, name, summary, hint, template: String| Snippet {
        id,
        name,
        summary,
        hint,
        text: render_template(&template, root, edition),
        template,
        fallback_template: None,
    };
    [
        snippet("embed-html", "HTML", "", "", html),
        snippet(
            "embed-frame",
            "HTML without JavaScript",
            "An iframe of fixed height",
            "Fixed height. Uses the theme you select or the reader’s system theme. A sandbox around it \
             must have allow-scripts and allow-same-origin.",
            FRAME_TEMPLATE.to_owned(),
        ),
        snippet(
            "embed-docusaurus",
            "Docusaurus",
            "The script in the config",
            "Add the script to the Docusaurus config. Scripts in MDX pages don’t run.",
            docusaurus,
        ),
        snippet("embed-sphinx", "Sphinx", "Raw HTML", "", sphinx),
        Snippet {
            fallback_template: Some(LINK_TEMPLATE),
            text: render_template(LINK_TEMPLATE, root, edition),
            ..snippet(
                "embed-markdown",
                "Markdown",
                "An image or a link",
                "For READMEs and wikis. Shows an image that links to the result, or a link.",
                PICTURE_TEMPLATE.to_owned(),
            )
        },
    ]
}

/// Renders a template for the whole matrix. `edition` is the one in a folder; empty for that at the root.
fn render_template(template: &str, root: &str, edition: &str) -> String {
    let (attribute, path) = match edition {
        "" => (String::new(), String::new()),
        _ => (format!(" edition=\"{edition}\""), format!("{edition}/")),
    };
    template
        .replace("${root}", root)
        .replace("${attributes}", &format!("{attribute} theme=\"auto\""))
        .replace("${title}", LINK_QUESTION)
        .replace("${path}", &path)
        .replace("${size}", "")
        .replace("${height}", FRAME_HEIGHT)
        .replace("${theme}", "")
}

fn choices(policy: &Policy) -> [SelectOptions; 4] {
    let option = |value: &str, label: &str| SelectOption {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    let services = policy
        .services()
        .map(|(_, service)| option(&service.slug, &service.short_name));
    let plans = policy
        .plans()
        .map(|(_, plan)| option(&plan.slug, &plan.name));
    let themes = [
        (Theme::Auto, "Match page"),
        (Theme::Light, "Light"),
        (Theme::Dark, "Dark"),
    ];
    [
        SelectOptions {
            name: "service",
            label: "Service",
            options: std::iter::once(option("", "All services"))
                .chain(services)
                .collect(),
        },
        SelectOptions {
            name: "plan",
            label: "Plan",
            options: std::iter::once(option("", "All plans"))
                .chain(plans)
                .collect(),
        },
        SelectOptions {
            name: "size",
            label: "Size",
            options: vec![option("", "Full"), option("line", "One line")],
        },
        SelectOptions {
            name: "theme",
            label: "Theme",
            options: themes
                .map(|(theme, label)| option(theme.as_str(), label))
                .into(),
        },
    ]
}

/// Escapes a text for HTML, MDX and Markdown at once: characters with a meaning in any of them become numeric character references.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' | '<' | '>' | '"' | '\'' | '{' | '}' | '[' | ']' | '\\' | '`' | '*' | '_' | '$' => {
                escaped.push_str(&format!("&#{};", u32::from(c)));
            }
            _ => escaped.push(c),
        }
    }
    escaped
}
