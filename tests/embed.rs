//! Embed snippets: valid in their target format, whatever names a policy has.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::site::pages;
use backup_calculator::site::pages::embed_docs::{EmbedPage, Snippet, escape};
use fixtures::html_page::Page;
use fixtures::policy_edit::service;
use fixtures::{edited, parsed, policy};
use scraper::Html;

const ROOT: &str = "https://example.com/backup/";

fn all_snippets(page: &EmbedPage) -> impl Iterator<Item = &Snippet> {
    std::iter::once(&page.main_snippet).chain(&page.other_snippets)
}

#[test]
fn snippets_are_prerendered_for_the_whole_matrix() {
    let page = EmbedPage::new(&policy(), Some(ROOT), None);
    assert_eq!(page.placeholder_note, None);
    let texts: Vec<(&str, &str)> = all_snippets(&page)
        .map(|snippet| (snippet.id, snippet.text.as_str()))
        .collect();
    let element = "<backup-calculator theme=\"auto\">\n  \
                   <a href=\"https://example.com/backup/\">Can I get my data back?</a>\n</backup-calculator>";
    let script = "<script src=\"https://example.com/backup/embed.js\" async></script>";
    let expected = [
        ("embed-html", format!("{script}\n{element}")),
        (
            "embed-frame",
            "<iframe src=\"https://example.com/backup/?embed\" title=\"Can I get my data back?\"\n  \
             width=\"100%\" height=\"900\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"
                .to_owned(),
        ),
        (
            "embed-docusaurus",
            format!(
                "// docusaurus.config.js\nscripts: [{{ src: 'https://example.com/backup/embed.js', async: true }}],\n\n\
                 {{/* the page, .mdx */}}\n{element}"
            ),
        ),
        (
            "embed-sphinx",
            format!(".. raw:: html\n\n   {script}\n   {}", element.replace('\n', "\n   ")),
        ),
        (
            "embed-markdown",
            "[Can I get my data back?](https://example.com/backup/)".to_owned(),
        ),
    ];
    assert_eq!(
        texts,
        expected.each_ref().map(|(id, text)| (*id, text.as_str()))
    );
}

#[test]
fn without_a_root_url_snippets_have_a_placeholder() {
    let page = EmbedPage::new(&policy(), None, None);
    assert!(page.placeholder_note.unwrap().contains("Replace SITE with"));
    for snippet in all_snippets(&page) {
        assert!(snippet.text.contains("SITE/"), "{}", snippet.id);
        assert!(!snippet.text.contains("${"), "{}", snippet.id);
    }
}

#[test]
fn every_service_plan_size_and_theme_can_be_chosen() {
    let policy = policy();
    let page = EmbedPage::new(&policy, None, None);
    let page = Page::of(pages::render_embed_docs(&policy, &page));
    let values = |name: &str| -> Vec<String> {
        let options = page.select(&format!("select[name={name}] option"));
        options
            .into_iter()
            .map(|option| option.attr("value").unwrap().to_owned())
            .collect()
    };
    let all = |slugs: Vec<String>| [vec![String::new()], slugs].concat();
    let services = policy.services().map(|(_, service)| service.slug.clone());
    assert_eq!(values("service"), all(services.collect()));
    let plans = policy.plans().map(|(_, plan)| plan.slug.clone());
    assert_eq!(values("plan"), all(plans.collect()));
    assert_eq!(values("size"), ["", "line"]);
    assert_eq!(values("theme"), ["auto", "light", "dark"]);
}

#[test]
fn the_choice_is_previewed_in_both_widths_below_its_snippet() {
    let policy = policy();
    let page = Page::of(pages::render_embed_docs(
        &policy,
        &EmbedPage::new(&policy, None, None),
    ));
    let frames = page.select(".embed-preview[data-requires-app] [data-width]");
    let widths: Vec<&str> = frames
        .iter()
        .map(|frame| frame.attr("data-width").unwrap())
        .collect();
    assert_eq!(widths, ["760", "320"]);
    assert_eq!(
        page.texts(".embed-preview figcaption"),
        ["Page, 760 px", "Phone, 320 px"]
    );
    assert_eq!(
        page.select("[data-width] > backup-calculator:empty").len(),
        2
    );
    // The snippet for most pages is open, the others open; all are before the preview.
    assert_eq!(page.select(".embed-columns:has(#embed-html)").len(), 1);
    assert!(page.select("details #embed-html").is_empty());
    assert_eq!(page.select("details.disclosure:not([open]) code").len(), 4);
    assert_eq!(page.select(".embed-columns ~ .embed-preview").len(), 1);
}

#[test]
fn hostile_names_are_escaped_in_every_snippet() {
    const NAME: &str = "A</a><script>\"'{x}[y](z)`*_\\&amp;${root}";
    let policy = parsed(&edited(|policy| {
        service(policy, "redis")["short_name"] = NAME.into();
    }));
    let page = Page::of(pages::render_embed_docs(
        &policy,
        &EmbedPage::new(&policy, Some(ROOT), None),
    ));
    let option = page.only("option[value=redis]");
    assert_eq!(option.text().collect::<String>(), NAME);
    let name = option.attr("data-escaped-name").unwrap();
    assert_eq!(name, escape(NAME));
    // No character that is special in HTML, MDX, Markdown or the templates.
    let signs = [
        '<', '>', '"', '\'', '{', '}', '[', ']', '\\', '`', '*', '_', '$',
    ];
    assert_eq!(name.find(signs), None, "{name}");
    let html = Html::parse_fragment(&format!("<p title=\"{name}\">{name}</p>"));
    assert_eq!(html.root_element().text().collect::<String>(), NAME);
}
