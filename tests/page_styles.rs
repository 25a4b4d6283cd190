//! Which styles a written page carries: every sheet that has a rule for it, and no other.
#![cfg(feature = "site")]

mod fixtures;

use std::collections::BTreeSet;

use backup_calculator::site::styles::{app_styles, page_styles};
use backup_calculator::ui::styles::{DOCS_STYLES, Need, STYLES, Stylesheet};
use fixtures::html_page::{all, changes_pages, page, site};
use fixtures::sheet::{Names, may_match, selectors};

/// Attributes that the loader or the browser sets, or that hold for no app: they may be on any page.
const SET_LATER: [&str; 14] = [
    "data-app-failed",
    "data-app-ready",
    "data-app-stopped",
    "data-embed",
    "data-host-theme",
    "data-in-iframe",
    "data-present",
    "data-printed",
    "data-requires-app",
    "data-root",
    "data-theme",
    "data-transparent",
    "data-unanswered",
    "open",
];

/// Returns all sheets with their selectors.
fn sheets() -> Vec<(&'static Stylesheet, Vec<String>)> {
    let all = STYLES.iter().chain(DOCS_STYLES);
    all.map(|sheet| (sheet, selectors(sheet.css))).collect()
}

/// Returns the first line of a sheet, which says what it is for.
fn name(sheet: &Stylesheet) -> &str {
    sheet.css.lines().next().unwrap_or_default()
}

#[test]
fn a_page_carries_exactly_the_sheets_that_have_a_rule_for_it() {
    let docs = ["api/index.html", "embed/index.html"].map(page);
    let (sheets, mut used) = (sheets(), BTreeSet::new());
    for page in all().iter().chain(&docs).chain(&changes_pages()) {
        let body = page.text.split("<body>").nth(1).unwrap();
        let style = page.text.split("<style>").nth(1).unwrap();
        let style = style.split("</style>").next().unwrap();
        assert_eq!(style, page_styles(body, 4), "{}", page.file);
        let names = Names::of(&page.text);
        for (sheet, selectors) in &sheets {
            let may_match = |selector: &&String| may_match(selector, &names, &SET_LATER);
            let rules: Vec<&String> = selectors.iter().filter(may_match).collect();
            match (sheet.need, sheet.is_needed(body)) {
                (_, false) => assert_eq!(
                    rules,
                    [""; 0],
                    "{} lacks {}, which has rules for it",
                    page.file,
                    name(sheet)
                ),
                (Need::All, true) => {}
                (_, true) => assert!(
                    !rules.is_empty(),
                    "{} has {}, which has no rule for it",
                    page.file,
                    name(sheet)
                ),
            }
            if !rules.is_empty() {
                used.insert(name(sheet));
            }
        }
    }
    for (sheet, _) in &sheets {
        assert_eq!(
            used.contains(name(sheet)),
            sheet.need != Need::App,
            "{} is for the app alone, or is on a page",
            name(sheet)
        );
    }
}

#[test]
fn the_app_has_all_styles_in_the_order_of_those_of_a_page() {
    let app = app_styles();
    let mut files = fixtures::files(site());
    files.retain(|file| file.ends_with(".css"));
    assert_eq!(files.len(), 1, "{files:?}");
    let written = std::fs::read_to_string(site().join(&files[0])).unwrap();
    assert_eq!(written, app);
    for file in ["index.html", "redis/premium/index.html", "404.html"] {
        let page = page(file);
        let style = page.texts("head > style").concat();
        // The number of plans is that of the page alone.
        let (style, _) = style.split_once(":root{--plan-count:").unwrap();
        // Each rule of the page is found in the app after the one before it.
        let mut rest = app.as_str();
        for rule in style.split_inclusive('}') {
            let place = rest.find(rule.trim());
            rest = &rest[place.unwrap_or_else(|| panic!("{file}: {rule} is not in order"))..];
        }
    }
}

#[test]
fn a_sheet_that_is_left_out_by_mistake_is_found() {
    let names = Names::of("<html><p class=\"a b\" id=\"c\" data-page=\"home\"><i></i></p></html>");
    let matches = |selector: &str| may_match(selector, &names, &SET_LATER);
    for selector in [
        ".a",
        "i",
        ".a > .b:hover",
        "#c::before",
        "[data-page=\"home\"] .a",
        "[data-page] *",
        "html:not(.none) .a",
        ":is(.none, .b) i",
        ".a:has(> i)",
        "[data-embed=\"line\"] .a[open] > summary + i"
            .split(" > ")
            .next()
            .unwrap(),
        ":root",
        "*",
    ] {
        assert!(matches(selector), "{selector}");
    }
    for selector in [
        ".none",
        "table",
        ".a .none",
        "#d",
        "[data-page=\"stack\"] .a",
        ".a[data-unmet]",
        ":is(.none, .not) i",
        ".a:has(> .none)",
        ".a:not(.b) > .none",
    ] {
        assert!(!matches(selector), "{selector}");
    }
    assert_eq!(
        selectors(
            "/* .x */\n.a,\n.b > .c:is(.d, .e) {\n  color: red;\n  & > .f {\n    top: 0;\n  }\n}\n@media (a: b) {\n  .g {\n    x: y;\n  }\n}\n@keyframes k {\n  to {\n    x: y;\n  }\n}\n@media print {\n  @page {\n    x: y;\n  }\n}"
        ),
        [
            ".a",
            ".b > .c:is(.d, .e)",
            ".a > .f",
            ".b > .c:is(.d, .e) > .f",
            ".g"
        ]
    );
}
