//! What somebody pastes into a page of their own, so that it shows the answer there.

use crate::domain::text::join;
use crate::domain::{Embed, Look, Page, Policy, Selection, Theme, WhatIf, address};

/// How to show a page of the calculator in a page of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedKit {
    /// What it is called there.
    pub title: String,
    /// Address of what is shown there, below the site's root.
    pub framed: String,
    /// The colours to choose from: their names, the addresses of this page in them, and which are chosen.
    pub themes: [(&'static str, String, bool); 3],
    /// What to paste, for each sort of page.
    pub snippets: [Snippet; 5],
}

/// A text to paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The id of the element that holds it.
    pub id: &'static str,
    /// What sort of page it is for.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

impl EmbedKit {
    /// For a page whose answer can stand alone: the table, a service, or an answer. `root` is the absolute address of
    /// the site's root, with a slash at its end.
    pub fn new(policy: &Policy, selection: &Selection, root: &str) -> Option<Self> {
        let page = &selection.page;
        let theme = selection.case.look.theme;
        let title = title(policy, page)?;
        let look = |embed| Look { embed, theme };
        let case = WhatIf {
            look: look(Embed::Row),
            ..WhatIf::default()
        };
        let framed = address::encode_with(policy, page, &case);
        let in_theme = |theme: Theme| {
            let mut case = selection.case.clone();
            case.look.theme = theme;
            let chosen = look(Embed::No).theme == theme;
            let address = address::encode_with(policy, page, &case);
            (theme.name(), address, chosen)
        };
        let paste = Paste {
            name: escape(&title),
            page: format!("{root}{}", address::encode(policy, page)),
            root,
            attributes: attributes(policy, page, theme),
        };
        Some(Self {
            snippets: paste.snippets(&framed, matches!(page, Page::Answer(..))),
            title,
            framed,
            themes: Theme::ALL.map(in_theme),
        })
    }
}

fn title(policy: &Policy, page: &Page) -> Option<String> {
    let about = match page {
        Page::Index => return Some("Can I get my data back?".to_owned()),
        Page::Service(service) => policy.service(*service).short_name.clone(),
        Page::Answer(service, plan) => {
            let (service, plan) = (policy.service(*service), policy.plan(*plan));
            join(&[&service.short_name, &plan.name], " ")
        }
        _ => return None,
    };
    Some(format!("{about}: can I get my data back?"))
}

/// The attributes of the element, each after a space. Their values are words that need no escape.
fn attributes(policy: &Policy, page: &Page, theme: Theme) -> String {
    let address = address::encode(policy, page);
    let mut all = String::new();
    let words = address.split('/').filter(|word| !word.is_empty());
    let named = ["service", "plan"].into_iter().zip(words);
    for (name, value) in named.chain([("theme", theme.name())]) {
        all = join(&[&all, " ", name, "=\"", value, "\""], "");
    }
    all
}

/// Every sign that means something in HTML, MDX or Markdown as a number, which each of them reads.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '&' | '<' | '>' | '"' | '\'' | '{' | '}' | '[' | ']' | '\\' | '`' | '*' | '_' => {
                escaped.push_str(&format!("&#{};", u32::from(sign)));
            }
            _ => escaped.push(sign),
        }
    }
    escaped
}

/// The parts of all snippets.
struct Paste<'a> {
    name: String,
    page: String,
    root: &'a str,
    attributes: String,
}

impl Paste<'_> {
    fn snippets(&self, framed: &str, pictured: bool) -> [Snippet; 5] {
        let Self {
            name, page, root, ..
        } = self;
        let element = format!(
            "<backup-calculator{}>\n  <a href=\"{page}\">{name}</a>\n</backup-calculator>",
            self.attributes
        );
        let html = format!("<script src=\"{root}embed.js\" async></script>\n{element}");
        let frame = format!(
            "<iframe src=\"{root}{}\" title=\"{name}\"\n  width=\"100%\" height=\"900\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
            framed.replace('&', "&amp;")
        );
        let docusaurus = format!(
            "// docusaurus.config.js, once\nscripts: [{{ src: '{root}embed.js', async: true }}],\n\n{{/* the page, .mdx */}}\n{element}"
        );
        let sphinx = format!(".. raw:: html\n\n   {}", html.replace('\n', "\n   "));
        let picture = format!("![{name}]({page}card.svg)");
        let shown = if pictured { &picture } else { name };
        let markdown = format!("[{shown}]({page})");
        let snippet = |id, name, text| Snippet { id, name, text };
        [
            snippet("embed-html", "HTML", html),
            snippet("embed-frame", "HTML without a script", frame),
            snippet("embed-docusaurus", "Docusaurus", docusaurus),
            snippet("embed-sphinx", "Sphinx", sphinx),
            snippet("embed-markdown", "Markdown", markdown),
        ]
    }
}
