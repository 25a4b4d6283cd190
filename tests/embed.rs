//! What to paste into pages of other sites: texts that work there, whatever a policy's names are.

mod fixtures;

use backup_calculator::domain::address::decode;
use backup_calculator::report::EmbedKit;
use fixtures::edit::service;
use fixtures::{edited, parsed, policy};
use scraper::{Html, Selector};

const ROOT: &str = "https://example.com/backup/";

fn kit(path: &str, query: &str) -> Option<EmbedKit> {
    let policy = policy();
    let (selection, _) = decode(&policy, path, query);
    EmbedKit::new(&policy, &selection, ROOT)
}

#[track_caller]
fn check(kit: &EmbedKit, id: &str, expected: &str) {
    let snippet = kit.snippets.iter().find(|snippet| snippet.id == id);
    assert_eq!(snippet.unwrap().text, expected);
}

#[test]
fn an_answer_is_shown_with_its_service_and_plan() {
    let kit = kit("postgresql/business/", "").unwrap();
    assert_eq!(kit.title, "PostgreSQL Business: can I get my data back?");
    check(
        &kit,
        "embed-html",
        "<script src=\"https://example.com/backup/embed.js\" async></script>\n\
         <backup-calculator service=\"postgresql\" plan=\"business\" theme=\"auto\">\n  \
         <a href=\"https://example.com/backup/postgresql/business/\">PostgreSQL Business: can I get my data back?</a>\n\
         </backup-calculator>",
    );
    check(
        &kit,
        "embed-frame",
        "<iframe src=\"https://example.com/backup/postgresql/business/?embed\" title=\"PostgreSQL Business: can I get my data back?\"\n  \
         width=\"100%\" height=\"900\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
    );
    check(
        &kit,
        "embed-docusaurus",
        "// docusaurus.config.js, once\n\
         scripts: [{ src: 'https://example.com/backup/embed.js', async: true }],\n\n\
         {/* the page, .mdx */}\n\
         <backup-calculator service=\"postgresql\" plan=\"business\" theme=\"auto\">\n  \
         <a href=\"https://example.com/backup/postgresql/business/\">PostgreSQL Business: can I get my data back?</a>\n\
         </backup-calculator>",
    );
    check(
        &kit,
        "embed-sphinx",
        ".. raw:: html\n\n   \
         <script src=\"https://example.com/backup/embed.js\" async></script>\n   \
         <backup-calculator service=\"postgresql\" plan=\"business\" theme=\"auto\">\n     \
         <a href=\"https://example.com/backup/postgresql/business/\">PostgreSQL Business: can I get my data back?</a>\n   \
         </backup-calculator>",
    );
    check(
        &kit,
        "embed-markdown",
        "[![PostgreSQL Business: can I get my data back?](https://example.com/backup/postgresql/business/card.svg)]\
         (https://example.com/backup/postgresql/business/)",
    );
}

#[test]
fn a_service_and_the_table_are_shown_whole_and_have_no_picture() {
    let service = kit("redis/", "").unwrap();
    let markdown = "[Redis: can I get my data back?](https://example.com/backup/redis/)";
    check(&service, "embed-markdown", markdown);
    assert!(
        service.snippets[0]
            .text
            .contains("<backup-calculator service=\"redis\" theme=\"auto\">")
    );
    let table = kit("", "").unwrap();
    let markdown = "[Can I get my data back?](https://example.com/backup/)";
    check(&table, "embed-markdown", markdown);
    assert!(
        table.snippets[0]
            .text
            .contains("<backup-calculator theme=\"auto\">")
    );
    assert!(
        table.snippets[1]
            .text
            .contains("src=\"https://example.com/backup/?embed\"")
    );
    for path in ["stack/", "nonsense/"] {
        assert_eq!(kit(path, ""), None, "{path}");
    }
}

#[test]
fn the_colours_of_the_page_are_those_of_the_snippets_and_the_case_stays_behind() {
    let kit = kit("redis/startup/", "at=2026-11-21T14:37Z&theme=dark").unwrap();
    assert_eq!(kit.framed, "redis/startup/?embed&theme=dark");
    let frame = "src=\"https://example.com/backup/redis/startup/?embed&amp;theme=dark\"";
    assert!(kit.snippets[1].text.contains(frame));
    assert!(kit.snippets[0].text.contains("theme=\"dark\""));
    let page = "redis/startup/?at=2026-11-21T14:37Z";
    let themes = [
        ("auto", page.to_owned(), false),
        ("light", format!("{page}&theme=light"), false),
        ("dark", format!("{page}&theme=dark"), true),
    ];
    assert_eq!(kit.themes, themes);
}

#[test]
fn hostile_names_stay_names_in_every_snippet() {
    const NAME: &str = "A</a><script>\"'{x}[y](z)`*_\\&amp;";
    let policy = parsed(&edited(|policy| {
        service(policy, "redis")["short_name"] = NAME.into();
    }));
    let (selection, _) = decode(&policy, "redis/startup/", "");
    let kit = EmbedKit::new(&policy, &selection, ROOT).unwrap();
    let said = format!("{NAME} Startup: can I get my data back?");
    assert_eq!(kit.title, said);
    for snippet in &kit.snippets[..4] {
        let html = Html::parse_fragment(&snippet.text);
        let all = |selector: &str| -> Vec<String> {
            let selector = Selector::parse(selector).unwrap();
            html.select(&selector)
                .map(|element| element.html())
                .collect()
        };
        let selector = Selector::parse("a, iframe").unwrap();
        let named = html.select(&selector).next().unwrap();
        let name = named
            .attr("title")
            .map_or_else(|| named.text().collect(), str::to_owned);
        assert_eq!(name, said, "{}", snippet.name);
        assert_eq!(all("a, iframe").len(), 1);
        assert!(all("script:not([src])").is_empty());
    }
    // In MDX braces would be a program; in Markdown brackets would end the name.
    let name = kit.snippets[4].text.split("](").next().unwrap();
    assert_eq!(
        name.matches(['[', ']', '`', '*', '_', '<', '\\', '{'])
            .count(),
        2,
        "{name}"
    );
    assert!(!kit.snippets[2].text.contains("{x}"));
}
